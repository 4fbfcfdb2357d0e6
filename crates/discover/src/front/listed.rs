//! What a page's data (JSON-LD of schema.org) list as articles.

use serde_json::Value;
use url::Url;

use crate::date;
use crate::feed;
use crate::plain::{self, Tags};

/// An article in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) url: String,
    pub(super) title: Option<String>,
    pub(super) published_at: Option<String>,
}

/// More of one page are left out.
const MAX_LISTED: usize = 2_000;

/// Deeper data are not read; serde_json itself refuses more than 128 levels.
const MAX_DEPTH: usize = 12;

/// Adds the articles that a script of the type `application/ld+json` lists.
pub(super) fn read(script: &str, base: Option<&Url>, listed: &mut Vec<Listed>) {
    let text = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let Ok(data) = serde_json::from_str::<Value>(text) else { return };
    visit(&data, base, false, 0, listed);
}

/// `in_list`: whether the value stands where a list of articles has its items.
fn visit(value: &Value, base: Option<&Url>, in_list: bool, depth: usize, listed: &mut Vec<Listed>) {
    if depth > MAX_DEPTH || listed.len() >= MAX_LISTED {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| visit(item, base, in_list, depth + 1, listed)),
        Value::String(url) if in_list => add(url, None, None, base, listed),
        Value::Object(object) => {
            let types: Vec<&str> = match &object.get("@type") {
                Some(Value::String(one)) => vec![one],
                Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
                _ => Vec::new(),
            };
            let is = |name: &str| types.iter().any(|kind| kind.ends_with(name));
            if is("BreadcrumbList") || is("SiteNavigationElement") || is("WebPage") && in_list {
                return;
            }
            let is_article = is("Article") || is("BlogPosting") || is("Reportage");
            if in_list && (is_article || is("ListItem") || types.is_empty()) {
                let text = |name: &str| object.get(name).and_then(Value::as_str);
                let url = text("url").or_else(|| text("@id").filter(|_| is_article));
                let url = url.or_else(|| text("mainEntityOfPage"));
                if let Some(url) = url {
                    let title = text("headline").or_else(|| text("name"));
                    add(url, title, text("datePublished"), base, listed);
                }
            }
            let is_list = is("ItemList") || is("Blog") || is("CollectionPage") || is("LiveBlogPosting");
            for (name, inner) in object {
                let holds_items = match name.as_str() {
                    "itemListElement" => is_list,
                    "item" => in_list,
                    "blogPost" | "blogPosts" => true,
                    "hasPart" => is("CollectionPage"),
                    _ => false,
                };
                if matches!(name.as_str(), "@graph" | "mainEntity") || holds_items {
                    visit(inner, base, holds_items, depth + 1, listed);
                }
            }
        }
        _ => {}
    }
}

fn add(url: &str, title: Option<&str>, published: Option<&str>, base: Option<&Url>, listed: &mut Vec<Listed>) {
    let Some(url) = feed::web(url, base) else { return };
    let title = title.map(|title| plain::of_html(title, Tags::OfHtml)).filter(|title| !title.is_empty());
    let published_at = published.and_then(date::parse).map(|at| at.to_string());
    listed.push(Listed { url, title, published_at });
}
