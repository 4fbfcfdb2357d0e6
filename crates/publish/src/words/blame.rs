//! Blame, in words.

use news::{Blame, Timeline};

use super::{count, not_shown};

/// "24 sentences: 18 stood in version 1, 6 came later; 3 were changed since they came."
pub fn in_short(blame: &Blame) -> String {
    let all = blame.sentences.len();
    let new = blame.sentences.iter().filter(|s| s.is_new).count();
    let changed = blame.sentences.iter().filter(|s| s.is_changed()).count();
    let first = blame.versions.first().unwrap_or(&blame.version);
    let stood = match new {
        _ if *first == blame.version => format!("all as version {first} brought them"),
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

/// What the answer cannot know: versions that are not shown, that were seen only in part, or that nobody followed.
pub fn not_known(timeline: &Timeline, blame: &Blame) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let hidden = timeline.hidden.iter().filter(|v| v.number <= blame.version);
    for version in hidden {
        told.push(not_shown(version));
    }
    if !told.is_empty() {
        told.push("What such a version brought or took away counts for the next one that is shown.".into());
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
