//! A change in one line: what went and what came, the gravest first.

mod differences;
mod moved;
mod weight;

use news::{Change, ChangeKind, Hunk, Notice, Op, PartChange};
use text::notice_kind;

use super::quoted::{quoted, went_and_came};
use super::{capitalised, count, part};
use differences::of_hunks;

/// Phrases that a line has at most.
const MOST: usize = 3;
/// Characters of a line, beyond which no further phrase is added.
const LINE: usize = 190;

/// A phrase, and how much it weighs.
#[derive(Debug, Clone, PartialEq)]
struct Phrase {
    weight: f32,
    /// Characters that went: of two that weigh the same, the longer loss is told.
    gone: usize,
    text: String,
}

impl Phrase {
    fn new(weight: f32, text: impl Into<String>) -> Self {
        Self { weight, gone: 0, text: text.into() }
    }
}

/// What a change did, in one line, the gravest first: `Number 14 → 41 in headline and text · “most” → “a third”`. Whether
/// readers were told is said by [`super::Telling`].
pub fn summary(change: &Change) -> String {
    if change.cosmetic {
        return "Only the typesetting differs".to_owned();
    }
    let mut phrases = of_hunks(change);
    phrases.extend(paragraphs(change));
    phrases.extend(heads(change));
    let beside_others = !phrases.is_empty();
    phrases.extend(change.notices.iter().filter_map(|notice| of_notice(notice, beside_others)));
    phrases.extend(change.parts.iter().filter(|p| !is_said_by_text(change, p)).map(of_part));
    phrases.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(b.gone.cmp(&a.gone)));
    let mut told: Vec<String> = Vec::new();
    let mut more = 0;
    for Phrase { weight, text, .. } in phrases {
        let length: usize = told.iter().map(|t| t.chars().count()).sum();
        match told.len() {
            _ if told.contains(&text) => {}
            0 => told.push(text),
            n if n < MOST && length + text.chars().count() <= LINE => told.push(text),
            _ => more += usize::from(weight >= 2.0),
        }
    }
    if more > 0 {
        told.push(count(more, "more difference", "more differences"));
    }
    match told.is_empty() {
        false => capitalised(&told.join(" · ")),
        true => without_hunks(change),
    }
}

/// The line of a change of which only reasons were recorded.
fn without_hunks(change: &Change) -> String {
    let reasons = change.reasons.iter().filter(|reason| !reason.ends_with("that we could see"));
    let told: Vec<&str> = reasons.map(String::as_str).collect();
    match told.is_empty() {
        false => capitalised(&told.join(" · ")),
        true if change.same => "No difference that we could see".to_owned(),
        true => "Small differences".to_owned(),
    }
}

/// Whole paragraphs: removed, added, moved, split, merged.
fn paragraphs(change: &Change) -> Vec<Phrase> {
    use ChangeKind as K;
    let with = |kind: ChangeKind| {
        let is_notice = |hunk: &Hunk| hunk.kinds.iter().any(|k| k.class() == news::Class::Disclosure);
        change.hunks.iter().filter(move |hunk| hunk.kinds.contains(&kind) && !is_notice(hunk))
    };
    let whole = |kind, done: &str, side: fn(&Hunk) -> &str| {
        let texts = with(kind).flat_map(|hunk| side(hunk).split("\n\n")).map(str::trim);
        let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
        let Some(longest) = texts.iter().max_by_key(|text| text.chars().count()) else {
            return counted_rows(change, kind, done);
        };
        let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
        // Where a quotation went or came with it, that is told, with its words.
        let is_quoted = |fact: &news::Fact| matches!(fact.kind, K::QuoteRemoved | K::QuoteAdded);
        let is_told = with(kind).any(|hunk| hunk.facts.iter().any(is_quoted));
        let cut_out = |text: &str| change.hunks.iter().any(|hunk| is_cut_out(hunk, text));
        let text = match texts.len() {
            1 if cut_out(longest) => format!("now a paragraph of its own: {}", quoted(longest)),
            1 if is_told => format!("a paragraph {done}"),
            n if is_told => format!("{n} paragraphs {done}"),
            1 => format!("a paragraph {done}: {}", quoted(longest)),
            n => format!("{n} paragraphs {done}, among them {}", quoted(longest)),
        };
        Some(Phrase { gone: side_gone(&texts, kind), ..Phrase::new(weight::of_paragraphs(kind, words), text) })
    };
    let counted = |kind: ChangeKind, weight, one: &str, many: &str| {
        let gone: Vec<&str> = with(kind).map(|hunk| hunk.before.trim()).collect();
        let is_moved = kind == K::MovedPara;
        let n = gone.iter().filter(|text| !is_moved || !text.is_empty()).count();
        let known = change.kinds.contains(&kind);
        // Which one it is that stands elsewhere now.
        let which = gone.iter().max_by_key(|text| text.chars().count()).filter(|text| is_moved && !text.is_empty());
        let text = match (n, which) {
            (2.., Some(longest)) => format!("{n} paragraphs {many}, among them {}", quoted(longest)),
            (2.., None) => format!("{n} paragraphs {many}"),
            (_, Some(only)) => format!("a paragraph {one}: {}", quoted(only)),
            _ => format!("a paragraph {one}"),
        };
        known.then(|| Phrase::new(weight, text))
    };
    let merged = change.kinds.contains(&K::Merged).then(|| Phrase::new(1.0, "paragraphs merged"));
    [
        whole(K::RemPara, "removed", |hunk| &hunk.before),
        whole(K::AddPara, "added", |hunk| &hunk.after),
        counted(K::MovedPara, 2.0, "moved", "moved"),
        counted(K::Split, 1.0, "split", "split"),
        merged,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether a difference is a sentence that stands as a paragraph of its own now.
fn is_cut_out(hunk: &Hunk, paragraph: &str) -> bool {
    hunk.after.trim().is_empty() && !hunk.kinds.contains(&ChangeKind::RemPara) && hunk.before.trim() == paragraph.trim()
}

/// What rows alone know, where no difference tells the words.
fn counted_rows(change: &Change, kind: ChangeKind, done: &str) -> Option<Phrase> {
    let op = if kind == ChangeKind::RemPara { Op::Removed } else { Op::Added };
    let n = change.paragraphs.iter().filter(|row| row.op == op).count();
    let is_known = change.kinds.contains(&kind) && !change.hunks.iter().any(|hunk| hunk.kinds.contains(&kind));
    let text = if n > 1 { format!("{n} paragraphs {done}") } else { format!("a paragraph {done}") };
    (is_known && change.notices.is_empty()).then(|| Phrase::new(weight::of_paragraphs(kind, 10), text))
}

fn side_gone(texts: &[&str], kind: ChangeKind) -> usize {
    if kind == ChangeKind::RemPara { texts.iter().map(|text| text.chars().count()).sum() } else { 0 }
}

/// A headline or standfirst that came, went or was typeset otherwise: what no hunk tells.
fn heads(change: &Change) -> Vec<Phrase> {
    let heads = [
        (ChangeKind::HeadlineChanged, news::Region::Headline, 48.0, "headline changed"),
        (ChangeKind::HeadlineCosmetic, news::Region::Headline, 1.0, "headline typeset differently"),
        (ChangeKind::StandfirstChanged, news::Region::Standfirst, 24.0, "standfirst changed"),
    ];
    // What is typesetting alone has no phrase of its own; a misspelling in a headline has one.
    let says = |kind: &ChangeKind| !matches!(kind, ChangeKind::HeadlineCosmetic | ChangeKind::Cosmetic);
    let told = |kind, place| {
        let mut there = change.hunks.iter().filter(|hunk| hunk.place == place);
        there.any(|hunk| kind != ChangeKind::HeadlineCosmetic || hunk.kinds.iter().any(says))
    };
    let untold = heads.into_iter().filter(|(kind, place, ..)| change.kinds.contains(kind) && !told(*kind, *place));
    untold.map(|(_, _, weight, text)| Phrase::new(weight, text)).collect()
}

/// A notice that went or was changed; one that came only where nothing else did: [`super::Telling`] says so.
fn of_notice(notice: &Notice, beside_others: bool) -> Option<Phrase> {
    let (article, name) = match notice_kind(&notice.text) {
        Some(kind) if kind.as_str().starts_with(['e', 'u']) => ("an", kind.as_str()),
        Some(kind) => ("a", kind.as_str()),
        None => ("a", "notice"),
    };
    match notice.kind {
        ChangeKind::NoticeRemoved => {
            Some(Phrase::new(55.0, format!("{article} {name} removed: {}", quoted(&notice.text))))
        }
        ChangeKind::NoticeChanged => Some(Phrase::new(15.0, format!("{article} {name} changed"))),
        _ if beside_others => None,
        _ => Some(Phrase::new(15.0, format!("{article} {name} added"))),
    }
}

/// Whether a copy for machines differs as the text does that readers see.
fn is_said_by_text(change: &Change, part: &PartChange) -> bool {
    let has = |kinds: &[ChangeKind]| change.kinds.iter().any(|kind| kinds.contains(kind));
    match part.part.split_once('.') {
        Some((_, "headline")) => has(&[ChangeKind::HeadlineChanged, ChangeKind::HeadlineCosmetic]),
        Some((_, "description")) => has(&[ChangeKind::StandfirstChanged]),
        Some((_, "body_digest")) => !change.same,
        _ => false,
    }
}

/// A part beside the text: `caption: “nine” → “eight”`.
fn of_part(change: &PartChange) -> Phrase {
    let name = match change.part.as_str() {
        "block_kind" => return Phrase::new(1.0, "form of a paragraph changed"),
        name if name.ends_with("_order") => return Phrase::new(1.0, "order of pictures, tables and posts changed"),
        name => part(name),
    };
    if change.part.contains('.') {
        return Phrase::new(0.5, format!("{name} changed"));
    }
    let (before, after) = middles(&change.before, &change.after);
    let text = match went_and_came(&before, &after) {
        _ if change.before.is_empty() => format!("{name} added"),
        _ if change.after.is_empty() => format!("{name} removed"),
        Some(what) => format!("{name}: {what}"),
        None => format!("{name} changed"),
    };
    Phrase::new(3.0, text)
}

/// What is left of two lists of words between what they begin and end with alike. Names are parted by semicolons.
fn middles(before: &str, after: &str) -> (String, String) {
    let (before, after) = (before.replace(';', " ; "), after.replace(';', " ; "));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let middle = |words: &[&str]| words[head..words.len() - tail].join(" ").replace(" ;", ";");
    (middle(&old), middle(&new))
}

#[cfg(test)]
mod tests {
    use ChangeKind as K;
    use news::{Fact, Region};

    use super::*;

    fn hunk(place: Region, kinds: &[ChangeKind], before: &str, after: &str) -> Hunk {
        Hunk { place, kinds: kinds.to_vec(), before: before.into(), after: after.into(), ..Hunk::default() }
    }

    fn of(hunks: Vec<Hunk>) -> Change {
        let kinds = hunks.iter().flat_map(|hunk| hunk.kinds.clone()).collect();
        Change { hunks, kinds, ..Change::default() }
    }

    /// The hunk with a fact of its first type.
    fn fact(hunk: Hunk, before: &str, after: &str) -> Hunk {
        let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (kind, before, after) = (hunk.kinds[0], side(before), side(after));
        Hunk { facts: vec![Fact { kind, before, after, amount: None, days: None }], ..hunk }
    }

    #[test]
    fn a_line_quotes_what_went_and_what_came_the_gravest_first() {
        let (head, lead, body) = (Region::Headline, Region::Lead, Region::Body);
        let number = |place, kinds: &[ChangeKind]| fact(hunk(place, kinds, "14", "41"), "14", "41");
        let weber = |hunk: Hunk| Hunk { speaker: Some("Ada Weber".into()), quote: true, ..hunk };
        let said = "“We will rebuild it in spring,” Weber said on Monday.";
        let cases = [
            (of(vec![hunk(body, &[K::Reworded], "accused of fraud", "")]), "“accused of fraud” removed"),
            (
                of(vec![
                    number(head, &[K::NumberChanged, K::HeadlineChanged]),
                    number(lead, &[K::NumberChanged]),
                    hunk(lead, &[K::MinorWording], "most", "a third"),
                ]),
                "Number 14 → 41 in headline and text · “most” → “a third”",
            ),
            (
                of(vec![
                    hunk(lead, &[K::Reworded], "council had known about the leaks", "repair had been planned"),
                    hunk(lead, &[K::Reworded], " and had chosen to wait for a better price", ""),
                ]),
                "“and had chosen to wait for a better price” removed · “council had known about the leaks” → “repair had been \
                 planned”",
            ),
            (of(vec![hunk(body, &[K::MinorWording], "in", "at the end of")]), "“in” → “at the end of”"),
            (
                of(vec![
                    hunk(head, &[K::HeadlineChanged, K::MinorWording], "Free to cross: swing", "Swing"),
                    fact(
                        hunk(head, &[K::DateChanged, K::HeadlineChanged], "drops its toll in July", "toll to end"),
                        "July",
                        "",
                    ),
                ]),
                "Headline: “Free to cross: swing … drops its toll in July” → “Swing … toll to end”",
            ),
            (
                of(vec![fact(hunk(lead, &[K::NumberAdded], "as much as a car", "310 kilograms"), "", "310 kilograms")]),
                "“as much as a car” → “310 kilograms”",
            ),
            (of(vec![fact(hunk(body, &[K::HedgeRemoved], "allegedly ", ""), "allegedly", "")]), "“allegedly” removed"),
            (
                of(vec![weber(fact(hunk(lead, &[K::QuoteChanged], "years", "months"), "“For years”", "“For months”"))]),
                "Quotation of Ada Weber: “years” → “months”",
            ),
            (
                of(vec![weber(fact(
                    hunk(body, &[K::QuoteRemoved, K::RemPara], said, ""),
                    "“We will rebuild it in spring,”",
                    "",
                ))]),
                "Quotation of Ada Weber removed: “We will rebuild it in spring” · a paragraph removed",
            ),
            (
                of(vec![fact(hunk(body, &[K::ParaphraseToQuote], "", "“"), "", "“a short rest”")]),
                "Quotation marks added around “a short rest”",
            ),
            (
                of(vec![hunk(body, &[K::RemPara], "One stood here.\n\nAnother one stood here.\n\n", "")]),
                "2 paragraphs removed, among them “Another one stood here.”",
            ),
            (of(vec![hunk(body, &[K::Split], " ", "\n\n")]), "A paragraph split"),
            (
                of(vec![
                    hunk(body, &[K::MovedPara], "It stood here.", ""),
                    hunk(body, &[K::MovedPara], "", "It stood here."),
                ]),
                "A paragraph moved: “It stood here.”",
            ),
            (
                of(vec![
                    hunk(body, &[K::MovedPara], "We are not ashamed of the price.\n\n", ""),
                    hunk(body, &[K::MovedPara], "It stood here.\n\n", ""),
                    hunk(body, &[K::MovedPara], "", "\n\nIt stood here."),
                    hunk(body, &[K::MovedPara], "", "\n\nWe are ashamed of the price."),
                ]),
                "“not” removed · 2 paragraphs moved, among them “We are not ashamed of the price.”",
            ),
            (
                of(vec![
                    hunk(body, &[K::MovedPara], "It will cost 12 million euros here.\n\n", ""),
                    fact(
                        hunk(body, &[K::NumberChanged, K::MovedPara], "", "\n\nIt will cost 21 million euros here."),
                        "12 million euros",
                        "21 million euros",
                    ),
                ]),
                "Number 12 million euros → 21 million euros · a paragraph moved: “It will cost 12 million \
                 euros here.”",
            ),
            (
                of(vec![
                    hunk(body, &[K::MovedPara], "\"For years we knew,\" Weber said here.\n\n", ""),
                    weber(fact(
                        hunk(body, &[K::QuoteChanged, K::MovedPara], "", "\"For months we knew,\" Weber said here."),
                        "\"For years we knew,\"",
                        "\"For months we knew,\"",
                    )),
                ]),
                "Quotation of Ada Weber: “years” → “months” · a paragraph moved: “\"For years we knew,\" \
                 Weber said here.”",
            ),
            (
                of(vec![
                    hunk(body, &[K::Reworded], "It stood here. ", ""),
                    hunk(body, &[K::AddPara], "", "\n\nIt stood here."),
                ]),
                "Now a paragraph of its own: “It stood here.”",
            ),
            (
                of(vec![hunk(body, &[K::HedgeRemoved, K::MinorWording], "soll mutmaßlich", "hat")]),
                "Doubt removed: “soll mutmaßlich” → “hat”",
            ),
            (of(vec![hunk(body, &[K::Punct], ",", ";")]), "Punctuation changed"),
            (
                of((1..=5).map(|n| hunk(body, &[K::Reworded], &format!("old words {n}"), "new")).collect()),
                "“old words 1” → “new” · “old words 2” → “new” · “old words 3” → “new” · 2 more differences",
            ),
        ];
        for (change, want) in cases {
            assert_eq!(summary(&change), want, "{:?}", change.kinds);
        }
    }

    #[test]
    fn one_difference_is_one_phrase() {
        let (lead, body) = (Region::Lead, Region::Body);
        let facts = |hunk: Hunk, all: &[(ChangeKind, &str, &str)]| {
            let side = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            let told = |&(kind, before, after): &(ChangeKind, &str, &str)| Fact {
                kind,
                before: side(before),
                after: side(after),
                amount: None,
                days: None,
            };
            of(vec![Hunk { facts: all.iter().map(told).collect(), ..hunk }])
        };
        let residents = ("Several residents", "Residents allegedly");
        let cases = [
            (
                facts(
                    hunk(body, &[K::AttribChanged, K::HedgeAdded], residents.0, residents.1),
                    &[(K::AttribChanged, residents.0, residents.1), (K::HedgeAdded, "", "allegedly")],
                ),
                "Source “Several residents” → “Residents allegedly”",
            ),
            (
                facts(
                    Hunk {
                        speaker: Some("Karl Berg".into()),
                        ..hunk(lead, &[K::NegationFlip, K::QuoteTrimmed], "not ", "")
                    },
                    &[(K::NegationFlip, "not", ""), (K::QuoteTrimmed, "“We are not sorry”", "“We are sorry”")],
                ),
                "Quotation of Karl Berg: “not” removed",
            ),
            (
                facts(
                    hunk(body, &[K::NameChanged, K::AttribChanged], "Weber", "Lund"),
                    &[(K::AttribChanged, "Ada Weber", "Ada Lund"), (K::NameChanged, "Ada Weber", "Ada Lund")],
                ),
                "Name Ada Weber → Ada Lund",
            ),
            (
                facts(
                    hunk(Region::Headline, &[K::HeadlineCosmetic, K::Typo], "brigde", "bridge"),
                    &[(K::Typo, "brigde", "bridge")],
                ),
                "“brigde” → “bridge” in the headline",
            ),
            (of(vec![hunk(Region::Headline, &[K::HeadlineCosmetic], "'", "’")]), "Headline typeset differently"),
            (
                facts(
                    hunk(body, &[K::NumberChanged, K::DateChanged], "12 on Monday", "21 on Friday"),
                    &[(K::NumberChanged, "12", "21"), (K::DateChanged, "Monday", "Friday")],
                ),
                "Number 12 → 21 · date Monday → Friday",
            ),
        ];
        for (change, want) in cases {
            assert_eq!(summary(&change), want, "{:?}", change.kinds);
        }
    }

    #[test]
    fn parts_and_notices_are_told_where_the_text_tells_nothing() {
        let part = |part: &str, before: &str, after: &str| PartChange {
            part: part.into(),
            before: before.into(),
            after: after.into(),
        };
        let of_parts = |parts| Change { same: true, parts, ..Change::default() };
        let notice = |kind| Notice { kind, text: "Correction: It is 21.".into(), explains: Vec::new() };
        let head = hunk(Region::Headline, &[K::HeadlineChanged], "toll", "fee");
        let surface = part("json_ld.headline", "toll", "fee");
        let cases = [
            (of_parts(vec![part("caption", "a nine mm pot", "an eight mm pot")]), "Caption: “a nine” → “an eight”"),
            (of_parts(vec![part("byline", "Cressida Holt", "Cressida Holt; Ada Weber")]), "Byline: “Ada Weber” added"),
            (of_parts(vec![part("table", "4\t05:50\t22:30", "4\t05:50\t22:50")]), "Table: “22:30” → “22:50”"),
            (of_parts(vec![part("embed", "", "A post")]), "Embed added"),
            (of_parts(vec![surface.clone()]), "Headline that search engines see changed"),
            (Change { parts: vec![surface], ..of(vec![head]) }, "Headline: “toll” → “fee”"),
            (
                Change { notices: vec![notice(K::NoticeRemoved)], ..Change::default() },
                "A correction removed: “Correction: It is 21.”",
            ),
            (Change { notices: vec![notice(K::NoticeCorrection)], ..Change::default() }, "A correction added"),
            (Change { cosmetic: true, ..Change::default() }, "Only the typesetting differs"),
            (Change { same: true, ..Change::default() }, "No difference that we could see"),
            (Change::default(), "Small differences"),
            (
                Change {
                    reasons: vec!["headline changed".into(), "no notice that we could see".into()],
                    ..Change::default()
                },
                "Headline changed",
            ),
        ];
        for (change, want) in cases {
            assert_eq!(summary(&change), want);
        }
    }
}
