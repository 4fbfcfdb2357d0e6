//! An article on several pages: each is read by itself, then they are joined.

use std::sync::LazyLock;

use news::{Block, BlockKind, PageKind, Reading};
use regex::Regex;
use url::Url;

use crate::next_page::Standing;
use crate::page_address::PageAddress;
use crate::{Lesson, Memory, Page, charset, credits, page};

/// An article's pages, as far as they have come.
#[derive(Debug)]
pub struct Pages {
    reading: Reading,
    /// `None`: the first page's address is none on the web.
    standing: Option<Standing>,
    count: usize,
    memory: Memory,
    lesson: Lesson,
}

impl Pages {
    /// Begins with the first page, read with the outlet's memory.
    pub fn of(first: &Page<'_>, memory: &Memory) -> Self {
        let standing = Standing::of(first.url);
        let (reading, lesson) = read(first, memory, standing.as_ref());
        Self { reading, standing, count: 1, memory: memory.clone(), lesson }
    }

    /// What the first page teaches of its outlet. The others repeat it.
    pub fn lesson(&self) -> &Lesson {
        &self.lesson
    }

    /// The address where the article goes on after the pages that have come.
    pub fn next(&self) -> Option<&str> {
        self.reading.next_page.as_deref()
    }

    /// Adds the page that came from [`Self::next`]; its address may have become another on the way.
    ///
    /// A page that brings nothing new ends the article. One that is no page of this article is left out, and
    /// the text is partial: then the answer is `false`, and no other page can be added.
    pub fn add(&mut self, page: &Page<'_>) -> bool {
        let Some(standing) = &mut self.standing else { return false };
        let number = Url::parse(page.url).ok().and_then(|url| PageAddress::of(&url));
        let number = number.and_then(|address| standing.article.number_of(&address)).map(|(number, _)| number);
        if number.is_some_and(|number| number <= standing.number) {
            self.reading.next_page = None; // back to a page that we have: there is no other
            return true;
        }
        if number != standing.number.checked_add(1) {
            return false;
        }
        standing.number += 1;
        let (following, _) = read(page, &self.memory, Some(&*standing));
        if following.page != PageKind::Article {
            return false;
        }
        self.join(following);
        true
    }

    fn join(&mut self, following: Reading) {
        let fresh = fresh_blocks(&self.reading, &following);
        let brings_text = fresh.iter().any(|block| block.kind.is_text());
        let reading = &mut self.reading;
        reading.next_page = following.next_page.filter(|_| brings_text);
        if !brings_text {
            return;
        }
        self.count += 1;
        reading.body.extend(fresh);
        reading.partial |= following.partial;
        for remark in following.remarks {
            if !reading.remarks.contains(&remark) {
                reading.remarks.push(remark);
            }
        }
    }

    /// The reading of all pages as one: partial, if the article goes on where they end.
    pub fn reading(mut self) -> Reading {
        if self.count > 1 {
            self.reading.credits = credits::of(&self.reading);
            self.reading.remarks.push(format!("joined of {} pages", self.count));
        }
        if let Some(next) = &self.reading.next_page {
            self.reading.partial = true;
            self.reading.remarks.push(format!("it goes on at {next}, which was not read"));
        }
        self.reading
    }
}

/// Whether a page has a link whose address is that of another page of its article: `false` says that it does not
/// go on, `true` that it has to be read to know. Costs a fraction of reading it.
pub fn may_go_on(page: &Page<'_>) -> bool {
    let (Ok(base), Some(standing)) = (Url::parse(page.url), Standing::of(page.url)) else { return false };
    let text = String::from_utf8_lossy(page.body);
    let wanted = standing.number.saturating_add(1);
    // with entities in an address, or a base of its own, only the tree knows
    HREFS.captures_iter(&text).map(|found| found[1].replace("&amp;", "&")).any(|href| {
        href.contains('&') && href.contains('#') && href.contains(';')
            || href.contains(&wanted.to_string()) && {
                let address = base.join(&href).ok().and_then(|url| PageAddress::of(&url));
                address.and_then(|address| standing.article.number_of(&address)).is_some_and(|(n, _)| n == wanted)
            }
    }) || BASE.is_match(&text)
}

static HREFS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?i)\bhref\s*=\s*["']?\s*([^"'\s>]+)"#).expect("a pattern of ours"));
static BASE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)<base\s").expect("a pattern of ours"));

fn read(page: &Page<'_>, memory: &Memory, standing: Option<&Standing>) -> (Reading, Lesson) {
    let text = charset::decode(page.body, page.content_type);
    let read = page::read(page, &text, memory, standing);
    (read.reading, read.lesson)
}

/// The blocks of a following page without what pages of an article repeat at their beginning and end: headline,
/// standfirst, pictures, notices. What is repeated in between is text.
fn fresh_blocks(before: &Reading, following: &Reading) -> Vec<Block> {
    let known = |text: &str| {
        let head = [&before.headline, &before.standfirst].into_iter().flatten().any(|t| t == text);
        head || before.body.iter().any(|block| block.text == text)
    };
    // a headline that this page alone has is its title, and its own standfirst is text
    let head = [(BlockKind::Subhead, &following.headline), (BlockKind::Paragraph, &following.standfirst)];
    let head = head.into_iter().filter_map(|(kind, text)| text.as_ref().map(|text| Block { kind, text: text.clone() }));
    let head = head.filter(|block| !known(&block.text) && !repeats_headline(before, &block.text));
    let body = following.body.iter();
    let first = body.clone().position(|block| !known(&block.text)).unwrap_or(following.body.len());
    let last = body.clone().rposition(|block| !known(&block.text)).map_or(first, |last| last + 1);
    head.chain(following.body[first..last].iter().cloned()).collect()
}

/// Whether a text is the headline with the page's number or the outlet's name about it.
fn repeats_headline(before: &Reading, text: &str) -> bool {
    before.headline.as_deref().is_some_and(|headline| text.contains(headline) || headline.contains(text))
}
