//! What a change comes to, in words.

use news::{Aligned, Change, ChangeKind, Notice, Op};
use text::notice_kind;

use crate::notices::has_notice;
use crate::parts::is_surface;
use crate::side::Side;

/// Returns phrases that say what happened, the weightiest first, without capitals and stops.
///
/// `rows` are those of the text alone, without captions, tables and embeds.
pub(crate) fn reasons(change: &Change, rows: &[Aligned], before: &Side<'_>, after: &Side<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    if change.cosmetic {
        reasons.push("only the typesetting differs".to_owned());
    } else {
        reasons.extend(heads(change));
        reasons.extend(paragraphs(change, rows, before, after));
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

fn heads(change: &Change) -> Vec<String> {
    let phrases = [
        (ChangeKind::HeadlineChanged, "headline changed"),
        (ChangeKind::HeadlineCosmetic, "headline typeset differently"),
        (ChangeKind::StandfirstChanged, "standfirst changed"),
    ];
    phrases.iter().filter(|(kind, _)| change.kinds.contains(kind)).map(|(_, phrase)| (*phrase).to_owned()).collect()
}

fn paragraphs(change: &Change, rows: &[Aligned], before: &Side<'_>, after: &Side<'_>) -> Vec<String> {
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
    let told = |op, one: &str, many: &str| match count(op) {
        0 => None,
        1 => Some(format!("a paragraph {one}")),
        n => Some(format!("{n} paragraphs {many}")),
    };
    let changed = match count(Op::Changed) {
        0 => None,
        1 => Some(format!("{} in a paragraph", inside(change))),
        n => Some(format!("{} in {n} paragraphs", inside(change))),
    };
    let others = [
        told(Op::Removed, "removed", "removed"),
        told(Op::Added, "added", "added"),
        changed,
        told(Op::Moved, "moved", "moved"),
        told(Op::Split, "split", "split"),
    ];
    let merged = (count(Op::Merged) > 0).then(|| "paragraphs merged".to_owned());
    others.into_iter().flatten().chain(merged).collect()
}

/// What differs inside the paragraphs that changed, by the most that does.
fn inside(change: &Change) -> &'static str {
    let phrases = [
        (ChangeKind::Reworded, "words changed"),
        (ChangeKind::QuoteMarks, "quotation marks changed"),
        (ChangeKind::Punct, "punctuation changed"),
        (ChangeKind::Case, "capital letters changed"),
        (ChangeKind::Cosmetic, "typesetting changed"),
    ];
    phrases.iter().find(|(kind, _)| change.kinds.contains(kind)).map_or("words changed", |(_, phrase)| phrase)
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
            _ if is_surface(part) => "machine-readable details",
            _ if part.ends_with("_order") => "order of pictures, tables and posts",
            _ => part,
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter().map(|name| format!("{name} changed")).collect()
}
