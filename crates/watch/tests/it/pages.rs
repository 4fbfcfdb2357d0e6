//! An article on several pages is one: asked for page by page, kept together, read as one, whatever breaks.

use std::path::Path;

use news::{ArticleId, Sighting, Timeline};
use watch::{Only, Stages, Wish};

use crate::outlet::*;

const ADDRESS: &str = "ledger.example/bridge";
const P: [&str; 6] = [
    "The bridge over the Selm was closed on Monday after cracks were found in three of its seven piers.",
    "The town said that the work will take until March and cost 2.4 million crowns, half of it borrowed.",
    "A footbridge opens on Wednesday; carts go by way of the mill until the council has met again.",
    "Nobody was hurt, the harbour master told this paper, and the ferry sails twice as often as before.",
    "The engineers come from the coast, where they have mended two bridges of the same age and build.",
    "What becomes of the old stones is not decided; the school has asked for some, and so has the museum.",
];

/// Page `number` of `of`, two paragraphs each, with what every page repeats.
fn page(number: usize, of: usize, paragraphs: &[&str]) -> Said {
    let text: String = paragraphs[number * 2 - 2..number * 2].iter().map(|p| format!("<p>{p}</p>")).collect();
    let next = if number < of { format!("<a href='/bridge?page={}'>Next page</a>", number + 1) } else { String::new() };
    let said = Said::page(format!(
        "<!doctype html><html lang=en><head><title>Bridge closed</title></head><body><main><article><h1>Bridge closed after \
         cracks are found</h1><p class=standfirst>Three piers of seven</p>{text}</article>{next}</main></body></html>"
    ));
    said.with("ETag", &format!("\"{number} of {of}\""))
}

fn serve(outlet: &Outlet, paragraphs: &[&str]) {
    let of = paragraphs.len() / 2;
    outlet.says(ADDRESS, page(1, of, paragraphs));
    for number in 2..=of {
        outlet.says(&format!("{ADDRESS}?page={number}"), page(number, of, paragraphs));
    }
}

async fn add(stages: &Stages) {
    let article = Wish { only: Some(Only::Article), ..wish(&format!("http://{ADDRESS}")) };
    watch::add(&stages.fetcher, &desk(stages), &article, at(0), |_| ()).await.unwrap();
}

async fn timeline(stages: &Stages) -> (ArticleId, Timeline) {
    let id = stages.store.read(|tx| store::articles::list_articles(tx, None, None, 9)).await.unwrap()[0].id;
    (id, stages.store.read(move |tx| store::timelines::timeline_of(tx, id)).await.unwrap().unwrap())
}

/// The paragraphs of each version.
async fn versions(stages: &Stages) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for version in timeline(stages).await.1.versions {
        let reading = stages.store.read(move |tx| store::readings::load_reading(tx, version.capture)).await.unwrap();
        assert_eq!(reading.partial, version.partial);
        all.push(reading.body.into_iter().map(|block| block.text).collect());
    }
    all
}

async fn sightings(stages: &Stages) -> Vec<Sighting> {
    timeline(stages).await.1.looks.iter().map(|look| look.sighting).collect()
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

#[tokio::test]
async fn an_edit_on_any_page_is_a_version_and_a_page_that_fails_is_none() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    serve(&outlet, &P);
    add(&stages).await;
    let (watcher, _) = watcher(&stages);
    let id = timeline(&stages).await.0;
    let mut edited = P;
    edited[3] = "One man was hurt, the harbour master told this paper, and the ferry sails twice as often as before.";

    watcher.look(id, at(0)).await.unwrap();
    watcher.look(id, at(60)).await.unwrap();
    serve(&outlet, &edited);
    watcher.look(id, at(120)).await.unwrap();
    outlet.says(&format!("{ADDRESS}?page=2"), Said::new(500, "text/html", "oops"));
    watcher.look(id, at(180)).await.unwrap();
    watcher.look(id, at(200)).await.unwrap();
    outlet.says(&format!("{ADDRESS}?page=2"), page(1, 3, &edited));
    outlet.says(&format!("{ADDRESS}?page=3"), Said::new(404, "text/html", "no"));
    watcher.look(id, at(220)).await.unwrap();
    serve(&outlet, &edited);
    watcher.look(id, at(240)).await.unwrap();

    let whole = [P.map(str::to_owned).to_vec(), edited.map(str::to_owned).to_vec()];
    assert_eq!(versions(&stages).await[..2], whole);
    use Sighting::{Article, Unchanged, Walled};
    assert_eq!(sightings(&stages).await[..5], [Article, Unchanged, Article, Walled, Walled]);
    let first = outlet.asked_for(ADDRESS);
    assert!(first.iter().all(|asked| !asked.is_conditional()), "a 304 would say nothing of the other pages");

    // The archive alone gives the same again.
    let again = tempfile::tempdir().unwrap();
    copy(&dir.path().join("archive"), &again.path().join("archive"));
    let restored = outlet.stages(again.path());
    add(&restored).await;
    let (recovering, _) = crate::outlet::watcher(&restored);
    assert_eq!(recovering.recover().await.unwrap().captures, 7);
    assert_eq!(versions(&restored).await, versions(&stages).await);
    assert_eq!(sightings(&restored).await, sightings(&stages).await);
}

#[tokio::test]
async fn an_article_may_grow_a_page_and_lose_it_again() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    serve(&outlet, &P[..2]);
    add(&stages).await;
    let (watcher, _) = watcher(&stages);
    let id = timeline(&stages).await.0;
    for (minute, pages) in [(0, 1), (60, 1), (120, 2), (180, 2), (240, 1), (300, 1)] {
        serve(&outlet, &P[..pages * 2]);
        watcher.look(id, at(minute)).await.unwrap();
    }
    let all: Vec<usize> = versions(&stages).await.iter().map(Vec::len).collect();
    assert_eq!(all, [2, 4, 2]);
    let conditional: Vec<bool> = outlet.asked_for(ADDRESS).iter().map(|asked| asked.is_conditional()).collect();
    assert_eq!(conditional[1..], [false, true, true, false, false, true], "conditions come back with the single page");
}

#[tokio::test]
async fn pages_have_a_limit_and_robots_txt_holds_for_each() {
    let outlet = Outlet::open().await;
    let dir = tempfile::tempdir().unwrap();
    let stages = outlet.stages(dir.path());
    let many: Vec<String> = (0..30).map(|n| format!("Paragraph {n}: {}", P[n % 6])).collect();
    serve(&outlet, &many.iter().map(String::as_str).collect::<Vec<_>>());
    add(&stages).await;
    let (watcher, _) = watcher(&stages);
    let id = timeline(&stages).await.0;
    watcher.look(id, at(0)).await.unwrap();
    assert_eq!(outlet.asked_for(&format!("{ADDRESS}?page=10")).len(), 1);
    assert_eq!(outlet.asked_for(&format!("{ADDRESS}?page=11")).len(), 0);
    assert_eq!(versions(&stages).await[0].len(), 20);
    assert!(timeline(&stages).await.1.versions[0].partial);

    let closed = Outlet::open().await;
    closed.says("ledger.example/robots.txt", Said::new(200, "text/plain", "User-agent: *\nDisallow: /*?page=\n"));
    let dir = tempfile::tempdir().unwrap();
    let stages = closed.stages(dir.path());
    serve(&closed, &P);
    add(&stages).await;
    let (watcher, _) = crate::outlet::watcher(&stages);
    let id = timeline(&stages).await.0;
    watcher.look(id, at(0)).await.unwrap();
    assert_eq!(closed.asked_for(&format!("{ADDRESS}?page=2")).len(), 0);
    assert_eq!(versions(&stages).await[0].len(), 2);
    assert!(timeline(&stages).await.1.versions[0].partial);
}
