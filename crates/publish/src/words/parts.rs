//! Parts beside the text, as journalists call them.

use news::PartChange;

/// Who sees what a page says beside its text.
const SEARCH: &str = "search engines";
const PREVIEWS: &str = "link previews";

/// A part's name, as a change gives it, in words.
pub fn part(name: &str) -> String {
    match surface(name) {
        Some((field, SEARCH)) => format!("{field} that {SEARCH} see"),
        Some((field, seen)) => format!("{field} in {seen}"),
        None if name == "credit" => "agency credit".to_owned(),
        None if name == "block_kind" => "form of a paragraph".to_owned(),
        None => name.replace('_', " "),
    }
}

/// The differences with their names. What search engines and link previews both say, and changed alike, is one.
pub fn parts(changes: &[PartChange]) -> Vec<(String, &PartChange)> {
    let mut named: Vec<(String, &PartChange)> = Vec::new();
    for change in changes {
        let Some((field, _)) = surface(&change.part) else {
            named.push((part(&change.part), change));
            continue;
        };
        let alike = named.iter_mut().find(|(_, other)| {
            let same = (&other.before, &other.after) == (&change.before, &change.after);
            same && surface(&other.part).is_some_and(|(other, _)| other == field)
        });
        match alike {
            Some((name, _)) => *name = format!("{field} that {SEARCH} and {PREVIEWS} see"),
            None => named.push((part(&change.part), change)),
        }
    }
    named
}

/// What of a page's copies for machines it is, and who sees it.
fn surface(name: &str) -> Option<(&str, &'static str)> {
    let (copy, field) = name.split_once('.')?;
    let seen = match copy {
        "json_ld" => SEARCH,
        "open_graph" => PREVIEWS,
        _ => return None,
    };
    let field = match field {
        "published_at" => "time of publication",
        "updated_at" => "time of change",
        "body_digest" => "copy of the text",
        other => other,
    };
    Some((field, seen))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_named_as_journalists_call_them() {
        let change =
            |part: &str, after: &str| PartChange { part: part.into(), before: "a".into(), after: after.into() };
        let cases: [(&[PartChange], &[&str]); 4] = [
            (&[change("byline", "b"), change("caption_order", "b")], &["byline", "caption order"]),
            (&[change("json_ld.headline", "b")], &["headline that search engines see"]),
            (
                &[change("json_ld.headline", "b"), change("open_graph.headline", "b")],
                &["headline that search engines and link previews see"],
            ),
            (
                &[change("json_ld.updated_at", "b"), change("open_graph.updated_at", "c")],
                &["time of change that search engines see", "time of change in link previews"],
            ),
        ];
        for (changes, want) in cases {
            let named: Vec<String> = parts(changes).into_iter().map(|(name, _)| name).collect();
            assert_eq!(named, want);
        }
    }
}
