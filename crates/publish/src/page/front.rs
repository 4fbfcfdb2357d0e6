//! The newest changes, of all outlets or of one.

use askama::Template;
use news::{Outlet, Timestamp};

use super::frame::{FeedLink, Frame};
use super::watched::{Watched, Watching};
use crate::feed::Of;
use crate::part::{ChangeEntry, When, render};
use crate::{ShownChange, Site, link, words};

/// What the front page and an outlet's page show.
#[derive(Debug, Clone)]
pub struct Front<'a> {
    /// The newest changes, newest first; may be empty.
    pub changes: &'a [ShownChange],
    /// All outlets, for the filter.
    pub outlets: &'a [Outlet],
    /// The outlet that the list is of; `None`: all.
    pub outlet: Option<&'a Outlet>,
    /// The address of the next older page of the list, if there is one.
    pub older: Option<String>,
    /// The address of the newest page of the list, if this is not it.
    pub newest: Option<String>,
    /// When the next look of any article is, for the empty list.
    pub next_look: Option<Timestamp>,
    /// How the outlet is watched, on the newest page of its list.
    pub watching: Option<Watching<'a>>,
}

#[derive(Template)]
#[template(path = "front.html")]
struct FrontPage<'a> {
    frame: Frame,
    heading: String,
    outlet: Option<&'a Outlet>,
    homepage: Option<String>,
    feeds: Vec<FeedLink>,
    filters: Vec<Filter<'a>>,
    entries: Vec<ChangeEntry<'a>>,
    older: Option<String>,
    newest: Option<String>,
    next_look: Option<When>,
    alarms: Vec<String>,
    /// Where new changes of this list are told; only on its newest page.
    live: Option<String>,
    watched: Option<Watched>,
}

struct Filter<'a> {
    name: &'a str,
    href: String,
    here: bool,
}

/// The newest changes as a page.
pub fn front(site: &Site, front: &Front<'_>, now: Timestamp) -> String {
    let heading = front.outlet.map_or("Newest changes".to_owned(), |o| o.name.clone());
    let of = front.outlet.map_or(Of::Everything, Of::Outlet);
    let mut frame = Frame::new(site, heading.clone());
    frame = match front.outlet {
        Some(outlet) => frame.at("outlets").with_feeds(Of::Outlet(outlet)).finding_in(outlet),
        None => frame.at("front"),
    };
    let all = Filter { name: "All outlets", href: link::FRONT.to_owned(), here: front.outlet.is_none() };
    let here = front.outlet.map(|o| o.id);
    let mut outlets: Vec<&Outlet> = front.outlets.iter().collect();
    outlets.sort_by_cached_key(|o| words::sorting(&o.name));
    let each = outlets.into_iter();
    let each = each.map(|o| Filter { name: &o.name, href: link::outlet(o.id), here: here == Some(o.id) });
    render(&FrontPage {
        frame,
        heading,
        outlet: front.outlet,
        homepage: front.outlet.and_then(|o| o.homepage.as_deref()).and_then(link::outward),
        feeds: FeedLink::all(of),
        filters: std::iter::once(all).chain(each).collect(),
        entries: front.changes.iter().map(|change| ChangeEntry::of(change, now)).collect(),
        older: front.older.clone(),
        newest: front.newest.clone(),
        next_look: front.next_look.map(When::at),
        live: front.newest.is_none().then(|| {
            let of = front.outlet.map(|o| format!("outlet={}", o.id)).unwrap_or_default();
            link::live(&of, front.changes.first().map(|c| c.listed.recorded.guid()).as_deref())
        }),
        alarms: front.watching.iter().flat_map(|w| w.alarms.iter().map(words::alarm)).collect(),
        watched: front.outlet.zip(front.watching.as_ref()).map(|(outlet, w)| Watched::of(outlet, w, now)),
    })
}
