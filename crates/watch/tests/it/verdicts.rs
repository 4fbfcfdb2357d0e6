//! Histories: what a page showed look by look, and what each look must be taken for.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{
    Answer, ArticleId, Block, BlockKind, CaptureId, Exchange, Look, OutletId, PageKind, Reading, Sighting, Version,
};
use watch::verdict::{Before, Verdict, by_answer, by_reading, found};

/// A long text under the usual headline, signed.
fn article(text: &str) -> Reading {
    let body = format!("{text} {}", "The council met on Monday and heard what the engineers had found. ".repeat(20));
    Reading {
        headline: Some("Bridge in Norwick closes".into()),
        bylines: vec!["Ada Weber".into()],
        ..short(&body, PageKind::Article)
    }
}

/// A page with one paragraph, signed by nobody.
fn short(text: &str, page: PageKind) -> Reading {
    let body = vec![Block { kind: BlockKind::Paragraph, text: text.trim().into() }];
    Reading { page, body, reader: "test-1".into(), ..Reading::default() }
}

fn updated(text: &str, at: &str) -> Reading {
    Reading { updated_at: Some(at.into()), ..article(text) }
}

fn part(text: &str) -> Reading {
    Reading { partial: true, ..short(text, PageKind::Walled) }
}

fn headed(headline: &str, reading: Reading) -> Reading {
    Reading { headline: Some(headline.into()), ..reading }
}

/// One look: hours since the first, what it showed, what it must be taken for.
///
/// `new N`: version N is founded; `new N of M`: it returns to M; `N`: it shows version N again; any
/// other word is the sighting of a look that shows no version.
type Told = (i64, Reading, &'static str);

fn play(name: &str, looks: Vec<Told>) {
    let (mut versions, mut showing, mut log): (Vec<Version>, Option<NonZeroU32>, Vec<Look>) = Default::default();
    let start: Timestamp = "2026-03-02T06:00:00Z".parse().expect("a time");
    for (at, (hours, reading, want)) in looks.into_iter().enumerate() {
        let now = start + SignedDuration::from_hours(hours);
        let before = Before { versions: &versions, showing, looks: &log, body_digest: None, last_modified: None };
        let verdict = by_reading(&before, &answered(now, 200, &[]), &reading, false);
        assert_eq!(said(&verdict), want, "{name}: look {}", at + 1);
        let number = at as u32 + 1;
        if let Some(founding) = verdict.founds {
            let capture = CaptureId { article: ArticleId::new(OutletId(1), 1), look: number };
            versions.push(found(founding, capture, now, &reading));
        }
        showing = verdict.shows.or(showing);
        log.push(Look { number, at: now, sighting: verdict.sighting, failure: None, shows: verdict.shows });
    }
}

fn said(verdict: &Verdict) -> String {
    match (verdict.founds, verdict.shows) {
        (Some(f), _) => match f.returns_to {
            Some(to) => format!("new {} of {to}", f.number),
            None => format!("new {}", f.number),
        },
        (None, Some(n)) => n.to_string(),
        (None, None) => format!("{:?}", verdict.sighting),
    }
}

fn answered(at: Timestamp, status: u16, headers: &[(&str, &str)]) -> Exchange {
    let last = Answer {
        url: "https://norwick.example/bridge".into(),
        peer: None,
        protocols: Vec::new(),
        request_head: Vec::new(),
        head: Vec::new(),
        wire_body: Vec::new(),
        status,
        headers: headers.iter().map(|(n, v)| ((*n).into(), (*v).into())).collect(),
        body: b"a page".to_vec(),
    };
    Exchange { at, duration_ms: 1, hops: Vec::new(), last, more: Vec::new(), vantage: "here".into() }
}

#[test]
fn texts_become_versions() {
    play("the same text is one version", vec![(0, article("A"), "new 1"), (1, article("A"), "1")]);
    play(
        "back and forth is three versions, the third a return",
        vec![(0, article("A"), "new 1"), (30, article("B"), "new 2"), (60, article("A"), "new 3 of 1")],
    );
    play(
        "two returns within a day make a variant set, which ends with a text outside it",
        vec![
            (0, article("A"), "new 1"),
            (1, article("B"), "new 2"),
            (2, article("A"), "new 3 of 1"),
            (3, article("B"), "new 4 of 2"),
            (4, article("A"), "3"),
            (5, article("B"), "4"),
            (6, article("C"), "new 5"),
            (7, article("A"), "new 6 of 1"),
        ],
    );
    play(
        "a set of four texts takes in those that have not come back yet",
        vec![
            (0, article("A"), "new 1"),
            (1, article("B"), "new 2"),
            (2, article("C"), "new 3"),
            (3, article("D"), "new 4"),
            (4, article("A"), "new 5 of 1"),
            (5, article("B"), "new 6 of 2"),
            (6, article("D"), "4"),
            (7, article("C"), "3"),
            (8, article("A"), "5"),
        ],
    );
    play(
        "two returns further apart are edits",
        vec![
            (0, article("A"), "new 1"),
            (1, article("B"), "new 2"),
            (2, article("A"), "new 3 of 1"),
            (40, article("B"), "new 4 of 2"),
            (80, article("A"), "new 5 of 1"),
        ],
    );
    let other_byline = Reading { bylines: vec!["Ada Weber".into(), "Jon Ruiz".into()], ..article("A") };
    play("another byline is a version, too", vec![(0, article("A"), "new 1"), (1, other_byline, "new 2")]);
}

#[test]
fn an_older_copy_is_no_version_until_it_stays() {
    let (old, new) = ("2026-03-02T06:00:00Z", "2026-03-02T07:00:00Z");
    play(
        "an older copy for an hour",
        vec![
            (0, updated("A", old), "new 1"),
            (2, updated("B", new), "new 2"),
            (3, updated("A", old), "StaleCopy"),
            (4, updated("B", new), "2"),
        ],
    );
    play(
        "an older copy for more than a day: the outlet has gone back",
        vec![
            (0, updated("A", old), "new 1"),
            (2, updated("B", new), "new 2"),
            (3, updated("A", old), "StaleCopy"),
            (20, updated("A", old), "StaleCopy"),
            (28, updated("A", old), "new 3 of 1"),
        ],
    );
}

#[test]
fn walls_and_other_pages_never_end_a_version() {
    for (page, want) in [
        (PageKind::Consent, "Consent"),
        (PageKind::Blocked, "Blocked"),
        (PageKind::SoftGone, "SoftGone"),
        (PageKind::Index, "Index"),
        (PageKind::Feed, "Feed"),
        (PageKind::Error, "Error"),
        (PageKind::NeedsScript, "NeedsScript"),
        (PageKind::Video, "Video"),
        (PageKind::Empty, "Empty"),
    ] {
        play(want, vec![(0, article("A"), "new 1"), (1, short("Words", page), want), (2, article("A"), "1")]);
    }
    play(
        "a wall after the whole text",
        vec![(0, article("A"), "new 1"), (1, part("A"), "Walled"), (2, article("A"), "1")],
    );
    play(
        "an outlet that is always walled gets versions of what it shows, and the whole text ends them",
        vec![(0, part("A"), "new 1"), (1, part("B"), "new 2"), (2, article("A"), "new 3"), (3, part("B"), "Walled")],
    );
}

#[test]
fn a_few_words_of_nobody_in_place_of_a_text_are_no_version() {
    let page = |headline: &str, text: &str| headed(headline, short(text, PageKind::Article));
    play(
        "a wall in words that no list has",
        vec![
            (0, article("A"), "new 1"),
            (1, page("Ju lutemi prisni", "Faqja po kontrollon lidhjen tuaj."), "Empty"),
            (2, article("A"), "1"),
        ],
    );
    for (why, reading) in [
        ("under its own headline", page("Bridge in Norwick closes", "The bridge is closed.")),
        ("with a notice", page("Note", "This article has been retracted. An earlier version misstated the length.")),
        ("signed", Reading { bylines: vec!["Ada Weber".into()], ..page("Bridge shut", "The bridge is closed.") }),
        ("dated", Reading { updated_at: Some("2026-03-02".into()), ..page("Bridge shut", "The bridge is closed.") }),
        ("of some length", page("Bridge shut", &"The bridge is closed. ".repeat(30))),
    ] {
        play(why, vec![(0, article("A"), "new 1"), (1, reading, "new 2")]);
    }
    play(
        "an article that was always short may change",
        vec![
            (0, page("Bridge closes", "The bridge is closed until Monday."), "new 1"),
            (1, page("Bridge opens", "The bridge is open again."), "new 2"),
        ],
    );
}

#[test]
fn the_answer_alone_settles_what_has_no_page() {
    let at: Timestamp = "2026-03-02T06:00:00Z".parse().expect("a time");
    let before = Before { versions: &[], showing: None, looks: &[], body_digest: None, last_modified: None };
    let pause = [("retry-after", "60")];
    let cases = [
        (200, &[][..], None),
        (304, &[], Some(Sighting::Unchanged)),
        (401, &[], Some(Sighting::Blocked)),
        (402, &[], Some(Sighting::Walled)),
        (403, &[], Some(Sighting::Blocked)),
        (404, &[], Some(Sighting::Gone)),
        (410, &[], Some(Sighting::Gone)),
        (451, &[], Some(Sighting::Gone)),
        (429, &[], Some(Sighting::Error)),
        (500, &[], Some(Sighting::Error)),
        (503, &pause[..], Some(Sighting::Error)),
        (418, &[], Some(Sighting::Error)),
    ];
    for (status, headers, want) in cases {
        let got = by_answer(&before, &answered(at, status, headers)).map(|v| v.sighting);
        assert_eq!(got, want, "status {status}");
    }
}

#[test]
fn the_same_bytes_are_unchanged_only_after_the_article() {
    let at: Timestamp = "2026-03-02T06:00:00Z".parse().expect("a time");
    let exchange = answered(at, 200, &[]);
    for (last, want) in [
        (Sighting::Article, Some(Sighting::Unchanged)),
        (Sighting::Unchanged, Some(Sighting::Unchanged)),
        (Sighting::Blocked, None),
        (Sighting::Gone, None),
    ] {
        let looks = [Look { number: 1, at, sighting: last, failure: None, shows: None }];
        let body_digest = Some(exchange.body_digest());
        let before = Before { versions: &[], showing: None, looks: &looks, body_digest, last_modified: None };
        assert_eq!(by_answer(&before, &exchange).map(|v| v.sighting), want, "after {last:?}");
    }
}
