//! What the crate promises, on texts made up for it.
