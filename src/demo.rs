//! `replate demo`: the whole chain on this machine, without a network; and its check against the truth.

use std::collections::HashSet;
use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::parser::ValueSource;
use clap::{Args, CommandFactory, FromArgMatches};
use jiff::{SignedDuration, Timestamp};
use news::CaptureId;
use newsroom::Material;
use publish::words::count;
use serde_json::json;
use store::{DatabaseAddress, Location};
use watch::Event;

use crate::Cli;
use crate::check::newsroom_process::{NewsroomProcess, Plays, readable};
use crate::check::{day, play, replay};
use crate::config::Places;
use crate::database::Database;
use crate::demo_folder::DemoFolder;
use crate::ending::Ending;
use crate::format::Format;
use crate::progress::Progress;
use crate::{network, serve, stop, workplace};

/// Watch eight fictional outlets for a day that passes in minutes, without a network
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  replate demo                             play the day and serve the pages
  replate demo --check                     play it as fast as it goes, compare truth with found
  replate demo --check --script DAY.json   the same with your own day (docs/newsroom-script.md)
  replate demo --check --replay FILE       recorded pages: how many false changes are published?
  replate demo --check --store postgres://USER:PASSWORD@HOST/DATABASE
                                           the same on PostgreSQL, in a schema of its own
  replate newsroom --listen 127.0.0.1:9000 &
  replate demo --newsroom http://127.0.0.1:9000 -- add http://harbour-courier.example/
                                           run any command with the newsroom's outlets in reach;
                                           --dir, --store and --config stand before or behind the --")]
pub struct DemoArgs {
    /// Play the day as fast as it goes, print truth against found, exit with 1 on any difference
    #[arg(long)]
    check: bool,
    /// Play this day instead of the one that ships
    #[arg(long, value_name = "FILE", conflicts_with = "replay")]
    script: Option<PathBuf>,
    /// Play recorded pages: JSON Lines {time, url, status, headers, file, truth?}
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
    /// Keep the store in this folder: a new or empty one, or one that a demo has made [default: one that is removed at the end]
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
    /// Minutes of the day that pass in a second
    #[arg(long, value_name = "N", default_value_t = 6.0, value_parser = speed, conflicts_with = "check")]
    speed: f64,
    /// Where to serve the pages
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8017", conflicts_with = "check")]
    listen: String,
    /// How to print the result of --check; json is one object
    #[arg(long, value_enum, default_value = "text", requires = "check")]
    format: Format,
    /// Use a newsroom that runs already
    #[arg(long, value_name = "http://127.0.0.1:PORT")]
    newsroom: Option<String>,
    /// Only play, telling every look that is recorded; for eval/crash
    #[arg(long, requires_all = ["check", "newsroom", "keep"], conflicts_with = "verify", hide = true)]
    play: bool,
    /// Only compare what a store holds; for eval/crash
    #[arg(long, requires_all = ["check", "keep"], hide = true)]
    verify: bool,
    /// Looks that must be recorded, one id a line; for eval/crash
    #[arg(long, value_name = "FILE", requires = "verify", hide = true)]
    acknowledged: Option<PathBuf>,
    /// A command to run with the newsroom's outlets in reach
    #[arg(last = true, requires = "newsroom", value_name = "COMMAND")]
    command: Vec<String>,
}

impl DemoArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        if !self.command.is_empty() {
            return self.run_command(places);
        }
        let plays = self.plays()?;
        let server = places.store.as_ref().map_or(Ok(None), Database::address)?;
        let (folder, schema) = match &self.keep {
            Some(dir) if self.verify => (DemoFolder::made(dir), Schema::kept(server)),
            Some(dir) => (DemoFolder::kept(dir)?, Schema::kept(server)),
            None => (DemoFolder::temporary()?, Schema::temporary(server)?),
        };
        let location = Location { dir: folder.path().to_owned(), server: schema.server.clone() };
        if !self.check {
            return self.live(&plays, &location);
        }
        if self.play {
            return self.play_only(&location);
        }
        let material = Material::open(self.script.as_deref(), self.replay.as_deref())?;
        if !self.verify {
            let newsroom = self.newsroom(&plays, None)?;
            let stages = play::open(&location, &newsroom)?;
            let progress = Progress::new();
            let end = end_of(&material);
            play::play(&stages, &newsroom, end, move |event| {
                if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
                    progress.tell(&event);
                }
            })?;
        }
        self.compare(&material, &location)
    }

    fn plays(&self) -> Result<Plays> {
        Ok(match (&self.script, &self.replay) {
            (Some(file), _) => {
                readable(file)?;
                Plays::Script(file.clone())
            }
            (None, Some(file)) => {
                readable(file)?;
                Plays::Replay(file.clone())
            }
            (None, None) => Plays::OwnDay,
        })
    }

    fn newsroom(&self, plays: &Plays, speed: Option<f64>) -> Result<NewsroomProcess> {
        match &self.newsroom {
            Some(address) => NewsroomProcess::at(address),
            None => NewsroomProcess::start(plays, speed),
        }
    }

    /// Another command of this program, with the newsroom's hosts in the dial table.
    fn run_command(&self, places: &Places) -> Result<Ending> {
        let newsroom = self.newsroom(&Plays::OwnDay, None)?;
        let words = std::iter::once("replate").chain(self.command.iter().map(String::as_str));
        let given = Cli::command().get_matches_from(words);
        let mut cli = Cli::from_arg_matches(&given)?;
        // What the command itself does not name is as it was named before it.
        let names = |option| given.value_source(option) == Some(ValueSource::CommandLine);
        let own = std::mem::replace(&mut cli.places, places.clone());
        if names("dir") {
            cli.places.dir = own.dir;
        }
        if names("store") {
            cli.places.store = own.store;
        }
        if names("config") {
            cli.places.config = own.config;
        }
        cli.places.dial = newsroom.dial_table()?;
        cli.run()
    }

    /// Plays an existing newsroom's day into a store, and tells when it is open and every look once it is recorded.
    fn play_only(&self, location: &Location) -> Result<Ending> {
        let newsroom = self.newsroom(&Plays::OwnDay, None)?;
        let material = Material::open(self.script.as_deref(), self.replay.as_deref())?;
        let stages = play::open(location, &newsroom)?;
        say!("opened")?;
        play::play(&stages, &newsroom, end_of(&material), |event| {
            if let Event::Looked { capture, .. } = event {
                let mut out = std::io::stdout().lock();
                let _ = writeln!(out, "look {capture}");
                let _ = out.flush();
            }
        })?;
        Ok(Ending::Well)
    }

    fn compare(&self, material: &Material, location: &Location) -> Result<Ending> {
        let store = store::Store::open_reader(location)?;
        match material {
            Material::Script(script) => {
                let report = day::verify(script, &store, &self.acknowledged()?)?;
                self.tell_day(&report)
            }
            Material::Replay(recorded) => {
                let figures = replay::verify(recorded, &store)?;
                match self.format {
                    Format::Json => say!("{}", serde_json::to_string(&figures)?)?,
                    Format::Text => say!("{}", figures.lines().join("\n"))?,
                }
                Ok(Ending::Well)
            }
        }
    }

    fn acknowledged(&self) -> Result<HashSet<CaptureId>> {
        let Some(file) = &self.acknowledged else { return Ok(HashSet::new()) };
        let text = std::fs::read_to_string(file).with_context(|| format!("{}", file.display()))?;
        text.split_whitespace().map(|id| Ok(id.parse::<CaptureId>()?)).collect()
    }

    fn tell_day(&self, report: &day::Report) -> Result<Ending> {
        let (articles, events, looks, versions) = (report.articles, report.events, report.looks, report.versions);
        let (unseen, differences) = (report.unseen, report.differences.len());
        match self.format {
            Format::Json => say!(
                "{}",
                json!({ "articles": articles, "events": events, "looks": looks, "versions": versions, "unseen_states": unseen, "differences": report.differences })
            )?,
            Format::Text => {
                say!("{}", report.lines.join("\n"))?;
                let counts = [
                    count(articles, "article", "articles"),
                    count(events, "event", "events"),
                    count(looks, "look", "looks"),
                    count(versions, "version", "versions"),
                    count(unseen, "state that no look saw", "states that no look saw"),
                    count(differences, "difference", "differences"),
                ];
                say!("{}", counts.join(", "))?;
            }
        }
        Ok(if differences == 0 { Ending::Well } else { Ending::Differs })
    }

    /// The day as a show: the newsroom's clock runs, a watcher follows it, the pages are served.
    fn live(&self, plays: &Plays, location: &Location) -> Result<Ending> {
        let speed = self.speed * 60.0;
        let runtime = network::runtime()?;
        let stop = stop::on_signal(&runtime);
        let listener = runtime.block_on(serve::bind(&self.listen))?;
        let newsroom = self.newsroom(plays, Some(speed))?;
        let stages = play::open(location, &newsroom)?;
        let (begun, start) = (Instant::now(), newsroom.clock()?.now);
        let clock = move || after(start, begun.elapsed().mul_f64(speed));
        note!("Replate shows a day of eight fictional outlets, {} minutes of it in a second.", self.speed);
        note!("Open http://{} and watch it change. Ctrl-C ends it.", listener.local_addr()?);
        let progress = Progress::new();
        runtime.block_on(async {
            let mut known = HashSet::new();
            play::add_feeds(&stages, &newsroom, start, &mut known).await?;
            let pages = tokio::spawn(serve::pages(
                listener,
                (stages.store.clone(), stages.reader.clone()),
                play::demo_config(),
                clock,
                stop.clone(),
            ));
            let tell = move |event| progress.tell(&event);
            workplace::watch_on(&stages, &play::demo_config(), tell, &clock, stop).await?;
            pages.await?
        })?;
        Ok(Ending::Well)
    }
}

/// A replay's last pages are served until a look has had time to come; a script ends with its day.
fn end_of(material: &Material) -> Timestamp {
    match material {
        Material::Script(script) => script.end(),
        Material::Replay(recorded) => after(recorded.span().1, Duration::from_secs(24 * 3600)),
    }
}

fn after(start: Timestamp, elapsed: Duration) -> Timestamp {
    let elapsed = SignedDuration::try_from(elapsed).unwrap_or(SignedDuration::MAX);
    start.saturating_add(elapsed).unwrap_or(Timestamp::MAX)
}

/// How fast a day may pass, as the command line gives it.
fn speed(given: &str) -> Result<f64, String> {
    let wrong = || "a number of minutes from 0.001 to 1440".to_owned();
    given.parse().ok().filter(|speed| (0.001..=1440.0).contains(speed)).ok_or_else(wrong)
}

/// Where on a server a demo's tables are, if they are on one.
struct Schema {
    server: Option<DatabaseAddress>,
    /// Whether it is removed when the command ends.
    temporary: bool,
}

impl Schema {
    fn kept(server: Option<DatabaseAddress>) -> Self {
        Self { server, temporary: false }
    }

    fn temporary(server: Option<DatabaseAddress>) -> Result<Self> {
        let name = format!("replate_demo_{}_{}", std::process::id(), Timestamp::now().as_microsecond());
        Ok(Self { server: server.map(|address| address.with_schema(&name)).transpose()?, temporary: true })
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        if let Some(address) = self.server.as_ref().filter(|_| self.temporary)
            && let Err(error) = store::remove(address)
        {
            tracing::warn!("the schema {} of the demo is left: {error}", address.schema());
        }
    }
}
