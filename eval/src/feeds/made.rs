//! Changes as the store would hand them to a feed.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{
    Article, ArticleId, Block, BlockKind, CaptureId, ChangeState, ListedChange, Outlet, OutletId, Reading,
    RecordedChange, Version,
};
use publish::{ShownChange, Site, link};

use crate::chance::Chance;
use crate::odd;

/// Everything that one feed is made of.
pub struct Made {
    pub site: Site,
    pub outlet: Outlet,
    pub article: Article,
    /// Newest first.
    pub changes: Vec<ShownChange>,
    pub now: Timestamp,
}

impl Made {
    /// A site, an outlet, an article, and its changes.
    pub fn of(chance: &mut Chance) -> Self {
        let site = Site { name: odd::name(chance), base: odd::base(chance), public: chance.one_in(2) };
        let outlet = outlet(chance);
        let article = article(chance, &outlet, 1);
        let count = match chance.below(100) {
            0..3 => 0,
            3 => 30,
            _ => 1 + chance.below(4),
        };
        let begun = Timestamp::from_second(1_000_000_000 + chance.below(780_000_000) as i64).expect("a time");
        let mut moment = begun;
        let mut before = reading(chance);
        let mut changes = Vec::new();
        for number in 1..=count as u32 {
            let after = edited(chance, &before);
            moment += SignedDuration::from_millis(1 + chance.below(90_000_000) as i64);
            changes.push(change(chance, &outlet, &article, number, (&before, &after), moment));
            before = after;
        }
        let latest = changes.iter().map(|c| c.listed.recorded.updated_at).max().unwrap_or(moment);
        let now = latest + SignedDuration::from_secs(chance.below(100_000) as i64);
        changes.reverse();
        Self { site, outlet, article, changes, now }
    }

    /// What is true of a change.
    pub fn truth(&self, shown: &ShownChange) -> serde_json::Value {
        let recorded = &shown.listed.recorded;
        serde_json::json!({
            "guid": recorded.guid(),
            "title": recorded.to.headline,
            "seen": recorded.to.first_seen.to_string(),
            "updated": recorded.updated_at.to_string(),
            "url": self.site.absolute(&link::change(recorded.article, recorded.from.number, recorded.to.number)),
        })
    }
}

fn outlet(chance: &mut Chance) -> Outlet {
    let domain = "ledger.example".to_owned();
    let id = OutletId(1 + chance.below(2_000) as u32);
    Outlet { id, name: odd::name(chance), domain, homepage: chance.one_in(2).then(|| odd::address(chance)) }
}

fn article(chance: &mut Chance, outlet: &Outlet, number: u32) -> Article {
    let url = odd::address(chance);
    Article {
        id: ArticleId::new(outlet.id, number),
        key: format!("ledger.example/{number}"),
        url,
        headline: odd::headline(chance).map(|line| text::canonical(&line)).filter(|line| says_something(line)),
        language: odd::language(chance),
        first_seen: Timestamp::from_second(1_000_000_000).expect("a time"),
        published_at: odd::claimed(chance),
    }
}

fn reading(chance: &mut Chance) -> Reading {
    let mut body = Vec::new();
    for _ in 0..chance.below(7) {
        body.push(block(chance));
    }
    canonical(Reading {
        headline: odd::headline(chance),
        standfirst: chance.one_in(3).then(|| odd::text(chance, 9)),
        bylines: if chance.one_in(2) { vec![odd::name(chance)] } else { Vec::new() },
        published_at: odd::claimed(chance),
        updated_at: odd::claimed(chance),
        language: odd::language(chance),
        partial: chance.one_in(9),
        body,
        reader: "replate-1".into(),
        ..Reading::default()
    })
}

fn block(chance: &mut Chance) -> Block {
    let kind = match chance.below(12) {
        0 => BlockKind::Subhead,
        1 => BlockKind::Quote,
        2 => BlockKind::List,
        3 => BlockKind::Table,
        4 => BlockKind::Caption,
        5 => BlockKind::LiveEntry,
        6 => BlockKind::Notice,
        7 => BlockKind::Embed,
        _ => BlockKind::Paragraph,
    };
    let words = if chance.one_in(400) { 4_000 } else { 1 + chance.below(30) };
    Block { kind, text: odd::text(chance, words) }
}

/// Whether a text holds more than what nobody can see; readers hand on no other.
fn says_something(text: &str) -> bool {
    text.chars().any(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
}

/// A reading as readers hand it on: every text in canonical form.
fn canonical(mut reading: Reading) -> Reading {
    for line in reading.headline.iter_mut().chain(&mut reading.standfirst).chain(&mut reading.bylines) {
        *line = text::canonical(line);
    }
    for block in &mut reading.body {
        let of_lines = matches!(block.kind, BlockKind::List | BlockKind::Table);
        block.text = if of_lines { text::canonical_lines(&block.text) } else { text::canonical(&block.text) };
    }
    reading.headline = reading.headline.filter(|line| says_something(line));
    reading.standfirst = reading.standfirst.filter(|line| says_something(line));
    reading.bylines.retain(|name| says_something(name));
    reading.body.retain(|block| says_something(&block.text));
    reading
}

/// A reading after one to three edits.
fn edited(chance: &mut Chance, before: &Reading) -> Reading {
    let mut after = before.clone();
    for _ in 0..=chance.below(3) {
        let place = chance.below(after.body.len() as u64) as usize;
        match chance.below(9) {
            0 => after.headline = odd::headline(chance),
            1 => after.standfirst = chance.one_in(2).then(|| odd::text(chance, 9)),
            2 => after.bylines.push(odd::name(chance)),
            3 => after.body.insert(place, block(chance)),
            4 if !after.body.is_empty() => drop(after.body.remove(place)),
            5 if after.body.len() > 1 => after.body.swap(0, place),
            6 => after.language = odd::language(chance),
            _ if !after.body.is_empty() => {
                let text = odd::text(chance, 3);
                after.body[place].text.push_str(&format!(" {text}"));
            }
            _ => after.body.push(block(chance)),
        }
    }
    let mut after = canonical(after);
    if after.canonical_text() == before.canonical_text() {
        after.body.push(Block { kind: BlockKind::Paragraph, text: format!("Paragraph {}.", chance.below(1 << 40)) });
    }
    after
}

fn change(
    chance: &mut Chance,
    outlet: &Outlet,
    article: &Article,
    number: u32,
    (before, after): (&Reading, &Reading),
    seen: Timestamp,
) -> ShownChange {
    let from = version(article, number, before, seen - SignedDuration::from_secs(3_600));
    let to = version(article, number + 1, after, seen);
    let state = match chance.below(3) {
        0 => ChangeState::Provisional,
        1 => ChangeState::Confirmed,
        _ => ChangeState::Reverted,
    };
    let updated_at = seen + SignedDuration::from_millis(chance.below(50_000_000) as i64 * chance.below(2) as i64);
    let change = compare::compare(before, after, &compare::Circumstances::default());
    let recorded =
        RecordedChange { article: article.id, from, to, state, updated_at, change, stealth: None, told_by: None };
    let listed = ListedChange { outlet: outlet.clone(), article: article.clone(), recorded };
    ShownChange { listed, before: before.clone(), after: after.clone() }
}

fn version(article: &Article, number: u32, reading: &Reading, seen: Timestamp) -> Version {
    let number = NonZeroU32::new(number).expect("counts from 1");
    let capture = CaptureId { article: article.id, look: number.get() * 3 };
    let last_seen = seen + SignedDuration::from_secs(1_800);
    Version { last_seen, ..Version::read(number, capture, seen, reading) }
}
