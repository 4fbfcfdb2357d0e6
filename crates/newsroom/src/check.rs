//! What must hold of a script before it is played. Every answer is what is wrong, in words.

use jiff::Timestamp;

use crate::error::ScriptError;
use crate::event::Event;
use crate::file::{ArticlePlan, Day, OutletPlan};
use crate::script::Piece;
use crate::template::Templates;
use crate::timed::Timed;

type Checked = Result<(), String>;

fn must(holds: bool, otherwise: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(otherwise()) }
}

pub(crate) fn day(day: &Day) -> Result<(), ScriptError> {
    must((1..=99).contains(&day.hours), || format!("`hours` is {}; a day has 1 to 99", day.hours))
        .and_then(|()| must(!day.outlets.is_empty(), || "there is no outlet".into()))
        .map_err(|problem| ScriptError::Day { problem })
}

pub(crate) fn outlet(outlet: &OutletPlan) -> Checked {
    let host = &outlet.host;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-');
    must(!host.is_empty() && host.chars().all(is_name), || {
        "`host` must be a name in lower case, such as `harbour-courier.example`, without scheme and port".into()
    })?;
    language(&outlet.language)?;
    path("feed.path", &outlet.feed.path)?;
    must(!matches!(outlet.feed.path.as_str(), "/" | "/robots.txt"), || "`feed.path` is another page's".into())
}

pub(crate) fn article(article: &ArticlePlan, outlet: &OutletPlan, day: &Day, end: Timestamp) -> Checked {
    free_path("path", &article.path, outlet)?;
    must(!article.headline.trim().is_empty(), || "`headline` is empty".into())?;
    must(!article.body.is_empty(), || "`body` is empty".into())?;
    if let Some(own) = &article.language {
        language(own)?;
    }
    let published = article.published.on(day.start);
    must(published < end, || format!("is published at {published}, after the day's end at {end}"))
}

/// Event checks that hold for articles and outlets: the times lie within the day, in order.
pub(crate) fn times(event: &Event, day: &Day, end: Timestamp) -> Checked {
    let Timed { from, to, .. } = Timed::on(event, day.start, end);
    must(from >= day.start && from < end, || format!("{from} is not within the day ({} to {end})", day.start))?;
    must(!event.is_window() || (from < to && to <= end), || {
        format!("must end after {from} and not after the day's end at {end}; it ends at {to}")
    })
}

pub(crate) fn outlet_event(event: &Event, outlet: &OutletPlan) -> Checked {
    must(!matches!(event, Event::Edit { .. } | Event::Revert { .. } | Event::Move { .. }), || {
        "can only happen to an article, not to an outlet".into()
    })?;
    must(!matches!(event, Event::AbHeadline { .. } | Event::StaleCopy { .. }), || {
        "can only happen to an article, not to an outlet".into()
    })?;
    numbers(event)?;
    template_exists(event, outlet)
}

pub(crate) fn article_event(event: &Event, outlet: &OutletPlan, published: Timestamp, start: Timestamp) -> Checked {
    numbers(event)?;
    template_exists(event, outlet)?;
    match event {
        Event::Move { path, at, .. } => {
            must(at.on(start) > published, || "comes before the publication".into())?;
            free_path("path", path, outlet)
        }
        Event::StaleCopy { as_of, from, .. } => {
            let (as_of, from) = (as_of.on(start), from.on(start));
            must(published <= as_of && as_of < from, || {
                format!("`as_of` ({as_of}) must lie between the publication ({published}) and `from` ({from})")
            })
        }
        _ => Ok(()),
    }
}

/// Windows that hide an article, or change what it shows in the same way, never overlap.
pub(crate) fn overlap(windows: &[Timed], new: &Timed) -> Checked {
    let clashes = |w: &&Timed| {
        let same = w.event.hides() && new.event.hides() || w.event.name() == new.event.name();
        same && w.from < new.to && new.from < w.to
    };
    match windows.iter().find(clashes) {
        Some(other) => Err(format!("overlaps with `{}` from {} to {}", other.event.name(), other.from, other.to)),
        None => Ok(()),
    }
}

/// The templates show what the article has.
pub(crate) fn shows(article: &ArticlePlan, outlet: &OutletPlan, piece: &Piece, templates: &Templates) -> Checked {
    let names = std::iter::once(None).chain(outlet.templates.keys().map(|k| Some(k.as_str())));
    for name in names {
        let mentions = templates.mentions(&outlet.host, name);
        let what = name.map_or("`template`".to_owned(), |n| format!("template `{n}`"));
        must(mentions.standfirst || piece.stages.iter().all(|s| s.standfirst.is_none()), || {
            format!("has a standfirst, but {what} of {} does not show `article.standfirst`", article.outlet)
        })?;
        must(mentions.bylines || piece.stages.iter().all(|s| s.bylines.is_empty()), || {
            format!("has bylines, but {what} of {} does not show `article.bylines`", article.outlet)
        })?;
    }
    Ok(())
}

fn numbers(event: &Event) -> Checked {
    let one_of = |what: &str, status: u16, allowed: &[u16]| {
        must(allowed.contains(&status), || format!("`{what}` is {status}; it can be {allowed:?}"))
    };
    match event {
        Event::Move { status, .. } => one_of("status", *status, &[301, 302, 303, 307, 308]),
        Event::Gone { status, .. } => one_of("status", *status, &[404, 410, 451]),
        Event::BotWall { status, .. } => one_of("status", *status, &[200, 403]),
        Event::Throttle { status, .. } => one_of("status", *status, &[429, 503]),
        Event::ServerError { status, .. } => {
            must((500..600).contains(status), || format!("`status` is {status}; it can be 500 to 599"))
        }
        Event::CutShort { percent, .. } => {
            must(*percent < 100, || format!("`percent` is {percent}; it can be 0 to 99"))
        }
        Event::Paywall { blocks, .. } => must(*blocks > 0, || "`blocks` is 0; it must be 1 or more".into()),
        Event::AbHeadline { headlines, every_minutes, .. } => {
            must(headlines.len() > 1, || "`headlines` must be two or more".into())?;
            must(*every_minutes > 0, || "`every_minutes` is 0; it must be 1 or more".into())
        }
        _ => Ok(()),
    }
}

fn template_exists(event: &Event, outlet: &OutletPlan) -> Checked {
    match event {
        Event::Template { template, .. } => must(outlet.templates.contains_key(template), || {
            let known: Vec<_> = outlet.templates.keys().cloned().collect();
            format!("{} has no template `{template}`; it has {known:?}", outlet.host)
        }),
        _ => Ok(()),
    }
}

fn language(tag: &str) -> Checked {
    must(!tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), || {
        format!("`language` is `{tag}`; it must be a tag such as `en` or `pt-BR`")
    })
}

fn path(key: &str, path: &str) -> Checked {
    let clean = |c: char| c.is_ascii_graphic() && !matches!(c, '?' | '#' | '"' | '<' | '>' | '\\' | '`' | '{' | '}');
    must(path.starts_with('/') && path.chars().all(clean), || {
        format!("`{key}` is `{path}`; it must begin with `/` and hold ASCII only (others as %XX), no `?` and no `#`")
    })?;
    must(!path.starts_with("/_"), || format!("`{key}` is `{path}`; paths that begin with `/_` steer the newsroom"))
}

fn free_path(key: &str, free: &str, outlet: &OutletPlan) -> Checked {
    path(key, free)?;
    must(free != "/" && free != "/robots.txt" && free != outlet.feed.path, || {
        format!("`{key}` is `{free}`, which is another page of {}", outlet.host)
    })
}
