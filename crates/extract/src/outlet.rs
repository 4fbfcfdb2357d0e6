//! The outlet by its names, so that it is not taken for an author.

use url::Url;

use crate::json_ld::JsonLd;
use crate::meta::Meta;

/// Shortest name of a host, in letters, that says whose it is.
const SHORTEST: usize = 2;
/// What stands before the last part of a host's name in many countries.
const SHARED: [&str; 12] = ["co", "com", "org", "net", "gov", "ac", "gob", "go", "or", "ne", "edu", "web"];
/// Shortest beginning that two names share if they are of one.
const SHORTEST_BEGINNING: usize = 5;

/// Shortest rest of a host's name behind the word that it begins with: "news", "blog".
const SHORTEST_REST: usize = 4;

/// What the outlet is called, letters and digits alone.
#[derive(Debug, Default)]
pub(crate) struct Outlet {
    names: Vec<String>,
    /// Of the host, what stands before its last part.
    host: String,
}

impl Outlet {
    /// By what a page says of itself, and its address.
    pub fn of(meta: &Meta, ld: &JsonLd, url: &str) -> Self {
        let said = [meta.first(&["og:site_name", "application-name", "publisher"]), ld.publisher.clone()];
        let host = Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned)).unwrap_or_default();
        let mut labels = host.rsplit('.').skip(1);
        // "ledger.co.uk": the label before the one that all share
        let label = labels.find(|l| !SHARED.contains(l)).unwrap_or_default();
        let names = said.iter().flatten().map(|s| letters(s)).filter(|s| !s.is_empty()).collect();
        Self { names, host: letters(label) }
    }

    /// Whether a name is the outlet's and no person's.
    pub fn is(&self, name: &str) -> bool {
        let own = letters(name);
        let initials: String =
            name.split_whitespace().filter_map(|w| w.chars().next()).flat_map(char::to_lowercase).collect();
        let host = &*self.host;
        let by_host = host.len() >= SHORTEST
            && (own == host
                || initials == host
                || host.len() >= SHORTEST_BEGINNING && own.starts_with(host)
                || name.split_whitespace().any(|w| is_word(&letters(w), host)));
        by_host || is_domain(name) || self.names.contains(&own)
    }
}

/// Whether a word of a name is the host's, or its beginning.
fn is_word(word: &str, host: &str) -> bool {
    word == host
        || word.len() >= SHORTEST_BEGINNING && host.len() >= word.len() + SHORTEST_REST && host.starts_with(word)
}

/// Whether a name is an address: "ledger.example".
fn is_domain(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    !name.contains(' ')
        && name.contains('.')
        && (2..=4).contains(&end.len())
        && name.chars().filter(|c| *c == '.').count() <= 2
        && name.split('.').all(|part| part.len() >= 2 && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Tree;

    #[test]
    fn outlets_are_told_from_authors() {
        let tree = Tree::of("<meta property=og:site_name content='The Selm Ledger'>");
        let outlet = |url: &str| Outlet::of(&Meta::of(&tree, url), &JsonLd::of(&tree, &Default::default()), url);
        for (url, name, wanted) in [
            ("https://www.ledger.example/a", "The Selm Ledger", true),
            ("https://www.ledger.example/a", "ledger News", true),
            ("https://www.ledger.example/a", "Ledger.example", true),
            ("https://news.slg.example/a", "Selm Ledger Group", true),
            ("https://www.ledger.example/a", "Ana Roe", false),
            ("https://www.ledger.example/a", "A.B. Roe", false),
            ("no address", "Ana Roe", false),
        ] {
            assert_eq!(outlet(url).is(name), wanted, "{url} {name}");
        }
    }
}
