use std::collections::BTreeSet;
use std::time::Duration;

use news::{ArticleId, Block, BlockKind, Reading, VersionKind};
use store::withdrawals::{restore, withdraw};
use store::{Found, FoundPlace, NoOutlet, Store};
use text::search::Query;

use crate::stage::*;

const PATIENCE: Duration = Duration::from_secs(20);

fn search(store: &Store, query: &str, before: Option<FoundPlace>, limit: u32) -> Found {
    let query: Query = query.parse().unwrap();
    read(store, move |tx| store::search::search(tx, &query, before, limit, PATIENCE))
}

/// What is found, as `article.first-last`.
fn found(store: &Store, query: &str) -> Vec<String> {
    let name = |hit: &news::Hit| format!("{}.{}-{}", hit.article.id, hit.version.number, hit.last);
    search(store, query, None, 50).hits.iter().map(name).collect()
}

/// An article whose versions say these texts, a minute apart.
fn saying(store: &Store, domain: &str, name: &str, minute: i64, texts: &[&str]) -> ArticleId {
    let outlet = outlet(store, domain);
    let id = article(store, outlet, &format!("https://{domain}/{name}"), minute);
    let visits = texts.iter().enumerate().map(|(i, text)| {
        let number = i as u32 + 1;
        let from = Some(number - 1).filter(|from| *from > 0);
        first_sight(id, number, minute + i as i64, (number, text), from, None)
    });
    record(store, visits.collect());
    id
}

pub fn versions_are_found_by_what_they_say(store: &Store) {
    let bridge = saying(store, "ledger.example", "bridge", 0, &["The bridge will cost £1.5m, says Müller.", "Tolls!"]);
    let tokyo = saying(store, "tribune.example", "tokyo", 60, &["東京都で会見が開かれた。"]);
    let thai = saying(store, "tribune.example", "thai", 120, &["กี่คนในเมือง"]);
    let first = |id: ArticleId| vec![format!("{id}.1-1")];
    let cases = [
        ("bridge", first(bridge)),
        ("BRIDGE cost", first(bridge)),
        ("\"bridge will cost\"", first(bridge)),
        ("\"bridge cost\"", vec![]),
        ("muller", first(bridge)),
        ("£1.5m", first(bridge)),
        ("1.5", first(bridge)),
        ("\"$1.5m\"", vec![]),
        ("tolls", vec![format!("{bridge}.2-2")]),
        ("bridge tolls", vec![]),
        ("bridge -cost", vec![]),
        ("ferry -bridge", vec![format!("{thai}.1-1"), format!("{tokyo}.1-1"), format!("{bridge}.2-2")]),
        ("東京", first(tokyo)),
        ("東", first(tokyo)),
        ("都", first(tokyo)),
        ("東京都で", first(tokyo)),
        ("東都", vec![]),
        ("ferry -東", vec![format!("{thai}.1-1"), format!("{bridge}.1-2")]),
        ("กี่คน", first(thai)),
        ("ก", vec![]),
        ("ferry -ก", vec![format!("{thai}.1-1"), format!("{tokyo}.1-1"), format!("{bridge}.1-2")]),
        ("outlet:tribune.example ferry", vec![format!("{thai}.1-1"), format!("{tokyo}.1-1")]),
        ("outlet:ledger.ex", vec![format!("{bridge}.1-2")]),
        (
            "outlet:ledger.ex outlet:tribune -tolls ferry",
            vec![format!("{thai}.1-1"), format!("{tokyo}.1-1"), format!("{bridge}.1-1")],
        ),
        ("language:en ferry", vec![format!("{thai}.1-1"), format!("{tokyo}.1-1"), format!("{bridge}.1-2")]),
        ("language:de ferry", vec![]),
        ("ferry before:2026-03-02", vec![]),
        ("ferry on:2026-03-02 before:2026-03-02T07:00Z", vec![format!("{bridge}.1-2")]),
        ("ferry after:2026-03-02T06:01Z before:2026-03-02T07:00Z", vec![format!("{bridge}.2-2")]),
        ("ferry after:2026-03-02", vec![]),
    ];
    for (query, want) in cases {
        assert_eq!(found(store, query), want, "{query}");
    }
    let none = |query| search(store, query, None, 9).no_outlet;
    assert_eq!(none("a outlet:nobody"), Some(NoOutlet::Unknown("nobody".into())));
    assert_eq!(none("a outlet:\"The Harbour Ledger\""), None, "a part of the name");
}

pub fn versions_in_a_row_that_say_it_are_one_hit(store: &Store) {
    let texts = ["a", "the bridge", "the bridge, again", "b", "a bridge", "the last bridge"];
    let id = saying(store, "ledger.example", "ferry", 0, &texts);
    let all = search(store, "bridge", None, 9).hits;
    let told: Vec<_> =
        all.iter().map(|hit| (hit.version.number.get(), hit.last.get(), hit.left_at, hit.is_current)).collect();
    assert_eq!(told, [(5, 6, None, true), (2, 3, Some(at(3)), false)]);
    assert_eq!(all[0].reading.headline.as_deref(), Some("On a bridge"));
    // Of versions that were there before, what the times leave is shown, and how long it stayed.
    assert_eq!(found(store, "bridge after:2026-03-02T06:02Z"), [format!("{id}.5-6"), format!("{id}.3-3")]);
}

pub fn what_is_found_pages_newest_first_without_repeats_or_holes(store: &Store) {
    for i in 0..23 {
        saying(store, "ledger.example", &i.to_string(), (i / 3) * 7, &[&format!("bridge {i}"), "none"]);
    }
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = search(store, "bridge", before, 5);
        assert!(page.hits.len() == 5 || page.older.is_none());
        seen.extend(page.hits.iter().map(|hit| (hit.version.first_seen, hit.article.id)));
        let Some(older) = page.older else { break };
        assert_eq!(older.to_string().parse(), Ok(older), "a place survives an address");
        before = Some(older);
        if seen.len() == 5 {
            saying(store, "ledger.example", "late", 5_000, &["bridge late"]);
        }
    }
    assert_eq!(seen.len(), 23);
    assert!(seen.is_sorted_by(|a, b| a.0 >= b.0));
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 23);
    for bad in ["", "x", "-1", "0", "+5", "1.5", "99999999999999999999"] {
        assert!(bad.parse::<FoundPlace>().is_err(), "{bad}");
    }
}

pub fn what_is_withdrawn_or_the_readers_own_is_not_found(store: &Store) {
    let id = saying(store, "ledger.example", "ferry", 0, &["one bridge", "two bridge", "three"]);
    let mut of_reader = first_sight(id, 4, 9, (4, "four bridge"), Some(3), None);
    if let Some(version) = &mut of_reader.version {
        version.kind = VersionKind::ReaderOnly;
    }
    record(store, vec![of_reader]);
    assert_eq!(found(store, "bridge"), [format!("{id}.1-2")]);
    let first = news::CaptureId { article: id, look: 1 };
    write(store, move |tx| withdraw(tx, &withdrawal(id, Some(first), 20)));
    assert_eq!(found(store, "bridge"), [format!("{id}.2-2")]);
    assert_eq!(found(store, "one"), Vec::<String>::new());
    write(store, move |tx| restore(tx, id, Some(first), &restored(21)));
    assert_eq!(found(store, "one"), [format!("{id}.1-1")]);
    write(store, move |tx| withdraw(tx, &withdrawal(id, None, 22)));
    assert_eq!(found(store, "bridge"), Vec::<String>::new());
    write(store, move |tx| restore(tx, id, None, &restored(23)));
    assert_eq!(found(store, "bridge"), [format!("{id}.1-2")]);
}

pub fn long_texts_are_found_by_their_last_words(store: &Store) {
    let frequent = format!("{} the very end", "the same and ".repeat(3_000));
    let different: String = (0..20_000).map(|i| format!("word{i} ")).collect();
    let a = saying(store, "ledger.example", "a", 0, &[&frequent]);
    let b = saying(store, "ledger.example", "b", 60, &[&different]);
    assert_eq!(found(store, "\"the very end\""), [format!("{a}.1-1")]);
    assert_eq!(found(store, "\"and the same\""), [format!("{a}.1-1")]);
    assert_eq!(found(store, "\"the end\""), Vec::<String>::new());
    assert_eq!(found(store, "\"word19998 word19999\""), [format!("{b}.1-1")]);
    assert_eq!(found(store, "\"word19999 word19998\""), Vec::<String>::new());
    assert_eq!(found(store, "word19998 -\"word19998 word19999\""), Vec::<String>::new());
}

/// A search whose time is over before it begins says that there may be more, and where to go on.
pub fn a_search_that_takes_too_long_says_how_far_it_came(store: &Store) {
    for i in 0..40 {
        saying(store, "ledger.example", &i.to_string(), i * 2, &["bridge"]);
    }
    let query: Query = "bridge".parse().unwrap();
    let (mut before, mut hits, mut turns) = (None, 0, 0);
    loop {
        let asked = query.clone();
        let page = read(store, move |tx| store::search::search(tx, &asked, before, 50, Duration::from_nanos(1)));
        hits += page.hits.len();
        turns += 1;
        assert_eq!(page.stopped_at.is_some(), page.older.is_some());
        let Some(older) = page.older else { break };
        assert!(before.is_none_or(|last| older < last), "it goes on");
        before = Some(older);
    }
    assert_eq!(hits, 40);
    assert!(turns > 10, "{turns}");
}

/// Texts in many scripts, from few words, so that phrases come again and nearly come again.
fn texts(count: u32) -> Vec<String> {
    let words = [
        "bridge",
        "the",
        "of",
        "Müller",
        "don’t",
        "£1.5m",
        "1,000",
        "U.S.",
        "re-open",
        "東京都",
        "で",
        "会見",
        "カタカナ",
        "한국어를",
        "กี่คน",
        "мост",
        "ёлка",
        "جسر",
        "הגשר",
        "हिन्दी",
        "a",
        "10²",
        "—",
        "x.y",
        "G20",
    ];
    let mut state = 7u32;
    let mut next = |n: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % n
    };
    let mut text = || {
        let glue = |n: u32| [" ", " ", " ", ", ", ". ", "\n\n", "、", "-"][n as usize];
        (0..30).map(|_| format!("{}{}", words[next(words.len() as u32) as usize], glue(next(8)))).collect::<String>()
    };
    (0..count).map(|_| text::canonical(&text())).collect()
}

/// Every phrase of up to 8 words that a version says finds it, and only versions that say it are found.
pub fn a_version_is_found_by_every_phrase_that_it_says_and_no_other(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let texts = texts(24);
    for (i, text) in texts.iter().enumerate() {
        let i = i as i64;
        let id = article(store, outlet, &format!("https://ledger.example/{i}"), i);
        let body = vec![Block { kind: BlockKind::Paragraph, text: text.clone() }];
        let reading = Reading { body, reader: "replate-1".into(), ..Reading::default() };
        let mut visit = first_sight(id, 1, i, (1, "x"), None, None);
        if let Some(version) = &mut visit.version {
            version.text_digest = reading.text_digest();
        }
        visit.reading = Some(reading);
        record(store, vec![visit]);
    }
    let mut asked = 0;
    for text in &texts {
        for phrase in phrases(text) {
            asked += 1;
            let hits = search(store, &format!("\"{phrase}\""), None, 50).hits;
            let got: BTreeSet<String> = hits.iter().map(|hit| hit.reading.canonical_text()).collect();
            let want: BTreeSet<String> = texts.iter().filter(|other| says(other, phrase)).cloned().collect();
            assert!(want.contains(text), "the test knows that {phrase:?} is in it");
            assert_eq!(got, want, "{phrase:?}");
            // The same words the other way round are another phrase.
            let mut turned: Vec<&str> = phrase.split(' ').collect();
            turned.reverse();
            let turned = turned.join(" ");
            for hit in search(store, &format!("\"{turned}\""), None, 50).hits {
                assert!(says(&hit.reading.canonical_text(), &turned), "{turned:?}");
            }
        }
    }
    assert!(asked > 200, "{asked}");
}

/// Phrases of a text: up to 8 words in a row, and up to 8 characters in a row of scripts without spaces.
fn phrases(text: &str) -> Vec<&str> {
    let place = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut all = Vec::new();
    for (from, length) in (0..words.len().saturating_sub(8)).step_by(2).zip((1..=8).cycle()) {
        let (first, last) = (words[from], words[from + length - 1]);
        let phrase = &text[place(first)..place(last) + last.len()];
        if phrase.chars().any(char::is_alphanumeric) {
            all.push(phrase);
        }
        if first.chars().all(|c| c.is_alphabetic() && c > '\u{3000}') {
            let places: Vec<usize> = first.char_indices().map(|(at, _)| at).chain([first.len()]).collect();
            let end = |at: usize| places[(at + 1 + length % 3).min(places.len() - 1)];
            all.extend((0..places.len() - 1).map(|at| &first[places[at]..end(at)]));
        }
    }
    all
}

/// Whether a text says a phrase, told without tokens. Where a phrase begins or ends with a letter of a script with
/// spaces, so must a word.
fn says(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (flat(text), flat(phrase));
    let phrase = phrase.trim_matches(' ');
    let open = |c: Option<char>| c.is_none_or(|c| c == ' ' || c > '\u{3000}' || ('\u{e00}'..'\u{e80}').contains(&c));
    let borders = |at: usize, end: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[end..].chars().next());
        let (first, last) = (phrase.chars().next(), phrase.chars().next_back());
        (open(before) || open(first)) && (open(after) || open(last))
    };
    text.match_indices(phrase).any(|(at, found)| borders(at, at + found.len()))
}

/// Words in small letters with one space between, where the text has anything else between them.
fn flat(text: &str) -> String {
    let mut out = String::from(" ");
    let mut last_digit = false;
    for c in text.replace("1,000", "1000").replace("1.5", "1·5").to_lowercase().chars() {
        let c = match c {
            'ü' => 'u',
            'ё' => 'е',
            c => c,
        };
        let kept = c.is_alphanumeric() || matches!(c, '·' | '£') || unicode_mark(c);
        let parts = (last_digit && c == 'm') || c == '²' || (c == '1' && out.ends_with('£'));
        if (!kept || parts) && !out.ends_with(' ') {
            out.push(' ');
        }
        if kept {
            out.push(c);
        }
        last_digit = c.is_ascii_digit();
    }
    out
}

fn unicode_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e4e}')
}
