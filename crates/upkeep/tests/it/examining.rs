//! What an examination finds of the ledger and of the index of search.

use std::path::Path;

use archive::Ledger;
use news::{Act, Deed, FeedId, OutletId, Subject};
use store::LedgerMark;
use upkeep::{Finding, Part, State};

use crate::stage::{Stage, at};

fn outlet(number: u32) -> Act {
    let (id, domain) = (OutletId(number), format!("outlet-{number}.example"));
    Act::OutletAdded { id, name: domain.clone(), domain, homepage: None }
}

fn of(stage: &Stage, part: Part) -> Vec<Finding> {
    let found = upkeep::examine(&stage.location(), false, at(100), &mut |_| {}).unwrap();
    found.into_iter().filter(|finding| finding.part == part).collect()
}

/// Writes over some bytes of the first deed, which stands behind the file's own record.
fn damage(ledger: &Path, first_deed: u64) {
    let mut bytes = std::fs::read(ledger).unwrap();
    let at = usize::try_from(first_deed).unwrap() + 60;
    bytes[at..at + 8].fill(0);
    std::fs::write(ledger, bytes).unwrap();
}

#[test]
fn the_ledger_is_read_and_its_deeds_are_in_effect() {
    use State::{Note, Well, Wrong};
    // The outlet 1 is there. What was decided, how many of it the database knows, what happens to the file.
    type Happens = fn(&Ledger, &Path);
    let nothing: Happens = |_, _| {};
    let pause = |number| Act::Paused { subject: Subject::Feed(FeedId::new(OutletId(1), number)) };
    let cases: Vec<(Vec<Act>, usize, Happens, State, &str)> = vec![
        (vec![], 0, nothing, Well, "0 decisions, each in effect"),
        (vec![outlet(1)], 1, nothing, Well, "1 decision, each in effect"),
        (vec![outlet(1), outlet(2)], 1, nothing, Note, "1 decision not in effect yet"),
        (vec![outlet(1), pause(9)], 2, nothing, Note, "1 decision name what is not in this database"),
        (
            vec![outlet(1)],
            1,
            |_, path| std::fs::remove_file(path).unwrap(),
            Wrong,
            "does not hold all that was decided",
        ),
        (
            vec![outlet(1), outlet(1)],
            2,
            |ledger, path| damage(path, ledger.read().unwrap()[1].offset),
            Wrong,
            "does not hold all that was decided",
        ),
        (
            vec![outlet(1), outlet(1)],
            2,
            |ledger, path| damage(path, ledger.read().unwrap()[0].offset),
            Wrong,
            "1 place of it cannot be read",
        ),
    ];
    for (acts, known, happens, state, want) in cases {
        let stage = Stage::new(1);
        let archive = stage.path("store/archive");
        let ledger = Ledger::new(&archive, "replate/test");
        let deeds = acts.into_iter().map(|act| Deed { at: at(1), by: "ann".into(), act });
        let ends: Vec<u64> = deeds.map(|deed| ledger.append(&[deed]).unwrap().end()).collect();
        if let Some(bytes) = known.checked_sub(1).map(|last| ends[last]) {
            stage.knows_ledger(LedgerMark { bytes, at: at(1) });
        }
        happens(&ledger, &archive.join("ledger.warc.gz"));
        let found = of(&stage, Part::Ledger);
        assert_eq!(found.len(), 1, "{want}: {found:?}");
        assert!(found[0].state == state && found[0].what.contains(want), "{want}: {found:?}");
        assert_eq!(found[0].remedy.is_empty(), state == Well, "{want}: it says what to do");
    }
}

#[test]
fn an_index_that_is_not_whole_is_told_and_made_again() {
    let stage = Stage::new(1);
    assert_eq!(of(&stage, Part::Search)[0].state, State::Well);
    stage.loses_index();
    let found = of(&stage, Part::Search);
    assert_eq!((found.len(), found[0].state), (1, State::Note), "{found:?}");
    assert!(found[0].remedy.contains("doctor --repair"), "{found:?}");
    assert_eq!(stage.reindex(), 0, "there are no versions");
    assert_eq!(of(&stage, Part::Search)[0].state, State::Well);
}
