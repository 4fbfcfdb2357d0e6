//! The looks of a timeline as a table for spreadsheets.

use news::{Look, Timeline};
use serde::Serialize;

/// All looks, oldest first: `look,at,sighting,failure,version`, a line each, RFC 4180. Every value
/// is a number, a time or a word of ours, so none needs quotes and none is a formula.
pub fn looks(timeline: &Timeline) -> String {
    let mut csv = String::from("look,at,sighting,failure,version\r\n");
    for Look { number, at, sighting, failure, shows } in &timeline.looks {
        let (sighting, failure) = (word(sighting), failure.as_ref().map(word).unwrap_or_default());
        let version = shows.map(|n| n.to_string()).unwrap_or_default();
        csv.push_str(&format!("{number},{at},{sighting},{failure},{version}\r\n"));
    }
    csv
}

/// The word that JSON has for a value of a closed set.
fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).ok();
    json.as_ref().and_then(|word| word.as_str()).unwrap_or_default().to_owned()
}
