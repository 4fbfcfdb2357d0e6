//! What the schedule promises, as cases and as properties.

mod looks;
mod polls;
