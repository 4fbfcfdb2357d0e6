//! What can be wrong with a script or a replay file, named after the finding.

use std::path::PathBuf;

/// A script that cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ScriptError {
    /// The text is larger than a script may be.
    #[error("the script has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// The text is not JSON, or not in the form of a script.
    #[error("line {line}, column {column}: {problem}")]
    Form {
        /// The line, from 1; of the end of the object where the fault lies inside one.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// Something is wrong with the day as a whole.
    #[error("the day: {problem}")]
    Day {
        /// What is wrong.
        problem: String,
    },
    /// Something is wrong with an outlet.
    #[error("line {line}: outlet {host}: {problem}")]
    Outlet {
        /// The line of its `host`.
        line: usize,
        /// Its host.
        host: String,
        /// What is wrong.
        problem: String,
    },
    /// Something is wrong with an article.
    #[error("line {line}: article {id}: {problem}")]
    Article {
        /// The line of its `id`.
        line: usize,
        /// Its id.
        id: String,
        /// What is wrong.
        problem: String,
    },
    /// Something is wrong with an event.
    #[error("line {line}: {of}, event {number} ({name}): {problem}")]
    Event {
        /// The line where the article's or outlet's entry begins.
        line: usize,
        /// The article or outlet, in words.
        of: String,
        /// Which of its events, from 1.
        number: usize,
        /// What the event does.
        name: &'static str,
        /// What is wrong.
        problem: String,
    },
}

/// A replay file that cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The file cannot be read.
    #[error("cannot read {path}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: std::io::Error,
    },
    /// A line is not in the form of a replay line.
    #[error("{path}, line {line}: {problem}")]
    Line {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        problem: String,
    },
    /// The file has no lines.
    #[error("{path} has no lines to play")]
    Empty {
        /// The file.
        path: PathBuf,
    },
}

/// Why a newsroom did not start or stopped.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A file cannot be read.
    #[error("cannot read {path}: {why}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: std::io::Error,
    },
    /// The script cannot be played.
    #[error("cannot play {path}: {why}")]
    Script {
        /// The file, or the words for the one that ships.
        path: PathBuf,
        /// Why.
        why: Box<ScriptError>,
    },
    /// The replay file cannot be played.
    #[error(transparent)]
    Replay(#[from] ReplayError),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {why}; choose another --listen address, or port 0 for any free one")]
    Listen {
        /// The address.
        address: String,
        /// Why.
        why: std::io::Error,
    },
    /// The speed is not a positive number.
    #[error("--speed {speed}: script time must run forwards; give a number above 0")]
    Speed {
        /// What was given.
        speed: f64,
    },
}
