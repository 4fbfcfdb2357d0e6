use news::{ArticleId, CaptureId, Halt, Merge, NextLook, OutletId, Sighting, Subject};
use store::articles::{add_alias, add_article, find_article, find_record, list_articles, put_article};
use store::merges::{self, Obstacle, UndoObstacle, find_merge, merge, obstacle, obstacle_to_undo, records_of, unmerge};
use store::withdrawals::{hidden_of, restore, withdraw, withdrawal_over};
use store::{ChangeFilter, Store, StoreError, agenda};

use crate::stage::*;

/// Two articles, the second with its text first: "a" and "b", and "b" and "c".
fn two(store: &Store) -> (OutletId, ArticleId, ArticleId) {
    let outlet = outlet(store, "ledger.example");
    let old = article(store, outlet, "https://ledger.example/old/ferry", 0);
    let new = article(store, outlet, "https://ledger.example/ferry", 5);
    for (id, texts) in [(old, ["a", "b"]), (new, ["b", "c"])] {
        let second = first_sight(id, 2, 20, (2, texts[1]), Some(1), None);
        record(store, vec![first_sight(id, 1, 10, (1, texts[0]), None, None), second]);
    }
    (outlet, old, new)
}

fn put(store: &Store, article: ArticleId, into: ArticleId, minute: i64) {
    let one = Merge { into, at: at(minute), by: "ann".into(), reason: Some("a redesign".into()) };
    write(store, move |tx| merge(tx, article, &one));
}

fn undo(store: &Store, article: ArticleId, minute: i64) {
    write(store, move |tx| unmerge(tx, article, at(minute)));
}

fn found(store: &Store, key: &'static str) -> Option<ArticleId> {
    read(store, move |tx| find_article(tx, key))
}

fn due(store: &Store, minute: i64) -> Vec<ArticleId> {
    let leased = write(store, move |tx| agenda::lease_due(tx, BOOT, at(minute), at(minute + 10), 9));
    write(store, |tx| agenda::release(tx, BOOT));
    leased.iter().map(|due| due.article.id).collect()
}

/// The numbers of versions that are shown, and the headline; `None`: nothing is.
fn shown(store: &Store, id: ArticleId) -> Option<(Vec<u32>, Option<String>)> {
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id))?;
    Some((timeline.versions.iter().map(|v| v.number.get()).collect(), timeline.article.headline))
}

pub fn the_keys_of_a_merged_article_lead_to_the_other(store: &Store) {
    let (outlet, old, new) = two(store);
    write(store, move |tx| add_alias(tx, old, "ledger.example/amp", "https://ledger.example/amp"));
    for _ in 0..2 {
        put(store, old, new, 30);
        for key in ["ledger.example/old/ferry", "ledger.example/amp", "ledger.example/ferry"] {
            assert_eq!(found(store, key), Some(new), "{key}");
        }
    }
    let again = new_article("https://ledger.example/old/ferry");
    let brought = again.clone();
    assert_eq!(write(store, move |tx| add_article(tx, outlet, &brought, at(40), at(40))), (new, false));
    assert_eq!(write(store, move |tx| put_article(tx, new, &again, at(40), at(40))), new);
    assert_eq!(read(store, |tx| find_record(tx, "ledger.example/amp")), Some(old), "it is not forgotten whose it was");

    undo(store, old, 50);
    assert_eq!(found(store, "ledger.example/old/ferry"), Some(old));
    assert_eq!(found(store, "ledger.example/amp"), Some(old));
    assert_eq!(found(store, "ledger.example/ferry"), Some(new));
}

pub fn an_article_keeps_its_first_key_from_one_that_moved_there(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let moved = article(store, outlet, "https://ledger.example/old", 0);
    let mut visit = visit(moved, 1, 1, Sighting::Moved, None);
    visit.moved_to =
        Some(store::Address { url: "https://ledger.example/new".into(), key: "ledger.example/new".into() });
    record(store, vec![visit]);
    assert_eq!(found(store, "ledger.example/new"), Some(moved));
    // As in a store that is made again: the other article's own captures come after that look.
    let (id, new) = (ArticleId::new(outlet, 7), new_article("https://ledger.example/new"));
    for _ in 0..2 {
        let new = new.clone();
        assert_eq!(write(store, move |tx| put_article(tx, id, &new, at(2), at(2))), id);
    }
    assert_eq!(found(store, "ledger.example/new"), Some(id));
}

pub fn a_merged_article_is_looked_at_no_more(store: &Store) {
    let (outlet, old, new) = two(store);
    let leased = write(store, |tx| agenda::lease_due(tx, BOOT, at(60), at(70), 9));
    assert_eq!(leased.len(), 2);
    put(store, old, new, 61);
    // The look that was under way is recorded under the id that it has.
    assert_eq!(record(store, vec![visit(old, 3, 62, Sighting::Unchanged, Some(2))]).recorded, 1);
    write(store, |tx| agenda::release(tx, BOOT));
    let halt = Halt { removed: false, at: at(63), by: "ann".into() };
    write(store, move |tx| store::halts::halt(tx, Subject::Outlet(outlet), &halt));
    write(store, move |tx| store::halts::resume(tx, Subject::Outlet(outlet)));
    write(store, move |tx| agenda::make_due(tx, old, at(64)));
    assert_eq!(due(store, 500), [new], "neither what is decided of its outlet nor a wish brings it back");

    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, old)).unwrap();
    assert_eq!((timeline.looks.len(), timeline.next), (3, NextLook::At(at(92))), "the plan stays");
    assert_eq!(timeline.awaited(), None);
    undo(store, old, 70);
    assert_eq!(due(store, 500), [new, old], "it is looked at as it was planned");
}

pub fn what_was_recorded_under_either_id_stays(store: &Store) {
    let (_, old, new) = two(store);
    let picture = |store: &Store| {
        let listed = read(store, |tx| list_articles(tx, None, None, 9));
        let changes = read(store, |tx| store::changes::list_changes(tx, &ChangeFilter::default(), 9));
        let query = "ferry".parse().unwrap();
        let hits =
            read(store, move |tx| store::search::search(tx, &query, None, 9, std::time::Duration::from_secs(9))).hits;
        let status = read(store, |tx| store::status::status(tx, at(60)));
        let ids: Vec<_> = listed.iter().map(|a| a.id).collect();
        (ids, status.total.articles, changes.len(), hits.len(), status.total.versions)
    };
    assert_eq!(picture(store), (vec![new, old], 2, 2, 2, 4));
    put(store, old, new, 30);
    put(store, old, new, 30);
    assert_eq!(picture(store), (vec![new], 1, 2, 2, 4), "one article; every change and every hit");

    let (record, whole) = (
        read(store, move |tx| store::timelines::timeline_of(tx, old)).unwrap(),
        read(store, move |tx| store::timelines::timeline_of(tx, new)).unwrap(),
    );
    let merged = record.merged.unwrap();
    assert_eq!((merged.into, merged.at, &*merged.by), (new, at(30), "ann"));
    assert_eq!((record.versions.len(), record.looks.len(), record.also_recorded.len()), (2, 2, 0));
    assert_eq!(whole.merged, None);
    let [other] = whole.also_recorded.as_slice() else { panic!("{:?}", whole.also_recorded) };
    assert_eq!((other.article, other.from, other.to, other.versions), (old, at(0), at(20), 2));
    assert_eq!(read(store, move |tx| records_of(tx, old)), [new, old]);

    undo(store, old, 40);
    undo(store, old, 40);
    assert_eq!(picture(store), (vec![new, old], 2, 2, 2, 4));
    assert_eq!(read(store, move |tx| records_of(tx, old)), [old]);
}

pub fn what_speaks_against_a_merge_is_told(store: &Store) {
    let (outlet, old, new) = two(store);
    let others = |i: u32| article(store, outlet, &format!("https://ledger.example/{i}"), 0);
    let (record, third, gone) = (others(1), others(2), others(3));
    let tribune = self::outlet(store, "tribune.example");
    let elsewhere = article(store, tribune, "https://tribune.example/ferry", 0);
    put(store, record, old, 30);
    write(store, move |tx| withdraw(tx, &withdrawal(gone, None, 31)));
    let merge = read(store, move |tx| find_merge(tx, record)).unwrap();
    let cases = [
        (old, old, Some(Obstacle::Itself)),
        (old, elsewhere, Some(Obstacle::OtherOutlet)),
        (record, new, Some(Obstacle::Merged(merge.clone()))),
        (record, old, Some(Obstacle::Merged(merge.clone()))),
        (third, record, Some(Obstacle::IntoMerged(merge))),
        (old, new, Some(Obstacle::HasRecords(record))),
        (third, gone, Some(Obstacle::Withdrawn(gone))),
        (gone, third, Some(Obstacle::Withdrawn(gone))),
        (third, old, None),
        (new, old, None),
    ];
    for (article, into, want) in cases {
        assert_eq!(read(store, move |tx| obstacle(tx, article, into)), want, "{article} into {into}");
    }
    assert_eq!(read(store, move |tx| obstacle_to_undo(tx, old)), Some(UndoObstacle::NotMerged));
    assert_eq!(read(store, move |tx| obstacle_to_undo(tx, record)), None);
    let nobody = ArticleId::new(outlet, 99);
    for (article, into) in [(nobody, old), (old, nobody)] {
        let missing = store.read_blocking(move |tx| obstacle(tx, article, into));
        assert!(matches!(missing, Err(StoreError::NoSuchArticle(id)) if id == nobody));
        let one = Merge { into, at: at(40), by: "ann".into(), reason: None };
        let missing = store.write_blocking(move |tx| merges::merge(tx, article, &one));
        assert!(matches!(missing, Err(StoreError::NoSuchArticle(id)) if id == nobody));
    }
}

pub fn a_withdrawal_holds_in_every_record(store: &Store) {
    let (_, old, new) = two(store);
    let on = |text: &str| Some(format!("On {text}"));
    let version = |article, look| CaptureId { article, look };
    put(store, old, new, 30);
    // "b", as the article that it is showed it first.
    write(store, move |tx| withdraw(tx, &withdrawal(new, Some(version(new, 1)), 40)));
    assert_eq!(shown(store, new), Some((vec![2], on("c"))));
    assert_eq!(shown(store, old), Some((vec![1], on("a"))), "nor in lists that name it");
    let told = read(store, move |tx| hidden_of(tx, old));
    assert_eq!(told.iter().map(|v| (v.number.get(), v.same_as)).collect::<Vec<_>>(), [(2, Some(version(new, 1)))]);
    let changes = read(store, |tx| store::changes::list_changes(tx, &ChangeFilter::default(), 9));
    assert!(changes.is_empty(), "both are from or to it");
    // The merge alone keeps it from being shown: it cannot be undone until that is decided for itself.
    let only = read(store, move |tx| obstacle_to_undo(tx, old));
    assert!(matches!(only, Some(UndoObstacle::OnlyHidden(v)) if v.capture == version(old, 2)));
    write(store, move |tx| withdraw(tx, &withdrawal(old, Some(version(old, 2)), 41)));
    assert_eq!(read(store, move |tx| obstacle_to_undo(tx, old)), None);
    write(store, move |tx| restore(tx, old, Some(version(old, 2)), &restored(42)));
    write(store, move |tx| restore(tx, new, Some(version(new, 1)), &restored(42)));
    assert_eq!(shown(store, old), Some((vec![1, 2], on("b"))));

    // A text that was withdrawn in the record comes back where looks go on.
    write(store, move |tx| withdraw(tx, &withdrawal(old, Some(version(old, 1)), 50)));
    record(store, vec![first_sight(new, 3, 51, (3, "a"), Some(2), None)]);
    assert_eq!(shown(store, new), Some((vec![1, 2], on("c"))));
    write(store, move |tx| restore(tx, old, Some(version(old, 1)), &restored(52)));
    assert_eq!(shown(store, new), Some((vec![1, 2, 3], on("a"))));

    // The whole article, with all that is recorded of it.
    write(store, move |tx| withdraw(tx, &withdrawal(new, None, 60)));
    assert_eq!((shown(store, new), shown(store, old)), (None, None));
    assert_eq!(read(store, move |tx| withdrawal_over(tx, old)), Some(withdrawal(new, None, 60)));
    assert!(read(store, |tx| store::changes::list_changes(tx, &ChangeFilter::default(), 9)).is_empty());
    assert_eq!(read(store, move |tx| obstacle_to_undo(tx, old)), Some(UndoObstacle::Withdrawn(new)));
    write(store, move |tx| restore(tx, new, None, &restored(61)));
    assert_eq!(shown(store, old), Some((vec![1, 2], on("b"))));
}

pub fn records_of_one_article_do_not_bring_back_what_is_withdrawn_in_another(store: &Store) {
    let (outlet, old, new) = two(store);
    let third = article(store, outlet, "https://ledger.example/third", 0);
    record(store, vec![first_sight(third, 1, 10, (1, "a"), None, None)]);
    let only = CaptureId { article: third, look: 1 };
    write(store, move |tx| withdraw(tx, &withdrawal(third, Some(only), 20)));
    put(store, old, new, 30);
    put(store, third, new, 31);
    assert_eq!(shown(store, old).map(|(versions, _)| versions), Some(vec![2]));
    assert_eq!(shown(store, third), Some((vec![], None)), "the feed's title is not shown either");
    let told = read(store, move |tx| obstacle_to_undo(tx, third));
    assert!(matches!(&told, Some(UndoObstacle::OnlyHidden(v)) if v.capture.article == old), "{told:?}");
    // What takes effect again is not asked.
    undo(store, third, 40);
    assert_eq!(shown(store, old), Some((vec![1, 2], Some("On b".into()))));
}

pub fn merges_done_again_end_where_they_ended(store: &Store) {
    let (outlet, old, new) = two(store);
    let third = article(store, outlet, "https://ledger.example/third", 0);
    for _ in 0..2 {
        put(store, old, new, 30);
        undo(store, old, 40);
        put(store, new, old, 50);
        undo(store, new, 60);
        put(store, old, third, 70);
        assert_eq!(read(store, move |tx| find_merge(tx, old)).map(|merge| merge.into), Some(third));
        assert_eq!(read(store, move |tx| find_merge(tx, new)), None);
        assert_eq!(read(store, |tx| store::status::status(tx, at(60))).total.articles, 2);
    }
    assert_eq!(due(store, 500), [third, new]);
}
