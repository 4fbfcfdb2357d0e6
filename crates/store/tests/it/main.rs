//! The store from outside.

mod opening;
mod stage;
mod suite;
