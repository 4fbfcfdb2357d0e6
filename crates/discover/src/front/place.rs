//! Where on a page a link stands, by the elements around it.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::words::{self, Words};
use crate::plain;

/// The part of a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Region {
    /// What the page is about.
    #[default]
    Content,
    /// Navigation.
    Menu,
    /// The foot of the page.
    Foot,
    /// Advertisements and calls to subscribe.
    Advert,
}

/// Where an element stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) region: Region,
    /// Whether only the class of an element says so; see [`Place::forget_classes`].
    pub(super) by_class: bool,
    pub(super) is_teaser: bool,
    /// Whether microdata or microformats call it an article.
    pub(super) is_typed: bool,
    /// The number of the innermost teaser, item of a list, or row; 0: none.
    pub(super) teaser: usize,
    /// The level of the heading around it; 0: none.
    pub(super) heading: u8,
    /// The innermost three elements, by name and class.
    pub(super) template: u64,
    in_content: bool,
    trail: [u64; 3],
}

/// What an element says about itself.
pub(super) struct Element<'a> {
    /// Lower case.
    pub(super) name: &'a str,
    /// `class` and `id`.
    pub(super) class: &'a str,
    pub(super) role: &'a str,
    /// `itemtype` of microdata.
    pub(super) kind: &'a str,
}

impl Place {
    /// The place inside of an element that stands here. `number` is one that no other element has.
    pub(super) fn inside(&self, element: &Element, number: usize) -> Self {
        let mut place = *self;
        let words = class_words(element.class);
        let has = |of: &Words| words.iter().any(|word| of.contains(word.as_str()));
        place.enter_region(element, &has);
        let is_typed = ["Article", "BlogPosting"].iter().any(|kind| element.kind.trim_end_matches('/').ends_with(kind))
            || words.iter().any(|word| word == "hentry");
        let is_teaser = element.name == "article" || is_typed || has(&words::TEASERS);
        if let [b'h', level @ b'1'..=b'6'] = element.name.as_bytes() {
            place.heading = level - b'0';
        }
        let is_part = self.teaser > 0 && has(&words::PARTS) || !plain::separates(element.name) || place.heading > 0;
        let is_item = matches!(element.name, "article" | "li" | "tr" | "dd") || is_typed;
        if is_item || (is_teaser && !is_part) {
            place.teaser = number;
        }
        place.is_teaser |= is_teaser;
        place.is_typed |= is_typed;
        let mut hasher = DefaultHasher::new();
        (element.name, words.first()).hash(&mut hasher);
        place.trail = [hasher.finish(), self.trail[0], self.trail[1]];
        let mut hasher = DefaultHasher::new();
        place.trail.hash(&mut hasher);
        place.template = hasher.finish();
        place
    }

    fn enter_region(&mut self, element: &Element, has: &impl Fn(&Words) -> bool) {
        let by_element = match (element.name, element.role) {
            ("nav", _) | (_, "navigation" | "menu" | "menubar" | "search") => Some(Region::Menu),
            // Teasers have heads and feet of their own.
            ("header", _) | (_, "banner") if !self.in_content => Some(Region::Menu),
            ("footer", _) | (_, "contentinfo") if !self.in_content => Some(Region::Foot),
            ("main" | "article", _) | (_, "main") => {
                self.in_content = true;
                if self.by_class {
                    (self.region, self.by_class) = (Region::Content, false);
                }
                None
            }
            _ => None,
        };
        if let Some(region) = by_element {
            (self.region, self.by_class) = (region, false);
        } else if self.region == Region::Content && !matches!(element.name, "html" | "body" | "main" | "article") {
            let by_class = if has(&words::ADVERTS) {
                Region::Advert
            } else if has(&words::FEET) {
                Region::Foot
            } else if has(&words::MENUS) {
                Region::Menu
            } else {
                Region::Content
            };
            (self.region, self.by_class) = (by_class, by_class != Region::Content);
        }
    }

    /// Takes back what only classes said: where they say it of most of a page, they mean something else.
    pub(super) fn forget_classes(&mut self) {
        if self.by_class {
            (self.region, self.by_class) = (Region::Content, false);
        }
    }
}

/// The words of classes, lower case: `main-navBar_x` is `main`, `nav`, `bar`, `x`; and each class whole.
pub(super) fn class_words(class: &str) -> Vec<String> {
    let mut words = Vec::new();
    for name in class.split_ascii_whitespace().take(24) {
        let mut word = String::new();
        let mut last_is_lower = false;
        for c in name.chars().take(64) {
            let ends = !c.is_alphanumeric() || (c.is_uppercase() && last_is_lower);
            if ends && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            if c.is_alphanumeric() {
                word.extend(c.to_lowercase());
            }
            last_is_lower = c.is_lowercase();
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}
