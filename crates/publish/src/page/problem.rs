//! What happened instead of a page, and where to go on.

use askama::Template;
use serde::Serialize;

use super::frame::Frame;
use crate::Site;
use crate::part::render;

/// What happened instead of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The HTTP status code.
    pub status: u16,
    /// What happened, in a few words.
    pub title: String,
    /// What happened and what the reader can do, in whole sentences.
    pub detail: String,
    /// Where to go on: address on this site and words.
    #[serde(skip)]
    pub onward: Vec<(String, String)>,
    /// What was pasted into the box, to be mended there.
    #[serde(skip)]
    pub pasted: Option<String>,
    /// What was searched for, to be mended as well.
    #[serde(skip)]
    pub query: Option<String>,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct Page<'a> {
    frame: Frame,
    problem: &'a Problem,
}

/// A problem as a page.
pub fn problem(site: &Site, problem: &Problem) -> String {
    let frame = Frame { robots: Some("noindex"), ..Frame::new(site, problem.title.clone()) };
    render(&Page { frame, problem })
}
