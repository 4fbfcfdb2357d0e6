//! Which version brought every sentence.

use std::num::NonZeroU32;

use compare::{Circumstances, Step, blame, compare};
use news::{Blame, Block, BlockKind, Change, Reading};
use proptest::prelude::*;

use crate::reading;

fn number(n: usize) -> NonZeroU32 {
    u32::try_from(n).ok().and_then(NonZeroU32::new).expect("from 1")
}

/// The blame of the last of these readings, versions 1, 2, 3, …
fn blamed(readings: &[Reading]) -> Blame {
    let pair = |pair: &[Reading]| compare(&pair[0], &pair[1], &Circumstances::default());
    let changes: Vec<Change> = readings.windows(2).map(pair).collect();
    let step = |(i, reading): (usize, _)| Step {
        number: number(i + 1),
        reading,
        before: None,
        change: i.checked_sub(1).map(|before| &changes[before]),
    };
    let steps: Vec<Step<'_>> = readings.iter().enumerate().map(step).collect();
    blame(&steps).expect("there are versions")
}

fn list(sign: &str, versions: &[NonZeroU32]) -> String {
    let versions: Vec<String> = versions.iter().map(NonZeroU32::to_string).collect();
    if versions.is_empty() { String::new() } else { format!("{sign}{}", versions.join(",")) }
}

/// One line a sentence: the version that brought it, `*` those that changed it, `~` typesetting, `<left>back`, then its
/// text; those that are gone as `x` and the version without it. The headline is left out.
fn told(blame: &Blame) -> String {
    let mut lines = Vec::new();
    for s in blame.sentences.iter().filter(|s| s.block != 0) {
        let away: String = s.away.iter().map(|a| format!("<{}>{}", a.left, a.back)).collect();
        let (changed, cosmetic) = (list("*", &s.changed), list("~", &s.cosmetic));
        lines.push(format!("{}{changed}{cosmetic}{away} {}", s.brought, s.text));
    }
    for s in &blame.gone {
        lines.push(format!("{}{}x{} {}", s.brought, list("*", &s.changed), s.removed, s.text));
    }
    lines.join("\n")
}

const LONG: &str = "The harbour bridge in Port Ellery will stay closed until spring.";

#[test]
fn every_sentence_has_its_version() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("nothing before", &["It rained all day. Nobody went out."], "1 It rained all day.\n1 Nobody went out."),
        (
            "a sentence that came",
            &["It rained all day.", "It rained all day. The river rose by a metre."],
            "1 It rained all day.\n2 The river rose by a metre.",
        ),
        (
            "one that came between two that begin alike",
            &["It rained. It stopped.", "It rained. It snowed. It stopped."],
            "1 It rained.\n2 It snowed.\n1 It stopped.",
        ),
        (
            "changed twice",
            &["At least 12 people were hurt.", "At least 14 people were hurt.", "At least 21 people were hurt."],
            "1*2,3 At least 21 people were hurt.",
        ),
        (
            "typesetting is told apart",
            &["The mayor's office said \"no\" twice.", "The mayor’s office said “no” twice."],
            "1~2 The mayor’s office said “no” twice.",
        ),
        (
            "another sentence in its place shares only small words",
            &["The mayor of the town spoke on Tuesday.", "The price of the old ferry has risen."],
            "2 The price of the old ferry has risen.\n1x2 The mayor of the town spoke on Tuesday.",
        ),
        (
            "removed",
            &["It rained all day. Nobody went out.", "It rained all day."],
            "1 It rained all day.\n1x2 Nobody went out.",
        ),
        (
            "removed and returned",
            &[
                "It rained all day. Nobody went out.",
                "It rained all day.",
                "It rained all day.",
                "It rained all day. Nobody went out.",
            ],
            "1 It rained all day.\n1<2>4 Nobody went out.",
        ),
        (
            "returned twice",
            &[
                "One stays here. Two goes away.",
                "One stays here.",
                "One stays here. Two goes away.",
                "One stays here.",
                "One stays here. Two goes away.",
            ],
            "1 One stays here.\n1<2>3<4>5 Two goes away.",
        ),
        (
            "gone for good after it had returned",
            &["One stays here. Two goes away.", "One stays here.", "One stays here. Two goes away.", "One stays here."],
            "1 One stays here.\n1x4 Two goes away.",
        ),
        (
            "changed, gone, and returned in the words that it had at last",
            &[
                "One stays here. Two people went away.",
                "One stays here. Nine people went away.",
                "One stays here.",
                "One stays here. Nine people went away.",
            ],
            "1 One stays here.\n1*2<3>4 Nine people went away.",
        ),
        (
            "the words of a sentence before it changed return beside it",
            &[
                "At least 12 people were hurt.",
                "At least 21 people were hurt.",
                "At least 21 people were hurt. At least 12 people were hurt.",
            ],
            "1*2 At least 21 people were hurt.\n1<2>3 At least 12 people were hurt.",
        ),
        (
            "a paragraph that moved",
            &[
                "The first one stands here.\n\nThe second tells of ferries and their fares.\n\nThe third is about the council and its plans for next year.\n\nThe last one.",
                "The first one stands here.\n\nThe third is about the council and its plans for next year.\n\nThe last one.\n\nThe second tells of ferries and their fares.",
            ],
            "1 The first one stands here.\n1 The third is about the council and its plans for next year.\n1 The last one.\n1 The second tells of ferries and their fares.",
        ),
        (
            "moved and changed in one",
            &[
                "The first one stands here.\n\nThe second tells of 12 ferries and their fares. It ends with a word on bicycles.\n\nThe third is about the council and its plans.\n\nThe fourth is about the weather of last week.\n\nThe last one.",
                "The first one stands here.\n\nThe third is about the council and its plans.\n\nThe fourth is about the weather of last week.\n\nThe last one.\n\nThe second tells of 21 ferries and their fares. It ends with a word on bicycles.",
            ],
            "1 The first one stands here.\n1 The third is about the council and its plans.\n1 The fourth is about the weather of last week.\n1 The last one.\n1*2 The second tells of 21 ferries and their fares.\n1 It ends with a word on bicycles.",
        ),
        (
            "a sentence that moved by itself into another paragraph",
            &[
                "The first one stands here. A word on bicycles, which travel free.\n\nThe second is about ferries.",
                "The first one stands here.\n\nThe second is about ferries. A word on bicycles, which travel free.",
            ],
            "1 The first one stands here.\n1 The second is about ferries.\n1 A word on bicycles, which travel free.",
        ),
        (
            "a paragraph cut in two",
            &[
                "The first one stands here. The second is about ferries.",
                "The first one stands here.\n\nThe second is about ferries.",
            ],
            "1 The first one stands here.\n1 The second is about ferries.",
        ),
        (
            "two paragraphs joined",
            &[
                "The first one stands here.\n\nThe second is about ferries.",
                "The first one stands here. The second is about ferries.",
            ],
            "1 The first one stands here.\n1 The second is about ferries.",
        ),
        (
            "a sentence cut in two",
            &[
                "The council met on Friday and the bridge stays closed until spring.",
                "The council met on Friday. The bridge stays closed until spring.",
            ],
            "1*2 The council met on Friday.\n1*2 The bridge stays closed until spring.",
        ),
        (
            "two sentences joined: the earlier origin",
            &[
                "The council met on Friday evening.",
                "The council met on Friday evening. The bridge stays closed until spring.",
                "The council met on Friday evening, and the bridge stays closed until spring.",
            ],
            "1*3 The council met on Friday evening, and the bridge stays closed until spring.",
        ),
        (
            "nothing of what it first said is left",
            &[
                "The red boat sank near the quay.",
                "The red boat sank while leaving town early.",
                "A man drowned while leaving town early.",
            ],
            "2*3 A man drowned while leaving town early.",
        ),
        (
            "no spaces",
            &[
                "橋は春まで閉鎖される。市長は火曜日に述べた。",
                "橋は夏まで閉鎖される。けが人は十二人だった。市長は火曜日に述べた。",
            ],
            "1*2 橋は夏まで閉鎖される。\n2 けが人は十二人だった。\n1 市長は火曜日に述べた。",
        ),
        ("no words", &["***\n\nThe end of it.", "***\n\nThe very end of it."], "1 ***\n1*2 The very end of it."),
    ];
    for (name, versions, want) in cases {
        let readings: Vec<Reading> = versions.iter().map(|text| reading(&format!("Head\n\n{text}"))).collect();
        assert_eq!(told(&blamed(&readings)), *want, "{name}");
    }
}

#[test]
fn a_headline_is_a_sentence_too() {
    let readings = ["Bridge to stay closed", "Bridge to stay shut", "Ferry sinks"]
        .map(|head| reading(&format!("{head}\n\n{LONG}")));
    let second = blamed(&readings[..2]);
    assert_eq!((second.sentences[0].brought, &second.sentences[0].changed[..]), (number(1), &[number(2)][..]));
    assert!(!second.sentences[0].is_new && second.sentences[0].kind.is_none());
    let third = blamed(&readings);
    assert!(third.sentences[0].is_new);
    assert_eq!(third.gone[0].text, "Bridge to stay shut");
    assert_eq!((third.gone[0].removed, &third.gone[0].changed[..]), (number(3), &[number(2)][..]));
}

#[test]
fn typesetting_in_headline_and_standfirst_is_no_change_of_words() {
    let of = |head: &str, under: &str| compare::plain(Some(head), Some(under), LONG);
    let blame = blamed(&[of("The mayor's bridge", "It's shut"), of("The mayor’s bridge", "It’s shut")]);
    for s in &blame.sentences[..2] {
        assert_eq!((s.is_changed(), &s.cosmetic[..], s.brought), (false, &[number(2)][..], number(1)), "{s:?}");
    }
}

#[test]
fn what_only_the_reader_sees_otherwise_is_nobodys_edit() {
    let (first, again) =
        (reading(&format!("Head\n\n{LONG} Read more here.")), reading(&format!("Head\n\n{LONG} By our reporter.")));
    let second = reading(&format!("Head\n\n{LONG} By our reporter. A third one."));
    let steps = [
        Step { number: number(2), reading: &first, before: None, change: None },
        Step { number: number(5), reading: &second, before: Some(&again), change: None },
    ];
    let blame = blame(&steps).expect("there are versions");
    assert_eq!(told(&blame), format!("2 {LONG}\n2 By our reporter.\n5 A third one."));
    assert_eq!((blame.version, &blame.versions[..]), (number(5), &[number(2), number(5)][..]));
}

#[test]
fn a_change_of_other_readings_is_made_again() {
    let (first, second) = (reading(&format!("Head\n\n{LONG}")), reading(&format!("Head\n\n{LONG} It rained.")));
    let other = compare(&second, &first, &Circumstances::default());
    let steps = [
        Step { number: number(1), reading: &first, before: None, change: None },
        Step { number: number(2), reading: &second, before: None, change: Some(&other) },
    ];
    assert_eq!(told(&blame(&steps).expect("there are versions")), format!("1 {LONG}\n2 It rained."));
    assert_eq!(blame(&[]), None);
}

#[test]
fn many_versions_of_a_long_article_take_no_longer_than_their_size() {
    let body = |version: usize| -> Vec<String> {
        let sentence = |n: usize| match n < version {
            true => format!(
                "Sentence number {n} of this article was edited by version {version} and goes on for some words."
            ),
            false => format!("Sentence number {n} of this article stands as it did and goes on for some words."),
        };
        (0..200 + version).map(sentence).collect()
    };
    let readings: Vec<Reading> = (0..60).map(|version| of(&body(version))).collect();
    let began = std::time::Instant::now();
    let blame = blamed(&readings);
    assert!(began.elapsed() < std::time::Duration::from_secs(60), "{:?}", began.elapsed());
    assert_eq!(blame.sentences[1].changed.len(), 59, "the first was edited by every version");
    assert!(blame.sentences.iter().all(|s| s.block == 0 || s.is_new || s.is_changed() || s.block > 60));
}

/// An edit of a newsroom's, at some place.
#[derive(Debug, Clone)]
enum Edit {
    Insert(usize, String),
    Remove(usize),
    Move(usize, usize),
    Append(usize, String),
    Reword(usize, usize, String),
    Split(usize),
    Merge(usize),
    Back(usize),
}

fn sentence() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "mayor",
        "said",
        "bridge",
        "is",
        "closed",
        "12",
        "21",
        "it",
        "don't",
        "don’t",
        "Мост",
        "橋は",
        "閉鎖",
        "الجسر",
        "£1.5m",
        "No",
        "“no”",
    ]);
    let end = prop::sample::select(vec![".", "!", "。", " …", ""]);
    (prop::collection::vec(word, 1..8), end).prop_map(|(words, end)| words.join(" ") + end)
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0..6usize;
    prop_oneof![
        (at.clone(), sentence()).prop_map(|(i, s)| Edit::Insert(i, s)),
        at.clone().prop_map(Edit::Remove),
        (at.clone(), at.clone()).prop_map(|(i, j)| Edit::Move(i, j)),
        (at.clone(), sentence()).prop_map(|(i, s)| Edit::Append(i, s)),
        (at.clone(), 0..20usize, sentence()).prop_map(|(i, w, s)| Edit::Reword(i, w, s)),
        at.clone().prop_map(Edit::Split),
        at.clone().prop_map(Edit::Merge),
        at.prop_map(Edit::Back),
    ]
}

fn edited(chain: &[Vec<String>], edit: &Edit) -> Vec<String> {
    let mut body = chain.last().cloned().unwrap_or_default();
    let n = body.len();
    match edit.clone() {
        Edit::Back(i) => return chain[i % chain.len()].clone(),
        Edit::Insert(i, text) => body.insert(i.min(n), text),
        _ if n == 0 => {}
        Edit::Remove(i) => drop(body.remove(i % n)),
        Edit::Move(i, j) => {
            let block = body.remove(i % n);
            body.insert(j.min(n - 1), block);
        }
        Edit::Append(i, text) => body[i % n] = format!("{} {text}", body[i % n]),
        Edit::Reword(i, word, text) => {
            let mut words: Vec<&str> = body[i % n].split(' ').collect();
            let at = word % words.len();
            words[at] = &text;
            body[i % n] = words.join(" ");
        }
        Edit::Split(i) => {
            let words: Vec<String> = body[i % n].split(' ').map(str::to_owned).collect();
            let (left, right) = words.split_at(words.len() / 2);
            body[i % n] = left.join(" ");
            body.insert(i % n + 1, right.join(" "));
        }
        Edit::Merge(i) if n > 1 => {
            let gone = body.remove(i % n);
            let at = i % (n - 1);
            body[at] = format!("{} {gone}", body[at]);
        }
        Edit::Merge(_) => {}
    }
    body.retain(|text| !text.is_empty());
    body
}

fn of(body: &[String]) -> Reading {
    let block = |text: &String| Block { kind: BlockKind::Paragraph, text: text::canonical(text) };
    Reading { headline: Some("Head".into()), body: body.iter().map(block).collect(), ..Reading::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_has_one_row_and_a_version_that_has_words_of_it(
        first in prop::collection::vec(sentence(), 0..6), edits in prop::collection::vec(edit(), 0..14)
    ) {
        let mut chain = vec![first];
        for edit in &edits {
            chain.push(edited(&chain, edit));
        }
        let readings: Vec<Reading> = chain.iter().map(|body| of(body)).collect();
        let blame = blamed(&readings);
        let last = readings.last().expect("one at least");
        let want: Vec<(usize, &str)> =
            last.text_pieces().flat_map(|(i, t)| text::sentences(t, None).into_iter().map(move |at| (i, &t[at]))).collect();
        let rows: Vec<(usize, &str)> = blame.sentences.iter().map(|s| (s.block, s.text.as_str())).collect();
        prop_assert_eq!(rows, want);
        for s in &blame.sentences {
            let said = readings[s.brought.get() as usize - 1].canonical_text();
            let (own, keys) = (text::word_keys(&s.text), text::word_keys(&said));
            let shares = own.iter().any(|key| keys.contains(key)) || (own.is_empty() && said.contains(&s.text));
            prop_assert!(shares, "{s:?} in {said:?}");
            prop_assert!(s.changed.iter().chain(&s.cosmetic).all(|n| *n > s.brought), "{s:?}");
            prop_assert!(s.changed.is_sorted() && s.away.iter().all(|a| s.brought < a.left && a.left < a.back), "{s:?}");
            prop_assert_eq!(s.is_new, s.brought.get() > 1);
            let stood = said.contains(&s.text);
            prop_assert!(stood || s.is_changed() || !s.cosmetic.is_empty(), "{s:?} in {said:?}");
        }
        for s in &blame.gone {
            prop_assert!(s.brought < s.removed, "{s:?}");
            let said = readings[s.removed.get() as usize - 2].canonical_text();
            prop_assert!(said.contains(&s.text), "{s:?} in {said:?}");
        }
    }
}
