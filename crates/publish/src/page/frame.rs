//! What stands around every page.

use news::Outlet;

use crate::feed::{Form, Of};
use crate::{Site, assets};

/// The head, navigation and foot of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The title of the document, before the site's name.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// What is said to search engines.
    pub robots: Option<&'static str>,
    /// Feeds of this page and of everything, in every form.
    pub feeds: Vec<FeedLink>,
    /// The place in the navigation.
    pub here: &'static str,
    /// What stands in the box for searching; `None`: the page has one of its own.
    pub find: Option<String>,
    /// The stylesheet's address.
    pub style: String,
    /// The script's address.
    pub script: String,
    /// The icon's address.
    pub icon: String,
}

impl Frame {
    /// The frame of a page that is open to search engines unless the site is public.
    pub fn new(site: &Site, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            site: site.name.clone(),
            robots: site.public.then_some("noindex"),
            feeds: FeedLink::all(Of::Everything),
            here: "",
            find: Some(String::new()),
            style: assets::path("replate.css"),
            script: assets::path("replate.js"),
            icon: assets::path("mark.svg"),
        }
    }

    /// For pages that show what an outlet said: they are never to be indexed or kept by others.
    pub fn of_texts(site: &Site, title: impl Into<String>) -> Self {
        Self { robots: Some("noindex, noarchive"), ..Self::new(site, title) }
    }

    /// With the place in the navigation.
    pub fn at(self, here: &'static str) -> Self {
        Self { here, ..self }
    }

    /// With a search that begins with what the outlet has published.
    pub fn finding_in(self, outlet: &Outlet) -> Self {
        Self { find: Some(format!("outlet:{} ", outlet.domain)), ..self }
    }

    /// With the feeds of what the page is about.
    pub fn with_feeds(mut self, of: Of<'_>) -> Self {
        self.feeds.splice(0..0, FeedLink::all(of));
        self
    }
}

/// A feed that a page leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLink {
    /// The name of its form.
    pub form: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its address.
    pub href: String,
    /// What it holds.
    pub title: String,
}

impl FeedLink {
    /// The feed in every form.
    pub fn all(of: Of<'_>) -> Vec<Self> {
        let link = |form: Form| Self {
            form: form.name(),
            media_type: form.media_type(),
            href: of.address(form),
            title: of.title(),
        };
        Form::ALL.map(link).to_vec()
    }
}
