//! Findings: what an examination of a store says.

use serde::Serialize;

/// One finding, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How it is.
    pub state: State,
    /// Of what.
    pub part: Part,
    /// What was found.
    pub what: String,
    /// What to do; nothing where all is well.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remedy: String,
}

/// How a part of a store is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As it should be.
    Well,
    /// Nothing is lost, and somebody should know.
    Note,
    /// Not as it should be.
    Wrong,
}

/// A part of a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The folder and the disk that it is on.
    Folder,
    /// The machine's clock.
    Clock,
    /// The configuration.
    Configuration,
    /// The database.
    Database,
    /// The archive.
    Archive,
    /// What the operator decided.
    Ledger,
    /// The index of search.
    Search,
    /// What is watched, and by whom.
    Watching,
    /// The way out.
    Network,
}

impl Finding {
    /// All is well with a part.
    pub fn well(part: Part, what: impl Into<String>) -> Self {
        Self { state: State::Well, part, what: what.into(), remedy: String::new() }
    }

    /// Somebody should know.
    pub fn note(part: Part, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { state: State::Note, part, what: what.into(), remedy: remedy.into() }
    }

    /// Something is wrong.
    pub fn wrong(part: Part, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { state: State::Wrong, part, what: what.into(), remedy: remedy.into() }
    }
}
