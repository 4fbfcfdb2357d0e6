//! What a source tells of: all that a feed lists, of a sitemap what is new, of a front page its links to articles.

use std::borrow::Cow;

use discover::{Discovered, Format, SitemapLink, Source};
use jiff::{SignedDuration, Timestamp};
use news::{Answer, Entry, SourceKind};

/// Of a sitemap, which may list every article of ten years, those are taken that were published or changed within
/// this time: news sitemaps hold two days (sitemaps.org, Google's rules for news), and a day is room for pauses.
const NEWS: SignedDuration = SignedDuration::from_hours(72);
/// Children of an index of sitemaps that are asked at a poll.
const CHILDREN: usize = 3;

/// What an answer is as a source. A file that was packed with gzip before it was put there, as sitemaps are, is
/// unpacked.
pub(crate) fn discovered(answer: &Answer) -> Discovered {
    let unpacked = fetch::gunzip_file(&answer.body);
    let body = unpacked.map_or(Cow::Borrowed(answer.body.as_slice()), Cow::Owned);
    let content_type = answer.header("content-type").filter(|_| matches!(body, Cow::Borrowed(_)));
    discover::discover(&Source { body: &body, content_type, url: &answer.url })
}

/// What kind of source a format makes; `None` for a page, which is one only if somebody wished so.
pub(crate) const fn kind(format: Format) -> Option<SourceKind> {
    match format {
        Format::Html | Format::Unknown => None,
        Format::Sitemap | Format::SitemapIndex => Some(SourceKind::Sitemap),
        _ => Some(SourceKind::Feed),
    }
}

/// The entries of a source that are to be watched.
pub(crate) fn entries(found: Discovered, kind: SourceKind, now: Timestamp) -> Vec<Entry> {
    match kind {
        SourceKind::Feed => found.entries,
        SourceKind::Sitemap => found.entries.into_iter().filter(|entry| is_new(entry, now)).collect(),
        SourceKind::FrontPage => found.articles.into_iter().map(|link| link.entry).collect(),
    }
}

fn is_new(entry: &Entry, now: Timestamp) -> bool {
    let dated = [&entry.published_at, &entry.updated_at].into_iter().flatten();
    let ages = dated.filter_map(|date| instant(date)).map(|at| now.duration_since(at));
    ages.min().is_some_and(|age| age <= NEWS)
}

/// An instant; of a bare day its end, so that today's is new all day.
fn instant(date: &str) -> Option<Timestamp> {
    date.parse().ok().or_else(|| {
        let day: jiff::civil::Date = date.get(..10)?.parse().ok()?;
        let end = day.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
        Some(end.timestamp())
    })
}

/// The children of an index that are asked: those that speak of news, else those that changed last.
pub(crate) fn children(sitemaps: &[SitemapLink]) -> Vec<String> {
    let mut all: Vec<&SitemapLink> = sitemaps.iter().collect();
    all.sort_by_key(|s| (!s.speaks_of_news(), std::cmp::Reverse(s.last_modified.clone())));
    let news = all.iter().filter(|s| s.speaks_of_news()).count();
    all.into_iter().take(if news > 0 { news.min(CHILDREN) } else { CHILDREN }).map(|s| s.url.clone()).collect()
}

#[cfg(test)]
mod tests {
    use discover::discover;

    use super::*;

    #[test]
    fn of_a_sitemap_only_news_is_taken() {
        let now: Timestamp = "2026-03-02T12:00:00Z".parse().expect("a time");
        let line = |path: &str, date: &str| {
            format!("<url><loc>https://ledger.example/{path}</loc><lastmod>{date}</lastmod></url>")
        };
        let body = format!(
            r#"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}{}{}{}</urlset>"#,
            line("today", "2026-03-02"),
            line("yesterday", "2026-03-01T08:00:00Z"),
            line("last-year", "2025-03-01T08:00:00Z"),
            "<url><loc>https://ledger.example/undated</loc></url>",
        );
        let source = Source { body: body.as_bytes(), content_type: None, url: "https://ledger.example/sitemap.xml" };
        let taken: Vec<String> =
            entries(discover(&source), SourceKind::Sitemap, now).into_iter().map(|e| e.address).collect();
        assert_eq!(taken, ["https://ledger.example/today", "https://ledger.example/yesterday"]);
    }

    #[test]
    fn of_an_index_the_news_are_asked_or_else_what_changed_last() {
        let link = |url: &str, date: &str| SitemapLink {
            url: format!("https://ledger.example/{url}"),
            last_modified: Some(date.to_owned()),
        };
        let years = [link("2024.xml", "2024-12-31"), link("2026.xml", "2026-03-02"), link("2025.xml", "2025-12-31")];
        assert_eq!(children(&years)[0], "https://ledger.example/2026.xml");
        let mixed = [link("2026.xml", "2026-03-02"), link("news-sitemap.xml", "2026-03-01")];
        assert_eq!(children(&mixed), ["https://ledger.example/news-sitemap.xml"]);
    }
}
