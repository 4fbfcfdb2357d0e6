//! The command: `newsroom`, and `replate newsroom`.

use std::path::{Path, PathBuf};

use clap::Parser;
use tokio::net::TcpListener;

use crate::error::RunError;
use crate::replay::Replay;
use crate::script::Script;
use crate::server::{Material, Newsroom};

/// Plays fictional outlets from a script, or recorded pages, behind one local address.
///
/// The Host header selects the outlet. POST /_clock {"now": "…"} sets the script's time.
#[derive(Debug, Clone, Parser)]
pub struct Args {
    /// The script to play; without one, the day that ships. docs/newsroom-script.md tells how to write one.
    #[arg(long, value_name = "FILE", conflicts_with = "replay")]
    pub script: Option<PathBuf>,
    /// Recorded pages to play instead: JSON Lines {time, url, status, headers, file, truth?}.
    #[arg(long, value_name = "FILE")]
    pub replay: Option<PathBuf>,
    /// Where to listen; port 0 takes any free one.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:0")]
    pub listen: String,
    /// Lets script time run this many times as fast as real time; without it, time only moves by POST /_clock.
    #[arg(long, value_name = "N")]
    pub speed: Option<f64>,
}

impl Material {
    /// Reads what the files say; the shipped day where there is none.
    ///
    /// # Errors
    /// A file cannot be read or played.
    pub fn open(script: Option<&Path>, replay: Option<&Path>) -> Result<Self, RunError> {
        if let Some(path) = replay {
            return Ok(Self::Replay(Replay::load(path)?));
        }
        let loaded = match script {
            None => Script::shipped(),
            Some(path) => Script::load(
                &std::fs::read_to_string(path).map_err(|why| RunError::Unreadable { path: path.to_owned(), why })?,
            ),
        };
        let path = script.map_or_else(|| "the day that ships".into(), Path::to_owned);
        loaded.map(|script| Self::Script(Box::new(script))).map_err(|e| RunError::Script { path, why: Box::new(e) })
    }
}

/// Plays until it is stopped. Prints `listening on http://ADDRESS` on standard output once it answers.
///
/// # Errors
/// A file cannot be read or played, or the address is taken.
pub async fn run(args: Args) -> Result<(), RunError> {
    let material = Material::open(args.script.as_deref(), args.replay.as_deref())?;
    let room = match args.speed {
        None => Newsroom::new(material),
        Some(speed) if speed > 0.0 && speed.is_finite() => Newsroom::running(material, speed),
        Some(speed) => return Err(RunError::Speed { speed }),
    };
    let failed = |why| RunError::Listen { address: args.listen.clone(), why };
    let listener = TcpListener::bind(&args.listen).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    println!("listening on http://{address}");
    room.serve(listener).await.map_err(failed)
}
