//! What is not shown, and what is not looked at, in words.

use news::{Halt, HiddenVersion};

use super::date;

/// "Version 3 is not shown, because …": with the day of its withdrawal.
pub fn not_shown(version: &HiddenVersion) -> String {
    let HiddenVersion { number, same_as, at, reason, legal, .. } = version;
    let same = if same_as.is_some() { "it says again what was withdrawn" } else { "it was withdrawn" };
    let law = if *legal { ", as the law asks" } else { "" };
    format!("Version {number} is not shown: {same} on {}{law}. The reason given: {reason}", date(*at))
}

/// "Looks were paused on 2 March 2026 by whoever runs this site."
pub fn halted(halt: &Halt) -> String {
    match halt.removed {
        false => format!("Looks were paused on {} by whoever runs this site.", date(halt.at)),
        true => format!("Since {} we do not watch it any more.", date(halt.at)),
    }
}
