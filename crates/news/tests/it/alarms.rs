//! Histories of outlets: for which of them an alarm rings, and which, and for which none does.

use jiff::{SignedDuration, Timestamp};
use news::alarm::{self, HourOfLooks};
use news::{Alarm, ArticleId, Failure, Field, OutletId, Share, Sighting, Trouble, Yield, Yields};

fn at(hours: i64) -> Timestamp {
    "2026-03-02T06:00:00Z".parse::<Timestamp>().expect("a time") + SignedDuration::from_hours(hours)
}

/// A reading of a new article: words, and which of headline, byline, publication time and standfirst (`hbps`) it had.
type Page = (u32, &'static str);

const WHOLE: Page = (600, "hbps");
const FLASH: Page = (50, "hp");

/// `many` readings of new articles, `apart` minutes from each other.
fn read(yields: &mut Yields, clock: &mut i64, many: u32, apart: i64, page: impl Fn(u32) -> Page) {
    for i in 0..many {
        *clock += apart;
        let (words, fields) = page(i);
        let bit = |letter| u8::from(fields.contains(letter));
        let fields = bit('h') | bit('b') << 1 | bit('p') << 2 | bit('s') << 3;
        let article = ArticleId::new(OutletId(1), u32::try_from(*clock).expect("minutes"));
        yields.push(Yield { article, at: at(0) + SignedDuration::from_mins(*clock), words, fields });
    }
}

/// How many readings, how many minutes apart, and what each found.
type Run<'a> = (u32, i64, &'a dyn Fn(u32) -> Page);

/// What rings after readings.
fn rings(runs: &[Run<'_>]) -> Vec<String> {
    let (mut yields, mut clock) = (Yields::default(), 0);
    for (many, apart, page) in runs {
        read(&mut yields, &mut clock, *many, *apart, page);
    }
    alarm::of_yields(&yields).iter().map(name).collect()
}

fn name(alarm: &Alarm) -> String {
    match alarm {
        Alarm::Field { field, .. } => format!("{field:?}"),
        Alarm::Length { before, since, .. } => if since < before { "Short" } else { "Long" }.to_owned(),
        Alarm::Looks { trouble, before, .. } => format!("{trouble:?}{}", if before.is_none() { " always" } else { "" }),
        Alarm::Burst { .. } => "Burst".to_owned(),
    }
}

#[test]
fn readings_ring_when_an_outlets_pages_are_not_what_they_were_and_else_not() {
    let whole = |_| WHOLE;
    let flash = |_| FLASH;
    let no_byline = |_| (600, "hps");
    let no_headline = |_| (600, "bps");
    let stub = |_| (40, "hbps");
    let every_other = |i: u32| if i.is_multiple_of(2) { (600, "hbps") } else { (600, "hps") };
    let one_in_ten_without = |i: u32| if i.is_multiple_of(10) { (600, "hps") } else { WHOLE };
    let with_comments = |_| (1500, "hbps");
    type Run<'a> = (u32, i64, &'a dyn Fn(u32) -> Page);
    let cases: &[(&str, &[Run<'_>], &[&str])] = &[
        ("nothing changes", &[(300, 60, &whole)], &[]),
        ("bylines vanish", &[(200, 60, &whole), (30, 60, &no_byline)], &["Byline"]),
        ("and it is told while they stay away", &[(200, 60, &whole), (400, 60, &no_byline)], &["Byline"]),
        ("a few without are no loss", &[(200, 60, &whole), (10, 60, &no_byline)], &[]),
        ("one in ten never had one", &[(300, 60, &one_in_ten_without)], &[]),
        ("half never had one", &[(200, 60, &every_other), (40, 60, &no_byline)], &[]),
        ("headlines vanish", &[(200, 60, &whole), (30, 60, &no_headline)], &["Headline"]),
        ("a young outlet", &[(25, 60, &whole), (20, 60, &no_byline)], &[]),
        ("bylines come back", &[(200, 60, &whole), (60, 60, &no_byline), (30, 60, &whole)], &[]),
        ("a weekend of short flashes", &[(300, 60, &whole), (60, 60, &flash)], &[]),
        ("the same at a busy outlet", &[(2000, 5, &whole), (720, 5, &flash)], &[]),
        ("the same where few write", &[(150, 300, &whole), (12, 300, &flash)], &[]),
        ("texts are stubs for a week", &[(300, 60, &whole), (170, 60, &stub)], &["Short"]),
        ("stubs for a day", &[(300, 60, &whole), (24, 60, &stub)], &[]),
        ("comments are taken for text", &[(300, 60, &whole), (170, 60, &with_comments)], &["Long"]),
        ("no byline for two months is how it is", &[(200, 60, &whole), (1500, 60, &no_byline)], &[]),
    ];
    for (name, runs, want) in cases {
        assert_eq!(rings(runs), *want, "{name}");
    }
}

#[test]
fn an_article_that_is_read_again_and_again_is_one() {
    let (mut yields, mut clock) = (Yields::default(), 0);
    read(&mut yields, &mut clock, 200, 60, |_| WHOLE);
    let blog = ArticleId::new(OutletId(1), 1);
    for minute in 0..300 {
        let at = at(300) + SignedDuration::from_mins(minute);
        yields.push(Yield { article: blog, at, words: 3000, fields: 1 });
    }
    assert_eq!(alarm::of_yields(&yields), []);
    assert_eq!(yields.every.recent.len(), 30);
}

#[test]
fn an_alarm_says_how_many_before_and_since() {
    let (mut yields, mut clock) = (Yields::default(), 0);
    read(&mut yields, &mut clock, 200, 60, |_| WHOLE);
    read(&mut yields, &mut clock, 30, 60, |i| if i < 2 { WHOLE } else { (600, "hps") });
    let want = Alarm::Field {
        field: Field::Byline,
        before: Share { count: 60, of: 60 },
        since: Share { count: 2, of: 30 },
        at: at(201),
    };
    assert_eq!(alarm::of_yields(&yields), [want]);
}

const NOW: i64 = 100;

/// An hour of looks, so many hours before now.
fn hour(ago: i64, sighting: Sighting, looks: u32, changes: u32) -> HourOfLooks {
    let failure = (sighting == Sighting::Error).then_some(Failure::Timeout);
    HourOfLooks { hour: at(NOW - ago), sighting, failure, looks, changes }
}

fn hours(agos: std::ops::Range<i64>, sighting: Sighting, looks: u32, changes: u32) -> Vec<HourOfLooks> {
    agos.map(|ago| hour(ago, sighting, looks, changes)).collect()
}

#[test]
fn looks_ring_when_most_meet_what_few_met() {
    use Sighting::{Article, Blocked, Error, NeedsScript, Unchanged, Walled};
    type Case<'a> = (&'a str, &'a [Vec<HourOfLooks>], &'a [&'a str]);
    let cases: &[Case<'_>] = &[
        ("all is well", &[hours(0..72, Unchanged, 5, 0)], &[]),
        ("walls come", &[hours(24..72, Article, 5, 0), hours(0..24, Walled, 5, 0)], &["Walls"]),
        ("walls were always there", &[hours(0..72, Walled, 5, 0)], &[]),
        ("bot checks come", &[hours(24..72, Article, 5, 0), hours(0..20, Blocked, 5, 0)], &["Blocks"]),
        ("bot checks go on", &[hours(0..72, Blocked, 5, 0)], &["Blocks always"]),
        ("scripts from the first day on", &[hours(0..20, NeedsScript, 3, 0)], &["Scripts always"]),
        ("a young outlet", &[hours(0..6, NeedsScript, 3, 0)], &[]),
        ("one bad hour", &[hours(0..72, Article, 5, 0), vec![hour(3, Error, 30, 0)]], &[]),
        ("a day without an answer", &[hours(24..72, Article, 5, 0), hours(0..24, Error, 5, 0)], &["Failures"]),
        ("few looks at all", &[hours(24..72, Article, 1, 0), hours(0..15, Error, 1, 0)], &[]),
    ];
    for (name, parts, want) in cases {
        let alarms = alarm::of_looks(&parts.concat(), at(NOW));
        assert_eq!(alarms.iter().map(self::name).collect::<Vec<_>>(), *want, "{name}");
    }
    let refused = HourOfLooks { failure: Some(Failure::Disallowed), ..hour(0, Error, 60, 0) };
    let since = Share { count: 60, of: 60 };
    assert_eq!(
        alarm::of_looks(&[refused], at(NOW)),
        [Alarm::Looks { trouble: Trouble::Refusals, before: None, since }]
    );
}

#[test]
fn a_burst_is_many_articles_that_change_together() {
    use Sighting::Article;
    let quiet = hours(3..72, Article, 10, 0);
    let with = |parts: &[HourOfLooks]| alarm::burst(&[&quiet[..], parts].concat(), at(NOW));
    let redesign = with(&[hour(2, Article, 20, 15), hour(1, Article, 20, 6)]).expect("a burst");
    assert_eq!((redesign.from, redesign.looks, redesign.usual), (at(NOW - 2), 40, Share { count: 0, of: 690 }));
    assert!(matches!(redesign.alarm(21), Some(Alarm::Burst { since: Share { count: 21, of: 40 }, .. })));
    assert_eq!(redesign.alarm(5), None, "five live blogs");

    assert_eq!(with(&[hour(1, Article, 20, 4)]), None, "a few edits");
    assert_eq!(with(&[hour(1, Article, 200, 20)]), None, "a tenth of many looks");
    assert_eq!(alarm::burst(&[hour(1, Article, 20, 20)], at(NOW)), None, "a young outlet");
    let restless = hours(0..72, Article, 10, 3);
    assert_eq!(alarm::burst(&restless, at(NOW)), None, "it is always so");
    let yesterday = [&hours(40..72, Article, 10, 0)[..], &[hour(30, Article, 20, 20)]].concat();
    assert_eq!(alarm::burst(&yesterday, at(NOW)), None, "more than a day ago");
}
