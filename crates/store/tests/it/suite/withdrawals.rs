use news::{ArticleId, CaptureId};
use store::changes::list_changes;
use store::withdrawals::{restore, withdraw, withdrawals_of};
use store::{ChangeFilter, Store};

use crate::stage::*;

fn ferry(store: &Store) -> ArticleId {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/ferry", 0);
    let texts = ["a", "b", "c"];
    let visits = (1..=3).map(|i| {
        let from = Some(i - 1).filter(|from| *from > 0);
        first_sight(id, i, i.into(), (i, texts[i as usize - 1]), from, None)
    });
    record(store, visits.collect());
    id
}

/// The numbers of versions and the changes that the timeline shows, how many changes lists show,
/// and the headline that they show.
type Shown = (Vec<u32>, Vec<(u32, u32)>, usize, Option<String>);

fn shown(store: &Store, id: ArticleId) -> Option<Shown> {
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id))?;
    let changes = timeline.changes.iter().map(|c| (c.from.number.get(), c.to.number.get()));
    let listed = read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).len();
    let versions = timeline.versions.iter().map(|version| version.number.get());
    Some((versions.collect(), changes.collect(), listed, timeline.article.headline))
}

pub fn a_withdrawn_version_is_shown_nowhere(store: &Store) {
    let id = ferry(store);
    let on = |text: &str| Some(format!("On {text}"));
    let all = (vec![1, 2, 3], vec![(1, 2), (2, 3)], 2, on("c"));
    assert_eq!(shown(store, id), Some(all.clone()));

    let newest = CaptureId { article: id, look: 3 };
    for _ in 0..2 {
        write(store, move |tx| withdraw(tx, id, Some(newest), "names a child", at(9)));
    }
    assert_eq!(shown(store, id), Some((vec![1, 2], vec![(1, 2)], 1, on("b"))));
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(3))).is_none());
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(2))).is_some());
    assert_eq!(read(store, move |tx| store::versions::find_version_of(tx, newest)), None);
    assert!(read(store, move |tx| store::captures::needs_body(tx, newest)), "the evidence stays");

    write(store, move |tx| restore(tx, id, Some(newest), at(19)));
    assert_eq!(shown(store, id), Some(all));
    let told = read(store, move |tx| withdrawals_of(tx, id));
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].version, told[0].restored_at, told[0].reason.as_str()),
        (Some(newest), Some(at(19)), "names a child")
    );
}

pub fn a_withdrawn_article_is_shown_nowhere_and_can_come_back(store: &Store) {
    let id = ferry(store);
    let articles = || read(store, |tx| store::articles::list_articles(tx, None, None, 9)).len();
    let all = shown(store, id);
    write(store, move |tx| withdraw(tx, id, None, "a court's order", at(9)));
    assert_eq!(shown(store, id), None);
    assert_eq!(articles(), 0);
    assert!(read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(1))).is_none());
    // Looks go on, and what they bring is not shown either.
    record(store, vec![first_sight(id, 4, 10, (4, "d"), Some(3), None)]);
    assert!(read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    write(store, move |tx| restore(tx, id, None, at(19)));
    assert_eq!(articles(), 1);
    assert_ne!(shown(store, id), all);
    assert_eq!(shown(store, id).map(|(versions, ..)| versions.len()), Some(4));
}
