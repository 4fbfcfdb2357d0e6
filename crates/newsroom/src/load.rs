//! Loads a script: reads it, checks it, works out its times, compiles and tries its templates.

use std::collections::{BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp};

use crate::check;
use crate::error::ScriptError;
use crate::event::Event;
use crate::file::{ArticlePlan, Day, OutletPlan};
use crate::furniture::Load;
use crate::script::{Piece, Script};
use crate::stage::{Stage, advance};
use crate::template::{Page, Templates};
use crate::timed::Timed;

/// Pages of one article.
const MOST_PAGES: usize = 10;
/// The largest script that is read: 300 times the one that ships is far from it.
const LIMIT_BYTES: usize = 32 << 20;

/// The day that ships: eight outlets that do everything that outlets do.
pub const SHIPPED_DAY: &str = include_str!("../days/eight-outlets.json");

impl Script {
    /// The script that ships.
    ///
    /// # Errors
    /// None, as a test holds; the type is that of [`Script::load`].
    pub fn shipped() -> Result<Self, ScriptError> {
        Self::load(SHIPPED_DAY)
    }

    /// Reads and checks a script.
    ///
    /// # Errors
    /// The first thing found wrong, with the outlet, article or event that it is in, and its line.
    pub fn load(text: &str) -> Result<Self, ScriptError> {
        if text.len() > LIMIT_BYTES {
            return Err(ScriptError::TooLarge { bytes: text.len(), limit: LIMIT_BYTES });
        }
        let day: Day = serde_json::from_str(text).map_err(|e| {
            let (line, column) = (e.line(), e.column());
            let problem = e.to_string();
            let place = format!(" at line {line} column {column}");
            ScriptError::Form { line, column, problem: problem.replace(&place, "") }
        })?;
        check::day(&day)?;
        let end = day.start + SignedDuration::from_hours(day.hours.into());
        let at_outlet = |outlet: &OutletPlan, problem| ScriptError::Outlet {
            line: line_of(text, "host", &outlet.host),
            host: outlet.host.clone(),
            problem,
        };
        let at_article = |article: &ArticlePlan, problem| ScriptError::Article {
            line: line_of(text, "id", &article.id),
            id: article.id.clone(),
            problem,
        };

        let mut templates = Templates::new();
        let mut outlets = HashMap::new();
        for (i, outlet) in day.outlets.iter().enumerate() {
            check::outlet(outlet).and_then(|()| templates.add(outlet)).map_err(|p| at_outlet(outlet, p))?;
            for (n, event) in outlet.events.iter().enumerate() {
                check::outlet_event(event, outlet).and_then(|()| check::times(event, &day, end)).map_err(
                    |problem| {
                        event_error(
                            line_of(text, "host", &outlet.host),
                            format!("outlet {}", outlet.host),
                            n,
                            event,
                            problem,
                        )
                    },
                )?;
            }
            if outlets.insert(outlet.host.clone(), i).is_some() {
                return Err(at_outlet(outlet, "the host stands twice in the script".into()));
            }
        }

        let mut pieces = Vec::new();
        let mut ids = BTreeSet::new();
        let mut paths = BTreeSet::new();
        for article in &day.articles {
            let Some(&index) = outlets.get(&article.outlet) else {
                return Err(at_article(article, format!("there is no outlet `{}`", article.outlet)));
            };
            let outlet = &day.outlets[index];
            if !ids.insert(&article.id) {
                return Err(at_article(article, "the id stands twice in the script".into()));
            }
            check::article(article, outlet, &day, end).map_err(|p| at_article(article, p))?;
            let piece = piece(article, index, &day, end).map_err(|(n, event, problem)| {
                let line = line_of(text, "id", &article.id);
                event_error(line, format!("article {}", article.id), n, event, problem)
            })?;
            for (_, path, _) in &piece.addresses {
                if !paths.insert((index, path.clone())) {
                    return Err(at_article(article, format!("`{path}` stands twice in the script")));
                }
            }
            check::shows(article, outlet, &piece, &templates).map_err(|p| at_article(article, p))?;
            pieces.push(piece);
        }
        for article in &day.articles {
            if !(1..=MOST_PAGES).contains(&article.pages) {
                return Err(at_article(article, format!("`pages`: {} is not 1 to {MOST_PAGES}", article.pages)));
            }
            if let Some(original) = article.copy_of.as_ref().filter(|o| !ids.contains(o)) {
                return Err(at_article(article, format!("`copy_of`: there is no article `{original}`")));
            }
        }
        let script = Self { end, pieces, outlets, templates, day };
        script.try_templates().map_err(|(outlet, problem)| at_outlet(&script.day.outlets[outlet], problem))?;
        Ok(script)
    }

    /// Makes every page once, so that no template fails later.
    fn try_templates(&self) -> Result<(), (usize, String)> {
        for (i, outlet) in self.day.outlets.iter().enumerate() {
            for page in ["front", "gone", "soft_404", "bot_wall", "consent_wall", "error"] {
                let context = self.page_context(i, self.end, Load(0), 200);
                let made = self.templates.render(&outlet.host, Page::Other(page), context);
                made.map_err(|problem| (i, format!("page `{page}`: {problem}")))?;
            }
        }
        for article in self.articles() {
            let piece = &self.pieces[article.0];
            let outlet = &self.day.outlets[piece.outlet];
            for at in piece.stages.iter().map(|s| s.from).chain(piece.templates.iter().map(|t| t.0)) {
                let view = piece.fresh_view(at);
                let context = self.article_context(article, &view, 1, at, Load(0));
                let made = self.templates.render(&outlet.host, Page::Article(view.template), context);
                made.map_err(|problem| {
                    let name = view.template.map_or("`template`".into(), |t| format!("template `{t}`"));
                    (piece.outlet, format!("{name}, with article {}: {problem}", self.plan(article).id))
                })?;
            }
        }
        Ok(())
    }
}

/// Works out an article's times. The error names the event by index.
fn piece<'a>(
    article: &'a ArticlePlan,
    outlet: usize,
    day: &'a Day,
    end: Timestamp,
) -> Result<Piece, (usize, &'a Event, String)> {
    let published = article.published.on(day.start);
    let mut own: Vec<_> = article.events.iter().map(|e| Timed::on(e, day.start, end)).enumerate().collect();
    own.sort_by_key(|(_, timed)| timed.from);
    let mut piece = Piece {
        outlet,
        start: day.start,
        stages: vec![Stage::first(article, published)],
        windows: Vec::new(),
        addresses: vec![(published, article.path.clone(), 301)],
        templates: Vec::new(),
    };
    for (n, timed) in own {
        let event = &article.events[n];
        let fault = |problem: String| (n, event, problem);
        check::times(event, day, end).map_err(fault)?;
        check::article_event(event, &day.outlets[outlet], published, day.start).map_err(fault)?;
        match &timed.event {
            Event::Edit { .. } | Event::Revert { .. } => {
                advance(&mut piece.stages, &timed, day.start).map_err(fault)?;
            }
            Event::Move { path, status, .. } => piece.addresses.push((timed.from, path.clone(), *status)),
            Event::Template { template, .. } => piece.templates.push((timed.from, template.clone())),
            _ => {
                check::overlap(&piece.windows, &timed).map_err(fault)?;
                piece.windows.push(timed);
            }
        }
    }
    for event in &day.outlets[outlet].events {
        let timed = Timed::on(event, day.start, end);
        match &timed.event {
            Event::Template { template, .. } => piece.templates.push((timed.from, template.clone())),
            _ => piece.windows.push(timed),
        }
    }
    piece.templates.sort_by_key(|t| t.0);
    Ok(piece)
}

fn event_error(line: usize, of: String, n: usize, event: &Event, problem: String) -> ScriptError {
    ScriptError::Event { line, of, number: n + 1, name: event.name(), problem }
}

/// The line, from 1, where a key has that value for the first time; 1 if it is written in another way.
fn line_of(text: &str, key: &str, value: &str) -> usize {
    let value = serde_json::Value::from(value).to_string();
    let is_there = |line: &str| {
        let mut rest = line;
        while let Some(at) = rest.find(&format!("\"{key}\"")) {
            rest = &rest[at + key.len() + 2..];
            if rest.trim_start().strip_prefix(':').is_some_and(|r| r.trim_start().starts_with(&value)) {
                return true;
            }
        }
        false
    };
    text.lines().position(is_there).map_or(1, |i| i + 1)
}
