//! JSON Feed 1.0 and 1.1.

use news::Entry;
use serde_json::Value;
use url::Url;

use super::each_once;
use crate::date;
use crate::discovered::{Discovered, Format};
use crate::plain::{self, Tags};

/// Reads a JSON Feed. Fields of a wrong type are as good as absent.
pub(crate) fn read(text: &str, url: &str) -> Discovered {
    let mut remarks = Vec::new();
    let feed = match parse(text) {
        Some((feed, repaired)) => {
            if repaired {
                remarks.push("the text is not quite JSON".into());
            }
            feed
        }
        None => return Discovered { remarks: vec!["neither a feed nor a page".into()], ..Discovered::default() },
    };
    let says_so = feed["version"].as_str().is_some_and(|version| version.contains("jsonfeed.org"));
    let Some(items) = feed["items"].as_array().filter(|_| says_so || feed["title"].is_string()) else {
        return Discovered { remarks: vec!["JSON, but no feed".into()], ..Discovered::default() };
    };
    let base = Url::parse(url).ok();
    let home = address(&feed["home_page_url"], base.as_ref());
    let item_base = home.as_deref().and_then(|home| Url::parse(home).ok()).or(base);
    let entries = items.iter().map(|item| (entry(item, item_base.as_ref()), !item["id"].is_null()));
    let entries = each_once(entries, &mut remarks);
    let language = feed["language"].as_str().and_then(super::language_tag);
    let calls_itself = address(&feed["feed_url"], Url::parse(url).ok().as_ref())
        .filter(|own| crate::address::key(own) != crate::address::key(url));
    let moved_to = calls_itself.clone().filter(|_| entries.is_empty());
    remarks.extend(super::remarks_on_place(entries.is_empty(), moved_to.as_deref(), calls_itself.as_deref()));
    Discovered {
        format: Format::JsonFeed,
        title: plain_text(&feed["title"]),
        home,
        entries,
        language,
        moved_to,
        calls_itself,
        remarks,
        ..Discovered::default()
    }
}

/// The value, and whether control characters and commas had to go before it was one.
fn parse(text: &str) -> Option<(Value, bool)> {
    // Whatever follows the value is not read.
    let first = |text: &str| serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok();
    first(text).map(|value| (value, false)).or_else(|| first(&repaired(text)).map(|value| (value, true)))
}

/// The text without control characters and without commas before a closing bracket.
fn repaired(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in text.chars() {
        if c.is_control() {
            clean.push(' ');
            continue;
        }
        if !in_string && matches!(c, ']' | '}') {
            let end = clean.trim_end().len();
            if clean[..end].ends_with(',') {
                clean.truncate(end - 1);
            }
        }
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && c == '\\' && !escaped;
        clean.push(c);
    }
    clean
}

fn entry(item: &Value, base: Option<&Url>) -> Entry {
    let address = address(&item["url"], base).or_else(|| address(&item["external_url"], base));
    let address = address.or_else(|| address_in_id(&item["id"])).unwrap_or_default();
    let id = match &item["id"] {
        Value::String(id) => id.trim().to_owned(),
        Value::Number(id) => id.to_string(),
        _ => String::new(),
    };
    let of_html = |value: &Value| value.as_str().map(|html| plain::of_html(html, Tags::All));
    let summary = plain_text(&item["summary"]).or_else(|| plain_text(&item["content_text"]));
    let date = |value: &Value| value.as_str().and_then(date::parse).map(|at| at.to_string());
    Entry {
        id: if id.is_empty() { address.clone() } else { id },
        address,
        title: plain_text(&item["title"]),
        published_at: date(&item["date_published"]),
        updated_at: date(&item["date_modified"]),
        summary: summary.or_else(|| of_html(&item["content_html"]).filter(|text| !text.is_empty())),
        authors: authors(item),
    }
}

fn authors(item: &Value) -> Vec<String> {
    let many = item["authors"].as_array().into_iter().flatten();
    let names = many.chain([&item["author"]]).filter_map(|author| plain_text(&author["name"]));
    let mut each = Vec::new();
    names.for_each(|name| {
        if !each.contains(&name) {
            each.push(name);
        }
    });
    each
}

fn plain_text(value: &Value) -> Option<String> {
    value.as_str().map(plain::of_text).filter(|text| !text.is_empty())
}

fn address(value: &Value, base: Option<&Url>) -> Option<String> {
    let link = value.as_str()?.trim();
    super::web(link, base)
}

fn address_in_id(id: &Value) -> Option<String> {
    super::web(id.as_str()?, None)
}
