//! Where sitemaps stand: what robots.txt says, and where they usually are.

use url::Url;

use crate::feed;

/// More `Sitemap` lines of one robots.txt are left out.
const MAX_NAMED: usize = 500;

/// Only this much of a robots.txt is read (RFC 9309 §2.5 asks for 500 KiB at least).
const MAX_ROBOTS_BYTES: usize = 512 * 1024;

/// The addresses after `Sitemap:` in a robots.txt that was found at the site of `url`, absolute, each once, in
/// the order of the text. Such a line stands for all robots, wherever it is.
pub fn named_sitemaps(url: &str, robots: &str) -> Vec<String> {
    let base = Url::parse(url.trim()).and_then(|url| url.join("/robots.txt")).ok();
    let end = (0..=MAX_ROBOTS_BYTES.min(robots.len())).rev().find(|at| robots.is_char_boundary(*at)).unwrap_or(0);
    let mut named: Vec<String> = Vec::new();
    for line in robots[..end].split(['\n', '\r']) {
        let line = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let Some((field, value)) = line.split_once(':') else { continue };
        let field = field.trim().to_ascii_lowercase();
        let value = match field.as_str() {
            "sitemap" | "site-map" => value,
            // Some forget the word before the address.
            "http" | "https" if line.to_ascii_lowercase().contains("sitemap") => line,
            _ => continue,
        };
        // A number sign begins a comment only after a blank: addresses may hold one.
        let value = value.split([' ', '\t']).find(|word| !word.is_empty()).unwrap_or_default();
        let value = value.trim_matches(['<', '>', '"', '\'']);
        if value.starts_with('#') || value.is_empty() {
            continue;
        }
        if let Some(address) = feed::web(value, base.as_ref()).filter(|address| !named.contains(address)) {
            named.push(address);
        }
        if named.len() == MAX_NAMED {
            break;
        }
    }
    named
}

/// Returns where to ask for a site's sitemaps, likeliest first: those that its robots.txt names, those
/// of news before others; if it names none, the usual places at the root of its host. A site that names
/// its sitemaps seldom hides another. Empty for what is no web address.
///
/// `robots` is the text of robots.txt; empty where there is none.
pub fn candidate_sitemaps(site: &str, robots: &str) -> Vec<String> {
    const NAMES: [&str; 11] = [
        "news-sitemap.xml",
        "sitemap-news.xml",
        "sitemap_news.xml",
        "googlenews.xml",
        "sitemap.xml",
        "sitemap_index.xml",
        "sitemap.xml.gz",
        "sitemap-index.xml",
        "wp-sitemap.xml",
        "sitemap/news.xml",
        "sitemap.txt",
    ];
    let Some(site) = Url::parse(site.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https")) else {
        return Vec::new();
    };
    let (news, others): (Vec<String>, Vec<String>) =
        named_sitemaps(site.as_str(), robots).into_iter().partition(|url| speaks_of_news(url));
    let named: Vec<String> = news.into_iter().chain(others).collect();
    if !named.is_empty() {
        return named;
    }
    NAMES.iter().filter_map(|name| site.join(&format!("/{name}")).ok()).map(String::from).collect()
}

/// Whether a sitemap's address says that it is one of news: its path or query, not its host.
pub(crate) fn speaks_of_news(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let path = lower.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let words = path.split(|c: char| !c.is_ascii_alphanumeric());
    words
        .into_iter()
        .any(|word| matches!(word, "news" | "googlenews" | "newssitemap" | "sitemapnews" | "latest" | "recent"))
}
