//! Blame, in words.

use std::num::NonZeroU32;

use news::{Away, Blame, Timeline};

use super::{count, not_shown};

/// "24 sentences: 18 stood in version 1, 6 came later; 3 were changed since they came."
pub fn in_short(blame: &Blame) -> String {
    let all = blame.sentences.len();
    let new = blame.sentences.iter().filter(|s| s.is_new).count();
    let changed = blame.sentences.iter().filter(|s| s.is_changed()).count();
    let first = blame.versions.first().unwrap_or(&blame.version);
    let stood = match new {
        _ if *first == blame.version => format!("all came with version {first}"),
        0 => format!("all stood in version {first}"),
        _ => format!("{} stood in version {first}, {new} came later", all - new),
    };
    let changed = match changed {
        0 => String::new(),
        1 => "; 1 was changed since it came".into(),
        n => format!("; {n} were changed since they came"),
    };
    format!("{}: {stood}{changed}.", count(all, "sentence", "sentences"))
}

/// In which versions a sentence was not said: "missing in version 3".
pub fn missing(blame: &Blame, away: &Away) -> String {
    let without: Vec<NonZeroU32> =
        blame.versions.iter().copied().filter(|n| (away.left..away.back).contains(n)).collect();
    match without.as_slice() {
        [first, .., last] if without.len() > 2 => format!("missing in versions {first} to {last}"),
        [first, last] => format!("missing in versions {first} and {last}"),
        _ => format!("missing in version {}", away.left),
    }
}

/// What the answer cannot know: versions that are not shown, that were seen only in part, or that nobody followed.
pub fn not_known(timeline: &Timeline, blame: &Blame) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let hidden = timeline.hidden.iter().filter(|v| v.number <= blame.version);
    for version in hidden {
        told.push(not_shown(version));
    }
    if !told.is_empty() {
        told.push("What came or went with such a version counts for the next one that is shown.".into());
    }
    let partial = |v: &&news::Version| v.partial && blame.versions.contains(&v.number);
    let partial: Vec<String> = timeline.versions.iter().filter(partial).map(|v| v.number.to_string()).collect();
    match partial.as_slice() {
        [] => {}
        [one] => {
            told.push(format!("Part of version {one} was behind a wall: what came after it may have stood there."))
        }
        many => {
            let many = many.join(", ");
            told.push(format!(
                "Parts of versions {many} were behind a wall: what came after them may have stood there."
            ));
        }
    }
    let first = blame.versions.first().unwrap_or(&blame.version);
    if timeline.counted(None).first().is_some_and(|version| version.number < *first) {
        told.push(format!("Versions before {first} were not followed: what stood in it may be older."));
    }
    told
}
