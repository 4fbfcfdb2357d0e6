//! What templates are given: an article's words, its surfaces, and the furniture of one load.

use jiff::Timestamp;
use minijinja::{Value, context};
use news::{Block, BlockKind};
use serde_json::json;

use crate::file::{FeedKind, OutletPlan};
use crate::furniture::Load;
use crate::script::{ArticleIndex, Script};
use crate::view::View;

impl Script {
    /// The context of a page that is no article.
    pub(crate) fn page_context(&self, outlet: usize, at: Timestamp, load: Load, status: u16) -> Value {
        let host = &self.day.outlets[outlet].host;
        let front = self.listed(outlet, at).into_iter().rev().map(|a| self.link(a, at));
        context! {
            outlet => outlet_value(&self.day.outlets[outlet]),
            others => front.collect::<Vec<_>>(),
            furniture => self.furniture(outlet, load),
            now => at.to_string(),
            load => load.0.to_string(),
            status => status,
            host => host,
        }
    }

    /// How many pages an article stands on: no page is empty, and in front of a wall there is one.
    pub(crate) fn pages_of(&self, article: ArticleIndex, view: &View<'_>) -> usize {
        if view.walled { 1 } else { self.plan(article).pages.min(view.body.len()).max(1) }
    }

    /// The context of one of an article's pages, from 1.
    pub(crate) fn article_context(
        &self,
        article: ArticleIndex,
        view: &View<'_>,
        page: usize,
        at: Timestamp,
        load: Load,
    ) -> Value {
        let pages = self.pages_of(article, view);
        let blocks = &view.body[page_start(view.body, page, pages)..page_start(view.body, page + 1, pages)];
        let piece = &self.pieces[article.0];
        let outlet = &self.day.outlets[piece.outlet];
        let plan = self.plan(article);
        let stage = view.stage;
        let language = plan.language.as_deref().unwrap_or(&outlet.language);
        let path = piece.path(at);
        let url = format!("http://{}{path}", outlet.host);
        let (published, updated) = (piece.published().to_string(), stage.updated.to_string());
        let others: Vec<_> = self.listed(piece.outlet, at).into_iter().filter(|a| *a != article).collect();
        let others: Vec<_> = load.shuffled("others", &others).into_iter().map(|a| self.link(a, at)).collect();

        let mut news_article = json!({
            "@type": "NewsArticle",
            "mainEntityOfPage": url,
            "headline": stage.meta.headline,
            "inLanguage": language,
            "datePublished": published,
            "dateModified": updated,
            "author": stage.meta.authors.iter().map(|name| json!({"@type": "Person", "name": name})).collect::<Vec<_>>(),
            "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name, "url": format!("http://{}/", outlet.host)},
        });
        if let Some(description) = &stage.meta.description {
            news_article["description"] = description.as_str().into();
        }
        if view.walled {
            news_article["isAccessibleForFree"] = false.into();
        }
        let mut alone = news_article.clone();
        alone["@context"] = "https://schema.org".into();
        let site = json!({"@type": "WebSite", "name": outlet.name, "url": format!("http://{}/", outlet.host)});
        let graph = json!({"@context": "https://schema.org", "@graph": [site, news_article]});

        context! {
            outlet => outlet_value(outlet),
            article => context! {
                headline => view.headline,
                standfirst => stage.standfirst.clone().unwrap_or_default(),
                bylines => stage.bylines.clone(),
                language => language,
                path => path,
                url => url.clone(),
                published => published.clone(),
                updated => updated.clone(),
                blocks => blocks.iter().map(block_value).collect::<Vec<_>>(),
                body => Value::from_safe_string(blocks.iter().map(block_html).collect::<String>() + &pager(path, page, pages)),
                walled => view.walled,
                page => page,
                pages => pages,
            },
            meta => context! {
                headline => stage.meta.headline.clone(),
                description => stage.meta.description.clone().unwrap_or_default(),
                authors => stage.meta.authors.clone(),
            },
            json_ld => script_element(&alone),
            json_ld_graph => script_element(&graph),
            open_graph => Value::from_safe_string(open_graph(outlet, view, &url, &published, &updated)),
            others => others,
            furniture => self.furniture(piece.outlet, load),
            now => at.to_string(),
            load => load.0.to_string(),
            status => 200,
        }
    }

    fn link(&self, article: ArticleIndex, at: Timestamp) -> Value {
        let piece = &self.pieces[article.0];
        let path = piece.path(at);
        let headline = piece.fresh_view(at).headline.to_owned();
        context! { headline => headline, path => path, url => format!("http://{}{path}", self.outlet_of(article).host) }
    }

    fn furniture(&self, outlet: usize, load: Load) -> Value {
        let lists = &self.day.outlets[outlet].furniture;
        Value::from_pairs(lists.iter().map(|(name, list)| (name.as_str(), load.shuffled(name, list))))
    }
}

fn outlet_value(outlet: &OutletPlan) -> Value {
    context! {
        name => outlet.name.clone(),
        host => outlet.host.clone(),
        language => outlet.language.clone(),
        direction => outlet.direction.as_str(),
        url => format!("http://{}/", outlet.host),
        feed => context! { path => outlet.feed.path.clone(), type => feed_type(outlet.feed.kind) },
    }
}

/// The media type of a feed.
pub(crate) const fn feed_type(kind: FeedKind) -> &'static str {
    match kind {
        FeedKind::Rss => "application/rss+xml",
        FeedKind::Atom => "application/atom+xml",
        FeedKind::Json => "application/feed+json",
    }
}

fn block_value(block: &Block) -> Value {
    let owned = |pieces: std::str::Split<'_, char>| pieces.map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<_> = block.text.lines().map(|row| owned(row.split('\t'))).collect();
    context! {
        kind => kind_name(block.kind),
        text => block.text.clone(),
        html => Value::from_safe_string(block_html(block)),
        items => owned(block.text.split('\n')),
        rows => rows,
    }
}

/// The name of a kind, as scripts and BATCH outputs write it.
const fn kind_name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "paragraph",
        BlockKind::Subhead => "subhead",
        BlockKind::Quote => "quote",
        BlockKind::List => "list",
        BlockKind::Table => "table",
        BlockKind::Caption => "caption",
        BlockKind::LiveEntry => "live_entry",
        BlockKind::Notice => "notice",
        BlockKind::Embed => "embed",
    }
}

/// Where page `page` of a body begins, in blocks. No page ends with a subhead: what it heads goes on behind it.
fn page_start(body: &[Block], page: usize, pages: usize) -> usize {
    let mut start = ((page - 1) * body.len().div_ceil(pages)).min(body.len());
    while start > 0 && start < body.len() && body[start - 1].kind == BlockKind::Subhead {
        start -= 1;
    }
    start
}

/// The links to an article's pages; nothing if there is one.
fn pager(path: &str, page: usize, pages: usize) -> String {
    if pages < 2 {
        return String::new();
    }
    let links = (1..=pages).map(|n| match n {
        n if n == page => format!("<span>{n}</span>"),
        1 => format!("<a href=\"{path}\">1</a>"),
        n => format!("<a href=\"{path}?page={n}\">{n}</a>"),
    });
    format!("<nav class=\"pagination\">{}</nav>\n", links.collect::<Vec<_>>().join(" "))
}

/// A block as plain HTML.
fn block_html(block: &Block) -> String {
    let text = escape(&block.text);
    match block.kind {
        BlockKind::Paragraph => format!("<p>{text}</p>\n"),
        BlockKind::Subhead => format!("<h2>{text}</h2>\n"),
        BlockKind::Quote => format!("<blockquote><p>{text}</p></blockquote>\n"),
        BlockKind::List => {
            let items: String = text.lines().map(|item| format!("<li>{item}</li>\n")).collect();
            format!("<ul>\n{items}</ul>\n")
        }
        BlockKind::Table => {
            let row = |row: &str| row.split('\t').map(|cell| format!("<td>{cell}</td>")).collect::<String>();
            let rows: String = text.lines().map(|r| format!("<tr>{}</tr>\n", row(r))).collect();
            format!("<table>\n{rows}</table>\n")
        }
        BlockKind::Caption => {
            format!("<figure><img src=\"/picture.jpg\" alt=\"\"><figcaption>{text}</figcaption></figure>\n")
        }
        BlockKind::LiveEntry => format!("<section class=\"live-entry\"><p>{text}</p></section>\n"),
        BlockKind::Notice => format!("<p class=\"correction\"><em>{text}</em></p>\n"),
        BlockKind::Embed => format!("<blockquote class=\"social-embed\"><p>{text}</p></blockquote>\n"),
    }
}

/// Text as HTML or XML text or attribute value.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

fn script_element(value: &serde_json::Value) -> Value {
    let json = value.to_string().replace('<', "\\u003c");
    Value::from_safe_string(format!("<script type=\"application/ld+json\">{json}</script>"))
}

fn open_graph(outlet: &OutletPlan, view: &View<'_>, url: &str, published: &str, updated: &str) -> String {
    let meta = &view.stage.meta;
    let mut properties = vec![
        ("og:type", "article"),
        ("og:site_name", outlet.name.as_str()),
        ("og:url", url),
        ("og:title", &meta.headline),
    ];
    if let Some(description) = &meta.description {
        properties.push(("og:description", description));
    }
    properties.extend([("article:published_time", published), ("article:modified_time", updated)]);
    let element = |(name, value): &(&str, &str)| format!("<meta property=\"{name}\" content=\"{}\">", escape(value));
    properties.iter().map(element).collect::<Vec<_>>().join("\n")
}
