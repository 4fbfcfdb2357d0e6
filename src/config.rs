//! The one configuration file, composed of what each crate can be told.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;
use clap::Args;
use serde::{Deserialize, Serialize};

use store::{DiskBudget, Location};

use crate::database::{Database, without_passwords};
use crate::ending::{Ending, Stopped};

/// Where the store and the configuration are. Every command that needs a store takes these.
#[derive(Debug, Clone, Args)]
pub struct Places {
    /// The store's folder
    #[arg(long, value_name = "DIR", env = "REPLATE_DIR", default_value = "replate-data", global = true)]
    pub dir: PathBuf,
    /// The database: postgres://USER:PASSWORD@HOST/DATABASE, or sqlite for a file in the folder [default: as
    /// configured, sqlite]
    // An address with its password is better told by the variable: commands are seen by all users of a machine.
    #[arg(long, value_name = "ADDRESS", env = "REPLATE_STORE", hide_env_values = true, global = true)]
    pub store: Option<Database>,
    /// The configuration file [default: replate.toml in the store's folder, if it is there]
    #[arg(long, value_name = "FILE", env = "REPLATE_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    /// Hosts that stand on this machine. No option and no key fills it: only the demo does, in code.
    #[arg(skip)]
    pub dial: fetch::DialTable,
}

/// The configuration. `replate config` prints it as it is in force.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The database: `sqlite` (or empty) for a file in the folder, or `postgres://…`.
    pub store: Database,
    /// Who looks: an address or e-mail that outlets find in the user agent. Empty: the project's page.
    pub contact: String,
    /// From where we look, as it stands on every look. Name the city or network of this machine.
    pub vantage: String,
    /// Which raw bodies are kept: "versions", "days:30" or "all".
    pub keep: String,
    /// The most that the store's folder may take, as in "20 GB"; empty: as much as the disk has.
    pub disk_budget: String,
    /// Where the pages are served.
    pub listen: String,
    /// For pages that strangers see: passages with context instead of full texts, and no indexing.
    pub public: bool,
    /// Looks in flight at once, over all hosts.
    pub workers: usize,
    /// Seconds between two requests to one host.
    pub pace_seconds: f64,
    /// Seconds that one look may take.
    pub timeout_seconds: u64,
    /// Bytes that a page may have, unpacked.
    pub page_bytes: usize,
}

/// Less than this is a slip of the pen.
const SMALLEST_BUDGET: u64 = 50_000_000;

/// What `replate config` says over each key.
const MEANINGS: &[(&str, &str)] = &[
    (
        "store",
        "The database: \"\" for a file in the folder, or \"postgres://USER:PASSWORD@HOST/DATABASE\"; no password is printed.",
    ),
    ("contact", "Who looks: an address or e-mail that outlets find in the user agent."),
    ("vantage", "From where we look, as it stands on every look."),
    ("keep", "Which raw bodies are kept: \"versions\", \"days:N\" or \"all\"."),
    (
        "disk_budget",
        "The most that the store's folder may take, as in \"20 GB\"; then bodies that founded no version go sooner than keep says. \"\": as much as the disk has.",
    ),
    ("listen", "Where the pages are served."),
    ("public", "For pages that strangers see: passages with context instead of full texts, no indexing."),
    ("workers", "Looks in flight at once, over all hosts."),
    ("pace_seconds", "Seconds between two requests to one host, 0.2 at least."),
    ("timeout_seconds", "Seconds that one look may take."),
    ("page_bytes", "Bytes that a page may have, unpacked."),
];

impl Default for Config {
    fn default() -> Self {
        Self {
            store: Database::default(),
            contact: String::new(),
            vantage: "here".into(),
            keep: "days:30".into(),
            disk_budget: String::new(),
            listen: "127.0.0.1:8017".into(),
            public: false,
            workers: 16,
            pace_seconds: 1.0,
            timeout_seconds: 30,
            page_bytes: 10 << 20,
        }
    }
}

impl Places {
    /// Where the store is: what the command line or the variable says, then what the configuration says.
    ///
    /// # Errors
    /// When that is no address of a database, and those of [`Self::load_config`].
    pub fn location(&self) -> Result<Location> {
        let server = match &self.store {
            Some(database) => database.address()?,
            None => self.load_config()?.store.address()?,
        };
        Ok(Location { dir: self.dir.clone(), server })
    }

    /// Where the configuration is, or would be.
    pub fn config_file(&self) -> PathBuf {
        self.config.clone().unwrap_or_else(|| self.dir.join("replate.toml"))
    }

    /// Refuses a wrong configuration, and a file where the store's folder should be: every command
    /// says so alike, whatever it needs of them.
    ///
    /// # Errors
    /// As [`Self::load_config`]; and when the store's folder is a file.
    pub fn check(&self) -> Result<()> {
        self.load_config()?;
        if self.dir.exists() && !self.dir.is_dir() {
            let sentence = format!("{} is a file; --dir names a folder", self.dir.display());
            return Err(Stopped::because(Ending::Store, sentence));
        }
        Ok(())
    }

    /// The configuration in force: the file's, and the defaults where it says nothing.
    ///
    /// # Errors
    /// When a named file is missing, or the file has an unknown key, a wrong type or a value out
    /// of range: the message shows the line.
    pub fn load_config(&self) -> Result<Config> {
        let (path, named) = (self.config_file(), self.config.is_some());
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if !named && is_absence(&e) => return Ok(Config::default()),
            Err(e) => {
                let sentence = format!("the configuration {} cannot be read: {e}", path.display());
                return Err(Stopped::because(Ending::Config, sentence));
            }
        };
        Config::parse(&text, &path)
    }
}

/// Whether there is no such file; where the store's folder is none, opening the store says so.
fn is_absence(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

fn parse(text: &str, path: &Path) -> Result<Config> {
    let stop = |what: String| {
        let sentence = format!(
            "the configuration {} is not right:\n{}\n`replate config` prints every key with its value.",
            path.display(),
            without_passwords(&what)
        );
        Err(Stopped::because(Ending::Config, sentence))
    };
    let config: Config = match toml::from_str(text) {
        Ok(config) => config,
        Err(error) => return stop(in_words(&error.to_string())),
    };
    match config.complaint() {
        Some((key, complaint)) => stop(shown_line(text, key, &complaint)),
        None => Ok(config),
    }
}

/// The complaint of the TOML parser, with words for the types of the program.
fn in_words(complaint: &str) -> String {
    [("usize", "a whole number"), ("u64", "a whole number"), ("f64", "a number"), ("i64", "a number that large")]
        .iter()
        .fold(complaint.to_owned(), |said, (name, words)| {
            said.replace(&format!("expected {name}"), &format!("expected {words}"))
        })
}

/// The line on which a key stands, with a complaint under it, as the TOML parser shows its own.
fn shown_line(text: &str, key: &str, complaint: &str) -> String {
    let line = text.lines().enumerate().find(|(_, l)| l.trim_start().starts_with(key));
    match line {
        Some((i, line)) => format!("line {}:\n  {}\n{complaint}", i + 1, line.trim()),
        None => complaint.to_owned(),
    }
}

impl Config {
    /// A configuration file's text as a configuration.
    ///
    /// # Errors
    /// What is wrong with it, with the line.
    pub fn parse(text: &str, path: &Path) -> Result<Self> {
        parse(text, path)
    }

    /// The first value that is out of range, and why.
    fn complaint(&self) -> Option<(&'static str, String)> {
        if let Err(error) = self.store.address() {
            return Some(("store", error.to_string()));
        }
        if !(0.2..=3600.0).contains(&self.pace_seconds) {
            return Some(("pace_seconds", "pace_seconds lies between 0.2 and 3600: outlets are asked politely".into()));
        }
        if !(1..=1024).contains(&self.workers) {
            return Some(("workers", "workers lies between 1 and 1024".into()));
        }
        if !(1..=300).contains(&self.timeout_seconds) {
            return Some(("timeout_seconds", "timeout_seconds lies between 1 and 300".into()));
        }
        if !((64 << 10)..=(256 << 20)).contains(&self.page_bytes) {
            return Some(("page_bytes", "page_bytes lies between 65536 and 268435456".into()));
        }
        if self.keep.parse::<archive::Keep>().is_err() {
            return Some(("keep", "keep is \"versions\", \"days:N\" or \"all\"".into()));
        }
        match self.budget_bytes() {
            Err(why) => return Some(("disk_budget", why)),
            Ok(Some(_)) if self.keep.parse() == Ok(archive::Keep::All) => {
                let why = "keep = \"all\" drops nothing, so disk_budget cannot be kept; take \"days:N\", or no budget";
                return Some(("disk_budget", why.into()));
            }
            Ok(_) => {}
        }
        if self.listen.parse::<std::net::SocketAddr>().is_err() {
            return Some(("listen", "listen is an address and port, such as \"127.0.0.1:8017\"".into()));
        }
        if self.vantage.chars().any(char::is_control) || self.contact.chars().any(char::is_control) {
            return Some(("contact", "contact and vantage are single lines of text".into()));
        }
        None
    }

    /// The configuration as a file, each key under what it means.
    ///
    /// # Errors
    /// When it cannot be written as TOML.
    pub fn documented(&self) -> Result<String> {
        let mut text = String::new();
        for line in toml::to_string(self)?.lines() {
            let key = line.split_once(' ').map_or(line, |(key, _)| key);
            if let Some((_, meaning)) = MEANINGS.iter().find(|(k, _)| *k == key) {
                text.push_str(&format!("# {meaning}\n"));
            }
            text.push_str(&format!("{line}\n"));
        }
        Ok(text)
    }

    /// The budget of the store in `dir`.
    pub fn budget(&self, dir: &Path) -> Option<DiskBudget> {
        let bytes = self.budget_bytes().ok()??;
        Some(DiskBudget { dir: dir.to_owned(), bytes })
    }

    /// What `disk_budget` says, in bytes; `None`: nothing.
    fn budget_bytes(&self) -> std::result::Result<Option<u64>, String> {
        if self.disk_budget.trim().is_empty() {
            return Ok(None);
        }
        match self.disk_budget.parse::<bytesize::ByteSize>() {
            Ok(size) if size.0 >= SMALLEST_BUDGET => Ok(Some(size.0)),
            Ok(_) => Err("disk_budget is 50 MB at least".into()),
            Err(_) => Err("disk_budget is a size, such as \"20 GB\", \"1.5 TB\" or \"500 MiB\"".into()),
        }
    }

    /// The pace as a duration.
    pub fn pace(&self) -> Duration {
        Duration::from_secs_f64(self.pace_seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_file_is_refused_with_its_line() {
        let cases = [
            ("workers = 4\npase_seconds = 2\n", "pase_seconds", "2 |"),
            ("workers = \"four\"\n", "workers", "1 |"),
            ("workers = 4\n\npace_seconds = 0.0\n", "asked politely", "line 3"),
            ("keep = \"forever\"", "days:N", "line 1"),
            ("disk_budget = \"much\"", "such as \"20 GB\"", "line 1"),
            ("disk_budget = \"20 kB\"", "50 MB at least", "line 1"),
            ("disk_budget = \"-3 GB\"", "such as", "line 1"),
            ("disk_budget = 20", "disk_budget", "1 |"),
            ("keep = \"all\"\ndisk_budget = \"20 GB\"", "drops nothing", "line 2"),
            ("listen = 8017", "listen", "1 |"),
            ("workers = ", "", "1 |"),
            ("workers = 4\nstore = \"postgres://ann:s3cret@h/d?schema=A\"", "schema", "line 2"),
            ("store = postgres://ann:s3cret@h/d", "store", "1 |"),
            ("store = \"postgres://ann:s3cret@h/d\"\nworkers = 0", "workers", "line 2"),
        ];
        for (text, says, line) in cases {
            let error = parse(text, Path::new("replate.toml")).expect_err(text).to_string();
            assert!(error.contains(says) && error.contains(line), "{text}: {error}");
            assert!(!error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_budget_is_a_size_as_people_write_them() {
        let cases = [
            ("", None),
            (" ", None),
            ("20 GB", Some(20_000_000_000)),
            ("1.5tb", Some(1_500_000_000_000)),
            ("512 MiB", Some(512 << 20)),
        ];
        for (text, bytes) in cases {
            let config = Config { disk_budget: text.into(), ..Config::default() };
            assert_eq!(config.budget(Path::new("x")).map(|budget| budget.bytes), bytes, "{text}");
            assert_eq!(config.complaint(), None, "{text}");
        }
    }

    #[test]
    fn the_printed_configuration_is_a_configuration() {
        let text = Config::default().documented().expect("TOML");
        assert!(text.matches("# ").count() >= toml::to_string(&Config::default()).expect("TOML").lines().count());
        assert_eq!(parse(&text, Path::new("x")).expect("right"), Config::default());
    }
}
