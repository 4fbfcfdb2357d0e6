//! What stands between marks: speech, or a title, a term, the name of a thing.

use crate::rules::is_one_of;
use crate::subject::View;

/// "Fox News Sunday": each longer word has a capital letter, which only titles have where nouns have none.
pub(crate) fn is_title_of_work(view: View<'_>, at: usize) -> bool {
    let marked = &view.line.quoted[quote_of(view, at)];
    let inner = &view.text[marked.inner.clone()];
    let all = inner.split_whitespace().take(12).count();
    let long = || inner.split_whitespace().filter(|w| w.chars().count() > 3);
    let capital = |w: &str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
    let shouts = inner.ends_with(['!', '?']) || (inner.ends_with('.') && !marked.single);
    !view.language.verb_second
        && (2..12).contains(&all)
        && !shouts
        && inner.split_whitespace().next().is_some_and(capital)
        && (long().count() > 0 || inner.split_whitespace().skip(1).filter(|w| capital(w)).count() > 1)
        && long().all(capital)
        && inner.chars().any(char::is_lowercase)
}

/// Der Sender „…“: a short name behind what it is the name of, where nouns have capital letters.
pub(crate) fn is_name_of_thing(view: View<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| view.token(i)) else { return false };
    let inner = &view.text[view.line.quoted[quote_of(view, at)].inner.clone()];
    let said = [
        "wort",
        "worte",
        "worten",
        "bezeichnung",
        "begriff",
        "satz",
        "motto",
        "ausruf",
        "aussage",
        "parole",
        "vorwurf",
    ];
    let thing = before.is_word() && before.capital && !said.contains(&&*before.low);
    let medium = matches!(&*before.low, "die" | "der" | "das") && words(view, at) == 1;
    view.language.verb_second
        && (thing || medium)
        && words(view, at) <= 5
        && !ends_like_speech(view, at)
        && inner.starts_with(char::is_uppercase)
}

/// "(“hybrids”)": a term beside what it stands for.
pub(crate) fn is_aside(view: View<'_>, at: usize) -> bool {
    at > 0 && is_one_of(view, at - 1, &["("]) && is_one_of(view, at + 1, &[")"]) && !ends_like_speech(view, at)
}

/// Whether the words in marks end as a clause does.
pub(crate) fn ends_like_speech(view: View<'_>, at: usize) -> bool {
    let inner = view.line.quoted[quote_of(view, at)].inner.clone();
    view.text[inner]
        .trim_end_matches(['’', '\'', '”', ' ', '\u{a0}'])
        .ends_with([',', '.', '?', '!', '—', '–', '…', '-'])
}

pub(crate) fn words(view: View<'_>, at: usize) -> usize {
    let inner = view.line.quoted[quote_of(view, at)].inner.clone();
    view.text[inner].split_whitespace().take(50).count()
}

pub(crate) fn quote_of(view: View<'_>, at: usize) -> usize {
    view.tokens()[at].quote().unwrap_or_default()
}
