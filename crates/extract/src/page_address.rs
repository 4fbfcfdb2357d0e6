//! Addresses of an article's pages: which of two addresses is another page of the same article.

use std::sync::LazyLock;

use regex::Regex;
use url::Url;

/// Names of query parameters that hold the number of a page.
const PARAMETERS: [&str; 24] = [
    "page",
    "p",
    "pg",
    "pagina",
    "pag",
    "pagine",
    "seite",
    "side",
    "sida",
    "sivu",
    "strona",
    "strana",
    "str",
    "stranica",
    "oldal",
    "sayfa",
    "halaman",
    "trang",
    "page_no",
    "pageno",
    "pagenum",
    "page_number",
    "paged",
    "pn",
];
/// A page that is named at the end of a path. `part` is no such name: parts of a series are articles.
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    let names = "page|seite|pagina|pag|side|sida|sivu|strona|strana|stranica|oldal|sayfa|halaman|trang|pg";
    let pattern = format!(r"^(?P<stem>.+?)[/_,.-](?:{names})[/_=,-]?(?P<number>[1-9]\d?)$");
    Regex::new(&pattern).expect("a pattern of ours")
});
const ENDINGS: [&str; 8] = ["html", "htm", "shtml", "php", "asp", "aspx", "jsp", "xhtml"];

/// How plainly an address says that it is a page of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Naming {
    /// `?page=2`, `/page/2`, `-seite-2`.
    Named,
    /// `/2`.
    Below,
    /// `-2`, `_2`, `,2`: the address of another article may look the same.
    Beside,
}

/// An address, taken apart.
#[derive(Debug, Clone)]
pub(crate) struct PageAddress {
    host: String,
    /// Without page, ending and last slash.
    stem: String,
    ending: String,
    query: Vec<(String, String)>,
    /// The number of the page, if the address names it.
    number: Option<u32>,
}

impl PageAddress {
    /// `None` for what is not on the web.
    pub fn of(url: &Url) -> Option<Self> {
        if !matches!(url.scheme(), "http" | "https") {
            return None;
        }
        let host = url.host_str()?;
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let host = format!("{}{port}", host.strip_prefix("www.").unwrap_or(host));
        let is_front = url.path().trim_matches('/').is_empty();
        let (mut number, mut query) = (None, Vec::new());
        for (name, value) in url.query_pairs() {
            let name_lower = name.to_ascii_lowercase();
            // `/?p=12` is how some systems address an article
            match page_number(&value) {
                Some(n) if !is_front && PARAMETERS.contains(&&*name_lower) => number = Some(n),
                _ if name_lower.starts_with("utm_") => {}
                _ => query.push((name_lower, value.into_owned())),
            }
        }
        query.sort();
        let (path, ending) = without_ending(url.path().trim_end_matches('/'));
        let path = path.strip_suffix("/index").unwrap_or(path);
        let mut stem = path.to_owned();
        if let Some(found) = NAMED.captures(path) {
            number = number.or_else(|| page_number(&found["number"]));
            stem = without_ending(&found["stem"]).0.trim_end_matches('/').to_owned();
        }
        Some(Self { host, stem, ending: ending.to_owned(), query, number })
    }

    /// The number of the page that the address names; 1 if it names none.
    pub fn number(&self) -> u32 {
        self.number.unwrap_or(1)
    }

    /// Which page of the article at `self` another address is, if it is one; the first page has number 1.
    pub fn number_of(&self, other: &Self) -> Option<(u32, Naming)> {
        if self.host != other.host || self.query != other.query {
            return None;
        }
        let ending_fits = self.ending == other.ending || self.ending.is_empty() || other.ending.is_empty();
        if self.stem == other.stem && ending_fits {
            return Some((other.number(), Naming::Named));
        }
        let rest = other.stem.strip_prefix(&self.stem)?;
        let naming = match rest.chars().next()? {
            '/' => Naming::Below,
            '-' | '_' | ',' => Naming::Beside,
            _ => return None,
        };
        let fits = self.ending == other.ending || self.ending.is_empty() && naming == Naming::Below;
        let number = page_number(&rest[1..]).filter(|_| fits && other.number.is_none() && self.names_an_article())?;
        Some((number, naming))
    }

    /// Whether the path ends in more than a day, a month or a year: below those stand lists, not pages.
    fn names_an_article(&self) -> bool {
        let last = self.stem.rsplit('/').next().unwrap_or_default();
        last.chars().any(char::is_alphabetic) || last.len() > 4
    }
}

/// 1 to 99, without a zero in front: `/2026/03` is no third page.
fn page_number(text: &str) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
    if plain { text.parse().ok() } else { None }
}

fn without_ending(path: &str) -> (&str, &str) {
    match path.rsplit_once('.') {
        Some((stem, ending)) if ENDINGS.contains(&ending) => (stem, ending),
        _ => (path, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(first: &str, other: &str) -> Option<(u32, Naming)> {
        let [first, other] = [first, other].map(|path| {
            let url = Url::parse("https://ledger.example").and_then(|base| base.join(path)).expect("an address");
            PageAddress::of(&url).expect("on the web")
        });
        first.number_of(&other)
    }

    #[test]
    fn pages_of_an_article_are_told_from_its_neighbours() {
        use Naming::{Below, Beside, Named};
        let cases = [
            ("/news/bridge", "/news/bridge?page=2", Some((2, Named))),
            ("/news/bridge", "/news/bridge/?page=2", Some((2, Named))),
            ("/news/bridge?id=7", "/news/bridge?page=2&id=7", Some((2, Named))),
            ("/news/bridge?page=1", "/news/bridge?page=2", Some((2, Named))),
            ("/news/bridge?utm_source=x", "/news/bridge?p=3", Some((3, Named))),
            ("/news/bridge", "//www.ledger.example/news/bridge?seite=2#text", Some((2, Named))),
            ("/news/bridge", "/news/bridge/page/2/", Some((2, Named))),
            ("/news/bridge", "/news/bridge/seite-2", Some((2, Named))),
            ("/news/bridge.html", "/news/bridge-page-2.html", Some((2, Named))),
            ("/news/bridge.html", "/news/bridge_page2.html", Some((2, Named))),
            ("/news/bridge.html", "/news/bridge.html/seite-2", Some((2, Named))),
            ("/news/bridge/index.html", "/news/bridge/pagina-2.html", Some((2, Named))),
            ("/news/bridge/", "/news/bridge/2/", Some((2, Below))),
            ("/news/bridge/", "/news/bridge/2.html", Some((2, Below))),
            ("/news/123456", "/news/123456/2", Some((2, Below))),
            ("/a/content_39123456.htm", "/a/content_39123456_2.htm", Some((2, Beside))),
            ("/news/bridge", "/news/bridge-2", Some((2, Beside))),
            ("/news/bridge,1234.html", "/news/bridge,1234,2.html", Some((2, Beside))),
            ("/news/bridge", "/news/bridge", Some((1, Named))),
            // neighbours
            ("/news/bridge", "/news/pier?page=2", None),
            ("/news/bridge", "/news/bridges/2", None),
            ("/news/bridge", "https://other.example/news/bridge?page=2", None),
            ("/news/bridge", "https://m.ledger.example/news/bridge?page=2", None),
            ("/news/bridge?id=7", "/news/bridge?page=2&id=8", None),
            ("/news/bridge", "/news/bridge?cpage=2", None),
            ("/news/bridge", "/news/bridge/comment-page-2/", None),
            ("/news/bridge", "/news/bridge/comments/2", None),
            ("/news/bridge", "/news/bridge/gallery/2", None),
            ("/news/bridge", "/news/bridge-part-2", None),
            ("/news/bridge", "/news/bridge/2026", None),
            ("/news/bridge", "/news/bridge/02", None),
            ("/news/bridge", "/news?page=2", None),
            ("/news/1234", "/news/1235", None),
            ("/2026/03", "/2026/03/2", None),
            ("/?p=12", "/?p=13", None),
            ("/?p=1234", "/?p=1235", None),
            ("/news/bridge.html", "/news/bridge-2", None),
        ];
        for (first, other, want) in cases {
            assert_eq!(number(first, other), want, "{first} {other}");
        }
    }
}
