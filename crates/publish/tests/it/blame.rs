//! Which version brought each sentence, on pages and terminals.

use dom_query::Document;
use news::{Away, Blame, GoneSentence, HiddenVersion, ReadVersion, Sentence, VersionKind};
use publish::page::{self, BlamePage};
use publish::text::{self, Style};
use publish::{Site, link};

use crate::fixture::{self, Told, number, site};
use crate::pages::words;

/// A stand-in for `compare::blame`: a sentence was brought by the first version that has it. Those that version 1 does not
/// have and that are in the place of one it has count as changed.
pub fn of(told: &Told, version: usize) -> Blame {
    let cut = |read: &ReadVersion| -> Vec<(usize, String)> {
        let language = read.reading.language.as_deref();
        let cut = |(i, t): (usize, &str)| {
            ::text::sentences(t, language).into_iter().map(|at| (i, t[at].to_owned())).collect()
        };
        read.reading.text_pieces().flat_map(|piece: (usize, &str)| -> Vec<(usize, String)> { cut(piece) }).collect()
    };
    let all: Vec<Vec<(usize, String)>> = told.versions[..version].iter().map(cut).collect();
    let has = |at: usize, text: &str| all[at].iter().any(|(_, t)| t == text);
    let n = |at: usize| number(at as u32 + 1);
    let last = &told.versions[version - 1].reading;
    let sentence = |(block, text): &(usize, String)| {
        let first = (0..version).find(|at| has(*at, text)).unwrap_or(version - 1);
        let changed = first > 0 && all[0].iter().any(|(_, t)| begin_alike(t, text));
        Sentence {
            block: *block,
            kind: block.checked_sub(2).map(|i| last.body[i].kind),
            text: text.clone(),
            brought: if changed { n(0) } else { n(first) },
            is_new: first > 0 && !changed,
            changed: if changed { vec![n(first)] } else { vec![] },
            cosmetic: vec![],
            away: vec![],
        }
    };
    let gone = all[0].iter().filter(|(_, text)| !all[version - 1].iter().any(|(_, t)| begin_alike(t, text))).map(
        |(_, text)| GoneSentence {
            kind: None,
            text: text.clone(),
            brought: n(0),
            changed: vec![],
            removed: n((0..version).find(|at| !has(*at, text)).unwrap_or_default()),
        },
    );
    Blame {
        version: n(version - 1),
        versions: (0..version).map(n).collect(),
        sentences: all[version - 1].iter().map(sentence).collect(),
        gone: gone.collect(),
    }
}

fn begin_alike(one: &str, other: &str) -> bool {
    one.split(' ').take(2).eq(other.split(' ').take(2))
}

pub fn page(site: &Site, told: &Told, version: usize) -> String {
    set(site, told, version, &of(told, version))
}

fn set(site: &Site, told: &Told, version: usize, blame: &Blame) -> String {
    let blamed = Some((&told.versions[version - 1].reading, blame));
    page::blame(site, &BlamePage { timeline: &told.timeline, blamed })
}

#[test]
fn every_sentence_stands_once_with_the_version_that_brought_it() {
    let told = fixture::bridge();
    let html = page(&site(), &told, 4);
    let document = Document::from(html.as_str());
    let said = words(&html, ".blame .wording");
    let reading = &told.versions[3].reading;
    for (_, piece) in reading.text_pieces() {
        assert_eq!(said.matches(piece).count(), 1, "{piece}\nin\n{said}");
    }
    assert!(
        said.contains("The northern pier on Tuesday morning."),
        "what stands beside the text is shown, too: {said}"
    );
    let marks = words(&html, ".mark");
    assert!(marks.contains("Version 1 22 November 2026, 14:02 UTC"), "{marks}");
    assert!(marks.contains("changed in version 2"), "{marks}");
    let hrefs: Vec<String> =
        document.select(".mark a").iter().filter_map(|a| a.attr("href")).map(|href| href.to_string()).collect();
    for href in ["/articles/3-7/versions/1", "/articles/3-7/changes/1..2", "/articles/3-7/changes/3..4"] {
        assert!(hrefs.iter().any(|h| h == href), "{href} in {hrefs:?}");
    }
    let stretches = document.select(".stretch");
    let marked = stretches.iter().filter(|s| s.select(".mark").exists()).count();
    assert_eq!(
        marked,
        stretches.iter().filter(|s| s.has_class("age0") || s.has_class("age2") || s.has_class("age4")).count()
    );
    assert!(
        words(&html, ".gone")
            .contains("Came with version 1, last said in version 2, gone since version 3, 23 November"),
        "{html}"
    );
}

#[test]
fn the_page_is_linked_from_where_the_text_is() {
    let told = fixture::bridge();
    let (id, newest) = (told.timeline.article.id, told.versions.len());
    let read = &told.versions[newest - 1];
    let version = page::version(&site(), &told.timeline, read);
    assert!(version.contains(&format!("\"{}\"", link::blame(id, Some(read.version.number)))), "{version}");
    let article = crate::pages::article(&site(), &told, publish::svg::Scale::Linear);
    for html in [article, page::all_versions(&site(), &told.timeline)] {
        assert!(html.contains(&format!("\"{}\"", link::blame(id, None))), "{html}");
    }
    let html = page(&site(), &told, 2);
    assert_eq!(
        Document::from(html.as_str()).select("a[rel=next]").attr("href").as_deref(),
        Some("/articles/3-7/versions/3/blame")
    );
}

#[test]
fn what_was_away_or_cannot_be_known_is_told() {
    let mut told = fixture::bridge();
    let mut blame = of(&told, 4);
    blame.sentences[3].away = vec![Away { left: number(2), back: number(4) }];
    blame.sentences[3].cosmetic = vec![number(3)];
    told.timeline.versions[1].partial = true;
    let hidden = &told.timeline.versions[0];
    let hidden = HiddenVersion {
        number: hidden.number,
        capture: hidden.capture,
        kind: VersionKind::Text,
        returns_to: None,
        first_seen: hidden.first_seen,
        same_as: None,
        at: fixture::at(9000),
        reason: "It names a child.".into(),
        legal: false,
    };
    told.timeline.versions.remove(0);
    told.timeline.hidden.push(hidden);
    blame.versions.remove(0);
    let html = set(&site(), &told, 4, &blame);
    let marks = words(&html, ".mark");
    assert!(marks.contains("missing in versions 2 and 3"), "{marks}");
    assert!(marks.contains("typesetting in version 3"), "{marks}");
    let notes = words(&html, ".note");
    assert!(notes.contains("Version 1 is not shown: it was withdrawn"), "{notes}");
    assert!(notes.contains("Part of version 2 was behind a wall"), "{notes}");
    let nothing = page::blame(&site(), &BlamePage { timeline: &told.timeline, blamed: None });
    assert!(words(&nothing, ".empty").starts_with("No version is shown here."));
}

#[test]
fn a_public_site_says_which_version_did_what_and_nothing_of_the_text() {
    let told = fixture::bridge();
    let html = page(&Site { public: true, ..site() }, &told, 4);
    for (_, piece) in told.versions.iter().flat_map(|read| read.reading.text_pieces()).filter(|(block, _)| *block > 0) {
        assert!(!html.contains(piece), "{piece}");
    }
    assert!(
        words(&html, ".brought").contains("Version 3 · 23 November 2026, 00:02 UTC · "),
        "{}",
        words(&html, ".brought")
    );
    assert!(words(&html, ".empty").contains("The full text is at the original source"));
}

#[test]
fn a_terminal_shows_the_same() {
    let told = fixture::bridge();
    let (blame, read) = (of(&told, 4), &told.versions[3]);
    let wide = text::blame(&told.timeline, read, &blame, Style { colour: false, width: 90 });
    assert!(wide.starts_with("Version 4, sentence by sentence\n"), "{wide}");
    assert!(wide.contains("\nv1 2026-11-22 14:02     At least 21 people were hurt"), "{wide}");
    assert!(wide.contains("\nchanged in 2 "), "{wide}");
    assert!(wide.contains("\nNo longer said\n"), "{wide}");
    assert!(wide.lines().all(|line| line.chars().count() <= 90));
    let narrow = text::blame(&told.timeline, read, &blame, Style { colour: false, width: 40 });
    assert!(narrow.contains("\nv1 2026-11-22 14:02 · changed in 2\nAt least 21 people"), "{narrow}");
    assert!(narrow.lines().all(|line| line.chars().count() <= 40), "{narrow}");
}
