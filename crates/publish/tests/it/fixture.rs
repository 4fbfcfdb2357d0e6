//! Timelines made by hand: fictional outlets, our own words.

use std::num::NonZeroU32;

use news::{
    Aligned, Article, ArticleId, Block, BlockKind, CaptureId, Change, ChangeKind, ChangeState, Failure, Hunk,
    ListedChange, Look, NextLook, Notice, Op, Outlet, OutletId, PartChange, ReadVersion, Reading, RecordedChange,
    Region, Sighting, Timeline, Timestamp, Version,
};
use publish::{ShownChange, Site};

pub fn site() -> Site {
    Site { name: "Replate".into(), base: "http://replate.example".into(), public: false }
}

/// Minutes after the first look.
pub fn at(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_795_356_120 + minutes * 60).expect("within range")
}

pub fn number(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).expect("from 1")
}

pub fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.into() }
}

pub struct Told {
    pub timeline: Timeline,
    pub versions: Vec<ReadVersion>,
}

impl Told {
    /// One article with these readings, each first seen at its minute.
    pub fn of(outlet: Outlet, url: &str, readings: Vec<(i64, Reading)>) -> Self {
        let id = ArticleId::new(outlet.id, 7);
        let newest = readings.last().map(|(_, r)| r.clone()).unwrap_or_default();
        let mut versions: Vec<ReadVersion> = Vec::new();
        let mut looks = Vec::new();
        for (i, (minute, reading)) in readings.into_iter().enumerate() {
            let look = looks.len() as u32 + 1;
            let n = number(i as u32 + 1);
            let shows = Some(n);
            looks.push(Look { number: look, at: at(minute), sighting: Sighting::Article, failure: None, shows });
            let again =
                Look { number: look + 1, at: at(minute + 30), sighting: Sighting::Unchanged, failure: None, shows };
            looks.push(again);
            let version = version(CaptureId { article: id, look }, n, minute, &reading);
            versions.push(ReadVersion { version, reading });
        }
        let changes = versions.windows(2).map(|pair| recorded(id, &pair[0], &pair[1])).collect();
        let article = Article {
            id,
            url: url.into(),
            key: url.into(),
            headline: newest.headline.clone(),
            language: newest.language.clone(),
            first_seen: at(0),
            published_at: Some("2026-11-22T13:40:00Z".into()),
        };
        let next = NextLook::At(at(6000));
        let numbered = versions.iter().map(|v| v.version.clone()).collect();
        let timeline = Timeline {
            outlet,
            article,
            versions: numbered,
            hidden: Vec::new(),
            changes,
            looks,
            next,
            halted: None,
            merged: None,
            also_recorded: Vec::new(),
            former_addresses: Vec::new(),
        };
        Self { timeline, versions }
    }

    pub fn shown(&self) -> Vec<ShownChange> {
        let timeline = &self.timeline;
        let shown = timeline.changes.iter().zip(self.versions.windows(2)).map(|(recorded, pair)| ShownChange {
            listed: ListedChange {
                outlet: timeline.outlet.clone(),
                article: timeline.article.clone(),
                recorded: recorded.clone(),
            },
            before: pair[0].reading.clone(),
            after: pair[1].reading.clone(),
        });
        let mut shown: Vec<ShownChange> = shown.collect();
        shown.reverse();
        shown
    }

    fn look(&mut self, minute: i64, sighting: Sighting, failure: Option<Failure>) {
        let number = self.timeline.looks.len() as u32 + 1;
        self.timeline.looks.push(Look { number, at: at(minute), sighting, failure, shows: None });
    }
}

fn version(capture: CaptureId, number: NonZeroU32, minute: i64, reading: &Reading) -> Version {
    let read = Version::read(number, capture, at(minute), reading);
    Version { last_seen: at(minute + 30), partial: false, reader: "replate-1".into(), ..read }
}

fn recorded(article: ArticleId, from: &ReadVersion, to: &ReadVersion) -> RecordedChange {
    RecordedChange {
        stealth: None,
        told_by: None,
        article,
        from: from.version.clone(),
        to: to.version.clone(),
        state: ChangeState::Confirmed,
        updated_at: to.version.first_seen,
        change: change(&from.reading, &to.reading),
    }
}

/// A small stand-in for `compare`: blocks are paired by equal text, then by their order between
/// two equal ones; a changed pair gets one hunk. Enough for tables of two or three edits.
pub fn change(before: &Reading, after: &Reading) -> Change {
    let (old, new) = (pieces(before), pieces(after));
    let mut rows = Vec::new();
    let mut hunks = Vec::new();
    let mut kinds = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let next = |text: &str, in_: &[Piece], from: usize| in_[from..].iter().any(|p| p.text == text);
        match (old.get(i), new.get(j)) {
            (Some(b), Some(a)) if b.text == a.text => {
                rows.push(aligned(Op::Equal, Some(b), Some(a)));
                (i, j) = (i + 1, j + 1);
            }
            (Some(b), _) if next(&b.text, &new, 0) && !next(&b.text, &new, j) => i += 1,
            (Some(b), Some(a)) if next(&b.text, &new, j) && next(&a.text, &old, 0) && a.block >= 2 => {
                let from = old.iter().find(|p| p.text == a.text);
                rows.push(aligned(Op::Moved, from, Some(a)));
                kinds.push(ChangeKind::MovedPara);
                j += 1;
            }
            (Some(b), Some(a))
                if !next(&b.text, &new, j) && (b.block < 2) == (a.block < 2) && alike(&b.text, &a.text) =>
            {
                let hunk = hunk(b, a);
                kinds.extend(&hunk.kinds);
                hunks.push(hunk);
                rows.push(aligned(Op::Changed, Some(b), Some(a)));
                (i, j) = (i + 1, j + 1);
            }
            (Some(b), _) if !next(&b.text, &new, j) => {
                rows.push(aligned(Op::Removed, Some(b), None));
                kinds.push(ChangeKind::RemPara);
                i += 1;
            }
            (_, Some(a)) => {
                rows.push(aligned(Op::Added, None, Some(a)));
                kinds.push(ChangeKind::AddPara);
                j += 1;
            }
            _ => i += 1,
        }
    }
    let mut parts = Vec::new();
    if before.bylines != after.bylines {
        let part =
            PartChange { part: "byline".into(), before: before.bylines.join(", "), after: after.bylines.join(", ") };
        parts.push(part);
        kinds.push(ChangeKind::BylineChanged);
    }
    let notice = |b: &&Block| b.kind == BlockKind::Notice && !before.body.contains(b);
    let notices: Vec<Notice> = after.body.iter().filter(notice).map(notice_of).collect();
    kinds.extend(notices.iter().map(|n| n.kind));
    kinds.sort_unstable();
    kinds.dedup();
    let same = before.canonical_text() == after.canonical_text();
    Change { same, kinds, notices, paragraphs: rows, hunks, parts, ..Change::default() }
}

fn notice_of(block: &Block) -> Notice {
    Notice { kind: ChangeKind::NoticeCorrection, text: block.text.clone(), explains: vec![] }
}

struct Piece {
    block: usize,
    start: usize,
    text: String,
}

fn pieces(reading: &Reading) -> Vec<Piece> {
    let mut start = 0;
    let piece = |(block, text): (usize, &str)| {
        let piece = Piece { block, start, text: text.into() };
        start += text.chars().count() + 2;
        piece
    };
    reading.text_pieces().map(piece).collect()
}

fn aligned(op: Op, before: Option<&Piece>, after: Option<&Piece>) -> Aligned {
    let blocks = |p: Option<&Piece>| p.map(|p| p.block).into_iter().collect();
    Aligned { op, before: blocks(before), after: blocks(after) }
}

fn alike(before: &str, after: &str) -> bool {
    let shared = before.split(' ').filter(|w| after.contains(w)).count();
    2 * shared > before.split(' ').count()
}

fn hunk(before: &Piece, after: &Piece) -> Hunk {
    let (b, a): (Vec<char>, Vec<char>) = (before.text.chars().collect(), after.text.chars().collect());
    let head = b.iter().zip(&a).take_while(|(x, y)| x == y).count();
    let head = b[..head].iter().rposition(|c| *c == ' ').map_or(0, |space| space + 1);
    let tail = b[head..].iter().rev().zip(a[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let tail = b[b.len() - tail..].iter().position(|c| *c == ' ').map_or(0, |space| tail - space);
    let (old, new) = (&b[head..b.len() - tail], &a[head..a.len() - tail]);
    let (place, kinds) = match before.block {
        0 => (Region::Headline, vec![ChangeKind::HeadlineChanged, ChangeKind::Reworded]),
        _ => (Region::Body, vec![ChangeKind::Reworded]),
    };
    Hunk {
        place,
        kinds,
        before: old.iter().collect(),
        after: new.iter().collect(),
        before_start: before.start + head,
        before_end: before.start + head + old.len(),
        after_start: after.start + head,
        after_end: after.start + head + new.len(),
        ..Hunk::default()
    }
}

fn outlet(id: u32, name: &str, domain: &str) -> Outlet {
    Outlet { id: OutletId(id), name: name.into(), domain: domain.into(), homepage: Some(format!("https://{domain}/")) }
}

fn english(headline: &str, bylines: &[&str], blocks: &[(BlockKind, &str)]) -> Reading {
    Reading {
        headline: Some(headline.into()),
        standfirst: Some("The crossing between the two banks has been closed since the storm of last week.".into()),
        bylines: bylines.iter().map(|b| (*b).into()).collect(),
        language: Some("en".into()),
        body: blocks.iter().map(|(kind, text)| block(*kind, text)).collect(),
        reader: "replate-1".into(),
        ..Reading::default()
    }
}

const PARAGRAPHS: [&str; 10] = [
    "The harbour bridge in Port Ellery will stay closed until spring, the city council said on Tuesday after engineers had looked at its northern pier for three days.",
    "At least 12 people were hurt when a barge broke loose in the storm and struck the bridge, the fire service said.",
    "“We will not open it before we know that it holds,” said Mara Lindqvist, who leads the council’s building office.",
    "Ferries will run every twenty minutes from the old customs house. The fare is to be £1.50 for one way, and school classes travel free.",
    "Shop owners on the southern bank said they feared for their winter trade.",
    "The bridge was opened in 1931 and rebuilt twice, the last time after the flood of 1978.",
    "The barge belonged to a gravel company from the upper river. Its owner did not answer questions.",
    "A report on the state of all nine bridges of the city had been promised for last year.",
    "The council meets again on Friday.",
    "Divers are to look at the foundations as soon as the water falls.",
];

/// An English article: four versions, with an edit of a number, a silent removal, a move, a
/// notice, and looks that failed, were blocked and found it gone and back.
pub fn bridge() -> Told {
    use BlockKind::{Caption, Notice, Paragraph, Subhead, Table};
    let p = PARAGRAPHS;
    let caption = (Caption, "The northern pier on Tuesday morning. Picture: Port Ellery Ledger");
    let first: Vec<_> = [(Paragraph, p[0]), (Paragraph, p[1]), caption, (Paragraph, p[2]), (Paragraph, p[3])]
        .into_iter()
        .chain([(Subhead, "An old bridge")])
        .chain(p[4..].iter().map(|t| (Paragraph, *t)))
        .chain([(Table, "Boat\tFare\nNight ferry\t£1.50\nSchool classes\tfree")])
        .collect();
    let more = p[1].replace("12 people", "21 people");
    let fare = p[3].replace("£1.50", "£15.0");
    let mut second = first.clone();
    second[1].1 = &more;
    let mut third = second.clone();
    third[4].1 = &fare;
    third.remove(10);
    third.remove(9);
    let mut fourth = third.clone();
    fourth[4].1 = p[3];
    let moved = fourth.remove(8);
    fourth.insert(3, moved);
    fourth.push((
        Notice,
        "This article was amended on 23 November 2026. An earlier version gave the fare as £15.0; it is £1.50.",
    ));
    let title = "Harbour bridge to stay closed until spring";
    let mut told = Told::of(
        outlet(3, "Port Ellery Ledger", "ledger.example"),
        "https://ledger.example/2026/11/22/harbour-bridge",
        vec![
            (0, english(title, &["Ada Moreau"], &first)),
            (125, english(title, &["Ada Moreau"], &second)),
            (600, english("Harbour bridge shut until spring as 21 are hurt", &["Ada Moreau"], &third)),
            (1500, english("Harbour bridge shut until spring as 21 are hurt", &["Ada Moreau", "Jon Pell"], &fourth)),
        ],
    );
    told.timeline.former_addresses = vec!["https://ledger.example/live/bridge".into()];
    told.look(1800, Sighting::Error, Some(Failure::Timeout));
    told.look(2000, Sighting::Blocked, None);
    told.look(2400, Sighting::Gone, None);
    told.look(2800, Sighting::Unchanged, None);
    for look in 0..12 {
        told.look(2900 + look * 120, Sighting::Unchanged, None);
    }
    told
}

/// An Arabic article of two versions.
pub fn arabic() -> Told {
    let reading = |headline: &str, second: &str| Reading {
        headline: Some(headline.into()),
        language: Some("ar".into()),
        body: vec![
            block(BlockKind::Paragraph, "أعلنت بلدية المدينة يوم الثلاثاء أن الجسر القديم سيبقى مغلقاً حتى فصل الربيع."),
            block(BlockKind::Paragraph, second),
            block(BlockKind::Paragraph, "وقالت المهندسة سلمى حداد: «لن نفتح الجسر قبل أن نتأكد من سلامته»."),
        ],
        reader: "replate-1".into(),
        ..Reading::default()
    };
    Told::of(
        outlet(5, "صحيفة المرفأ", "marfa.example"),
        "https://marfa.example/akhbar/jisr",
        vec![
            (0, reading("الجسر القديم مغلق حتى الربيع", "وأصيب 12 شخصاً عندما اصطدمت سفينة بالجسر أثناء العاصفة.")),
            (
                95,
                reading("الجسر القديم مغلق حتى نهاية الربيع", "وأصيب 21 شخصاً عندما اصطدمت سفينة بالجسر أثناء العاصفة."),
            ),
        ],
    )
}

/// The same text in every field that an outlet can fill.
pub fn hostile(payload: &str) -> Told {
    let reading = |more: &str| {
        let text = format!("{payload}{more}");
        let kinds = [BlockKind::Paragraph, BlockKind::Subhead, BlockKind::Quote, BlockKind::List, BlockKind::Table];
        let rest = [BlockKind::Caption, BlockKind::Notice, BlockKind::Embed, BlockKind::LiveEntry];
        Reading {
            headline: Some(text.clone()),
            standfirst: Some(text.clone()),
            bylines: vec![text.clone()],
            published_at: Some(payload.into()),
            updated_at: Some(payload.into()),
            language: Some(payload.into()),
            body: kinds.into_iter().chain(rest).map(|kind| block(kind, &text)).collect(),
            credits: vec![payload.into()],
            canonical_url: Some(payload.into()),
            reader: payload.into(),
            ..Reading::default()
        }
    };
    let mut outlet = outlet(9, payload, payload);
    outlet.homepage = Some(payload.into());
    let mut told = Told::of(outlet, payload, vec![(0, reading("")), (60, reading(" and more"))]);
    told.timeline.article.published_at = Some(payload.into());
    told.timeline.former_addresses = vec![payload.into()];
    for change in &mut told.timeline.changes {
        let part = PartChange { part: payload.into(), before: payload.into(), after: format!("{payload}!") };
        change.change.parts.push(part);
    }
    told
}
