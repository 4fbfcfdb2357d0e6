//! Names in paths: an id with the form that is asked for, a pair of versions.

use std::num::NonZeroU32;
use std::str::FromStr;

use publish::feed;

/// The form of an answer, by the end of its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// No end.
    Page,
    /// `.atom` or `.rss`.
    Feed(feed::Form),
    /// `.json`.
    Json,
    /// `.csv`.
    Csv,
}

/// Takes `3-17.atom` apart; `None` if what is before the end is no id.
pub fn id_and_form<T: FromStr>(name: &str) -> Option<(T, Form)> {
    let (id, form) = match name.rsplit_once('.') {
        Some((id, "atom")) => (id, Form::Feed(feed::Form::Atom)),
        Some((id, "rss")) => (id, Form::Feed(feed::Form::Rss)),
        Some((id, "json")) => (id, Form::Json),
        Some((id, "csv")) => (id, Form::Csv),
        _ => (name, Form::Page),
    };
    Some((id.parse().ok()?, form))
}

/// Takes `3..4` apart: two versions, the first not the second.
pub fn pair(name: &str) -> Option<(NonZeroU32, NonZeroU32)> {
    let (from, to) = name.split_once("..")?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from != to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use news::ArticleId;

    #[test]
    fn names_are_taken_apart() {
        let id = |name| id_and_form::<ArticleId>(name).map(|(id, form)| (id.to_string(), form));
        assert_eq!(id("3-17"), Some(("3-17".into(), Form::Page)));
        assert_eq!(id("3-17.atom"), Some(("3-17".into(), Form::Feed(feed::Form::Atom))));
        assert_eq!(id("3-17.json"), Some(("3-17".into(), Form::Json)));
        assert_eq!(id("3-17.exe"), None);
        assert_eq!(id("3"), None);
        let number = |n| NonZeroU32::new(n).expect("from 1");
        assert_eq!(pair("3..4"), Some((number(3), number(4))));
        for bad in ["3", "3..3", "0..1", "a..b", "3..4..5", "-1..2", "3...4"] {
            assert_eq!(pair(bad), None, "{bad}");
        }
    }
}
