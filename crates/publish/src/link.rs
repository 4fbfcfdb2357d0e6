//! Addresses: paths on this site, and links out of it.

use std::num::NonZeroU32;

use news::{ArticleId, CaptureId, OutletId};
use url::{Position, Url};

use crate::feed::Form;

/// The list of the newest changes.
pub const FRONT: &str = "/";
/// The list of outlets.
pub const OUTLETS: &str = "/outlets";
/// The search.
pub const SEARCH: &str = "/search";
/// What this site is and does.
pub const ABOUT: &str = "/about";

/// An outlet's newest changes.
pub fn outlet(id: OutletId) -> String {
    format!("/outlets/{id}")
}

/// What robots.txt keeps us from looking at, of an outlet.
pub fn refused(id: OutletId) -> String {
    format!("/outlets/{id}/refused")
}

/// The newest changes as a feed.
pub fn changes_feed(form: Form) -> String {
    format!("/changes.{}", form.ending())
}

/// New changes as they are recorded: all, an outlet's or an article's (`outlet=1`, `article=3-17`), from after a change
/// on.
pub fn live(of: &str, after: Option<&str>) -> String {
    let after = after.map(|guid| format!("after={guid}")).unwrap_or_default();
    let query: Vec<&str> = [of, &after].into_iter().filter(|part| !part.is_empty()).collect();
    format!("/changes.sse?{}", query.join("&"))
}

/// An outlet's newest changes as a feed.
pub fn outlet_feed(id: OutletId, form: Form) -> String {
    format!("/outlets/{id}.{}", form.ending())
}

/// All articles, the newest first.
pub const ARTICLES: &str = "/articles";

/// An outlet's articles.
pub fn articles_of(id: OutletId) -> String {
    format!("/outlets/{id}/articles")
}

/// All types of change, each with the newest changes that have it.
pub const TYPES: &str = "/about#types";

/// Changes that have a type.
pub fn of_type(kind: news::ChangeKind) -> String {
    search(&format!("type:{}", kind.as_str()), None)
}

/// Weighty changes without a notice that we could see, of all outlets or of one.
pub fn stealth(outlet: Option<&news::Outlet>) -> String {
    match outlet {
        Some(outlet) => search(&format!("is:stealth outlet:{}", outlet.domain), None),
        None => search("is:stealth", None),
    }
}

/// What a search finds, as a page, or as a feed of that form.
pub fn search(query: &str, form: Option<Form>) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let ending = form.map(|form| format!(".{}", form.ending())).unwrap_or_default();
    format!("{SEARCH}{ending}?q={encoded}")
}

/// An article's page.
pub fn article(id: ArticleId) -> String {
    format!("/articles/{id}")
}

/// An article's changes as a feed. `/articles/{id}.json` is its timeline.
pub fn article_feed(id: ArticleId, form: Form) -> String {
    match form {
        Form::Json => format!("/articles/{id}/changes.json"),
        Form::Atom | Form::Rss => format!("/articles/{id}.{}", form.ending()),
    }
}

/// An article's timeline for programs.
pub fn article_json(id: ArticleId) -> String {
    format!("/articles/{id}.json")
}

/// An article's looks as a table for spreadsheets.
pub fn article_csv(id: ArticleId) -> String {
    format!("/articles/{id}.csv")
}

/// All versions of an article.
pub fn versions(id: ArticleId) -> String {
    format!("/articles/{id}/versions")
}

/// One version of an article.
pub fn version(id: ArticleId, number: NonZeroU32) -> String {
    format!("/articles/{id}/versions/{number}")
}

/// Which version brought every sentence of a version; of the newest, if none is named.
pub fn blame(id: ArticleId, number: Option<NonZeroU32>) -> String {
    match number {
        Some(number) => format!("/articles/{id}/versions/{number}/blame"),
        None => format!("/articles/{id}/blame"),
    }
}

/// A capture as it stands in the archive.
pub fn capture(id: CaptureId) -> String {
    format!("/articles/{}/captures/{}.warc.gz", id.article, id.look)
}

/// What differs between two versions of an article.
pub fn change(id: ArticleId, from: NonZeroU32, to: NonZeroU32) -> String {
    format!("/articles/{id}/changes/{from}..{to}")
}

/// Where a form asks for what differs between two versions.
pub fn compare(id: ArticleId) -> String {
    format!("/articles/{id}/compare")
}

/// The address as a link out of this site: only `http` and `https`, written as browsers write it, with what RFC 3986
/// does not allow percent-encoded; `None` for everything else, which is shown as text.
pub fn outward(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| encoded(&url))
}

/// Browsers leave some characters as they are that feed readers refuse; servers take both spellings for one.
fn encoded(url: &Url) -> String {
    let mut text = url[..Position::BeforePath].to_owned();
    let rest = &url[Position::BeforePath..];
    for (index, c) in rest.char_indices() {
        let escape = || rest.as_bytes().get(index + 1..index + 3).is_some_and(|h| h.iter().all(u8::is_ascii_hexdigit));
        match c {
            '%' if !escape() => text.push_str("%25"),
            '"' | '<' | '>' | '[' | ']' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                text.push_str(&format!("%{:02X}", u32::from(c)));
            }
            _ => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        let cases = [
            ("https://ledger.example/a", Some("https://ledger.example/a")),
            ("HTTP://ledger.example", Some("http://ledger.example/")),
            ("https://ledger.example/a?b=[1]|{x}^`#\\", Some("https://ledger.example/a?b=%5B1%5D%7C%7Bx%7D%5E%60#%5C")),
            ("https://ledger.example/100%zz%41%", Some("https://ledger.example/100%25zz%41%25")),
            ("http://[2001:db8::1]/[a]", Some("http://[2001:db8::1]/%5Ba%5D")),
            ("javascript:alert(1)", None),
            (" javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:text/html,x", None),
            ("//ledger.example/a", None),
            ("/a", None),
            ("", None),
        ];
        for (address, want) in cases {
            assert_eq!(outward(address).as_deref(), want, "{address:?}");
        }
    }
}
