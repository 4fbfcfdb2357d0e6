//! "What became of the article at this address?"

use axum::response::Redirect;
use discover::address;
use http::Uri;
use news::{ArticleId, Outlet, OutletId};
use publish::link;
use store::{StoreError, Tx, articles, feeds, outlets};

use crate::State;
use crate::answer::Result;
use crate::refusal::Refusal;

/// What the store knows of an address.
enum Known {
    Article(ArticleId),
    /// The outlet's own front page or one of its feeds.
    Outlet(OutletId),
    /// Not that address, but its outlet.
    Neighbour(Outlet),
    Nothing,
}

/// The page of the article at an address that somebody pasted, with whatever came along: quotation marks, brackets,
/// a sentence around it.
pub async fn ask(state: &State, pasted: &str) -> Result<Redirect> {
    let candidate = candidate(pasted);
    if let Ok(id) = candidate.parse::<ArticleId>() {
        return Ok(Redirect::to(&link::article(id)));
    }
    let no_address = || Refusal::NoAddress(pasted.trim().to_owned());
    let web = address::web(candidate).map_err(|_| no_address())?;
    // a word alone is a host to a browser, but to nobody who pastes
    let named = address::domain(&web).filter(|host| host.contains(['.', ':'])).ok_or_else(no_address)?;
    let key = address::key(&web).map_err(|_| no_address())?;
    let asked = web.clone();
    match state.store.read(move |tx| known(tx, &asked, &key, &named)).await? {
        Known::Article(id) => Ok(Redirect::to(&link::article(id))),
        Known::Outlet(id) => Ok(Redirect::to(&link::outlet(id))),
        Known::Neighbour(outlet) => Err(Refusal::NotWatched(web, Some(outlet))),
        Known::Nothing => Err(Refusal::NotWatched(web, None)),
    }
}

fn known(tx: &mut Tx<'_>, web: &str, key: &str, domain: &str) -> std::result::Result<Known, StoreError> {
    if let Some(id) = articles::find_article(tx, key)? {
        return Ok(Known::Article(id));
    }
    let Some(outlet) = outlets::find_outlet(tx, domain)? else { return Ok(Known::Nothing) };
    let same = |other: &str| address::key(other).is_ok_and(|other| other == key);
    let is_front =
        outlet.homepage.as_deref().is_some_and(same) || web.parse::<Uri>().is_ok_and(|uri| uri.path() == "/");
    if is_front || feeds::list_feeds(tx, outlet.id)?.iter().any(|feed| same(&feed.url)) {
        return Ok(Known::Outlet(outlet.id));
    }
    Ok(Known::Neighbour(outlet))
}

/// The part of what was pasted that is meant: from the scheme on, if there is one, up to a blank, without the marks
/// that stand around addresses in texts.
fn candidate(pasted: &str) -> &str {
    let pasted = pasted.trim();
    let begins = ["https://", "http://"].iter().filter_map(|scheme| pasted.find(scheme)).min();
    let from = begins.map_or(pasted, |at| &pasted[at..]);
    let word = if begins.is_some() { from.split_whitespace().next().unwrap_or_default() } else { from };
    let marks = ['"', '\'', '<', '>', '“', '”', '„', '‘', '’', '«', '»', '(', ')', '[', ']', ',', ';', '.', '!'];
    let word = word.trim_start_matches(marks);
    let balanced = word.matches('(').count() == word.matches(')').count();
    word.trim_end_matches(|c| marks.contains(&c) && !(c == ')' && balanced))
}

#[cfg(test)]
mod tests {
    use super::candidate;

    #[test]
    fn what_stands_around_an_address_is_not_part_of_it() {
        for pasted in [
            "https://ledger.example/a",
            "  https://ledger.example/a\n",
            "\"https://ledger.example/a\"",
            "<https://ledger.example/a>",
            "See https://ledger.example/a.",
            "(https://ledger.example/a)",
            "“https://ledger.example/a”, says Ada",
        ] {
            assert_eq!(candidate(pasted), "https://ledger.example/a", "{pasted}");
        }
        assert_eq!(candidate("https://ledger.example/a_(b)"), "https://ledger.example/a_(b)");
        assert_eq!(candidate("ledger.example/a"), "ledger.example/a");
        assert_eq!(candidate("3-17"), "3-17");
    }
}
