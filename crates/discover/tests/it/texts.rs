//! When two texts, addresses or times say the same.

use discover::address;
use news::Timestamp;

/// Whether the plain text is what a reader of `want` sees, which may be HTML.
pub fn same_text(plain: Option<&str>, want: &str) -> bool {
    let plain = words(plain.unwrap_or_default());
    plain == words(want) || plain == words(&seen(want))
}

/// The text between the tags, with the entities that the suites use.
fn seen(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for (at, c) in html.char_indices() {
        match c {
            '<' if html[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') => {
                in_tag = true;
                text.push(' ');
            }
            '>' if in_tag => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    let numbered = [("&#38;", "&"), ("&#x26;", "&"), ("&#x61;", "a"), ("&#x2019;", "’")];
    let text = numbered.iter().fold(text, |text, (entity, c)| text.replace(entity, c));
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    entities.iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

/// Tags leave blanks or none: only what is visible counts.
fn words(text: &str) -> String {
    text::canonical(text).replace(' ', "")
}

/// Whether two addresses are one.
pub fn same_address(address: Option<&str>, want: &str) -> bool {
    let address = address.unwrap_or_default();
    address == want.trim() || (!address.is_empty() && address::precise(address) == address::precise(want))
}

/// Whether two times are one instant, to the second.
pub fn same_time(time: Option<&str>, want: &str) -> bool {
    let instant = |time: &str| time.parse::<Timestamp>().map(|t| t.as_second()).ok();
    time.and_then(instant) == instant(want)
}
