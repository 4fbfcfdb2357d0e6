//! Whether what was decided can be read, and has taken effect.

use std::path::Path;

use archive::{Kept, Ledger};
use news::{Act, Subject};
use store::{Store, StoreError, Tx};

use super::counted;
use crate::UpkeepError;
use crate::findings::{Finding, Part};

/// What is wrong with the ledger of the archive in a folder.
pub(super) fn ledger(store: &Store, archive: &Path) -> Result<Vec<Finding>, UpkeepError> {
    let records = Ledger::new(archive, "").read()?;
    let mark = store.read_blocking(store::deeds::ledger_mark)?.map_or(0, |mark| mark.bytes);
    let is_torn = records.last().is_some_and(|record| matches!(record.kept, Kept::Damage(_)));
    let damaged = records.iter().filter(|record| matches!(record.kept, Kept::Damage(_))).count() - usize::from(is_torn);
    let unknown = records.iter().filter(|record| matches!(record.kept, Kept::Unknown(_))).count();
    let (mut deeds, mut waiting, mut named) = (0, 0, Vec::new());
    for record in &records {
        let Kept::Deed(deed) = &record.kept else { continue };
        deeds += 1;
        if record.end > mark {
            waiting += 1;
        } else {
            named.extend(subject_of(&deed.act));
        }
    }
    let missing = store.read_blocking(move |tx| {
        named.into_iter().try_fold(0, |missing, subject| Ok(missing + usize::from(!is_there(tx, subject)?)))
    })?;
    let mut found = Vec::new();
    if damaged > 0 {
        let what = format!("{} of it cannot be read: what was decided there may be lost", counted(damaged, "place"));
        let remedy = "`replate audit` shows where; put archive/ledger.warc.gz back from a backup";
        found.push(Finding::wrong(Part::Ledger, what, remedy));
    }
    let is_other = mark > 0 && !archive::reaches(&records, mark);
    if is_other {
        let what = "it does not hold all that was decided in this database: it was cut off, or is another's";
        let remedy = "put archive/ledger.warc.gz back from a backup; if there is none, `replate doctor --repair` writes it \
            again of what the database knows. Until then nothing more is decided";
        found.push(Finding::wrong(Part::Ledger, what, remedy));
    }
    if unknown > 0 {
        let what = format!("{} that this program does not know", counted(unknown, "decision"));
        let remedy = "`replate audit` shows them; they take effect with the Replate that wrote them";
        found.push(Finding::wrong(Part::Ledger, what, remedy));
    }
    if waiting > 0 {
        let what = format!("{} not in effect yet", counted(waiting, "decision"));
        found.push(Finding::note(Part::Ledger, what, "the next `replate watch`, or whoever decides next, does them"));
    }
    if missing > 0 {
        let what = format!("{} name what is not in this database", counted(missing, "decision"));
        let remedy =
            "`replate audit` shows them; `replate rebuild` in a copy of the folder brings back what the archive has";
        found.push(Finding::note(Part::Ledger, what, remedy));
    }
    if is_torn && !is_other {
        let what = "a crash has left something at its end that was never decided";
        found.push(Finding::note(Part::Ledger, what, "the next decision moves it aside"));
    }
    if found.is_empty() {
        found.push(Finding::well(Part::Ledger, format!("{}, each in effect", counted(deeds, "decision"))));
    }
    Ok(found)
}

/// What must be there for an act to take effect; a withdrawal waits for what it names.
const fn subject_of(act: &Act) -> Option<Subject> {
    match act {
        Act::OutletAdded { id, .. } => Some(Subject::Outlet(*id)),
        Act::FeedAdded { id, .. } | Act::FiltersSet { feed: id, .. } => Some(Subject::Feed(*id)),
        Act::ArticleAdded { id, .. } => Some(Subject::Article(*id)),
        Act::Paused { subject } | Act::Resumed { subject } | Act::Removed { subject } => Some(*subject),
        Act::Merged { article, .. } | Act::Unmerged { article } => Some(Subject::Article(*article)),
        Act::Withdrawn { .. } | Act::Reinstated { .. } => None,
    }
}

fn is_there(tx: &mut Tx<'_>, subject: Subject) -> Result<bool, StoreError> {
    let loaded = match subject {
        Subject::Outlet(id) => store::outlets::load_outlet(tx, id).map(drop),
        Subject::Feed(id) => store::feeds::load_feed(tx, id).map(drop),
        Subject::Article(id) => store::articles::load_article(tx, id).map(drop),
    };
    match loaded {
        Ok(()) => Ok(true),
        Err(StoreError::NoSuchOutlet(_) | StoreError::NoSuchFeed(_) | StoreError::NoSuchArticle(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
