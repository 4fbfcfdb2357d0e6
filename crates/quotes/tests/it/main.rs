//! What the crate promises, on texts made up for it.

mod properties;
mod size;
mod speech;
