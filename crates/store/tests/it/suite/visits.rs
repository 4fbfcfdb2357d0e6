use news::{ArticleId, CaptureId, ChangeState, Place, Sighting, Timeline};
use store::captures::{find_capture, move_captures, needs_body};
use store::visits::{archive_end, record_visits};
use store::{Recorded, Status, Store, StoreError, Visit};

use crate::stage::*;

fn ferry(store: &Store) -> ArticleId {
    let outlet = outlet(store, "ledger.example");
    article(store, outlet, "https://ledger.example/ferry", 0)
}

fn timeline(store: &Store, id: ArticleId) -> Timeline {
    read(store, move |tx| store::timelines::timeline_of(tx, id)).unwrap()
}

fn states(store: &Store, id: ArticleId) -> Vec<ChangeState> {
    timeline(store, id).changes.iter().map(|change| change.state).collect()
}

pub fn a_visit_recorded_twice_counts_once(store: &Store) {
    let id = ferry(store);
    let visits = vec![
        first_sight(id, 1, 1, (1, "a"), None, None),
        visit(id, 2, 31, Sighting::Unchanged, Some(1)),
        first_sight(id, 3, 61, (2, "b"), Some(1), None),
    ];
    assert_eq!(record(store, visits[..2].to_vec()), Recorded { recorded: 2, ..Recorded::default() });
    let again = record(store, visits.clone());
    assert_eq!(again, Recorded { recorded: 1, known: 2, ..Recorded::default() });
    let before = timeline(store, id);
    assert_eq!(record(store, visits), Recorded { known: 3, ..Recorded::default() });
    assert_eq!(timeline(store, id), before);
    let total = read(store, |tx| store::status::status(tx, at(70))).total;
    assert_eq!((total.looks, total.versions, total.changes), (3, 2, 1));
    let nobody = visit(ArticleId::new(id.outlet, 99), 1, 1, Sighting::Error, None);
    assert_eq!(record(store, vec![nobody]), Recorded { unknown: 1, ..Recorded::default() });
}

/// What a feed said is not overruled by the page, and the first page that says something is not by later ones.
pub fn the_first_time_of_publication_stays(store: &Store) {
    let outlet = outlet(store, "ledger.example");
    for (url, feed, pages, wanted) in [
        ("https://ledger.example/a", Some("2026-03-02"), [Some("2026-03-01"), None], Some("2026-03-02")),
        ("https://ledger.example/b", None, [None, Some("2026-03-03")], Some("2026-03-03")),
        ("https://ledger.example/c", None, [Some("2026-03-03"), Some("2026-03-04")], Some("2026-03-03")),
        ("https://ledger.example/d", None, [None, None], None),
    ] {
        let new = store::NewArticle { published_at: feed.map(str::to_owned), ..new_article(url) };
        let (id, _) = write(store, move |tx| store::articles::add_article(tx, outlet, &new, at(0), at(0)));
        for (look, (page, text)) in (1..).zip(pages.into_iter().zip(["x", "y"])) {
            let mut visit = first_sight(id, look, i64::from(look), (look, text), (look > 1).then_some(1), None);
            visit.reading = Some(news::Reading { published_at: page.map(str::to_owned), ..reading(text) });
            record(store, vec![visit]);
        }
        assert_eq!(timeline(store, id).article.published_at.as_deref(), wanted, "{url}");
    }
}

pub fn a_lost_lease_fences_its_visits(store: &Store) {
    let id = ferry(store);
    let lease = |boot: &'static str, minute| {
        write(store, move |tx| store::agenda::lease_due(tx, boot, at(minute), at(minute + 10), 8)).len()
    };
    assert_eq!(lease("boot-1", 1), 1);
    assert_eq!(lease("boot-2", 20), 1);
    let late = record(store, vec![first_sight(id, 1, 2, (1, "a"), None, None)]);
    assert_eq!(late, Recorded { fenced: 1, ..Recorded::default() });
    assert!(timeline(store, id).looks.is_empty());
    let visits = vec![first_sight(id, 1, 21, (1, "b"), None, None)];
    let new = write(store, move |tx| record_visits(tx, "boot-2", &visits, None));
    assert_eq!(new.recorded, 1);
    // Nobody holds it now: whoever reads the archive's tail again may record what it finds there.
    assert_eq!(record(store, vec![visit(id, 2, 22, Sighting::Unchanged, Some(1))]).recorded, 1);
}

pub fn a_change_is_confirmed_by_a_second_look(store: &Store) {
    let id = ferry(store);
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None), first_sight(id, 2, 2, (2, "b"), Some(1), None)]);
    assert_eq!(states(store, id), [ChangeState::Provisional]);
    let change = timeline(store, id).changes.remove(0);
    assert_eq!(change.updated_at, at(2));
    record(store, vec![visit(id, 3, 3, Sighting::Error, None)]);
    assert_eq!(states(store, id), [ChangeState::Provisional], "an error confirms nothing");
    record(store, vec![visit(id, 4, 4, Sighting::Unchanged, Some(2)), visit(id, 5, 5, Sighting::Unchanged, Some(2))]);
    let confirmed = timeline(store, id).changes.remove(0);
    assert_eq!((confirmed.state, confirmed.updated_at), (ChangeState::Confirmed, at(4)));
    assert_eq!(confirmed.guid(), change.guid());
    let assessments = read(store, move |tx| store::assessments::assessments_of(tx, &change));
    assert_eq!(assessments.iter().map(|a| (a.at, a.state)).collect::<Vec<_>>(), [(at(4), ChangeState::Confirmed)]);
}

pub fn a_change_is_reverted_when_the_text_before_comes_back(store: &Store) {
    use ChangeState::{Confirmed, Provisional, Reverted};
    let id = ferry(store);
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None), first_sight(id, 2, 2, (2, "b"), Some(1), None)]);
    record(store, vec![visit(id, 3, 3, Sighting::Article, Some(2)), first_sight(id, 4, 4, (3, "c"), Some(2), None)]);
    record(store, vec![first_sight(id, 5, 5, (4, "a"), Some(3), Some(1))]);
    assert_eq!(states(store, id), [Reverted, Provisional, Provisional]);
    // Two texts in turn, without further versions: the looks show them, and confirm what they show.
    record(store, vec![visit(id, 6, 6, Sighting::Article, Some(3)), visit(id, 7, 7, Sighting::Article, Some(4))]);
    assert_eq!(states(store, id), [Reverted, Confirmed, Confirmed]);
    let timeline = timeline(store, id);
    let last_seen: Vec<_> = timeline.versions.iter().map(|version| version.last_seen).collect();
    assert_eq!(last_seen, [at(1), at(3), at(6), at(7)]);
    assert_eq!(timeline.changed_times().returns, 1);
    let change = timeline.changes[0].clone();
    let assessments = read(store, move |tx| store::assessments::assessments_of(tx, &change));
    assert_eq!(assessments.iter().map(|a| a.state).collect::<Vec<_>>(), [Confirmed, Reverted]);
}

pub fn an_error_in_the_middle_leaves_nothing(store: &Store) {
    let id = ferry(store);
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None)]);
    // What was rolled back may still take room on the disk.
    let state = |store: &Store| Status { database_bytes: 0, ..read(store, |tx| store::status::status(tx, at(99))) };
    let before = (timeline(store, id), state(store));
    let end = Place { segment: 1, offset: 9, length: 9 };
    let good = first_sight(id, 2, 2, (2, "b"), Some(1), None);
    let bad = visit(id, 3, 3, Sighting::Unchanged, Some(9));

    let visits = vec![good.clone(), bad];
    let refused = store.write_blocking(move |tx| record_visits(tx, BOOT, &visits, Some(end)));
    assert!(matches!(refused, Err(StoreError::Contradiction { look, .. }) if look.look == 3), "{refused:?}");
    let visits = vec![good];
    let stopped = store.write_blocking(move |tx| -> Result<(), StoreError> {
        record_visits(tx, BOOT, &visits, Some(end))?;
        panic!("the disk fell off the table");
    });
    assert!(matches!(stopped, Err(StoreError::Panicked { message }) if message.contains("fell off")));

    assert_eq!((timeline(store, id), state(store)), before);
    assert_eq!(read(store, archive_end), None);
}

pub fn visits_that_contradict_the_record_are_refused(store: &Store) {
    let id = ferry(store);
    let first = first_sight(id, 1, 1, (1, "a"), None, None);
    let mut other_version = first.clone();
    other_version.look.shows = None;
    let mut other_capture = first.clone();
    other_capture.capture = other_capture.capture.map(|mut c| {
        c.id.look = 7;
        c
    });
    let from_nothing = first_sight(id, 1, 1, (2, "b"), Some(1), None);
    for (what, visit) in [("version", other_version), ("capture", other_capture), ("change", from_nothing)] {
        let refused = store.write_blocking(move |tx| record_visits(tx, BOOT, &[visit], None));
        assert!(
            matches!(&refused, Err(e @ StoreError::Contradiction { .. }) if e.to_string().contains(what)),
            "{what}"
        );
    }
    record(store, vec![first]);
    let renumbered = first_sight(id, 2, 2, (1, "b"), None, None);
    assert!(store.write_blocking(move |tx| record_visits(tx, BOOT, &[renumbered], None)).is_err());
}

pub fn the_archives_end_goes_with_its_visits(store: &Store) {
    let id = ferry(store);
    assert_eq!(read(store, archive_end), None);
    for offset in [100, 1 << 40] {
        let end = Place { segment: 3, offset, length: 77 };
        let visits: [Visit; 1] = [visit(id, offset as u32, 1, Sighting::Error, None)];
        write(store, move |tx| record_visits(tx, BOOT, &visits, Some(end)));
        assert_eq!(read(store, archive_end), Some(end));
    }
}

pub fn looks_after_a_power_cut_keep_their_numbers(store: &Store) {
    let id = ferry(store);
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None)]);
    // Look 2 was an error, without a record in the archive, and is lost; look 3 is read again.
    record(store, vec![first_sight(id, 3, 61, (2, "b"), Some(1), None)]);
    let timeline = timeline(store, id);
    assert_eq!(timeline.looks.iter().map(|look| look.number).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(timeline.versions[1].capture.look, 3);
}

pub fn captures_move_and_bodies_are_kept_while_needed(store: &Store) {
    let id = ferry(store);
    let look = move |number| CaptureId { article: id, look: number };
    let with_body = |number: u32| {
        let mut visit = visit(id, number, number.into(), Sighting::Article, Some(1));
        visit.capture = Some(capture(look(number), "https://ledger.example/ferry", at(number.into())));
        visit
    };
    record(store, vec![first_sight(id, 1, 1, (1, "a"), None, None), with_body(2), with_body(3)]);
    let needed = (1..=4).map(|n| read(store, move |tx| needs_body(tx, look(n)))).collect::<Vec<_>>();
    assert_eq!(needed, [true, false, true, false], "a version's, and the one that a revisit would refer to");

    let new = Place { segment: 1_000_001, offset: 5, length: 60 };
    write(store, move |tx| move_captures(tx, &[(look(2), new), (look(9), new)]));
    let place = |n| read(store, move |tx| find_capture(tx, look(n))).map(|capture| capture.place);
    assert_eq!((place(2), place(9)), (Some(new), None));
    assert_ne!(place(3), Some(new));
}
