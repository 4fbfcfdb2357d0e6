//! How a command ends: the exit status that scripts see, and the sentence that people read.

use std::fmt;
use std::process::ExitCode;

/// Exit statuses. Documented in docs/exit-status.md; numbers never change their meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Ending {
    /// All went well.
    Well = 0,
    /// The command did its work, and the answer is "no": something differs, a line was bad, nothing was found.
    Differs = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The configuration file is wrong.
    Config = 3,
    /// The outlet's side: unreachable, an error status, no feed at the address.
    Outlet = 4,
    /// Refused by rule: an address that is not public, robots.txt.
    Refused = 5,
    /// The store cannot be used: held by another process, of a newer version, damaged.
    Store = 6,
    /// The disk is full.
    DiskFull = 7,
    /// The address to listen at is taken or not allowed.
    Listen = 8,
    /// A bug of ours: something panicked.
    Bug = 101,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(ending as u8)
    }
}

/// An error with the exit status that it ends the command with.
#[derive(Debug)]
pub struct Stopped {
    /// The exit status.
    pub ending: Ending,
    /// What happened, and what to do.
    pub sentence: String,
}

impl Stopped {
    /// Stops the command with that status and sentence.
    pub fn because(ending: Ending, sentence: impl Into<String>) -> anyhow::Error {
        anyhow::Error::new(Self { ending, sentence: sentence.into() })
    }
}

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

impl std::error::Error for Stopped {}

/// What happened, and what to do: the error with its causes, each said once.
pub fn sentence_of(error: &anyhow::Error) -> String {
    let mut sentence = error.to_string();
    for cause in error.chain().skip(1).map(ToString::to_string) {
        if !sentence.contains(&cause) {
            sentence = format!("{sentence}: {cause}");
        }
    }
    sentence
}

/// The exit status that an error asks for, by the first cause that says one.
pub fn ending_of(error: &anyhow::Error) -> Ending {
    error.chain().find_map(of_cause).unwrap_or(Ending::Differs)
}

fn of_cause(cause: &(dyn std::error::Error + 'static)) -> Option<Ending> {
    if let Some(stopped) = cause.downcast_ref::<Stopped>() {
        return Some(stopped.ending);
    }
    if let Some(error) = cause.downcast_ref::<fetch::FetchError>() {
        return Some(of_fetch(error));
    }
    if let Some(error) = cause.downcast_ref::<store::StoreError>() {
        return Some(of_store(error));
    }
    if let Some(error) = cause.downcast_ref::<archive::ArchiveError>() {
        return Some(of_archive(error));
    }
    if let Some(error) = cause.downcast_ref::<watch::WatchError>() {
        return Some(match error {
            watch::WatchError::Archive(error) => of_archive(error),
            watch::WatchError::Store(error) => of_store(error),
            watch::WatchError::Bug(_) => Ending::Bug,
        });
    }
    if let Some(error) = cause.downcast_ref::<watch::DeedError>() {
        return Some(match error {
            watch::DeedError::Archive(error) => of_archive(error),
            watch::DeedError::Astray => Ending::Store,
            watch::DeedError::Store(error) | watch::DeedError::Decided(error) => of_store(error),
        });
    }
    if let Some(error) = cause.downcast_ref::<upkeep::UpkeepError>() {
        return of_upkeep(error);
    }
    if let Some(error) = cause.downcast_ref::<newsroom::RunError>() {
        return Some(match error {
            newsroom::RunError::Listen { .. } => Ending::Listen,
            _ => Ending::Usage,
        });
    }
    cause.downcast_ref::<std::io::Error>().and_then(of_system)
}

/// Whether it came of a database server that went away: it may come back.
pub fn is_lost_server(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let of_watch = match cause.downcast_ref::<watch::WatchError>() {
            Some(watch::WatchError::Store(error)) => Some(error),
            _ => None,
        };
        let of_add = match cause.downcast_ref::<watch::AddError>() {
            Some(watch::AddError::Deed(error)) => error.of_store(),
            _ => None,
        };
        let of_deed = cause.downcast_ref::<watch::DeedError>().and_then(watch::DeedError::of_store);
        let error = cause.downcast_ref::<store::StoreError>().or(of_watch).or(of_add).or(of_deed);
        matches!(error, Some(store::StoreError::Unreachable { .. }))
    })
}

/// What the system says of a file that the command line names.
fn of_system(error: &std::io::Error) -> Option<Ending> {
    use std::io::ErrorKind as Kind;
    match error.kind() {
        Kind::StorageFull | Kind::QuotaExceeded => Some(Ending::DiskFull),
        Kind::NotFound | Kind::PermissionDenied | Kind::AlreadyExists | Kind::IsADirectory | Kind::NotADirectory => {
            Some(Ending::Usage)
        }
        _ => None,
    }
}

fn of_fetch(error: &fetch::FetchError) -> Ending {
    match error {
        fetch::FetchError::BadAddress { .. } => Ending::Usage,
        _ if matches!(error.failure(), news::Failure::RefusedAddress | news::Failure::Disallowed) => Ending::Refused,
        _ => Ending::Outlet,
    }
}

fn of_store(error: &store::StoreError) -> Ending {
    use store::StoreError as E;
    match error {
        E::DiskFull { .. } => Ending::DiskFull,
        E::Panicked { .. } => Ending::Bug,
        E::NoSuchOutlet(_) | E::NoSuchFeed(_) | E::NoSuchArticle(_) | E::NoSuchReading(_) => Ending::Differs,
        E::NotAnAddress(_) | E::BadAddress { .. } | E::SamePlace { .. } => Ending::Usage,
        _ => Ending::Store,
    }
}

/// `None`: what the system said, which is its cause, tells.
fn of_upkeep(error: &upkeep::UpkeepError) -> Option<Ending> {
    use upkeep::UpkeepError as E;
    match error {
        E::NotOurs { .. } | E::Itself { .. } | E::NoBackup { .. } => Some(Ending::Usage),
        E::DiskFull { .. } => Some(Ending::DiskFull),
        E::Store(error) => Some(of_store(error)),
        E::Archive(error) => Some(of_archive(error)),
        E::Io { source, .. } => of_system(source),
        _ => Some(Ending::Store),
    }
}

fn of_archive(error: &archive::ArchiveError) -> Ending {
    match error {
        archive::ArchiveError::DiskFull { .. } => Ending::DiskFull,
        _ => Ending::Store,
    }
}
