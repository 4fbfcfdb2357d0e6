//! Moves of a source: where its answer says that it stands now, and whether that is still the same outlet's.

use discover::Discovered;
use discover::address::domain;
use news::{Entry, Exchange, Outlet};

/// Where an answer says that the source stands now, if that is another address: permanent redirects led there,
/// or the document says so.
pub(crate) fn place(exchange: &Exchange, found: &Discovered, url: &str) -> Option<String> {
    let permanent = !exchange.hops.is_empty() && exchange.hops.iter().all(|hop| matches!(hop.status, 301 | 308));
    let place = if permanent { Some(exchange.last.url.clone()) } else { found.moved_to.clone() };
    place.filter(|place| place != url)
}

/// Whether a source that stood at `old` may be followed to `new`: to the outlet's own domain, to another place
/// under the old one, or wherever most of its entries are articles of the outlet. A domain that somebody else
/// has bought, or another outlet's feed, is not followed.
pub(crate) fn is_of_outlet(outlet: &Outlet, old: &str, new: &str, entries: &[Entry]) -> bool {
    let is_own = |address: &str| domain(address).is_some_and(|domain| domain == outlet.domain);
    let own = entries.iter().filter(|entry| is_own(&entry.address)).count();
    is_own(new) || domain(new).is_some_and(|new| domain(old) == Some(new)) || own > entries.len() / 2
}

#[cfg(test)]
mod tests {
    use news::OutletId;

    use super::*;

    #[test]
    fn a_source_is_followed_within_its_outlet() {
        let outlet = Outlet {
            id: OutletId(1),
            name: "The Harbour Ledger".into(),
            domain: "ledger.example".into(),
            homepage: None,
        };
        let entries = |hosts: &[&str]| -> Vec<Entry> {
            let entry = |host: &&str| Entry { address: format!("https://{host}/a"), ..Entry::default() };
            hosts.iter().map(entry).collect()
        };
        let own = "https://ledger.example/feed.xml";
        let cases = [
            (own, "https://www.ledger.example/rss", entries(&[]), true),
            (
                own,
                "https://feeds.burner.example/ledger",
                entries(&["ledger.example", "www.ledger.example", "ads.example"]),
                true,
            ),
            (own, "https://feeds.burner.example/ledger", entries(&["ledger.example", "ads.example"]), false),
            (own, "https://tribune.example/feed.xml", entries(&["tribune.example"]), false),
            (own, "https://tribune.example/feed.xml", entries(&[]), false),
            ("https://feeds.burner.example/a", "https://feeds.burner.example/b", entries(&[]), true),
            ("https://feeds.burner.example/a", own, entries(&[]), true),
        ];
        for (old, new, entries, want) in cases {
            assert_eq!(is_of_outlet(&outlet, old, new, &entries), want, "{old} to {new}");
        }
    }
}
