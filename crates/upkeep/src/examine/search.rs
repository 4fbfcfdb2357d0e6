//! Whether the index of search knows the versions, and no others.

use std::collections::BTreeMap;

use store::Store;
use store::soundness;

use super::{Sample, counted};
use crate::UpkeepError;
use crate::findings::{Finding, Part};

/// What is wrong with the index, as far as the sample goes.
pub(super) fn search(store: &Store, sample: &Sample) -> Result<Vec<Finding>, UpkeepError> {
    if store.read_blocking(store::search::is_filling)? {
        let what = "not all versions can be searched yet";
        return Ok(vec![Finding::note(
            Part::Search,
            what,
            "`replate watch` goes on with them; or `replate doctor --repair`",
        )]);
    }
    let mut astray: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for range in &sample.ranges {
        let range = *range;
        for row in store.read_blocking(move |tx| soundness::search_astray(tx, range))? {
            astray.entry(row.what).or_default().push(row.article.to_string());
        }
    }
    let wrong = |(what, articles): (&str, Vec<String>)| {
        let what = format!("{what}, {}, as of article {}", counted(articles.len(), "time"), articles[0]);
        Finding::wrong(Part::Search, what, "`replate doctor --repair` makes the index again")
    };
    let mut found: Vec<Finding> = astray.into_iter().map(wrong).collect();
    if found.is_empty() {
        found.push(Finding::well(Part::Search, format!("{}: every version can be searched", sample.extent)));
    }
    Ok(found)
}
