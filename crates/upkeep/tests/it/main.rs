//! Backups of a store whose archive grows, and what is made of them.

mod backups;
mod stage;
