//! How a command prints what it found.

use clap::ValueEnum;

/// For whom it is printed. `list` and `diff` know a form more, and have their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people
    Text,
    /// For programs
    Json,
}
