//! `<meta>` and `<link>` elements of a page.

use std::collections::HashMap;

use url::Url;

use crate::tree::Tree;
use text::canonical;

/// Most meta elements that are kept.
const MAX_METAS: usize = 500;

/// Names in lower case to their values in document order.
#[derive(Debug, Default)]
pub(crate) struct Meta {
    values: HashMap<String, Vec<String>>,
    /// `rel=canonical`, absolute.
    pub canonical_url: Option<String>,
    /// `<title>`.
    pub title: Option<String>,
    /// `<html lang>`, or what stands for it.
    pub language: Option<String>,
    /// `<meta http-equiv=refresh>` is there.
    pub refresh: bool,
}

impl Meta {
    /// Read from a whole page at that address.
    pub fn of(tree: &Tree, url: &str) -> Self {
        let mut meta = Self::default();
        let base = Url::parse(url).ok();
        let mut count = 0;
        for id in tree.elements() {
            match tree.name(id) {
                "meta" if count < MAX_METAS => {
                    count += 1;
                    let Some(content) = tree.attr(id, "content") else { continue };
                    for key in ["property", "name", "itemprop", "http-equiv"] {
                        // in the page's text these are of whatever they stand in
                        let dates = key == "itemprop"
                            && tree.attr(id, key).is_some_and(|p| p.contains("Date") || p.contains("date"));
                        if dates {
                            continue;
                        }
                        for name in tree.attr(id, key).unwrap_or_default().split_whitespace() {
                            meta.values.entry(name.to_ascii_lowercase()).or_default().push(content.to_owned());
                        }
                    }
                    meta.refresh |= tree.attr(id, "http-equiv").is_some_and(|h| h.eq_ignore_ascii_case("refresh"));
                }
                "link" if meta.canonical_url.is_none() => {
                    let rel = tree.attr(id, "rel").unwrap_or_default();
                    if rel.split_whitespace().any(|r| r.eq_ignore_ascii_case("canonical")) {
                        meta.canonical_url = tree.attr(id, "href").and_then(|h| absolute(base.as_ref(), h));
                    }
                }
                "title" if meta.title.is_none() && tree.parent(id).is_some_and(|p| tree.name(p) != "svg") => {
                    meta.title = Some(canonical(&tree.text_below(id))).filter(|t| !t.is_empty());
                }
                "html" => {
                    let lang = tree.attr(id, "lang").or_else(|| tree.attr(id, "xml:lang"));
                    meta.language = lang.map(str::to_owned);
                }
                _ => {}
            }
        }
        meta
    }

    /// The first value that is not empty under any of the names, in the order of the names, canonical.
    pub fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .flat_map(|n| self.values.get(*n).into_iter().flatten())
            .map(|v| canonical(v))
            .find(|v| !v.is_empty())
    }

    /// All values under names that end so and hold none of the other words, letters and digits of the names alone. In
    /// the order of the names, so that the same one speaks at every look.
    pub fn ending(&self, end: &str, without: &[&str]) -> Vec<String> {
        self.under(|name| name.ends_with(end) && !without.iter().any(|w| name.contains(w)))
    }

    /// All values under a name, letters and digits of the names alone.
    pub fn named(&self, wanted: &str) -> Vec<String> {
        self.under(|name| name == wanted)
    }

    fn under(&self, fits: impl Fn(&str) -> bool) -> Vec<String> {
        let letters = |name: &str| name.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>();
        let mut names: Vec<&String> = self.values.keys().filter(|name| fits(&letters(name))).collect();
        names.sort();
        names.iter().flat_map(|n| &self.values[*n]).map(|v| canonical(v)).filter(|v| !v.is_empty()).collect()
    }

    /// All values under a name, canonical.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.values.get(name).into_iter().flatten().map(|v| canonical(v)).filter(|v| !v.is_empty()).collect()
    }
}

fn absolute(base: Option<&Url>, href: &str) -> Option<String> {
    let url = match base {
        Some(base) => base.join(href.trim()).ok()?,
        None => Url::parse(href.trim()).ok()?,
    };
    matches!(url.scheme(), "http" | "https").then(|| url.into())
}
