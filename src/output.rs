//! Standard output and standard error, which may be pipes that nobody reads any more.
//!
//! `say!` writes what a command was asked for: when nobody reads on, the command ends quietly, as
//! `replate list | head` expects. `note!` and `warn!` tell of work that goes on: whether somebody
//! reads them changes nothing. What outlets said goes through [`one_line`] or `publish::text`: no
//! text of others may drive a terminal.

use std::fmt;
use std::io::{self, Write};

use anyhow::Result;

/// Nobody reads standard output any more. No error: the command ends with [`crate::ending::Ending::Well`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NobodyReads;

impl fmt::Display for NobodyReads {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody reads standard output any more")
    }
}

impl std::error::Error for NobodyReads {}

/// Writes a line to standard output; `?` ends the command when it cannot be written.
macro_rules! say {
    ($($line:tt)*) => { $crate::output::line(format_args!($($line)*)) };
}

/// Writes a line to standard output, if somebody reads it.
macro_rules! note {
    ($($line:tt)*) => { $crate::output::aside(std::io::stdout(), format_args!($($line)*)) };
}

/// Writes a line to standard error, if somebody reads it.
macro_rules! warn {
    ($($line:tt)*) => { $crate::output::aside(std::io::stderr(), format_args!($($line)*)) };
}

/// See `say!`.
///
/// # Errors
/// [`NobodyReads`], or what the system says when it cannot be written.
pub fn line(words: fmt::Arguments<'_>) -> Result<()> {
    let mut out = io::stdout().lock();
    told(out.write_fmt(words).and_then(|()| out.write_all(b"\n")))
}

/// Writes a text, which brings its own line ends, to standard output.
///
/// # Errors
/// As [`line()`].
pub fn text(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    told(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// A text of others on one line of a terminal, its control characters replaced.
pub fn one_line(text: &str) -> String {
    publish::text::clean(text).replace('\n', " ")
}

/// See `note!` and `warn!`.
pub fn aside(mut out: impl Write, words: fmt::Arguments<'_>) {
    // One write, so that lines of several threads do not mix; nobody is left who could be told of a failure.
    let _ = out.write_all(format!("{words}\n").as_bytes());
}

/// What became of a write to standard output.
///
/// # Errors
/// As [`line()`].
pub fn told(written: io::Result<()>) -> Result<()> {
    written.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => anyhow::Error::new(NobodyReads),
        _ => anyhow::Error::new(error).context("the output cannot be written"),
    })
}
