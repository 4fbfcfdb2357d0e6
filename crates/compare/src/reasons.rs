//! What a change comes to, in words.

use news::{Aligned, Change, ChangeKind, Fact, Hunk, Notice, Op, Region};
use text::notice_kind;

use crate::notices::has_notice;
use crate::parts::is_surface;
use crate::side::Side;
use crate::stealth::Weights;

/// Facts that are told one by one, at most.
const TOLD_FACTS: usize = 4;
/// Characters of a name or number that are shown.
const SHOWN: usize = 40;

/// A phrase, and how much it weighs.
type Phrase = (f32, String);

/// Returns phrases that say what happened, the weightiest first, without capitals and stops.
///
/// `rows` are those of the text alone, without captions, tables and embeds.
pub(crate) fn reasons(
    change: &Change,
    weights: &Weights,
    rows: &[Aligned],
    before: &Side<'_>,
    after: &Side<'_>,
) -> Vec<String> {
    let mut phrases: Vec<Phrase> = Vec::new();
    if change.cosmetic {
        phrases.push((0.0, "only the typesetting differs".to_owned()));
    } else {
        phrases.extend(facts(change, weights));
        phrases.extend(heads(change));
        phrases.extend(paragraphs(change, rows, before, after));
        phrases.sort_by(|a, b| b.0.total_cmp(&a.0));
    }
    let mut reasons: Vec<String> = Vec::new();
    for (_, phrase) in phrases {
        if !reasons.contains(&phrase) {
            reasons.push(phrase);
        }
    }
    reasons.extend(change.notices.iter().map(notice));
    reasons.extend(beside(change));
    let is_told = change.notices.iter().any(|n| n.kind != ChangeKind::NoticeRemoved);
    if !change.same && !change.cosmetic && !is_told {
        let kept = if has_notice(after) { "no new notice" } else { "no notice" };
        reasons.push(format!("{kept} that we could see"));
    }
    reasons
}

/// What the weightiest facts come to.
fn facts(change: &Change, weights: &Weights) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    for (hunk, &weight) in change.hunks.iter().zip(&weights.hunks) {
        found.extend(hunk.facts.iter().filter_map(|fact| phrase(hunk, fact)).map(|phrase| (weight, phrase)));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.dedup_by(|a, b| a.1 == b.1);
    found.truncate(TOLD_FACTS);
    found
}

/// A fact in words, if it is one that people want to read.
fn phrase(hunk: &Hunk, fact: &Fact) -> Option<String> {
    use ChangeKind as K;
    let was = fact.before.as_deref().map_or(String::new(), short);
    let is = fact.after.as_deref().map_or(String::new(), short);
    let toll = fact.amount.as_ref().is_some_and(|a| a.casualty);
    let place = if hunk.place == Region::Headline { " in the headline" } else { "" };
    let what = match fact.kind {
        K::NumberChanged if toll => format!("casualties {was} → {is}"),
        K::NumberChanged => format!("number {was} → {is}"),
        K::NumberAdded => format!("number {is} added"),
        K::NumberRemoved => format!("number {was} removed"),
        K::DateChanged if was.is_empty() => format!("date {is} added"),
        K::DateChanged if is.is_empty() => format!("date {was} removed"),
        K::DateChanged => format!("date {was} → {is}"),
        K::NameChanged | K::TypoName => format!("name {was} → {is}"),
        K::NameAdded => format!("name {is} added"),
        K::NameRemoved => format!("name {was} removed"),
        K::TitleChanged if was.is_empty() || is.is_empty() => "title changed".to_owned(),
        K::TitleChanged => format!("title {was} → {is}"),
        K::HedgeAdded => format!("“{is}” added"),
        K::HedgeRemoved => format!("“{was}” removed"),
        K::NegationFlip if was.is_empty() => format!("“{is}” added"),
        K::NegationFlip if is.is_empty() => format!("“{was}” removed"),
        K::NegationFlip | K::AttribTone => format!("“{was}” → “{is}”"),
        K::AttribChanged if [&was, &is].into_iter().all(|verb| text::is_verb_of_saying(verb)) => {
            format!("verb “{was}” → “{is}”")
        }
        K::AttribChanged => format!("source “{was}” → “{is}”"),
        K::AttribAdded => "source added".to_owned(),
        K::AttribRemoved => "source removed".to_owned(),
        K::QuoteSpeakerChanged => format!("quote moved from {was} to {is}"),
        kind => format!("{} {}", quote_of(hunk), done_to_quote(kind)?),
    };
    Some(what + place)
}

fn quote_of(hunk: &Hunk) -> String {
    hunk.speaker.as_deref().map_or("a quote".to_owned(), |speaker| format!("quote of {}", short(speaker)))
}

fn done_to_quote(kind: ChangeKind) -> Option<&'static str> {
    Some(match kind {
        ChangeKind::QuoteChanged => "changed",
        ChangeKind::QuoteTrimmed => "shortened",
        ChangeKind::QuoteExtended => "extended",
        ChangeKind::QuoteAdded => "added",
        ChangeKind::QuoteRemoved => "removed",
        ChangeKind::QuoteTypo => "respelt",
        ChangeKind::QuoteToParaphrase => "told without its marks",
        ChangeKind::ParaphraseToQuote => "put between marks",
        _ => return None,
    })
}

fn short(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

fn heads(change: &Change) -> Vec<Phrase> {
    let in_headline = |kinds: &[ChangeKind]| {
        let mut hunks = change.hunks.iter().filter(|h| h.place == Region::Headline);
        hunks.any(|h| h.kinds.iter().any(|k| kinds.contains(k)))
    };
    let is_reworded = in_headline(&[ChangeKind::Reworded, ChangeKind::MinorWording]);
    let phrases = [
        (ChangeKind::HeadlineChanged, 0.48, if is_reworded { "headline reworded" } else { "headline changed" }),
        (ChangeKind::HeadlineCosmetic, 0.0, "headline typeset differently"),
        (ChangeKind::StandfirstChanged, 0.24, "standfirst changed"),
    ];
    let shown = phrases.iter().filter(|(kind, ..)| change.kinds.contains(kind));
    shown.map(|(_, weight, phrase)| (*weight, (*phrase).to_owned())).collect()
}

fn paragraphs(change: &Change, rows: &[Aligned], before: &Side<'_>, after: &Side<'_>) -> Vec<Phrase> {
    let is_body = |row: &&Aligned| row.before.iter().chain(&row.after).any(|&block| block >= 2);
    // a notice that came or went is told as one
    let says = |side: &Side<'_>, blocks: &[usize], is: fn(ChangeKind) -> bool| {
        let text = |block: &usize| side.pieces.iter().find(|p| p.block == *block).map_or("", |p| p.text);
        change.notices.iter().any(|n| is(n.kind) && blocks.iter().any(|b| n.text.contains(text(b))))
    };
    let is_notice = |row: &Aligned| match row.op {
        Op::Added => says(after, &row.after, ChangeKind::is_new_notice),
        Op::Removed => says(before, &row.before, |kind| kind == ChangeKind::NoticeRemoved),
        _ => false,
    };
    let count = |op| rows.iter().filter(is_body).filter(|row| row.op == op && !is_notice(row)).count();
    let told = |op, weight, one: &str, many: &str| match count(op) {
        0 => None,
        1 => Some((weight, format!("a paragraph {one}"))),
        n => Some((weight, format!("{n} paragraphs {many}"))),
    };
    let changed = inside(change).and_then(|(weight, what)| match count(Op::Changed) {
        0 => None,
        1 => Some((weight, format!("{what} in a paragraph"))),
        n => Some((weight, format!("{what} in {n} paragraphs"))),
    });
    let others = [
        told(Op::Removed, 0.28, "removed", "removed"),
        told(Op::Added, 0.1, "added", "added"),
        changed,
        told(Op::Moved, 0.02, "moved", "moved"),
        told(Op::Split, 0.01, "split", "split"),
    ];
    let merged = (count(Op::Merged) > 0).then(|| (0.01, "paragraphs merged".to_owned()));
    others.into_iter().flatten().chain(merged).collect()
}

/// What differs in the words of paragraphs beside the facts, by the most that does.
fn inside(change: &Change) -> Option<(f32, &'static str)> {
    let phrases = [
        (ChangeKind::Reworded, 0.16, "words changed"),
        (ChangeKind::MinorWording, 0.05, "a few words changed"),
        (ChangeKind::CosmeticNumber, 0.03, "a number written otherwise"),
        (ChangeKind::DateRephrased, 0.03, "a date written otherwise"),
        (ChangeKind::Typo, 0.03, "spelling mended"),
        (ChangeKind::QuoteMarks, 0.16, "quotation marks changed"),
        (ChangeKind::Punct, 0.02, "punctuation changed"),
        (ChangeKind::Case, 0.02, "capital letters changed"),
        (ChangeKind::Cosmetic, 0.01, "typesetting changed"),
    ];
    let mut body = change.hunks.iter().filter(|h| matches!(h.place, Region::Lead | Region::Body | Region::Stamp));
    let kinds: Vec<ChangeKind> = body.by_ref().flat_map(|h| h.kinds.iter().copied()).collect();
    phrases.iter().find(|(kind, ..)| kinds.contains(kind)).map(|(_, weight, phrase)| (*weight, *phrase))
}

fn notice(notice: &Notice) -> String {
    let (article, name) = match notice_kind(&notice.text) {
        Some(kind) if kind.as_str().starts_with(['e', 'u']) => ("an", kind.as_str()),
        Some(kind) => ("a", kind.as_str()),
        None => ("a", "notice"),
    };
    let done = match notice.kind {
        ChangeKind::NoticeRemoved => "removed",
        ChangeKind::NoticeChanged => "changed",
        _ => "added",
    };
    format!("{article} {name} {done}")
}

/// Parts and surfaces, each named once.
fn beside(change: &Change) -> Vec<String> {
    let mut names: Vec<&str> = Vec::new();
    for part in change.parts.iter().map(|p| p.part.as_str()) {
        let name = match part {
            "block_kind" => "form of a block",
            "credit" => "agency credit",
            "section" => part,
            _ if is_surface(part) => "data for search engines and social media",
            _ if part.ends_with("_order") => "order of pictures, tables and posts",
            _ => part,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| format!("{name} changed")).collect()
}
