//! Made-up news: words that are as frequent as words are, in scripts that news are printed in.

use std::num::NonZeroU32;

use jiff::{SignedDuration, Timestamp};
use news::{
    ArticleId, Block, BlockKind, CaptureId, Change, ChangeKind, Digest, Hunk, Look, NextLook, OutletId, Place, Reading,
    Sighting, Validators, Version, VersionKind,
};
use store::{CaptureRow, NewArticle, NewChange, Store, Visit};

const OUTLETS: u32 = 300;
const DAYS: i64 = 30;
/// Visits of one transaction.
const BATCH: u32 = 1_000;
/// Different words of a language.
const WORDS: f64 = 60_000.0;

/// Ten outlets have the languages of this list.
const LANGUAGES: [&str; 10] = ["en", "en", "en", "en", "de", "fr", "ru", "ar", "ja", "th"];

/// What is asked, by name. Words of a language are named by their rank.
pub fn queries() -> Vec<(&'static str, String)> {
    let word = |rank| word("en", rank);
    vec![
        ("rare_word", "quillfeather".into()),
        ("common_word", word(0)),
        ("two_common_words", format!("{} {}", word(0), word(1))),
        ("phrase", "\"harbourmaster of quillon\"".into()),
        ("phrase_of_common_words", format!("\"{} {}\"", word(0), word(1))),
        ("cjk_phrase", "港湾局長".into()),
        ("cjk_character", "港".into()),
        ("outlet", format!("{} outlet:o20.example", word(0))),
        ("outlet_and_rare_word", "quillon outlet:o20.example".into()),
        ("days", format!("{} after:2026-03-10 before:2026-03-12", word(0))),
        ("without", format!("{} -{}", word(0), word(1))),
        ("common_words_never_together", format!("\"{0} {0} {0} {0}\" outlet:o20.example", word(0))),
        ("common_phrase_nowhere", format!("\"{0} {1} {0} {1} {0}\"", word(0), word(1))),
    ]
}

/// What is asked of changes, by name.
pub fn change_queries() -> Vec<(&'static str, String)> {
    let word = |rank| word("en", rank);
    vec![
        ("removed_rare_word", "removed:harbourmaster".into()),
        ("removed_common_word", format!("removed:{}", word(0))),
        ("removed_and_added", format!("removed:{} added:{}", word(0), word(1))),
        ("removed_phrase", format!("removed:\"{} {}\"", word(0), word(1))),
        ("type_and_outlet", "type:add_para outlet:o20.example".into()),
        ("stealth", "is:stealth".into()),
        ("stealth_of_outlet", "is:stealth outlet:o20.example".into()),
    ]
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A rank from 0, as frequent as one over itself.
    fn rank(&mut self, ranks: f64) -> u32 {
        (ranks.powf(self.next()) - 1.0) as u32
    }
}

/// The word of a rank.
fn word(language: &str, rank: u32) -> String {
    let (first, size) = match language {
        "ru" => ('а', 32),
        "ar" => ('ب', 18),
        _ => ('a', 26),
    };
    let salt = language.bytes().map(u32::from).sum::<u32>();
    let mut left = rank.wrapping_mul(7_919).wrapping_add(salt) % (1 << 20) + 26;
    let mut word = String::new();
    while left > 0 {
        word.extend(char::from_u32(u32::from(first) + left % size));
        left /= size;
    }
    word
}

fn sentence(language: &str, dice: &mut Dice) -> String {
    let length = 8 + dice.rank(20.0);
    match language {
        "ja" | "th" => {
            let (first, size) = if language == "ja" { (0x4e00, 3_000.0) } else { (0xe01, 46.0) };
            let unit = |_| char::from_u32(first + dice.rank(size));
            (0..length * 2).filter_map(unit).chain(['。']).collect()
        }
        _ => (0..length).map(|_| word(language, dice.rank(WORDS))).collect::<Vec<_>>().join(" ") + ".",
    }
}

/// A text of about 400 words; some say what is asked for.
fn text(language: &str, number: u32, dice: &mut Dice) -> Vec<String> {
    let mut paragraphs: Vec<String> =
        (0..10).map(|_| (0..3).map(|_| sentence(language, dice)).collect::<Vec<_>>().join(" ")).collect();
    if number.is_multiple_of(9_973) {
        paragraphs[3].push_str(" Quillfeather.");
    }
    if number.is_multiple_of(499) {
        paragraphs[5].push_str(" The harbourmaster of Quillon resigned.");
    }
    if language == "ja" && number.is_multiple_of(7) {
        paragraphs[7].push_str("港湾局長が辞任。");
    }
    paragraphs
}

/// Fills a store with versions in the order of their times. Every third article has three.
pub fn write(store: &Store, versions: u32) {
    let begin: Timestamp = "2026-03-01T00:00:00Z".parse().expect("a time");
    let mut dice = Dice(1);
    let add = |tx: &mut store::Tx<'_>| {
        (0..OUTLETS)
            .map(|i| store::outlets::add_outlet(tx, &format!("Outlet {i}"), &format!("o{i}.example"), None))
            .collect::<Result<Vec<_>, _>>()
    };
    let outlets = store.write_blocking(add).expect("outlets");
    let mut open: Vec<(ArticleId, u32, Vec<String>)> = Vec::new();
    let mut written = 0;
    while written < versions {
        let count = BATCH.min(versions - written);
        let at =
            |number: u32| begin + SignedDuration::from_secs(DAYS * 86_400 * i64::from(number) / i64::from(versions));
        let mut visits = Vec::with_capacity(count as usize);
        let new: Vec<(OutletId, u32)> = (written..written + count)
            .filter(|number| number % 5 < 3)
            .map(|number| (outlets[(dice.next() * f64::from(OUTLETS)) as usize], number))
            .collect();
        let ids = add_articles(store, new.clone(), at(written));
        let mut fresh = ids.into_iter().zip(new);
        for number in written..written + count {
            let (id, look, paragraphs, change) = match number % 5 {
                0..3 => {
                    let Some((id, (outlet, _))) = fresh.next() else { break };
                    (id, 1, text(language_of(outlet), number, &mut dice), None)
                }
                _ => {
                    let at = (dice.next() * open.len() as f64) as usize;
                    let (id, look, mut paragraphs) = open.swap_remove(at);
                    let new = [(); 2].map(|()| sentence(language_of(id.outlet), &mut dice));
                    let rare = if number.is_multiple_of(997) { " harbourmaster" } else { "" };
                    let change = change(&format!("{}{rare}", paragraphs[1]), &new, number, look);
                    let [replaced, added] = new;
                    paragraphs[1] = replaced;
                    paragraphs.push(added);
                    (id, look + 1, paragraphs, Some(change))
                }
            };
            visits.push(Visit { change, ..visit(id, look, at(number), &paragraphs) });
            if look < 3 && open.len() < 5_000 {
                open.push((id, look, paragraphs));
            }
        }
        written += count;
        store.write_blocking(move |tx| store::visits::record_visits(tx, "bench", &visits, None)).expect("visits");
    }
}

/// A change in which one paragraph became another, and one came.
fn change(before: &str, new: &[String; 2], number: u32, look: u32) -> NewChange {
    let hunk = |before: &str, after: &str, kind| Hunk {
        kinds: vec![kind],
        before: before.to_owned(),
        after: after.to_owned(),
        ..Hunk::default()
    };
    let kinds = vec![ChangeKind::AddPara, ChangeKind::Reworded];
    let hunks = vec![hunk(before, &new[0], ChangeKind::Reworded), hunk("", &new[1], ChangeKind::AddPara)];
    let stealth = Some(if number.is_multiple_of(4) { 0.6 } else { 0.1 });
    let change = Change { kinds, hunks, stealth, comparer: "bench".into(), ..Change::default() };
    let from = NonZeroU32::new(look).expect("from 1");
    NewChange { from, change, alike: Vec::new(), tells: Vec::new() }
}

fn language_of(outlet: OutletId) -> &'static str {
    LANGUAGES[(outlet.0 - 1) as usize % LANGUAGES.len()]
}

fn add_articles(store: &Store, new: Vec<(OutletId, u32)>, at: Timestamp) -> Vec<ArticleId> {
    let add = move |tx: &mut store::Tx<'_>| {
        let one = |(outlet, number): &(OutletId, u32)| {
            let key = format!("o{}.example/{number}", outlet.0 - 1);
            let url = format!("https://{key}");
            let article = NewArticle { key, url, title: None, published_at: None, feed: None };
            store::articles::add_article(tx, *outlet, &article, at, at).map(|(id, _)| id)
        };
        new.iter().map(one).collect::<Result<Vec<_>, _>>()
    };
    store.write_blocking(add).expect("articles")
}

fn visit(article: ArticleId, look: u32, at: Timestamp, paragraphs: &[String]) -> Visit {
    let id = CaptureId { article, look };
    let number = NonZeroU32::new(look).expect("from 1");
    let block = |text: &String| Block { kind: BlockKind::Paragraph, text: text.clone() };
    let reading = Reading {
        headline: paragraphs[0].split(['.', '。']).next().map(str::to_owned),
        body: paragraphs.iter().map(block).collect(),
        language: Some(language_of(article.outlet).into()),
        reader: "replate-1".into(),
        ..Reading::default()
    };
    let digest = Digest::of(id.to_string());
    Visit {
        article,
        look: Look { number: look, at, sighting: Sighting::Article, failure: None, shows: Some(number) },
        moved_to: None,
        refused: None,
        capture: Some(CaptureRow {
            id,
            place: Place { segment: 1, offset: 0, length: 900 },
            at,
            status: 200,
            url: format!("https://bench.example/{article}"),
            body_digest: digest,
            body_bytes: 900,
            revisit: false,
        }),
        version: Some(Version {
            number,
            capture: id,
            kind: VersionKind::Text,
            returns_to: None,
            first_seen: at,
            last_seen: at,
            headline: reading.headline.clone(),
            updated_at: None,
            words: reading.word_count(),
            partial: false,
            text_digest: digest,
            parts_digest: digest,
            reader: reading.reader.clone(),
            epoch: None,
        }),
        reading: Some(reading),
        change: None,
        validators: Validators::default(),
        next: NextLook::At(at + SignedDuration::from_mins(30)),
        gap: SignedDuration::from_mins(30),
        failures_in_row: 0,
        gone_in_row: 0,
    }
}
