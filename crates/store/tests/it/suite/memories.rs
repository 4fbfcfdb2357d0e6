use std::time::Duration;

use news::{CaptureId, Change, ChangeKind, ChangeState, Digest, OutletId, Reading, Version, VersionKind};
use store::memories::{Learnt, NewlyLearnt, epoch_of, learn, learnt_of};
use store::rereadings::{Compared, Otherwise, Reread, record_reread, stale_of};
use store::soundness::Range;
use store::{ChangeFilter, Store};
use text::search::Query;

use crate::stage::*;

pub fn what_was_learnt_of_an_outlet_and_its_epochs_are_kept(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    let other = OutletId(outlet.0 + 1);
    let known = |of| read(store, move |tx| Ok((learnt_of(tx, of)?, epoch_of(tx, of)?)));
    assert_eq!(known(outlet), (Learnt::default(), Vec::new()));
    type Published = Option<(i64, &'static [u8])>;
    let steps: [(&[u8], Published); 5] = [
        (b"a", None),
        (b"ab", Some((1, b"E"))),
        (b"abc", None),
        (b"abcd", Some((2, b""))),
        (b"abcde", Some((3, b"E"))),
    ];
    let mut published: Published = None;
    for (learner, epoch) in steps {
        let new = NewlyLearnt {
            outlet,
            learner: learner.to_vec(),
            published: epoch.map(|(minute, bytes)| (at(minute), bytes.to_vec())),
        };
        write(store, move |tx| learn(tx, &new));
        published = epoch.or(published);
        let (learnt, bytes) = known(outlet);
        assert_eq!(learnt.learner, learner);
        assert_eq!(learnt.published, published.map(|(minute, _)| at(minute)));
        assert_eq!(bytes, published.map_or(&b""[..], |(_, bytes)| bytes));
        assert_eq!(learnt.epoch, Some(bytes).filter(|b| !b.is_empty()).map(Digest::of));
        assert_eq!(known(other), (Learnt::default(), Vec::new()));
    }
}

fn stale(store: &Store, reader: &str) -> usize {
    let reader = reader.to_owned();
    read(store, move |tx| {
        let (mut range, mut count) = (Range::START, 0);
        while let Some(next) = range.next(tx, 2)? {
            range = next;
            count += stale_of(tx, next, &reader, "")?.len();
        }
        Ok(count)
    })
}

/// A version as another reader reads it.
fn again(known: &Version, kind: VersionKind, text: &str, reader: &str) -> (Version, Reading) {
    let reading = Reading { reader: reader.into(), ..reading(text) };
    (Version { kind, ..known.read_again(&reading) }, reading)
}

pub fn what_another_reader_makes_of_an_article_is_counted_and_found_by(store: &Store) {
    let id = article(store, outlet(store, "ledger.example"), "https://ledger.example/ferry", 0);
    let texts = ["the ferry, 3 shares", "the ferry, 5 shares", "the barge, 5 shares"];
    let visits = texts.iter().zip(1..).map(|(text, number)| {
        let from = Some(number - 1).filter(|from| *from > 0);
        first_sight(id, number, i64::from(number) * 10, (number, text), from, None)
    });
    record(store, visits.collect());
    let find = |words: &str| {
        let query: Query = words.parse().unwrap();
        read(store, move |tx| store::search::search(tx, &query, None, 9, Duration::from_secs(9))).hits.len()
    };
    let listed = || read(store, |tx| store::changes::list_changes(tx, &ChangeFilter::default(), 9)).len();
    let known = read(store, move |tx| store::agenda::load_due(tx, id)).versions;
    assert_eq!((stale(store, "other"), stale(store, &known[0].reader)), (1, 0));
    assert_eq!((find("shares"), listed()), (1, 2));

    use VersionKind::{ReaderOnly, Text};
    let capture = |look| CaptureId { article: id, look };
    let compared = |from, to, state| Compared {
        from: capture(from),
        to: capture(to),
        change: Change { kinds: vec![ChangeKind::Punct], ..Change::default() },
        state,
        stealth: None,
        told_look: None,
    };
    let reread = Reread {
        article: id,
        versions: vec![
            again(&known[0], Text, "the ferry", "other"),
            again(&known[1], ReaderOnly, "the ferry", "other"),
            again(&known[2], Text, "the barge", "other"),
        ],
        known: known.clone(),
        changes: vec![compared(1, 2, ChangeState::ReaderOnly), compared(2, 3, ChangeState::Provisional)],
    };
    let (first, second) = (reread.clone(), reread.clone());
    let done = write(store, move |tx| record_reread(tx, &first, at(60)));
    assert_eq!(done, Some(Otherwise { reader_only: 1, counted: 0, reworded: 3, compared: 2 }));
    assert_eq!(write(store, move |tx| record_reread(tx, &second, at(61))), None, "it is of what was there before");
    assert_eq!((find("shares"), find("ferry -barge"), find("barge"), listed()), (0, 1, 1, 1));
    assert_eq!(stale(store, "other"), 0);
    let timeline = read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
    assert_eq!(timeline.changed_times().changes, 1);
    assert_eq!(timeline.versions[0].last_seen, at(20), "who showed the second showed the first");
    assert_eq!(timeline.changes[1].state, ChangeState::Provisional);
    assert_eq!(timeline.changes[1].updated_at, at(60));
    let total = read(store, |tx| store::status::status(tx, at(60))).total;
    assert_eq!((total.versions, total.changes), (2, 1));

    // Another reader sees a difference again.
    let known = timeline.versions.clone();
    let back = Reread {
        article: id,
        versions: ["the ferry sails", "the ferry", "the barge"]
            .iter()
            .zip(&known)
            .map(|(t, v)| again(v, Text, t, "third"))
            .collect(),
        known,
        changes: vec![compared(1, 2, ChangeState::Confirmed)],
    };
    let done = write(store, move |tx| record_reread(tx, &back, at(70)));
    assert_eq!(done, Some(Otherwise { counted: 1, reworded: 1, ..Otherwise::default() }));
    assert_eq!((find("sails"), listed()), (1, 2));
}

pub fn a_version_that_is_shown_and_was_the_readers_own_gives_way_to_the_one_before(store: &Store) {
    let id = article(store, outlet(store, "ledger.example"), "https://ledger.example/ferry", 0);
    record(store, vec![first_sight(id, 1, 10, (1, "a"), None, None), first_sight(id, 2, 20, (2, "b"), Some(1), None)]);
    let known = read(store, move |tx| store::agenda::load_due(tx, id)).versions;
    let versions = vec![
        again(&known[0], VersionKind::Text, "a", "other"),
        again(&known[1], VersionKind::ReaderOnly, "a", "other"),
    ];
    let reread = Reread { article: id, known, versions, changes: Vec::new() };
    write(store, move |tx| record_reread(tx, &reread, at(30)));
    let due = read(store, move |tx| store::agenda::load_due(tx, id));
    assert_eq!((due.showing, due.versions[0].last_seen), (Some(n(1)), at(20)));
}
