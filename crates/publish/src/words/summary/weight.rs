//! How grave a difference is, for the order in which a line tells them. A difference of a fact stands before one of words,
//! of words the longer loss before the shorter.

use news::{ChangeKind, Hunk, Region};

/// What a type weighs: its gravity in hundredths, and what is of none still in its order.
pub fn of(kind: ChangeKind) -> f32 {
    use ChangeKind as K;
    match kind {
        K::CosmeticNumber | K::DateRephrased | K::Typo | K::QuoteTypo => 3.0,
        K::LinkOnly => 1.0,
        // Somebody's name stands before their age.
        K::NameChanged => 100.0 * kind.gravity() + 1.0,
        _ => (100.0 * kind.gravity()).max(2.0),
    }
}

/// What a difference of words alone weighs, by how many went and whether they say how much.
pub fn of_words(hunk: &Hunk, kind: ChangeKind) -> f32 {
    let words = |text: &str| text.split_whitespace().count();
    // Of a headline one difference is told: what came says as much as what went.
    let is_head = matches!(hunk.place, Region::Headline | Region::Standfirst);
    let came = if is_head { words(&hunk.after) } else { 0 };
    let gone = words(&hunk.before).max(came).min(25) as f32;
    let quantity: f32 = if is_of_quantity(&hunk.before) || is_of_quantity(&hunk.after) { 40.0 } else { 0.0 };
    of(kind) + quantity.max(gone)
}

/// What whole paragraphs weigh, by their words.
pub fn of_paragraphs(kind: ChangeKind, words: usize) -> f32 {
    match kind {
        ChangeKind::RemPara if words >= 150 => 65.0,
        ChangeKind::RemPara => 35.0 * (words as f32 / 25.0).clamp(0.1, 1.0),
        _ => 10.0,
    }
}

/// What is said in the headline weighs more, what stands far down less.
pub const fn of_place(place: Region) -> f32 {
    match place {
        Region::Headline | Region::Standfirst => 1.2,
        Region::Lead => 1.0,
        Region::Body => 0.8,
        Region::Stamp => 0.0,
    }
}

fn is_of_quantity(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    text.chars().count() <= 60 && words.any(text::is_quantity)
}
