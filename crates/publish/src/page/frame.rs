//! What stands around every page.

use crate::{Site, assets, link};

/// The head, navigation and foot of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The title of the document, before the site's name.
    pub title: String,
    /// The site's name.
    pub site: String,
    /// What is said to search engines.
    pub robots: Option<&'static str>,
    /// Feeds of this page: address and title.
    pub feeds: Vec<(String, String)>,
    /// The place in the navigation.
    pub here: &'static str,
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
            feeds: vec![(link::CHANGES_ATOM.to_owned(), "Newest changes".to_owned())],
            here: "",
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

    /// With one more feed.
    pub fn with_feed(mut self, address: String, title: String) -> Self {
        self.feeds.insert(0, (address, title));
        self
    }
}
