//! Templates: HTML with placeholders, in the language of `minijinja` (a subset of Jinja).
//!
//! What a template may name is listed in `docs/newsroom-script.md`; naming anything else fails when
//! the script is loaded, not when the page is asked for.

use std::collections::HashMap;

use jiff::Timestamp;
use minijinja::{Environment, Error, ErrorKind, State, UndefinedBehavior, Value};

use crate::file::{OutletPlan, Text};
use crate::furniture::Load;

/// What one template can do before it is stopped: a page of 14 blocks takes about 2,000 steps.
const FUEL: u64 = 2_000_000;

/// Names that templates may use, with their fields.
const NAMES: &[(&str, &[&str])] = &[
    ("outlet", &["name", "host", "language", "direction", "feed", "url"]),
    (
        "article",
        &[
            "headline",
            "standfirst",
            "bylines",
            "language",
            "path",
            "url",
            "published",
            "updated",
            "blocks",
            "body",
            "walled",
            "page",
            "pages",
        ],
    ),
    ("meta", &["headline", "description", "authors"]),
    ("json_ld", &[]),
    ("json_ld_graph", &[]),
    ("open_graph", &[]),
    ("others", &[]),
    ("furniture", &["*"]),
    ("now", &[]),
    ("nonce", &[]),
    ("counter", &[]),
    ("minutes_since", &[]),
    ("status", &[]),
];

/// Functions of `minijinja` itself.
const BUILT_IN: &[&str] = &["range", "dict", "debug", "namespace", "loop"];

/// The compiled templates of a script.
#[derive(Debug)]
pub(crate) struct Templates {
    environment: Environment<'static>,
    mentions: HashMap<String, Mentions>,
}

/// What a template shows besides the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    pub json_ld: bool,
    pub open_graph: bool,
    pub published: bool,
    pub updated: bool,
    pub standfirst: bool,
    pub bylines: bool,
    pub headline: bool,
    pub body: bool,
}

/// Which template of an outlet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page<'a> {
    /// An article's, by the name of the template; `None`: the first.
    Article(Option<&'a str>),
    /// Another page.
    Other(&'static str),
}

/// Pages that are no article, with the template that serves where the outlet brings none.
const OTHERS: &[(&str, &str)] = &[
    ("front", include_str!("pages/front.html")),
    ("gone", include_str!("pages/gone.html")),
    ("soft_404", include_str!("pages/soft_404.html")),
    ("bot_wall", include_str!("pages/bot_wall.html")),
    ("consent_wall", include_str!("pages/consent_wall.html")),
    ("error", include_str!("pages/error.html")),
];

impl Templates {
    pub(crate) fn new() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_fuel(Some(FUEL));
        environment.add_function("counter", counter);
        environment.add_function("nonce", nonce);
        environment.add_function("minutes_since", minutes_since);
        environment.add_filter("date", date);
        Self { environment, mentions: HashMap::new() }
    }

    /// Compiles all templates of an outlet.
    ///
    /// # Errors
    /// What is wrong, in words, with the template's name and line.
    pub(crate) fn add(&mut self, outlet: &OutletPlan) -> Result<(), String> {
        self.add_one(outlet, Page::Article(None), &outlet.template.joined())?;
        for (name, text) in &outlet.templates {
            self.add_one(outlet, Page::Article(Some(name)), &text.joined())?;
        }
        let pages = &outlet.pages;
        let given = [&pages.front, &pages.gone, &pages.soft_404, &pages.bot_wall, &pages.consent_wall, &pages.error];
        for ((name, built_in), given) in OTHERS.iter().zip(given) {
            let text = given.as_ref().map_or_else(|| (*built_in).to_owned(), Text::joined);
            self.add_one(outlet, Page::Other(name), &text)?;
        }
        Ok(())
    }

    fn add_one(&mut self, outlet: &OutletPlan, page: Page<'_>, source: &str) -> Result<(), String> {
        let key = key(&outlet.host, page);
        let what = match page {
            Page::Article(None) => "`template`".to_owned(),
            Page::Article(Some(name)) => format!("template `{name}`"),
            Page::Other(name) => format!("page `{name}`"),
        };
        self.environment
            .add_template_owned(key.clone(), source.to_owned())
            .map_err(|e| format!("{what}: {}", in_words(&e)))?;
        let template = self.environment.get_template(&key).map_err(|e| format!("{what}: {}", in_words(&e)))?;
        let named = template.undeclared_variables(true);
        for name in &named {
            check_name(name).map_err(|problem| format!("{what}: {problem}"))?;
        }
        let has = |name: &str| named.iter().any(|n| n == name || n.starts_with(&format!("{name}.")));
        let mentions = Mentions {
            json_ld: has("json_ld") || has("json_ld_graph"),
            open_graph: has("open_graph"),
            published: has("article.published"),
            updated: has("article.updated"),
            standfirst: has("article.standfirst"),
            bylines: has("article.bylines"),
            headline: has("article.headline"),
            body: has("article.body") || has("article.blocks"),
        };
        if matches!(page, Page::Article(_)) && !(mentions.headline && mentions.body) {
            return Err(format!("{what} must show `article.headline`, and `article.body` or `article.blocks`"));
        }
        self.mentions.insert(key, mentions);
        Ok(())
    }

    /// What an outlet's article template shows.
    pub(crate) fn mentions(&self, host: &str, template: Option<&str>) -> Mentions {
        self.mentions.get(&key(host, Page::Article(template))).copied().unwrap_or_default()
    }

    /// The page as text.
    ///
    /// # Errors
    /// What the template does wrong, in words.
    pub(crate) fn render(&self, host: &str, page: Page<'_>, context: Value) -> Result<String, String> {
        let template = self.environment.get_template(&key(host, page));
        template.and_then(|t| t.render(context)).map_err(|e| in_words(&e))
    }
}

fn key(host: &str, page: Page<'_>) -> String {
    match page {
        Page::Article(name) => format!("{host}/article/{}.html", name.unwrap_or_default()),
        Page::Other(name) => format!("{host}/{name}.html"),
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let (head, field) = name.split_once('.').unwrap_or((name, ""));
    if BUILT_IN.contains(&head) {
        return Ok(());
    }
    let Some((_, fields)) = NAMES.iter().find(|(n, _)| *n == head) else {
        let known: Vec<_> = NAMES.iter().map(|(n, _)| *n).collect();
        return Err(format!("`{head}` is not a placeholder; there are {}", known.join(", ")));
    };
    let field = field.split('.').next().unwrap_or_default();
    if field.is_empty() || fields.is_empty() || fields.contains(&"*") || fields.contains(&field) {
        return Ok(());
    }
    Err(format!("`{head}` has no `{field}`; it has {}", fields.join(", ")))
}

fn in_words(error: &Error) -> String {
    let detail = error.detail().map(|d| format!(": {d}")).unwrap_or_default();
    let line = error.line().map(|l| format!("line {l}: ")).unwrap_or_default();
    format!("{line}{}{detail}", error.kind())
}

/// The load of the page that is being made.
fn load(state: &State<'_, '_>) -> Load {
    let text = state.lookup("load").map(|v| v.to_string()).unwrap_or_default();
    Load(text.parse().unwrap_or_default())
}

/// `counter("views", 100, 900)`: a whole number from low to high that differs at every load.
fn counter(state: &State<'_, '_>, name: String, low: i64, high: i64) -> Result<i64, Error> {
    let width = high.checked_sub(low).and_then(|w| u64::try_from(w).ok());
    let Some(width) = width.filter(|w| *w < u64::MAX) else {
        return Err(Error::new(ErrorKind::InvalidOperation, format!("counter `{name}`: {low} is above {high}")));
    };
    Ok(low + i64::try_from(load(state).number(&name) % (width + 1)).unwrap_or(0))
}

/// `nonce("csp")`: 16 hexadecimal digits that differ at every load.
fn nonce(state: &State<'_, '_>, name: String) -> String {
    format!("{:016x}", load(state).number(&format!("nonce/{name}")))
}

/// `minutes_since(article.published)`: whole minutes until the page is made.
fn minutes_since(state: &State<'_, '_>, time: String) -> Result<i64, Error> {
    let now: Timestamp = instant(&state.lookup("now").map(|v| v.to_string()).unwrap_or_default())?;
    Ok((now.as_second() - instant(&time)?.as_second()).div_euclid(60))
}

/// `article.published|date("%d.%m.%Y %H:%M")`: the time in UTC, in the words of `strftime`.
fn date(time: String, format: String) -> Result<String, Error> {
    let zoned = instant(&time)?.to_zoned(jiff::tz::TimeZone::UTC);
    jiff::fmt::strtime::format(&format, &zoned)
        .map_err(|e| Error::new(ErrorKind::InvalidOperation, format!("date format `{format}`: {e}")))
}

fn instant(time: &str) -> Result<Timestamp, Error> {
    time.parse().map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("`{time}` is not a time")))
}
