//! What every database must do: each case takes a `Store`, so that PostgreSQL can be asked the same.
use crate::stage::*;
use news::Sighting;

#[test]
fn a_first_timeline() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let outlet = outlet(&store, "ledger.example");
    let id = article(&store, outlet, "https://ledger.example/ferry", 0);
    let due = write(&store, |tx| store::agenda::lease_due(tx, BOOT, at(1), at(10), 8));
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].look_number, 1);
    record(&store, vec![first_sight(id, 1, 1, (1, "a"), None, None), visit(id, 2, 31, Sighting::Unchanged, Some(1))]);
    record(&store, vec![first_sight(id, 3, 61, (2, "b"), Some(1), None)]);
    let timeline = read(&store, move |tx| store::timelines::timeline_of(tx, id)).unwrap();
    assert_eq!(timeline.looks.len(), 3);
    assert_eq!(timeline.versions.len(), 2);
    assert_eq!(timeline.changes.len(), 1);
    assert_eq!(timeline.versions[0].last_seen, at(31));
    let listed = read(&store, |tx| store::changes::list_changes(tx, &Default::default(), 10));
    assert_eq!(listed.len(), 1);
    println!("{:#?}", read(&store, |tx| store::status::status(tx, at(100))));
}
