//! What looks are taken for, as histories that a reader can follow.

mod deeds;
mod verdicts;
