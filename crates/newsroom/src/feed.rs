//! Feeds of the outlets: RSS 2.0, Atom, JSON Feed 1.1.

use jiff::Timestamp;
use news::{BlockKind, Digest, Validators};
use serde_json::json;

use crate::answer::http_date;
use crate::context::escape;
use crate::event::Event;
use crate::file::{FeedHeadline, FeedKind, FeedSummary, ValidatorKind};
use crate::script::{ArticleIndex, Script};

/// An entry of a feed, in the words of no format.
struct Item<'a> {
    id: String,
    link: String,
    title: &'a str,
    summary: Option<&'a str>,
    authors: &'a [String],
    published: Timestamp,
    updated: Timestamp,
}

impl Script {
    /// The articles that an outlet lists at a time, oldest first: those that have appeared and are not gone.
    pub fn listed(&self, outlet: usize, at: Timestamp) -> Vec<ArticleIndex> {
        let mut listed: Vec<_> = self
            .articles()
            .filter(|a| {
                let piece = &self.pieces[a.0];
                let gone = matches!(piece.hidden(at), Some(Event::Gone { .. }));
                piece.outlet == outlet && piece.published() <= at && !gone
            })
            .collect();
        listed.sort_by_key(|a| (self.pieces[a.0].published(), a.0));
        listed
    }

    /// The outlet's feed at a time.
    pub(crate) fn feed(&self, outlet: usize, at: Timestamp) -> String {
        let plan = &self.day.outlets[outlet];
        let listed = self.listed(outlet, at);
        let items: Vec<_> = listed.iter().rev().take(plan.feed.limit).map(|a| self.item(*a, at)).collect();
        let changed = self.feed_changed(outlet, at);
        let home = format!("http://{}/", plan.host);
        match plan.feed.kind {
            FeedKind::Rss => {
                let items: String = items.iter().map(Item::rss).collect();
                format!(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
                     <channel>\n<title>{}</title>\n<link>{home}</link>\n<description>{}</description>\n\
                     <language>{}</language>\n<lastBuildDate>{}</lastBuildDate>\n{items}</channel>\n</rss>\n",
                    escape(&plan.name),
                    escape(&plan.name),
                    escape(&plan.language),
                    http_date(changed),
                )
            }
            FeedKind::Atom => {
                let items: String = items.iter().map(Item::atom).collect();
                format!(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
                     <id>{home}</id>\n<title>{}</title>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"http://{}{}\"/>\n\
                     <updated>{changed}</updated>\n{items}</feed>\n",
                    escape(&plan.language),
                    escape(&plan.name),
                    plan.host,
                    escape(&plan.feed.path),
                )
            }
            FeedKind::Json => {
                let items: Vec<_> = items.iter().map(Item::json).collect();
                let feed = json!({
                    "version": "https://jsonfeed.org/version/1.1",
                    "title": plan.name,
                    "home_page_url": home,
                    "feed_url": format!("http://{}{}", plan.host, plan.feed.path),
                    "language": plan.language,
                    "items": items,
                });
                format!("{feed:#}\n")
            }
        }
    }

    fn item(&self, article: ArticleIndex, at: Timestamp) -> Item<'_> {
        let piece = &self.pieces[article.0];
        let outlet = &self.day.outlets[piece.outlet];
        let stage = piece.stage(at);
        let titled = match outlet.feed.headline {
            FeedHeadline::Current => stage,
            FeedHeadline::First => &piece.stages[0],
        };
        let summary = match outlet.feed.summary {
            FeedSummary::Standfirst => stage.standfirst.as_deref(),
            FeedSummary::FirstParagraph => {
                stage.body.iter().find(|b| b.kind == BlockKind::Paragraph).map(|b| b.text.as_str())
            }
            FeedSummary::None => None,
        };
        Item {
            id: format!("tag:{},2026:{}", outlet.host, self.plan(article).id),
            link: format!("http://{}{}", outlet.host, piece.path(at)),
            title: &titled.headline,
            summary,
            authors: &stage.bylines,
            published: piece.published(),
            updated: stage.updated,
        }
    }

    /// What makes a request for the feed conditional.
    pub(crate) fn feed_validators(&self, outlet: usize, body: &str, at: Timestamp) -> Validators {
        let kind = self.day.outlets[outlet].validators;
        let etag = || format!("W/\"{}\"", &Digest::of(body).to_string()[..20]);
        Validators {
            etag: matches!(kind, ValidatorKind::Etag | ValidatorKind::Both).then(etag),
            last_modified: matches!(kind, ValidatorKind::LastModified | ValidatorKind::Both)
                .then(|| http_date(self.feed_changed(outlet, at))),
        }
    }

    /// When the feed last changed.
    fn feed_changed(&self, outlet: usize, at: Timestamp) -> Timestamp {
        let mut times = vec![self.day.start];
        for piece in self.pieces.iter().filter(|p| p.outlet == outlet) {
            times.extend(piece.stages.iter().map(|s| s.from));
            times.extend(piece.addresses.iter().map(|a| a.0));
            let gone = piece.windows.iter().filter(|w| matches!(w.event, Event::Gone { .. }));
            times.extend(gone.flat_map(|w| [w.from, w.to]));
        }
        times.into_iter().filter(|t| *t <= at).max().unwrap_or(self.day.start)
    }
}

impl Item<'_> {
    fn rss(&self) -> String {
        let summary = self.summary.map(|s| format!("<description>{}</description>\n", escape(s))).unwrap_or_default();
        let authors: String =
            self.authors.iter().map(|a| format!("<dc:creator>{}</dc:creator>\n", escape(a))).collect();
        format!(
            "<item>\n<title>{}</title>\n<link>{}</link>\n<guid isPermaLink=\"false\">{}</guid>\n\
             <pubDate>{}</pubDate>\n{summary}{authors}</item>\n",
            escape(self.title),
            escape(&self.link),
            escape(&self.id),
            http_date(self.published),
        )
    }

    fn atom(&self) -> String {
        let summary = self.summary.map(|s| format!("<summary>{}</summary>\n", escape(s))).unwrap_or_default();
        let authors: String =
            self.authors.iter().map(|a| format!("<author><name>{}</name></author>\n", escape(a))).collect();
        format!(
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<link href=\"{}\"/>\n<published>{}</published>\n\
             <updated>{}</updated>\n{summary}{authors}</entry>\n",
            escape(&self.id),
            escape(self.title),
            escape(&self.link),
            self.published,
            self.updated,
        )
    }

    fn json(&self) -> serde_json::Value {
        let authors: Vec<_> = self.authors.iter().map(|name| json!({"name": name})).collect();
        json!({
            "id": self.id,
            "url": self.link,
            "title": self.title,
            "content_text": self.summary.unwrap_or_default(),
            "date_published": self.published.to_string(),
            "date_modified": self.updated.to_string(),
            "authors": authors,
        })
    }
}
