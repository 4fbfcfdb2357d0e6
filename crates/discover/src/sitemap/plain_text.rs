//! Sitemaps that are nothing but addresses, one on each line.

use std::collections::HashSet;

use news::Entry;
use url::Url;

use super::MAX_SITEMAP_ENTRIES;
use crate::address::MAX_BYTES;
use crate::discovered::{Discovered, Format};
use crate::feed;

/// One line in this many may be something else.
const OTHER_LINES: usize = 10;

/// Reads a list of addresses; `None` if the text is none.
pub(crate) fn read(text: &str, url: &str) -> Option<Discovered> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (mut read, mut other, mut repeated) = (0, 0, 0);
    let mut seen = HashSet::new();
    let mut entries = Vec::new();
    for line in lines.take(MAX_SITEMAP_ENTRIES) {
        read += 1;
        let Some(address) = address(line) else {
            other += 1;
            if read == 1 || (read > OTHER_LINES && other * OTHER_LINES > read) {
                return None;
            }
            continue;
        };
        if seen.insert(address.clone()) {
            entries.push(Entry { id: address.clone(), address, ..Entry::default() });
        } else {
            repeated += 1;
        }
    }
    if entries.is_empty() || other * OTHER_LINES > read {
        return None;
    }
    let mut remarks = Vec::new();
    if repeated > 0 {
        remarks.push(format!("{repeated} entries were listed twice"));
    }
    if other > 0 {
        remarks.push(format!("{other} lines are no addresses"));
    }
    let home = Url::parse(url).and_then(|url| url.join("/")).ok().map(String::from);
    Some(Discovered { format: Format::Sitemap, home, entries, remarks, ..Discovered::default() })
}

fn address(line: &str) -> Option<String> {
    let is_one_word = line.len() <= MAX_BYTES && !line.contains(char::is_whitespace);
    let is_web = line.get(..8).is_some_and(|start| {
        let start = start.to_ascii_lowercase();
        start.starts_with("http://") || start.starts_with("https://")
    });
    if is_one_word && is_web { feed::web(line, None) } else { None }
}
