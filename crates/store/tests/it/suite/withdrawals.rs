use news::{ArticleId, CaptureId};
use store::changes::list_changes;
use store::withdrawals::{hidden_changes, hidden_of, restore, standing_withdrawals, withdraw, withdrawals_of};
use store::{ChangeFilter, Store, Withdrawal};

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
        write(store, move |tx| withdraw(tx, &withdrawal(id, Some(newest), 9)));
    }
    assert_eq!(shown(store, id), Some((vec![1, 2], vec![(1, 2)], 1, on("b"))));
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(3))).is_none());
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(2))).is_some());
    assert_eq!(read(store, move |tx| store::versions::find_version_of(tx, newest)), None);
    assert!(read(store, move |tx| store::captures::needs_body(tx, newest)), "the evidence stays");

    write(store, move |tx| restore(tx, id, Some(newest), &restored(19)));
    assert_eq!(shown(store, id), Some(all));
    let told = read(store, move |tx| withdrawals_of(tx, id));
    let want = Withdrawal { restored: Some(restored(19)), ..withdrawal(id, Some(newest), 9) };
    assert_eq!(told, [want]);
}

pub fn a_withdrawn_article_is_shown_nowhere_and_can_come_back(store: &Store) {
    let id = ferry(store);
    let articles = || read(store, |tx| store::articles::list_articles(tx, None, None, 9)).len();
    let all = shown(store, id);
    write(store, move |tx| withdraw(tx, &withdrawal(id, None, 9)));
    assert_eq!(shown(store, id), None);
    assert_eq!(articles(), 0);
    assert!(read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    assert!(read(store, move |tx| store::versions::find_version(tx, id, n(1))).is_none());
    // Looks go on, and what they bring is not shown either.
    record(store, vec![first_sight(id, 4, 10, (4, "d"), Some(3), None)]);
    assert!(read(store, |tx| list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    write(store, move |tx| restore(tx, id, None, &restored(19)));
    assert_eq!(articles(), 1);
    assert_ne!(shown(store, id), all);
    assert_eq!(shown(store, id).map(|(versions, ..)| versions.len()), Some(4));
}

pub fn changes_that_were_shown_and_are_withdrawn_are_told(store: &Store) {
    let id = ferry(store);
    let look = move |look| CaptureId { article: id, look };
    let told = |filter: ChangeFilter, since: i64| -> Vec<(u32, u32, jiff::Timestamp)> {
        let hidden = read(store, move |tx| hidden_changes(tx, &filter, at(since), 9));
        hidden.into_iter().map(|change| (change.from.look, change.to.look, change.at)).collect()
    };
    let all = ChangeFilter::default;
    assert_eq!(told(all(), 0), []);
    write(store, move |tx| withdraw(tx, &withdrawal(id, Some(look(3)), 9)));
    // What comes back after it was never shown.
    record(store, vec![first_sight(id, 4, 10, (4, "c"), Some(3), Some(3))]);
    let third = vec![(2, 3, at(9))];
    let other = outlet(store, "tribune.example");
    let cases = [
        ("all", all(), 0, third.clone()),
        ("since then", all(), 9, third.clone()),
        ("later", all(), 10, vec![]),
        ("its outlet", ChangeFilter { outlet: Some(id.outlet), ..all() }, 0, third.clone()),
        ("another outlet", ChangeFilter { outlet: Some(other), ..all() }, 0, vec![]),
        ("its article", ChangeFilter { article: Some(id), ..all() }, 0, third.clone()),
        ("another article", ChangeFilter { article: Some(ArticleId::new(other, 1)), ..all() }, 0, vec![]),
    ];
    for (name, filter, since, want) in cases {
        assert_eq!(told(filter, since), want, "{name}");
    }
    write(store, move |tx| withdraw(tx, &withdrawal(id, None, 12)));
    let mut whole = told(all(), 0);
    whole.sort();
    assert_eq!(whole, [(1, 2, at(12)), (2, 3, at(12)), (3, 4, at(12))], "each once, with the last time");
    write(store, move |tx| restore(tx, id, None, &restored(19)));
    assert_eq!(told(all(), 0), third, "what is shown again is not told");
}

pub fn a_text_that_comes_back_stays_withdrawn(store: &Store) {
    let id = ferry(store);
    let second = CaptureId { article: id, look: 2 };
    write(store, move |tx| withdraw(tx, &withdrawal(id, Some(second), 9)));
    // The outlet goes back to it, and on to another text.
    record(store, vec![first_sight(id, 4, 10, (4, "b"), Some(3), Some(2))]);
    let hidden = read(store, move |tx| hidden_of(tx, id));
    let told: Vec<_> = hidden.iter().map(|v| (v.number.get(), v.same_as.map(|c| c.look), v.at)).collect();
    assert_eq!(told, [(2, None, at(9)), (4, Some(2), at(9))]);
    assert_eq!(
        shown(store, id),
        Some((vec![1, 3], vec![], 0, Some("On c".into()))),
        "no headline of it in lists either"
    );
    record(store, vec![first_sight(id, 5, 11, (5, "e"), Some(4), None)]);
    assert_eq!(shown(store, id), Some((vec![1, 3, 5], vec![], 0, Some("On e".into()))));
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).expect("it is shown");
    assert_eq!((timeline.changed_times().changes, timeline.changed_times().returns), (4, 1), "the count stays");
    write(store, move |tx| restore(tx, id, Some(second), &restored(19)));
    assert_eq!(shown(store, id).map(|(versions, ..)| versions), Some(vec![1, 2, 3, 4, 5]));
}

pub fn the_feeds_title_is_not_shown_for_a_version_that_is_not(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let id = article(store, outlet, "https://ledger.example/ferry", 0);
    let title = || read(store, |tx| store::articles::list_articles(tx, None, None, 9))[0].headline.clone();
    assert_eq!(title(), Some("Ferry to run at night".into()));
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None)]);
    let only = CaptureId { article: id, look: 1 };
    write(store, move |tx| withdraw(tx, &withdrawal(id, Some(only), 9)));
    assert_eq!(title(), None);
    assert!(read(store, move |tx| store::timelines::timeline_of(tx, id)).is_some_and(|t| t.article.headline.is_none()));
    write(store, move |tx| restore(tx, id, Some(only), &restored(19)));
    assert_eq!(title(), Some("On a".into()));
}

pub fn deeds_done_again_end_where_they_ended(store: &Store) {
    let id = ferry(store);
    for _ in 0..2 {
        write(store, move |tx| withdraw(tx, &withdrawal(id, None, 9)));
        write(store, move |tx| restore(tx, id, None, &restored(19)));
        write(store, move |tx| withdraw(tx, &withdrawal(id, None, 29)));
        let standing = read(store, standing_withdrawals);
        assert_eq!(standing, [withdrawal(id, None, 29)]);
    }
    assert_eq!(read(store, move |tx| withdrawals_of(tx, id)).len(), 2);
}

pub fn what_is_withdrawn_before_it_is_known_is_never_shown(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let coming = news::ArticleId::new(outlet, 1);
    let version = CaptureId { article: coming, look: 2 };
    write(store, move |tx| withdraw(tx, &withdrawal(coming, Some(version), 1)));
    assert_eq!(ferry(store), coming);
    assert_eq!(shown(store, coming), Some((vec![1, 3], vec![], 0, Some("On c".into()))));
}
