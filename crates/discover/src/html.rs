//! Pages: which feeds a page names, and where feeds usually stand.

use url::Url;

use crate::address;
use crate::discovered::{Discovered, FeedLink, Format, Source};
use crate::feed;
use crate::front;
use crate::markup::{Piece, Pieces, pieces};
use crate::plain::{self, Tags};

/// More feeds of one page are left out; portals list a few hundred of their sections.
const MAX_FEEDS: usize = 500;

/// Reads a page; `None` if the text is none.
pub(crate) fn discover(text: &str, source: &Source) -> Option<Discovered> {
    let says_html = source.content_type.is_some_and(|kind| kind.to_ascii_lowercase().contains("html"));
    let page = Page::read(text, source.url);
    if !says_html && !page.looks_like_one {
        return None;
    }
    let remark = match page.feeds.len() {
        0 => "a page that names no feed".to_owned(),
        1 => "a page that names a feed".to_owned(),
        feeds => format!("a page that names {feeds} feeds"),
    };
    let home = Some(source.url.to_owned()).filter(|url| Url::parse(url).is_ok());
    let mut remarks = vec![remark];
    let moved_to = page.moved_to(source);
    if let Some(new) = &moved_to {
        remarks.push(format!("a page stands where a feed stood; the feed may be {new}"));
    }
    Some(Discovered {
        format: Format::Html,
        title: page.title,
        site_name: page.site_name,
        home,
        language: page.language,
        feeds: page.feeds,
        moved_to,
        articles: front::articles(text, source.url),
        remarks,
        ..Discovered::default()
    })
}

/// Returns the addresses at which sites keep feeds that their pages do not name, likeliest first:
/// first under the path of `url`, then at the root of its host. Empty for what is no web address.
///
/// Asking for all of them is a dozen requests: ask only if the page names no feed, and stop at the
/// first that is one.
pub fn candidate_feeds(url: &str) -> Vec<String> {
    const NAMES: [&str; 8] = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "feeds"];
    let Some(url) = Url::parse(url.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https")) else {
        return Vec::new();
    };
    let path = url.path().trim_end_matches('/');
    let is_page = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let section =
        if path.is_empty() || is_page { Vec::new() } else { vec![format!("{path}/feed"), format!("{path}/rss")] };
    let paths = section.into_iter().chain(NAMES.map(|name| format!("/{name}")));
    let mut candidates: Vec<String> = paths.filter_map(|path| url.join(&path).ok()).map(String::from).collect();
    candidates.extend(url.join("/?feed=rss2").ok().map(String::from));
    candidates
}

/// What a page says that leads to feeds.
#[derive(Debug, Default)]
struct Page {
    looks_like_one: bool,
    title: Option<String>,
    /// What it says its site is called (`og:site_name`).
    site_name: Option<String>,
    language: Option<String>,
    base: Option<Url>,
    /// Where the page sends its reader by `<meta http-equiv=refresh>`.
    refresh: Option<String>,
    feeds: Vec<FeedLink>,
    /// Feeds of comments: not what is wanted, unless there is nothing else.
    comments: Vec<FeedLink>,
}

impl Page {
    fn read(text: &str, url: &str) -> Self {
        let mut page = Self { base: Url::parse(url).ok(), ..Self::default() };
        page.looks_like_one = text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
        let mut all = pieces(text);
        while let Some(piece) = all.next() {
            if let Piece::Open { name, attributes, .. } = piece {
                page.element(&name.to_ascii_lowercase(), &Attributes(&attributes), &mut all);
            }
        }
        page.feeds.append(&mut page.comments);
        page
    }

    fn element(&mut self, name: &str, attributes: &Attributes, rest: &mut Pieces) {
        match name {
            "html" | "head" | "body" => {
                self.looks_like_one = true;
                let language = attributes.value("lang").and_then(|word| feed::language_tag(&word));
                self.language = self.language.take().or(language);
            }
            "meta" if attributes.value("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) => {
                let target =
                    attributes.value("content").and_then(|content| refresh_target(&content).map(str::to_owned));
                let target = target.and_then(|target| feed::web(&target, self.base.as_ref()));
                self.refresh = self.refresh.take().or(target);
            }
            "meta" if self.site_name.is_none() && names_site(attributes) => {
                let name = attributes.value("content").map(|name| plain::of_text(&name));
                self.site_name = name.filter(|name| !name.is_empty());
            }
            "script" | "style" | "template" | "noframes" => {
                rest.raw_until_end(name);
            }
            "title" if self.title.is_none() => {
                let title = plain::of_html(rest.raw_until_end("title"), Tags::OfHtml);
                self.title = Some(title).filter(|title| !title.is_empty());
            }
            "base" => {
                let href = attributes.value("href").and_then(|href| feed::web(&href, self.base.as_ref()));
                self.base = href.and_then(|href| Url::parse(&href).ok()).or(self.base.take());
            }
            "link" if names_feed(attributes) => self.add(attributes, attributes.value("title")),
            "a" if attributes.value("href").is_some_and(|href| ends_like_feed(&href)) => {
                let label = attributes.value("title").or_else(|| attributes.value("aria-label"));
                self.add(attributes, label);
            }
            _ => {}
        }
    }

    /// Where the feed has gone that was asked for at this address: to where the page sends its reader
    /// if that looks like a feed, else to the first feed that it names.
    ///
    /// `None` where no feed was asked for. That one was is told by the address or the `Content-Type`.
    fn moved_to(&self, source: &Source) -> Option<String> {
        let kind = source.content_type.unwrap_or_default().to_ascii_lowercase();
        let says_feed = ["rss", "atom", "xml", "json"].iter().any(|word| kind.contains(word)) && !kind.contains("html");
        if !says_feed && !ends_like_feed(source.url) {
            return None;
        }
        let is_elsewhere = |url: &&String| address::key(url) != address::key(source.url);
        let refreshed = self.refresh.as_ref().filter(|url| ends_like_feed(url));
        let named = self.feeds.iter().map(|feed| &feed.url).find(is_elsewhere);
        refreshed.filter(is_elsewhere).or(named).cloned()
    }

    fn add(&mut self, attributes: &Attributes, title: Option<String>) {
        let Some(url) = attributes.value("href").and_then(|href| feed::web(&href, self.base.as_ref())) else { return };
        let known = |feeds: &[FeedLink]| feeds.iter().any(|feed| feed.url == url);
        if known(&self.feeds) || known(&self.comments) || self.feeds.len() + self.comments.len() >= MAX_FEEDS {
            return;
        }
        let title = title.map(|title| plain::of_text(&title)).filter(|title| !title.is_empty());
        let of_comments =
            url.contains("/comments/feed") || title.as_deref().is_some_and(|t| t.ends_with("Comments Feed"));
        let list = if of_comments { &mut self.comments } else { &mut self.feeds };
        list.push(FeedLink { url, title });
    }
}

/// The address in `0; url=/feed`.
fn refresh_target(content: &str) -> Option<&str> {
    let (_, rest) = content.split_once([';', ','])?;
    let rest = rest.trim_start();
    let is_named = rest.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("url"));
    let value = if is_named { rest[3..].trim_start().strip_prefix('=')? } else { rest };
    Some(value.trim().trim_matches(['"', '\'']))
}

struct Attributes<'a>(&'a [(&'a str, &'a str)]);

impl Attributes<'_> {
    /// The value with its entities decoded; `None` if it is empty.
    fn value(&self, name: &str) -> Option<String> {
        let found = self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name))?;
        let value = plain::entities(found.1);
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    }
}

/// Whether a `meta` element is Open Graph's with the name of the site. Some write `name` for `property`.
fn names_site(attributes: &Attributes) -> bool {
    let is_it = |attribute| attributes.value(attribute).is_some_and(|name| name.eq_ignore_ascii_case("og:site_name"));
    is_it("property") || is_it("name")
}

/// Whether a `link` element is one to a feed: `rel=alternate` with a feed's type, or `rel=feed`.
fn names_feed(attributes: &Attributes) -> bool {
    let rel = attributes.value("rel").unwrap_or_default().to_ascii_lowercase();
    let has = |word: &str| rel.split_ascii_whitespace().any(|r| r == word);
    let kind = attributes.value("type").unwrap_or_default().to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let feed_types = ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"];
    let feed_type = feed_types.contains(&kind) || matches!(kind, "application/x.atom+xml" | "application/x-atom+xml");
    // Types that other things have too need an address that speaks of a feed.
    let vague_type = matches!(kind, "application/xml" | "text/xml" | "application/json" | "text/rss+xml");
    let speaks = attributes.value("href").is_some_and(|href| ends_like_feed(&href));
    has("feed") || (has("alternate") && !has("stylesheet") && (feed_type || (vague_type && speaks)))
}

/// Whether an address looks like a feed's: its last step is a name that feeds have.
fn ends_like_feed(href: &str) -> bool {
    let (path, query) = href.split('#').next().unwrap_or_default().split_once('?').unwrap_or((href, ""));
    let last = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let is_name = matches!(
        last.as_str(),
        "rss" | "feed" | "atom" | "rss2" | "feed.json" | "atom.xml" | "rss.xml" | "feed.xml" | "rss.php"
    );
    let is_name =
        is_name || [".rss", ".rdf", ".atom", "-rss.xml", "_rss.xml", ".rss.xml"].iter().any(|end| last.ends_with(end));
    let by_query = query
        .split('&')
        .any(|item| matches!(item, "feed=rss2" | "feed=rss" | "feed=atom" | "format=rss" | "format=feed"));
    is_name || by_query
}
