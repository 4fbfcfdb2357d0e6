//! Records that are one article, in words.

use news::{Merge, OtherRecord};

use super::{count, date};

/// "Whoever runs this site merged the two on 2 March 2026, and looks go on there. The reason given: …"
pub fn merged(merge: &Merge) -> String {
    let reason = merge.reason.as_deref().map_or(String::new(), |reason| format!(" The reason given: {reason}"));
    format!("Whoever runs this site merged the two on {}, and looks go on there.{reason}", date(merge.at))
}

/// "Also recorded as 3-17, from 2 March 2026 to 4 March 2026, 3 versions, at https://…"
pub fn also_recorded(other: &OtherRecord) -> String {
    let OtherRecord { article, url, from, to, versions, .. } = other;
    let versions = count(*versions, "version", "versions");
    format!("Also recorded as {article}, from {} to {}, {versions}, at {url}", date(*from), date(*to))
}
