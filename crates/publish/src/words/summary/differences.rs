//! The differences of a text, a phrase each.

use news::{Change, ChangeKind, Class, Fact, Hunk, Region};

use super::super::quoted::{quoted, term, went_and_came};
use super::{Phrase, moved, weight};

/// Characters of a side of a hunk that is told whole.
const WHOLE: usize = 60;
/// Words that differ beside what a fact names, from which on they are told too.
const MORE_WORDS: usize = 6;

/// What is said of a difference before it is known where else the same is said.
struct Draft {
    weight: f32,
    gone: usize,
    place: Region,
    text: String,
    /// What it says, where it may be said in other words: "Fourteen → Nineteen", "14 → 19".
    key: Option<String>,
    /// Whether it names both sides of a fact: the same in headline and text is then one phrase.
    is_fact: bool,
    /// Whether it says all that differs in the hunk.
    is_whole: bool,
}

/// A phrase for each difference that is not of a whole paragraph.
pub(super) fn of_hunks(change: &Change) -> Vec<Phrase> {
    let has_moved = |hunk: &Hunk| hunk.kinds.contains(&ChangeKind::MovedPara);
    // A sentence that is a paragraph of its own now is told as that.
    let come = |hunk: &Hunk| {
        let mut paragraphs = change.hunks.iter().filter(|other| other.kinds.contains(&ChangeKind::AddPara));
        paragraphs.any(|other| super::is_cut_out(hunk, &other.after))
    };
    let is_of_text =
        |hunk: &&Hunk| !matches!(hunk.place, Region::Headline | Region::Standfirst) && !has_moved(hunk) && !come(hunk);
    let heads = [Region::Headline, Region::Standfirst].into_iter().filter_map(|place| head(change, place));
    let hunks = heads.chain(change.hunks.iter().filter(is_of_text).cloned()).chain(moved::edits(change));
    let mut drafts: Vec<Draft> = hunks.flat_map(|hunk| of_hunk(&hunk)).collect();
    drafts.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut phrases: Vec<Phrase> = Vec::new();
    let mut heads: Vec<Region> = Vec::new();
    for (n, draft) in drafts.iter().enumerate() {
        let same = |other: &&Draft| {
            other.is_fact && (other.text == draft.text || other.key.is_some() && other.key == draft.key)
        };
        if draft.is_fact && drafts[..n].iter().any(|other| same(&other)) {
            continue;
        }
        let places: Vec<Region> = drafts[n..].iter().filter(same).map(|d| d.place).collect();
        let is_head = |place: &Region| matches!(place, Region::Headline | Region::Standfirst);
        let name = if draft.place == Region::Standfirst { "standfirst" } else { "headline" };
        let text = match (is_head(&draft.place), draft.is_fact) {
            (false, true) if places.contains(&Region::Headline) => format!("{} in headline and text", draft.text),
            (false, _) => draft.text.clone(),
            (true, true) if places.iter().any(|place| !is_head(place)) => format!("{} in {name} and text", draft.text),
            (true, true) => format!("{} in the {name}", draft.text),
            // What else differs in a headline is seen beside it.
            (true, false) if heads.contains(&draft.place) => continue,
            (true, false) => {
                heads.push(draft.place);
                format!("{name}: {}", draft.text)
            }
        };
        phrases.push(Phrase { weight: draft.weight, gone: draft.gone, text });
    }
    phrases
}

/// The differences of a headline as one, `…` for what stayed between them: a few of its words alone say little.
fn head(change: &Change, place: Region) -> Option<Hunk> {
    let mut hunks = change.hunks.iter().filter(|hunk| hunk.place == place);
    let mut whole = hunks.next()?.clone();
    for hunk in hunks {
        for (side, more) in [(&mut whole.before, &hunk.before), (&mut whole.after, &hunk.after)] {
            match (side.contains(char::is_alphanumeric), more.contains(char::is_alphanumeric)) {
                (_, false) => {}
                (true, true) => *side = format!("{} … {}", side.trim(), more.trim()),
                (false, true) => side.clone_from(more),
            }
        }
        whole.kinds.extend(&hunk.kinds);
        whole.facts.extend(hunk.facts.iter().cloned());
    }
    Some(whole)
}

fn of_hunk(hunk: &Hunk) -> Vec<Draft> {
    use ChangeKind as K;
    let is_notice = hunk.kinds.iter().any(|kind| kind.class() == Class::Disclosure);
    if hunk.place == Region::Stamp || is_notice {
        return Vec::new();
    }
    let of_place = weight::of_place(hunk.place);
    let draft = |weight: f32, text: String, is_fact| {
        let gone = hunk.before.trim().chars().count();
        Draft { weight: weight * of_place, gone, place: hunk.place, text, key: None, is_fact, is_whole: false }
    };
    let is_of_row = |kind: &ChangeKind| matches!(kind, K::RemPara | K::AddPara | K::Split | K::Merged);
    let is_row = hunk.kinds.iter().any(is_of_row);
    let length = |text: &str| text.trim().chars().count();
    let is_small = !is_row && length(&hunk.before).max(length(&hunk.after)) <= WHOLE;
    let mut drafts = Vec::new();
    let mut named = 0;
    let mut single: Option<f32> = None;
    for (at, fact) in hunk.facts.iter().enumerate() {
        if is_told_by_another(&hunk.facts, at) {
            continue;
        }
        let is_pair = fact.before.is_some() && fact.after.is_some();
        let weight = weight::of(fact.kind) * if fact.kind == K::DateChanged && !is_pair { 0.5 } else { 1.0 };
        match in_words(hunk, fact) {
            Some(text) => {
                named += [&fact.before, &fact.after].into_iter().flatten().map(|t| words(t)).sum::<usize>();
                let is_whole = says_all(hunk, fact);
                let amount = fact.amount.as_ref().filter(|_| fact.kind == K::NumberChanged);
                let key = amount.and_then(|a| Some(format!("{}>{}", a.before?, a.after?)));
                drafts.push(Draft { is_whole, key, ..draft(weight, text, is_pair && !is_of_quotation(fact.kind)) });
            }
            // Where little differs it says more than the name of what came.
            None if is_small => single = Some(single.unwrap_or_default().max(weight)),
            None => drafts.extend(alone(fact).map(|text| draft(weight, text, true))),
        }
    }
    let kind = hunk.kinds.iter().copied().filter(|kind| !is_of_row(kind));
    let Some(kind) = kind.max_by(|a, b| weight::of(*a).total_cmp(&weight::of(*b))) else { return drafts };
    let by_words = weight::of_words(hunk, kind);
    let says_more = words(&hunk.before) + words(&hunk.after) >= named + MORE_WORDS;
    match single {
        // One difference, one phrase: that which names what it is, with the weight of the gravest.
        Some(weight) if drafts.iter().any(|draft| draft.is_whole) => {
            let weight = (weight.max(by_words) + weight / 2.0) * of_place;
            drafts.iter_mut().filter(|draft| draft.is_whole).for_each(|draft| draft.weight = draft.weight.max(weight));
        }
        Some(weight) => {
            drafts.extend(by_kind(hunk, kind).map(|text| draft(weight.max(by_words) + weight / 2.0, text, false)))
        }
        None if drafts.is_empty() && !is_row => {
            drafts.extend(by_kind(hunk, kind).map(|text| draft(by_words, text, false)));
        }
        None if says_more && !is_row && !hunk.facts.iter().any(|fact| is_of_quotation(fact.kind)) => {
            let weight = weight::of_words(hunk, K::MinorWording);
            drafts.extend(went_and_came(&hunk.before, &hunk.after).map(|text| draft(weight, text, false)));
        }
        None => {}
    }
    drafts
}

/// Whether another fact names the same on both sides and is graver, or as grave and told before.
fn is_told_by_another(facts: &[Fact], at: usize) -> bool {
    let (fact, own) = (&facts[at], weight::of(facts[at].kind));
    let is_graver = |(n, other): (usize, &Fact)| {
        let weight = weight::of(other.kind);
        (&other.before, &other.after) == (&fact.before, &fact.after) && (weight > own || weight == own && n < at)
    };
    fact.before.is_some() && fact.after.is_some() && facts.iter().enumerate().any(is_graver)
}

/// Whether what is said of a fact quotes all that differs in the hunk.
fn says_all(hunk: &Hunk, fact: &Fact) -> bool {
    use ChangeKind as K;
    let is_quoted_by_hunk = matches!(fact.kind, K::QuoteChanged | K::QuoteTrimmed | K::QuoteExtended | K::QuoteTypo);
    let same = |side: &str, fact: &Option<String>| {
        let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        words(side) == words(fact.as_deref().unwrap_or_default())
    };
    is_quoted_by_hunk || (same(&hunk.before, &fact.before) && same(&hunk.after, &fact.after))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

fn is_of_quotation(kind: ChangeKind) -> bool {
    use ChangeKind as K;
    matches!(
        kind,
        K::QuoteChanged
            | K::QuoteRemoved
            | K::QuoteTrimmed
            | K::QuoteExtended
            | K::QuoteAdded
            | K::QuoteToParaphrase
            | K::ParaphraseToQuote
            | K::QuoteTypo
    )
}

/// A fact that has a name on both sides, or is of a quotation.
fn in_words(hunk: &Hunk, fact: &Fact) -> Option<String> {
    use ChangeKind as K;
    if is_of_quotation(fact.kind) {
        return of_quotation(hunk, fact.kind, fact.before.as_deref(), fact.after.as_deref());
    }
    let (was, is) = (fact.before.as_deref()?, fact.after.as_deref()?);
    let noun = match fact.kind {
        K::NumberChanged if fact.amount.as_ref().is_some_and(|amount| amount.casualty) => {
            befallen(fact.amount.as_ref().and_then(|amount| amount.unit.as_deref()).unwrap_or_default())
        }
        K::NumberChanged => "number",
        K::DateChanged => "date",
        K::NameChanged => "name",
        K::TypoName => "spelling of a name:",
        K::TitleChanged => "title",
        K::AttribChanged if [was, is].into_iter().all(text::is_verb_of_saying) => {
            return Some(format!("verb {} → {}", quoted(was), quoted(is)));
        }
        K::AttribChanged => return Some(format!("source {} → {}", quoted(was), quoted(is))),
        K::QuoteSpeakerChanged => return Some(format!("words of {} now given to {}", term(was), term(is))),
        _ => return Some(format!("{} → {}", quoted(was), quoted(is))),
    };
    Some(format!("{noun} {} → {}", term(was), term(is)))
}

/// What befell people, by the word beside their number.
fn befallen(word: &str) -> &'static str {
    const INJURED: &[&str] = &[
        "injur",
        "wound",
        "hurt",
        "hospital",
        "verletz",
        "bless",
        "herid",
        "ferid",
        "ferit",
        "gewond",
        "ранен",
        "поран",
        "rann",
        "yaral",
        "مصاب",
        "جري",
        "إصاب",
    ];
    const MISSING: &[&str] = &[
        "missing",
        "vermiss",
        "dispar",
        "desapare",
        "dispers",
        "vermist",
        "пропа",
        "зникл",
        "zagin",
        "kayıp",
        "مفقود",
    ];
    const DEAD: &[&str] = &[
        "dead",
        "death",
        "die",
        "kill",
        "tot",
        "ster",
        "mort",
        "muert",
        "tué",
        "погиб",
        "загин",
        "zgin",
        "zabit",
        "öl",
        "قت",
        "قُت",
        "ضحا",
    ];
    let is_one =
        |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem) || word.contains(stem) && stem.len() > 4);
    match () {
        () if is_one(INJURED) => "injured",
        () if is_one(MISSING) => "missing",
        () if is_one(DEAD) => "dead",
        () => "casualties",
    }
}

/// A name, number, date or word that came or went inside a long passage.
fn alone(fact: &Fact) -> Option<String> {
    use ChangeKind as K;
    let done = if fact.after.is_some() { "added" } else { "removed" };
    let what = fact.after.as_deref().or(fact.before.as_deref())?;
    let noun = match fact.kind {
        K::NumberChanged | K::NumberAdded | K::NumberRemoved => "number",
        K::DateChanged => "date",
        K::NameChanged | K::NameAdded | K::NameRemoved => "name",
        K::TitleChanged => "title",
        K::AttribChanged | K::AttribAdded | K::AttribRemoved => "source",
        _ if fact.after.is_some() => return Some(format!("{} added", quoted(what))),
        _ => return Some(format!("{} removed", quoted(what))),
    };
    Some(format!("{noun} {} {done}", term(what)))
}

/// What happened to a quotation: its words where they are known, else those of the hunk.
fn of_quotation(hunk: &Hunk, kind: ChangeKind, was: Option<&str>, is: Option<&str>) -> Option<String> {
    use ChangeKind as K;
    let quote = hunk.speaker.as_deref().map_or("a quotation".to_owned(), |who| format!("quotation of {}", term(who)));
    let side = |told: Option<&str>, own: &str| {
        let text = told.unwrap_or(own);
        text.contains(char::is_alphanumeric).then(|| quoted(text))
    };
    Some(match kind {
        K::QuoteRemoved => format!("{quote} removed: {}", side(was, &hunk.before)?),
        K::QuoteAdded => format!("{quote} added: {}", side(is, &hunk.after)?),
        K::QuoteToParaphrase => format!("quotation marks removed around {}", side(was.or(is), &hunk.before)?),
        K::ParaphraseToQuote => format!("quotation marks added around {}", side(is.or(was), &hunk.after)?),
        _ => match was.zip(is).and_then(|(was, is)| inside(was, is)) {
            Some(words) => format!("{quote}: {words}"),
            None => format!("{quote}: {}", went_and_came(&hunk.before, &hunk.after)?),
        },
    })
}

/// What differs between two forms of a quotation, without the words that both begin and end with.
fn inside(was: &str, is: &str) -> Option<String> {
    const MARKS: &[char] = &['"', '“', '”', '„', '«', '»', '‘', '’', '「', '」', ',', '.', ' '];
    let words = |text: &'static [char], said: &str| -> Vec<String> {
        said.trim_matches(text).split_whitespace().map(str::to_owned).collect()
    };
    let (was, is) = (words(MARKS, was), words(MARKS, is));
    let is_one = |(a, b): &(&String, &String)| a.trim_matches(MARKS) == b.trim_matches(MARKS);
    let head = was.iter().zip(&is).take_while(is_one).count();
    let tail = was[head..].iter().rev().zip(is[head..].iter().rev()).take_while(is_one).count();
    went_and_came(&was[head..was.len() - tail].join(" "), &is[head..is.len() - tail].join(" "))
}

/// A hunk without facts of its own, by its gravest type.
fn by_kind(hunk: &Hunk, kind: ChangeKind) -> Option<String> {
    use ChangeKind as K;
    let quoted = || went_and_came(&hunk.before, &hunk.after);
    Some(match kind {
        // The fact stands at the first hunk of the quotation.
        K::QuoteToParaphrase | K::ParaphraseToQuote => return None,
        kind if is_of_quotation(kind) => return of_quotation(hunk, kind, None, None),
        K::QuoteMarks => match hunk.before.trim().is_empty() {
            _ if hunk.before.contains(char::is_alphanumeric) => quoted()?,
            true => "quotation marks added".to_owned(),
            false if hunk.after.trim().is_empty() => "quotation marks removed".to_owned(),
            false => "quotation marks changed".to_owned(),
        },
        K::HedgeAdded if !hunk.before.trim().is_empty() => format!("doubt added: {}", quoted()?),
        K::HedgeRemoved if !hunk.after.trim().is_empty() => format!("doubt removed: {}", quoted()?),
        K::Typo => format!("spelling: {}", quoted()?),
        K::CosmeticNumber => format!("a number written otherwise: {}", quoted()?),
        K::DateRephrased => format!("a date written otherwise: {}", quoted()?),
        K::Case => format!("capital letters: {}", quoted()?),
        K::Punct => "punctuation changed".to_owned(),
        K::Cosmetic => "typesetting changed".to_owned(),
        K::HeadlineCosmetic => return None,
        K::LinkOnly => "a link changed".to_owned(),
        _ => quoted().unwrap_or_else(|| "punctuation changed".to_owned()),
    })
}
