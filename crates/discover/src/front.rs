//! Front pages and section pages: which of their links lead to articles.
//!
//! Every link of the same site is weighed by its address, its text, and where it stands; links to one
//! address are weighed together. What is taken for an article wrongly is looked at for weeks, and
//! what is missed stands in a feed or is linked again tomorrow: in doubt a link is none.

mod headline;
mod judge;
mod listed;
mod place;
mod scan;
mod shape;
mod words;

use std::collections::HashMap;

use news::Entry;

use crate::address;
use crate::charset;
use crate::discovered::Source;
use judge::Candidate;
use scan::Page;

/// A link of a page that leads to an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLink {
    /// The article: its address, the best text of the links to it as title, and a time if one stands by it.
    pub entry: Entry,
    /// Why it is taken for one, for people: `its address has a date; a headline of 9 words`.
    pub reason: String,
}

/// A link of a page, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedLink {
    /// Its address, absolute.
    pub address: String,
    /// The best text of the links to it.
    pub title: Option<String>,
    /// RFC 3339, if a time stands by it.
    pub published_at: Option<String>,
    /// Whether it is taken for an article.
    pub is_article: bool,
    /// The sum of what speaks for it and against it; from 6 on it may be an article.
    pub score: i32,
    /// What speaks for it and against it, for people.
    pub reason: String,
}

/// More articles of one page are left out: the longest front pages link to some five hundred.
const MAX_ARTICLES: usize = 1_000;

/// Weighs the links of a page to other pages of the same site, in the order of the page, each address once.
///
/// [`discover`](crate::discover) returns those that are articles; this tells of all the others too, why
/// they are none. Links to other sites are left out.
///
/// # Cost
/// Time and memory grow with the length of the page.
pub fn judge_links(source: &Source) -> Vec<JudgedLink> {
    let decoded = charset::decode(source.body.get(..MAX_BYTES).unwrap_or(source.body), source.content_type);
    judged(&decoded.text, source.url)
}

/// Only this much of a page is read.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// The links of the page that lead to articles.
pub(crate) fn articles(text: &str, url: &str) -> Vec<ArticleLink> {
    let articles = judged(text, url).into_iter().filter(|link| link.is_article).take(MAX_ARTICLES);
    let article = |link: JudgedLink| ArticleLink {
        entry: Entry {
            id: link.address.clone(),
            address: link.address,
            title: link.title,
            published_at: link.published_at,
            ..Entry::default()
        },
        reason: link.reason,
    };
    articles.map(article).collect()
}

fn judged(text: &str, url: &str) -> Vec<JudgedLink> {
    let page = Page::read(text, url);
    let site = address::domain(url);
    let here = address::key(url).ok();
    let mut sites: HashMap<String, bool> = HashMap::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let mut candidates: Vec<Candidate> = Vec::new();
    for link in page.links {
        let host = link.url.host_str().unwrap_or_default().to_owned();
        let is_here = *sites.entry(host).or_insert_with(|| address::domain(link.url.as_str()) == site);
        let Ok(key) = address::key(link.url.as_str()) else { continue };
        if !is_here || Some(&key) == here.as_ref() {
            continue;
        }
        let at = *by_key.entry(key).or_insert_with(|| {
            candidates.push(Candidate::new(&link.url));
            candidates.len() - 1
        });
        candidates[at].add(link, &page.times);
    }
    for item in page.listed {
        let key = address::key(&item.url).ok();
        if let Some(at) = key.and_then(|key| by_key.get(&key)) {
            candidates[*at].list(item);
        }
    }
    judge::all(candidates)
}
