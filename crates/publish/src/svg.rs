//! Pictures: the timeline of an article.

use std::collections::{HashMap, HashSet};

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::SignedDuration;
use news::{Look, RecordedChange, Sighting, Timeline, Timestamp, Version, VersionKind};

use crate::words;

/// How time runs along the line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scale {
    /// The same width for the same span.
    #[default]
    Linear,
    /// Early hours wide, late months narrow: edits are dense at first.
    Log,
}

/// Four times the shortest pace of the schedule (30 minutes). A shorter interval between looks is
/// what looking regularly means; a longer one is hatched, because an edit could have come and
/// gone in it.
pub(crate) const LONG_GAP: SignedDuration = SignedDuration::from_hours(2);

/// An article's timeline as SVG that scales with its box: a line from first sight to now, a dot
/// per version sized by how much changed, a tick per look, hatching over long gaps, grey where
/// something else stood in the article's place or the look failed, a cross where it was gone, a
/// ring where it came back. Positions are percentages, so that it needs no script to fit.
#[derive(Debug, Clone, PartialEq, Template)]
#[template(path = "part/timeline.html")]
pub struct TimelineChart {
    summary: String,
    spans: Vec<Span>,
    ticks: Vec<Tick>,
    signs: Vec<Sign>,
    dots: Vec<Dot>,
}

impl HtmlSafe for TimelineChart {}

#[derive(Debug, Clone, PartialEq)]
struct Span {
    class: &'static str,
    x: String,
    width: String,
    title: String,
    /// Where it lies if it is narrow: which third of a per cent.
    narrow: Option<u32>,
}

#[derive(Debug, Clone, PartialEq)]
struct Tick {
    class: &'static str,
    x: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Sign {
    gone: bool,
    x: String,
    title: String,
}

#[derive(Debug, Clone, PartialEq)]
struct Dot {
    x: String,
    radius: String,
    title: String,
}

/// Draws the timeline up to `now`.
pub fn timeline(timeline: &Timeline, now: Timestamp, scale: Scale) -> TimelineChart {
    let axis = Axis::of(timeline, now, scale);
    TimelineChart {
        summary: summary(timeline),
        spans: spans(timeline, &axis, now),
        ticks: ticks(timeline, &axis),
        signs: signs(timeline, &axis),
        dots: dots(timeline, &axis),
    }
}

/// From instants to per cent of the width.
struct Axis {
    from: f64,
    span: f64,
    scale: Scale,
}

impl Axis {
    fn of(timeline: &Timeline, now: Timestamp, scale: Scale) -> Self {
        let looks = timeline.looks.iter().map(|l| l.at);
        let from = looks.clone().chain([timeline.article.first_seen]).min().unwrap_or(now);
        let to = looks.chain([now]).max().unwrap_or(now);
        let seconds = (to.as_second() - from.as_second()).max(1) as f64;
        Self { from: from.as_second() as f64, span: seconds, scale }
    }

    /// Between 2 and 98, so that dots at the ends are whole.
    fn x(&self, at: Timestamp) -> f64 {
        let seconds = (at.as_second() as f64 - self.from).clamp(0.0, self.span);
        let share = match self.scale {
            Scale::Linear => seconds / self.span,
            Scale::Log => (1.0 + seconds / 1800.0).ln() / (1.0 + self.span / 1800.0).ln(),
        };
        2.0 + 96.0 * share
    }

    fn percent(&self, at: Timestamp) -> String {
        format!("{:.2}%", self.x(at))
    }

    fn span(&self, class: &'static str, from: Timestamp, to: Timestamp, title: String) -> Span {
        let (left, width) = (self.x(from), (self.x(to) - self.x(from)).max(0.1));
        let narrow = (width < 1.0 / 3.0).then_some((left * 3.0) as u32);
        Span { class, x: self.percent(from), width: format!("{width:.2}%"), title, narrow }
    }
}

/// What the picture says, for those who do not see it; the table below says it in full.
fn summary(timeline: &Timeline) -> String {
    let versions = shown(timeline).count();
    let gone = timeline.looks.iter().filter(|l| is_gone(l.sighting)).count();
    let mut text = format!(
        "{} at {}",
        words::count(versions, "version", "versions"),
        words::count(timeline.looks.len(), "look", "looks")
    );
    if gone > 0 {
        text.push_str(&format!(", gone at {}", words::count(gone, "look", "looks")));
    }
    text.push_str(". The table below says the same.");
    text
}

fn shown(timeline: &Timeline) -> impl Iterator<Item = &Version> {
    timeline.versions.iter().filter(|v| v.kind != VersionKind::ReaderOnly)
}

fn is_gone(sighting: Sighting) -> bool {
    matches!(sighting, Sighting::Gone | Sighting::SoftGone)
}

fn spans(timeline: &Timeline, axis: &Axis, now: Timestamp) -> Vec<Span> {
    let between = |from, to| format!("{} to {}", words::date_time(from), words::date_time(to));
    let mut spans: Vec<Span> = timeline
        .unseen(now, LONG_GAP)
        .into_iter()
        .map(|gap| axis.span("gap", gap.from, gap.to, format!("Not seen: {}", between(gap.from, gap.to))))
        .collect();
    let same = |a: &Look, b: &Look| (a.sighting, a.failure) == (b.sighting, b.failure);
    let mut seen = 0;
    for run in timeline.looks.chunk_by(same) {
        seen += run.len();
        let Some(first) = run.first().filter(|look| is_grey(look.sighting)) else { continue };
        let to = timeline.looks.get(seen).map_or(now.max(first.at), |next| next.at);
        spans.push(axis.span(
            "blocked",
            first.at,
            to,
            format!("{}: {}", words::date_time(first.at), words::found(first)),
        ));
    }
    // A third of a per cent is three or four pixels: of narrow spans that lie in the same one, the first is drawn.
    let mut drawn = HashSet::new();
    spans.retain(|span| span.narrow.is_none_or(|place| drawn.insert((span.class, place))));
    spans
}

fn is_grey(sighting: Sighting) -> bool {
    !sighting.is_informative() || sighting == Sighting::Walled
}

fn ticks(timeline: &Timeline, axis: &Axis) -> Vec<Tick> {
    let tick = |look: &Look| {
        let class = if is_grey(look.sighting) { "look blocked" } else { "look" };
        // A tenth of a per cent is about a pixel: ticks nearer than that are one.
        Tick { class, x: format!("{:.1}%", axis.x(look.at)) }
    };
    let mut ticks: Vec<Tick> = timeline.looks.iter().map(tick).collect();
    let mut drawn = HashSet::new();
    ticks.retain(|tick| drawn.insert((tick.class, tick.x.clone())));
    ticks
}

fn signs(timeline: &Timeline, axis: &Axis) -> Vec<Sign> {
    let mut signs = Vec::new();
    let mut gone = false;
    for look in timeline.looks.iter().filter(|l| l.sighting.is_informative()) {
        let now_gone = is_gone(look.sighting);
        if now_gone != gone {
            let what = if now_gone { "Gone" } else { "Back" };
            let title = format!("{what}: {}", words::date_time(look.at));
            signs.push(Sign { gone: now_gone, x: axis.percent(look.at), title });
        }
        gone = now_gone;
    }
    signs
}

fn dots(timeline: &Timeline, axis: &Axis) -> Vec<Dot> {
    let brought: HashMap<_, _> = timeline.changes.iter().rev().map(|c| (c.to.number, c)).collect();
    let dot = |version: &Version| {
        let change = brought.get(&version.number).copied();
        let title = format!("Version {}: {}", version.number, words::date_time(version.first_seen));
        Dot { x: axis.percent(version.first_seen), radius: format!("{:.1}", radius(change)), title }
    };
    shown(timeline).map(dot).collect()
}

/// From 4 for a comma to 11 for 2,000 characters and more; its area grows with the change.
fn radius(change: Option<&RecordedChange>) -> f64 {
    let Some(recorded) = change else { return 6.0 };
    let chars = |text: &str| text.chars().count();
    let changed: usize = recorded.change.hunks.iter().map(|h| chars(&h.before) + chars(&h.after)).sum();
    4.0 + 7.0 * (changed as f64 / 2000.0).min(1.0).sqrt()
}
