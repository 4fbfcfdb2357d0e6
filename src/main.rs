//! Replate.
fn main() {}
