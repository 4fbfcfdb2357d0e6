//! Writes OPML 2.0.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use news::SourceKind;

use super::{FRONT_PAGE, OpmlFeed, SITEMAP};

/// Deeper folders are written into the one around them: stacks of other readers are not endless.
const MAX_FOLDERS: usize = 16;

/// Writes a list of feeds as OPML 2.0, in the order given; a folder is opened anew where feeds of
/// others lie between its own. [`opml`](super::opml) reads the same feeds from it.
///
/// A feed without a title is called by its address, as `text` may not be absent.
pub fn write_opml(feeds: &[OpmlFeed], title: &str, created: Timestamp) -> String {
    let mut list = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n");
    list.push_str(&format!("    <title>{}</title>\n", escaped(title)));
    if let Ok(created) = DateTimePrinter::new().timestamp_to_rfc9110_string(&created) {
        list.push_str(&format!("    <dateCreated>{created}</dateCreated>\n"));
    }
    list.push_str("  </head>\n  <body>\n");
    let mut open: Vec<&str> = Vec::new();
    for feed in feeds {
        let folders: Vec<&str> = feed.folders.iter().take(MAX_FOLDERS).map(String::as_str).collect();
        let shared = open.iter().zip(&folders).take_while(|(a, b)| a == b).count();
        close(&mut list, &mut open, shared);
        for folder in &folders[shared..] {
            list.push_str(&format!("{}<outline text=\"{}\">\n", indent(open.len()), escaped(folder)));
            open.push(folder);
        }
        list.push_str(&outline(feed, open.len()));
    }
    close(&mut list, &mut open, 0);
    list.push_str("  </body>\n</opml>\n");
    list
}

fn outline(feed: &OpmlFeed, depth: usize) -> String {
    let url = escaped(&feed.feed_url);
    let title = feed.title.as_deref().filter(|title| !title.trim().is_empty()).map_or_else(|| url.clone(), escaped);
    let home = feed.home.as_deref().map(|home| format!(" htmlUrl=\"{}\"", escaped(home))).unwrap_or_default();
    let (kind, attribute) = match feed.kind {
        SourceKind::Feed => ("rss", "xmlUrl"),
        SourceKind::Sitemap => (SITEMAP, "xmlUrl"),
        SourceKind::FrontPage => (FRONT_PAGE, "url"),
    };
    let named = format!("type=\"{kind}\" text=\"{title}\" title=\"{title}\" {attribute}=\"{url}\"{home}");
    format!("{}<outline {named}/>\n", indent(depth))
}

fn close(list: &mut String, open: &mut Vec<&str>, until: usize) {
    while open.len() > until {
        open.pop();
        list.push_str(&format!("{}</outline>\n", indent(open.len())));
    }
}

fn indent(depth: usize) -> String {
    " ".repeat(4 + 2 * depth)
}

/// The text as it stands in an attribute. What XML has no place for is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
