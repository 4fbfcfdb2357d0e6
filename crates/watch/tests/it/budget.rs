//! The disk budget: what goes before its time, what never goes.

use std::path::Path;

use archive::Keep;
use news::CaptureId;
use store::{DiskBudget, Taken};
use watch::{Only, Stages, Wish};

use crate::outlet::*;

const ADDRESS: &str = "ledger.example/bridge";
const DAYS: Keep = Keep::Days(30);

/// An article with a machine's remark on it that packs badly, and so weighs something.
fn page(headline: &str, look: u64) -> Said {
    let mut noise = String::new();
    let mut state = look + 1;
    for _ in 0..30_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        noise.push_str(&format!("{:x}", state >> 40));
    }
    article(headline).with_end(&format!("<script>/* {noise} */</script>"))
}

/// Ten looks, of which the first and the sixth found a version; each in a segment of its own.
async fn ten_looks(dir: &Path) -> (Outlet, Stages) {
    let outlet = Outlet::open().await;
    let stages = outlet.stages_in_segments(dir, 1);
    outlet.says(ADDRESS, page("Bridge closed after cracks are found", 0));
    let wanted = Wish { only: Some(Only::Article), ..wish(&format!("http://{ADDRESS}")) };
    watch::add(&stages.fetcher, &desk(&stages), &wanted, at(0), |_| ()).await.unwrap();
    let id = stages.store.read(|tx| store::articles::list_articles(tx, None, None, 9)).await.unwrap()[0].id;
    for look in 0..10 {
        let headline =
            if look < 5 { "Bridge closed after cracks are found" } else { "Bridge stays closed until March" };
        outlet.says(ADDRESS, page(headline, look));
        let now = at(i64::try_from(look).unwrap() * 24 * 60);
        stages.store.write(move |tx| store::agenda::make_due(tx, id, now)).await.unwrap();
        watcher(&stages).0.pass(now).await.unwrap();
    }
    (outlet, stages)
}

/// Which looks' bodies the archive holds.
async fn bodies(stages: &Stages) -> Vec<u32> {
    let id = stages.store.read(|tx| store::articles::list_articles(tx, None, None, 9)).await.unwrap()[0].id;
    let mut held = Vec::new();
    for look in 1..=10 {
        let capture = CaptureId { article: id, look };
        let row = stages.store.read(move |tx| store::captures::find_capture(tx, capture)).await.unwrap().unwrap();
        let archived = stages.reader.read(&row.place).unwrap();
        if archived.answers.last().is_some_and(|answer| !answer.wire_body.is_empty()) {
            held.push(look);
        }
    }
    held
}

#[tokio::test]
async fn over_the_budget_bodies_that_founded_no_version_go_oldest_first() {
    let dir = tempfile::tempdir().unwrap();
    let (_outlet, stages) = ten_looks(dir.path()).await;
    let all: Vec<u32> = (1..=10).collect();
    let taken = || Taken::of(dir.path()).unwrap();
    let budget = |bytes| Some(DiskBudget { dir: dir.path().to_owned(), bytes });
    let one_body = taken().segments / 10;
    let now = at(10 * 24 * 60);

    let sweep = |budget| {
        let stages = &stages;
        async move {
            watcher_that_keeps(stages, DAYS, budget).0.sweep(now).await.unwrap();
            bodies(stages).await
        }
    };
    assert_eq!(sweep(None).await, all, "nothing goes without a budget");
    assert_eq!(sweep(budget(taken().total())).await, all, "nor within it");
    // Room for two bodies less: the oldest two that founded nothing, and nothing more.
    let tight = taken().total() - one_body - one_body / 2;
    assert_eq!(sweep(budget(tight)).await, [1, 4, 5, 6, 7, 8, 9, 10]);
    assert!(taken().total() <= tight, "{:?}", taken());
    // No room at all: versions stay, and so does the segment that is written to.
    assert_eq!(sweep(budget(1)).await, [1, 6, 10]);
    let before = taken();
    assert_eq!(sweep(budget(1)).await, [1, 6, 10]);
    assert_eq!(taken().segments, before.segments);
}
