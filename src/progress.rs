//! What a long command shows while it works: a live line on a terminal, lines elsewhere.

use std::io::IsTerminal;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use publish::words::count as counted;
use tracing_subscriber::EnvFilter;
use watch::Event;

use crate::output::one_line;

/// Starts the log on standard error: `REPLATE_LOG` says how much, as in `info` or `watch=debug`.
pub fn start_logging() {
    let filter = EnvFilter::try_from_env("REPLATE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let ansi = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(ansi);
    // A log that nobody reads stops nothing.
    log.log_internal_errors(false).init();
}

/// The progress of a watcher.
pub struct Progress {
    bar: ProgressBar,
    terminal: bool,
    polls: AtomicU64,
    looks: AtomicU64,
    versions: AtomicU64,
    changes: AtomicU64,
    last: Mutex<String>,
}

impl Progress {
    /// A live line on a terminal; elsewhere a line for every new version and every failed poll.
    pub fn new() -> Self {
        let terminal = std::io::stderr().is_terminal();
        let bar = if terminal { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        if terminal {
            bar.enable_steady_tick(Duration::from_millis(120));
        }
        let zero = || AtomicU64::new(0);
        Self { bar, terminal, polls: zero(), looks: zero(), versions: zero(), changes: zero(), last: Mutex::default() }
    }

    /// Takes what a watcher tells.
    pub fn tell(&self, event: &Event) {
        let line = match event {
            Event::Polled { url, new_articles: Some(new), .. } => {
                self.polls.fetch_add(1, Ordering::Relaxed);
                (*new > 0).then(|| format!("{} in {url}", counted(*new, "new article", "new articles")))
            }
            Event::Polled { url, new_articles: None, .. } => Some(format!("{url} could not be polled")),
            Event::Looked { complaint, url, .. } => {
                self.looks.fetch_add(1, Ordering::Relaxed);
                complaint.as_ref().map(|complaint| format!("{url}: {complaint}"))
            }
            Event::Versioned { number, headline, article } => {
                self.versions.fetch_add(1, Ordering::Relaxed);
                let headline = headline.as_deref().unwrap_or("(no headline)");
                if *number == 1 {
                    Some(format!("article {article}: {headline}"))
                } else {
                    self.changes.fetch_add(1, Ordering::Relaxed);
                    Some(format!("CHANGED {article}, version {number}: {headline}"))
                }
            }
        };
        if let Some(line) = line.map(|line| one_line(&line)) {
            if !self.terminal {
                warn!("{line}");
            } else if line.starts_with("CHANGED") {
                self.bar.println(&line);
            }
            if let Ok(mut last) = self.last.lock() {
                *last = line;
            }
        }
        let count = |counter: &AtomicU64, one, many| {
            counted(usize::try_from(counter.load(Ordering::Relaxed)).unwrap_or(usize::MAX), one, many)
        };
        let last = self.last.lock().map(|last| last.clone()).unwrap_or_default();
        self.bar.set_message(format!(
            "{} · {} · {} · {}   {last}",
            count(&self.looks, "look", "looks"),
            count(&self.polls, "poll", "polls"),
            count(&self.versions, "version", "versions"),
            count(&self.changes, "change", "changes"),
        ));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// How far one long work is: a bar on a terminal, nothing elsewhere.
pub struct Bar(ProgressBar);

/// A bar that nothing was told to yet.
pub fn bar() -> Bar {
    if !std::io::stderr().is_terminal() {
        return Bar(ProgressBar::hidden());
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}  {eta} left") {
        bar.set_style(style);
    }
    Bar(bar)
}

impl Bar {
    /// Takes what the work tells.
    pub fn tell(&self, progress: &upkeep::Progress<'_>) {
        self.0.set_length(progress.total);
        self.0.set_position(progress.done);
        self.0.set_message(progress.doing.to_owned());
    }

    /// The work is done.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}
