use std::time::Duration;

use news::{ArticleId, CaptureId, Change, ChangeCounts, ChangeKind, ChangeState, Hunk, VersionKind};
use store::change_search::counts_of;
use store::rereadings::{Compared, Reread, record_reread};
use store::withdrawals::{restore, withdraw};
use store::{FoundChanges, NewChange, NoOutlet, Position, Store, ToldLater, Visit};
use text::search::Query;

use crate::stage::*;

const PATIENCE: Duration = Duration::from_secs(20);

fn search(store: &Store, query: &str, before: Option<Position>, limit: u32) -> FoundChanges {
    let query: Query = query.parse().unwrap();
    read(store, move |tx| store::change_search::search(tx, &query, before, limit, PATIENCE))
}

/// What is found, as `article@number` of the later version.
fn found(store: &Store, query: &str) -> Vec<String> {
    search(store, query, None, 50)
        .changes
        .iter()
        .map(|c| format!("{}@{}", c.article.id, c.recorded.to.number))
        .collect()
}

/// A change in which words went and others came.
fn change(before: &str, after: &str, stealth: f32) -> Change {
    let kinds = vec![ChangeKind::Reworded];
    let hunk = Hunk { before: before.to_owned(), after: after.to_owned(), kinds: kinds.clone(), ..Hunk::default() };
    Change { hunks: vec![hunk], kinds, stealth: Some(stealth), comparer: "one".to_owned(), ..Change::default() }
}

/// A look that shows the next version, after a change.
fn next(id: ArticleId, number: u32, minute: i64, change: Change) -> Visit {
    let visit = first_sight(id, number, minute, (number, &format!("text {number}")), Some(number - 1), None);
    let new = NewChange { from: n(number - 1), change, alike: Vec::new(), tells: Vec::new() };
    Visit { change: Some(new), ..visit }
}

/// An article whose versions follow each other by these changes, from that minute on.
fn changing(store: &Store, domain: &str, name: &str, minute: i64, changes: Vec<Change>) -> ArticleId {
    let outlet = outlet(store, domain);
    let id = article(store, outlet, &format!("https://{domain}/{name}"), minute);
    let mut visits = vec![first_sight(id, 1, minute, (1, "text 1"), None, None)];
    visits.extend(
        changes.into_iter().zip(2..).map(|(change, number)| next(id, number, minute + i64::from(number), change)),
    );
    record(store, visits);
    id
}

pub fn changes_are_found_by_what_came_and_went(store: &Store) {
    let a = changing(
        store,
        "ledger.example",
        "a",
        0,
        vec![change("the alleged toll", "the toll", 0.6), change("12 people", "21 people", 0.2)],
    );
    let b = changing(store, "tribune.example", "b", 60, vec![change("", "an alleged ferry 東京都", 0.0)]);
    let (first, second, other) = (format!("{a}@2"), format!("{a}@3"), format!("{b}@2"));
    let cases: [(&str, &[&String]); 16] = [
        ("removed:alleged", &[&first]),
        ("added:alleged", &[&other]),
        ("alleged type:reworded", &[&other, &first]),
        ("removed:\"alleged toll\"", &[&first]),
        ("removed:toll", &[]),
        ("removed:12 added:21", &[&second]),
        ("removed:12 removed:alleged", &[]),
        ("type:reworded", &[&other, &second, &first]),
        ("type:reworded outlet:ledger.example", &[&second, &first]),
        ("type:reworded outlet:ledger.example outlet:tribune.example", &[&other, &second, &first]),
        ("type:reworded -toll", &[&other, &second]),
        ("type:typo", &[]),
        ("added:京", &[&other]),
        ("is:stealth", &[&first]),
        ("is:stealth outlet:tribune.example", &[]),
        ("type:reworded language:de", &[]),
    ];
    for (query, want) in cases {
        assert_eq!(found(store, query).iter().collect::<Vec<_>>(), want, "{query}");
    }
    let minute = |query: &str| found(store, &format!("type:reworded {query}")).len();
    let day = |minutes: i64| at(minutes).strftime("%Y-%m-%dT%H:%MZ").to_string();
    assert_eq!(minute(&format!("after:{}", day(30))), 1);
    assert_eq!(minute(&format!("before:{}", day(30))), 2);
    let unknown = search(store, "is:stealth outlet:nobody", None, 9).no_outlet;
    assert_eq!(unknown, Some(NoOutlet::Unknown("nobody".into())));
    let counts = |id: ArticleId| read(store, move |tx| counts_of(tx, id.outlet));
    assert_eq!(counts(a), ChangeCounts { all: 2, substance: 2, told: 0, stealth: 1 });
    assert_eq!(counts(b), ChangeCounts { all: 1, substance: 1, told: 0, stealth: 0 });
}

pub fn found_changes_page_newest_first_without_repeats_or_holes(store: &Store) {
    let changes = (0..100).map(|i| change("", if i % 3 == 0 { "ferry and toll" } else { "ferry" }, 0.0)).collect();
    changing(store, "ledger.example", "a", 0, changes);
    for (query, limit, want) in [("added:ferry", 7, 100), ("added:toll", 10, 34), ("added:toll added:ferry", 100, 34)] {
        let (mut before, mut all) = (None, Vec::new());
        loop {
            let page = search(store, query, before, limit);
            all.extend(page.changes.iter().map(|c| c.recorded.to.number));
            before = page.older;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(all.len(), want, "{query}");
        assert!(all.is_sorted_by(|a, b| a > b), "{query}");
    }
}

pub fn changes_that_are_withdrawn_or_the_readers_own_are_not_found(store: &Store) {
    let changes = vec![change("alleged", "", 0.0), change("alleged", "", 0.0)];
    let id = changing(store, "ledger.example", "a", 0, changes);
    assert_eq!(found(store, "removed:alleged").len(), 2);
    let version = CaptureId { article: id, look: 3 };
    write(store, move |tx| withdraw(tx, &withdrawal(id, Some(version), 20)));
    assert_eq!(found(store, "removed:alleged"), [format!("{id}@2")]);
    write(store, move |tx| restore(tx, id, Some(version), &restored(21)));
    assert_eq!(found(store, "removed:alleged").len(), 2);

    let known = read(store, move |tx| store::agenda::load_due(tx, id)).versions;
    let versions = known
        .iter()
        .map(|version| {
            let kind = if version.number == n(2) { VersionKind::ReaderOnly } else { version.kind };
            (news::Version { kind, ..version.clone() }, reading(&format!("text {}", version.number)))
        })
        .collect();
    let compared = |from, to, change: Change, state| Compared {
        from: CaptureId { article: id, look: from },
        to: CaptureId { article: id, look: to },
        stealth: change.stealth,
        told_look: None,
        change,
        state,
    };
    let changes = vec![
        compared(1, 2, change("alleged", "", 0.0), ChangeState::ReaderOnly),
        compared(2, 3, change("reported", "", 0.9), ChangeState::Confirmed),
    ];
    let reread = Reread { article: id, known, versions, changes };
    write(store, move |tx| record_reread(tx, &reread, at(30))).unwrap();
    assert_eq!(found(store, "removed:alleged"), Vec::<String>::new());
    assert_eq!(found(store, "removed:reported is:stealth"), [format!("{id}@3")]);
}

pub fn a_later_notice_tells_of_an_earlier_change(store: &Store) {
    let id = changing(store, "ledger.example", "a", 0, vec![change("12", "21", 0.7)]);
    assert_eq!(found(store, "is:stealth").len(), 1);
    let capture = |look| CaptureId { article: id, look };
    let mut visit = next(id, 3, 60, change("", "Correction: 21, not 12.", 0.0));
    let told = ToldLater { from: capture(1), to: capture(2), stealth: 0.1 };
    visit.change.as_mut().unwrap().tells = vec![told];
    record(store, vec![visit]);
    assert_eq!(found(store, "is:stealth").len(), 0);
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
    let first = &timeline.changes[0];
    assert_eq!((first.change.stealth, first.stealth, first.told_by), (Some(0.7), Some(0.1), Some(capture(3))));
    assert_eq!(first.updated_at, at(60), "readers of feeds are told");
}
