//! What happened, in words. Short declarative sentences; "we" is Replate; nobody is accused.

mod alarm;
mod blame;
mod change;
mod hit;
mod kinds;
mod merged;
mod not_shown;
mod parts;
mod quoted;
mod summary;
mod telling;
mod time;
mod types;

use news::{Timeline, Version, VersionKind};

pub use alarm::{alarm, alarm_in_short};
pub use blame::{in_short as blame_in_short, missing as blame_missing, not_known as blame_not_known};
pub(crate) use change::row_notes;
pub use change::{line, remarks, stealth_rate};
pub use hit::hit;
pub use kinds::{
    failure, found, gap_cause, next_look, no_article, notice, saw, sighting, source, source_remarks, state,
};
pub use merged::{also_recorded, merged};
pub use not_shown::{halted, not_shown};
pub use parts::{part, parts};
pub use summary::summary;
pub use telling::{OlderNotice, Telling, newly_told, notice_in_short};
pub use time::{ago, date, date_time, days_ago, distance, every, later};
pub use types::{change_kind, class, weighty};

/// That only our reader made a version, and of which one it shows the text; `None`: it is one.
pub fn reader_only(timeline: &Timeline, version: &Version) -> Option<String> {
    if version.kind != VersionKind::ReaderOnly {
        return None;
    }
    let earlier = timeline.versions.iter().take_while(|v| v.number != version.number);
    let counted = earlier.filter(|v| v.kind != VersionKind::ReaderOnly).last();
    let like = counted.map_or(String::new(), |v| format!(": it shows the text of version {}", v.number));
    Some(format!("Only an earlier reader of ours made this version{like}. It is in no count, list or feed."))
}

/// A number with its noun: "1 paragraph", "14 paragraphs".
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", grouped(n)) }
}

/// A number with its digits in groups of three: "12,400".
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What lists of names are sorted by: letters, whatever their case.
pub fn sorting(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || *c == ' ').flat_map(char::to_lowercase).collect()
}

/// The text with its first letter large.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        let cases = [(0, "0"), (12, "12"), (999, "999"), (1000, "1,000"), (25_000_000, "25,000,000")];
        for (n, want) in cases {
            assert_eq!(grouped(n), want);
        }
        assert_eq!(count(1, "look", "looks"), "1 look");
        assert_eq!(count(0, "look", "looks"), "0 looks");
        assert_eq!(capitalised("über"), "Über");
        assert!(sorting("“the Post”") < sorting("The Times"));
    }
}
