//! A request and the script's time become an answer: pure, and never a matter of how often one asks.

use jiff::Timestamp;
use news::Validators;

use crate::coding;
use crate::context::feed_type;
use crate::event::Event;
use crate::file::OutletPlan;
use crate::furniture::Load;
use crate::request::Request;
use crate::script::{ArticleIndex, Script};
use crate::shown::{Delivery, Shown};
use crate::template::Page;

/// What goes back: status, header fields, body with its content coding on, and how it is delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Header fields in order, without those of the framing.
    pub headers: Vec<(String, String)>,
    /// The body, content coding on.
    pub body: Vec<u8>,
    /// How it arrives.
    pub delivery: Delivery,
    /// Whether it is sent in chunks.
    pub chunked: bool,
}

impl Answer {
    /// An answer with a body of a media type.
    pub(crate) fn new(status: u16, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), media_type.to_owned())];
        Self { status, headers, body: body.into(), delivery: Delivery::Whole, chunked: false }
    }

    pub(crate) fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    fn with_validators(self, validators: &Validators) -> Self {
        let fields = [("ETag", &validators.etag), ("Last-Modified", &validators.last_modified)];
        let given = fields.into_iter().filter_map(|(name, value)| value.as_ref().map(|v| (name, v)));
        given.fold(self, |answer, (name, value)| answer.with(name, value))
    }

    /// The first header field of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }
}

const HTML: &str = "text/html; charset=utf-8";

/// The time as HTTP writes it (RFC 9110 §5.6.7).
pub(crate) fn http_date(at: Timestamp) -> String {
    let printer = jiff::fmt::rfc2822::DateTimePrinter::new();
    printer.timestamp_to_rfc9110_string(&at).unwrap_or_else(|_| "Thu, 01 Jan 1970 00:00:00 GMT".into())
}

impl Script {
    /// What the outlet of the request's host answers at a time.
    ///
    /// The same request at the same time gets the same answer; furniture differs from minute to
    /// minute. An unknown host gets 404.
    pub fn answer(&self, request: &Request, at: Timestamp) -> Answer {
        let Some(&outlet) = self.outlets.get(&request.host) else {
            return Answer::new(404, "text/plain; charset=utf-8", format!("no outlet here: {}\n", request.host));
        };
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Answer::new(405, "text/plain; charset=utf-8", "GET or HEAD\n").with("Allow", "GET, HEAD");
        }
        let plan = &self.day.outlets[outlet];
        let load = Load::new(self.day.seed, request, at);
        let mut answer = match self.find_at(outlet, &request.path) {
            Some(article) => self.article_answer(article, request, at, load),
            None => self.other_answer(outlet, request, at, load),
        };
        answer = answer.with("Date", http_date(at));
        if answer.status == 200 {
            answer = coding::encode(answer, &plan.codings, request.header("accept-encoding"));
            answer.chunked = plan.chunked;
        }
        answer
    }

    /// The article that stands, stood or will stand at a path.
    pub(crate) fn find_at(&self, outlet: usize, path: &str) -> Option<ArticleIndex> {
        let stands = |a: &ArticleIndex| {
            let piece = &self.pieces[a.0];
            piece.outlet == outlet && piece.addresses.iter().any(|(_, p, _)| p == path)
        };
        self.articles().find(stands)
    }

    fn article_answer(&self, article: ArticleIndex, request: &Request, at: Timestamp, load: Load) -> Answer {
        let shown = self.shown_at(article, &request.path, at);
        let piece = &self.pieces[article.0];
        let outlet = &self.day.outlets[piece.outlet];
        let status = shown.status.unwrap_or(200);
        if let Some(target) = &shown.redirect {
            return Answer::new(status, HTML, format!("<p>Moved to <a href=\"{target}\">{target}</a></p>\n"))
                .with("Location", target);
        }
        let in_place = match piece.hidden(at) {
            Some(Event::Soft404 { .. }) => Some("soft_404"),
            Some(Event::BotWall { .. }) => Some("bot_wall"),
            Some(Event::ConsentWall { .. }) => Some("consent_wall"),
            Some(Event::Throttle { .. } | Event::ServerError { .. }) => Some("error"),
            _ if matches!(status, 404 | 410 | 451) => Some("gone"),
            _ => None,
        };
        if let Some(page) = in_place {
            let context = self.page_context(piece.outlet, at, load, status);
            let mut answer = self.html(status, &outlet.host, Page::Other(page), context);
            if let Some(seconds) = shown.retry_after {
                answer = answer.with("Retry-After", seconds.to_string());
            }
            return answer;
        }
        let view = piece.view(at);
        let Shown { validators, delivery, .. } = shown;
        if delivery == Delivery::Whole && not_modified(request, &validators) {
            return Answer::new(304, HTML, "").with_validators(&validators);
        }
        let page = page_asked(request, self.pages_of(article, &view));
        let context = self.article_context(article, &view, page, at, load);
        let mut answer = self.html(200, &outlet.host, Page::Article(view.template), context);
        answer = answer.with_validators(&validators);
        if let Some(as_of) = view.copy_of {
            answer = answer.with("Age", (at.as_second() - as_of.as_second()).max(0).to_string());
        }
        answer.delivery = delivery;
        answer
    }

    fn other_answer(&self, outlet: usize, request: &Request, at: Timestamp, load: Load) -> Answer {
        let plan: &OutletPlan = &self.day.outlets[outlet];
        if request.path == plan.feed.path {
            let body = self.feed(outlet, at);
            let validators = self.feed_validators(outlet, &body, at);
            if not_modified(request, &validators) {
                return Answer::new(304, feed_type(plan.feed.kind), "").with_validators(&validators);
            }
            let media_type = format!("{}; charset=utf-8", feed_type(plan.feed.kind));
            return Answer::new(200, &media_type, body).with_validators(&validators);
        }
        match (request.path.as_str(), &plan.robots) {
            ("/robots.txt", Some(robots)) => Answer::new(200, "text/plain; charset=utf-8", robots.joined() + "\n"),
            ("/", _) => self.html(200, &plan.host, Page::Other("front"), self.page_context(outlet, at, load, 200)),
            _ => self.html(404, &plan.host, Page::Other("gone"), self.page_context(outlet, at, load, 404)),
        }
    }

    fn html(&self, status: u16, host: &str, page: Page<'_>, context: minijinja::Value) -> Answer {
        match self.templates.render(host, page, context) {
            Ok(body) => Answer::new(status, HTML, body),
            Err(problem) => Answer::new(500, "text/plain; charset=utf-8", format!("the template fails: {problem}\n")),
        }
    }
}

/// The page that a request asks for; the first, if there is no such page.
fn page_asked(request: &Request, pages: usize) -> usize {
    let number = request.query.as_deref().and_then(|query| query.strip_prefix("page=")).and_then(|n| n.parse().ok());
    number.filter(|number| (1..=pages).contains(number)).unwrap_or(1)
}

/// Whether a request's conditions say that it holds this very page (RFC 9110 §13.2.2).
///
/// `If-Modified-Since` must name the very second, as large servers have it: an old copy is older
/// than what the client holds, and is sent whole.
fn not_modified(request: &Request, validators: &Validators) -> bool {
    match request.header("if-none-match") {
        Some(tags) => validators.etag.as_deref().is_some_and(|etag| {
            let weak = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
            tags.trim() == "*" || tags.split(',').any(|tag| weak(tag) == weak(etag))
        }),
        None => {
            let since = request.header("if-modified-since");
            since.is_some() && since == validators.last_modified.as_deref()
        }
    }
}
