//! Truth against found: a scripted day as it was, and as the store says it was.

use std::collections::HashSet;

use anyhow::Result;
use jiff::Timestamp;
use news::{CaptureId, Look, Reading, Sighting, Timeline};
use newsroom::{ArticleIndex, Script};
use store::Store;

use super::fold::{Conclusion, Fold};

/// What a check found.
#[derive(Debug, Default)]
pub struct Report {
    /// What to print, a line each.
    pub lines: Vec<String>,
    /// Every difference between truth and found, in words.
    pub differences: Vec<String>,
    /// How many articles the script has.
    pub articles: usize,
    /// How many events.
    pub events: usize,
    /// How many looks were made.
    pub looks: usize,
    /// How many versions were recorded.
    pub versions: usize,
    /// States of an article that no look saw: each lies inside a gap of its timeline.
    pub unseen: usize,
}

impl Report {
    fn differ(&mut self, of: &str, what: &str) {
        self.lines.push(format!("  DIFFERS  {what}"));
        self.differences.push(format!("{of}: {what}"));
    }
}

/// Compares everything that the store says of the day with the script.
///
/// # Errors
/// When the store cannot be read.
pub fn verify(script: &Script, store: &Store, acknowledged: &HashSet<CaptureId>) -> Result<Report> {
    let mut report = Report::default();
    if script.articles().next().is_none() {
        report.differ("the day", "it has no articles, so nothing is shown by it");
    }
    let mut recorded = HashSet::new();
    for article in script.articles() {
        let plan = script.plan(article);
        report.articles += 1;
        report.lines.push(format!("{} · {}", script.outlet_of(article).name, plan.headline));
        let key = discover::address::key(&script.addresses(article)[0].1)?;
        let timeline = store.read_blocking(move |tx| match store::articles::find_article(tx, &key)? {
            Some(id) => store::timelines::timeline_of(tx, id),
            None => Ok(None),
        })?;
        match timeline {
            Some(timeline) => {
                recorded
                    .extend(timeline.looks.iter().map(|l| CaptureId { article: timeline.article.id, look: l.number }));
                Checked::load(script, article, &timeline, store)?.check(&mut report);
            }
            None => report.differ(&plan.id, "it was never found"),
        }
    }
    for lost in acknowledged.difference(&recorded) {
        report.differ("acknowledged looks", &format!("{lost} was acknowledged and is on no timeline"));
    }
    Ok(report)
}

/// One article of the script beside its timeline.
struct Checked<'a> {
    script: &'a Script,
    article: ArticleIndex,
    id: &'a str,
    timeline: &'a Timeline,
    /// What the versions say, in the order of their numbers.
    readings: Vec<Reading>,
}

impl<'a> Checked<'a> {
    fn load(script: &'a Script, article: ArticleIndex, timeline: &'a Timeline, store: &Store) -> Result<Self> {
        let captures: Vec<CaptureId> = timeline.versions.iter().map(|v| v.capture).collect();
        let readings =
            store.read_blocking(move |tx| captures.iter().map(|c| store::readings::load_reading(tx, *c)).collect())?;
        Ok(Self { script, article, id: &script.plan(article).id, timeline, readings })
    }

    fn check(&self, report: &mut Report) {
        report.looks += self.timeline.looks.len();
        report.versions += self.timeline.versions.len();
        self.tell_events(report);
        let (mut fold, mut faults) = (Fold::default(), Faults::default());
        let mut address = self.script.addresses(self.article)[0].1.clone();
        for look in &self.timeline.looks {
            let here = self.script.shown(self.article, look.at);
            let shown = self.script.shown_at(self.article, path_of(&address), look.at);
            // A feed may have told the new address before a look was redirected to it.
            let told = look.sighting != Sighting::Moved && shown.sighting == Sighting::Moved;
            let sighting = if told { here.sighting } else { shown.sighting };
            if shown.sighting == Sighting::Moved {
                address = here.address;
            }
            let right = fold.look(look.at, sighting, shown.reading.as_ref());
            let fault = self.fault(look, &right, &fold);
            faults.tell(fault, look, self.id, report);
        }
        faults.end(self.id, report);
        self.check_versions(&fold, report);
        self.check_changes(report);
    }

    /// What is wrong with a look, if anything is: another sighting, or another text.
    fn fault(&self, look: &Look, right: &Conclusion, fold: &Fold) -> Option<String> {
        if !right.sightings.contains(&look.sighting) {
            let (found, truth) = (look.sighting, right.sightings[0]);
            return Some(format!("was taken for {}; it was {}", name(found), name(truth)));
        }
        let truth = fold.versions[right.shows?].reading.canonical_text();
        let found = look.shows.and_then(|n| self.readings.get(n.get() as usize - 1)).map(Reading::canonical_text);
        let difference = || first_difference(&truth, found.as_deref().unwrap_or_default());
        (found.as_deref() != Some(&*truth)).then(|| format!("does not show the page's text: {}", difference()))
    }

    fn check_versions(&self, fold: &Fold, report: &mut Report) {
        let times = |all: &mut dyn Iterator<Item = Timestamp>| all.map(clock).collect::<Vec<_>>().join(", ");
        let found = times(&mut self.timeline.versions.iter().map(|v| v.first_seen));
        let truth = times(&mut fold.versions.iter().map(|v| v.first_seen));
        if found != truth {
            report.differ(self.id, &format!("versions were found at {found}; they were at {truth}"));
        }
        // Versions are paired by time: one false version would put all behind it out of step.
        for (version, reading) in self.timeline.versions.iter().zip(&self.readings) {
            let Some(truth) = fold.versions.iter().find(|t| clock(t.first_seen) == clock(version.first_seen)) else {
                continue;
            };
            let number = |n: Option<usize>| n.map_or_else(|| "none".to_owned(), |n| format!("version {n}"));
            let returns_to = version.returns_to.map(|n| n.get() as usize);
            let rows = [
                ("its kind", name(version.kind), name(truth.kind)),
                ("what it returns to", number(returns_to), number(truth.returns_to)),
                ("its byline", reading.bylines.join("; "), truth.reading.bylines.join("; ")),
                ("its captions, tables and embeds", parts(reading), parts(&truth.reading)),
                ("whether it is partial", reading.partial.to_string(), truth.reading.partial.to_string()),
            ];
            for (what, found, truth) in rows {
                if found != truth {
                    report.differ(
                        self.id,
                        &format!("version {}: {what}: true “{truth}”, found “{found}”", version.number),
                    );
                }
            }
        }
    }

    /// Every recorded change, applied to the text before it, gives the text after it.
    fn check_changes(&self, report: &mut Report) {
        if self.timeline.changes.len() + 1 != self.timeline.versions.len() && !self.timeline.versions.is_empty() {
            let (changes, versions) = (self.timeline.changes.len(), self.timeline.versions.len());
            report.differ(self.id, &format!("{changes} changes are recorded between {versions} versions"));
        }
        for recorded in &self.timeline.changes {
            let reading = |number: std::num::NonZeroU32| self.readings.get(number.get() as usize - 1);
            let (Some(before), Some(after)) = (reading(recorded.from.number), reading(recorded.to.number)) else {
                continue;
            };
            if compare::apply(before, &recorded.change) != after.canonical_text() {
                let change = format!("{}..{}", recorded.from.number, recorded.to.number);
                report.differ(self.id, &format!("change {change} does not lead from its one text to its other"));
            }
        }
    }

    /// What happened, each with the look that saw it or the gap that it fell into.
    fn tell_events(&self, report: &mut Report) {
        let looks = &self.timeline.looks;
        for happening in self.script.events(self.article) {
            report.events += 1;
            let time = happening.time.max(self.script.appears(self.article));
            let seen = looks.iter().find(|l| l.at >= time).map(|look| {
                let shows = look.shows.map_or_else(String::new, |n| format!(", version {n}"));
                let founded = self.timeline.versions.iter().any(|v| v.capture.look == look.number);
                let new = if founded { " (new)" } else { "" };
                format!("look {} at {}: {}{shows}{new}", look.number, clock(look.at), name(look.sighting))
            });
            let seen = seen.unwrap_or_else(|| "no look after it".into());
            let words = [happening.name.as_str(), happening.description.as_str()].join(" ");
            report.lines.push(format!("  {}  {:<60}  {seen}", clock(happening.time), shortened(words.trim(), 60)));
        }
        let moments = self.script.moments(self.article);
        let ends = moments.iter().skip(1).copied().chain([self.script.end()]);
        for (from, to) in moments.iter().copied().zip(ends) {
            if looks.iter().any(|l| l.at >= from && l.at < to) {
                continue;
            }
            report.unseen += 1;
            let last = looks.last().map_or(from, |l| l.at);
            let gap = self.timeline.gaps().into_iter().find(|g| g.from < from && g.to >= to);
            match gap {
                Some(gap) => {
                    let cause = publish::words::gap_cause(gap.cause);
                    let why = format!("no look saw it: gap {}–{} ({cause})", clock(gap.from), clock(gap.to));
                    report.lines.push(format!("  {}  state until {:<48}  {why}", clock(from), clock(to)));
                }
                None if last < from => {
                    report.lines.push(format!("  {}  state until {:<48}  after the last look", clock(from), clock(to)));
                }
                None if to <= self.timeline.looks.first().map_or(to, |l| l.at) => {
                    report.lines.push(format!(
                        "  {}  state until {:<48}  before the first look",
                        clock(from),
                        clock(to)
                    ));
                }
                None => report.differ(
                    self.id,
                    &format!("the state {}–{} was not seen, and no gap says so", clock(from), clock(to)),
                ),
            }
        }
    }
}

/// Looks in a row with one fault are told as one difference.
#[derive(Default)]
struct Faults {
    running: Option<(String, Look, u32)>,
}

impl Faults {
    fn tell(&mut self, fault: Option<String>, look: &Look, id: &str, report: &mut Report) {
        match (&mut self.running, &fault) {
            (Some((running, _, looks)), Some(fault)) if running == fault => *looks += 1,
            _ => {
                self.end(id, report);
                self.running = fault.map(|fault| (fault, *look, 1));
            }
        }
    }

    fn end(&mut self, id: &str, report: &mut Report) {
        let Some((fault, first, looks)) = self.running.take() else { return };
        let more = if looks > 1 { format!(" and {} more", looks - 1) } else { String::new() };
        report.differ(id, &format!("look {} at {}{more} {fault}", first.number, clock(first.at)));
    }
}

fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("/", |at| &rest[at..])
}

fn parts(reading: &Reading) -> String {
    let parts = reading.body.iter().filter(|b| !b.kind.is_text());
    parts.map(|b| format!("{}: {}", name(b.kind), b.text)).collect::<Vec<_>>().join(" | ")
}

/// The name that a value has in JSON.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn clock(at: Timestamp) -> String {
    at.strftime("%d %H:%M:%S").to_string()
}

fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// The first paragraph of each text that the other does not have, and how many there are.
fn first_difference(truth: &str, found: &str) -> String {
    let lacking = |of: &str, other: &str| {
        let others: HashSet<&str> = other.split("\n\n").collect();
        let lacking: Vec<&str> = of.split("\n\n").filter(|p| !others.contains(p)).collect();
        let first = lacking.first().map(|p| format!(" “{}”", shortened(p, 160))).unwrap_or_default();
        format!("{}{first}", lacking.len())
    };
    match (lacking(truth, found), lacking(found, truth)) {
        (missing, extra) if missing == "0" && extra == "0" => "the same paragraphs in another order".into(),
        (missing, extra) => format!("paragraphs missing: {missing}; not of the article: {extra}"),
    }
}
