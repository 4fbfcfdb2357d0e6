//! What another program thinks of our files: `warcio`, named by `REPLATE_WARCIO`.

use std::fs;
use std::process::Command;

use archive::{Archive, Config, Keep, Ledger, Record};
use news::{Act, Capture, Deed, Place};

use crate::stage::{
    all, answer, append, chunked, look, on_three_pages, open, over_http2, page, quick_folder, redirected,
};

#[test]
fn warcio_finds_nothing_wrong() {
    let Some(warcio) = std::env::var_os("REPLATE_WARCIO") else {
        println!("skipped: REPLATE_WARCIO");
        return;
    };
    let dir = quick_folder();
    let config =
        Config { segment_bytes: 1, operator: Some("The desk, desk@gazette.example".into()), ..Config::default() };
    let (mut archive, _) = Archive::open(dir.path(), config).expect("open");
    let text = "<p>Grüße aus dem Hafen: „alles ruhig“.</p>".repeat(30);
    let mut odd = look(5, page(&text));
    odd.exchange.vantage = "Zürich\r\n100 %".into();
    odd.exchange.last.url = "https://gazette.example/a b/ü?<x>".into();
    odd.exchange.last.request_head.clear();
    let captures: Vec<Capture> = vec![
        look(1, page(&text)),
        look(2, chunked(&text, 100)),
        redirected(3),
        look(4, answer(404, &[("Content-Length", "0")], b"")),
        odd,
    ];
    let same_as: Option<Place> = append(&mut archive, &captures).first().copied();
    let later = [
        look(6, page(&text)),
        look(7, answer(304, &[("ETag", "\"x\"")], b"")),
        look(8, over_http2("<p>Ebb.</p>")),
        on_three_pages(9),
    ];
    let batch: Vec<_> = later.iter().map(|capture| Record { capture, same_as }).collect();
    archive.append(&batch).expect("written");
    let id = news::PollId { feed: news::FeedId::new(news::OutletId(3), 2), poll: 1 };
    archive.append_poll(id, &[&captures[0].exchange, &captures[2].exchange]).expect("written");
    let now = captures[0].exchange.at + jiff::SignedDuration::from_hours(24 * 90);
    let swept = archive.sweeper().sweep(Keep::Days(30), now, |id| id.look == 1).expect("no error");
    assert!(swept.is_some_and(|s| s.bytes_after > 0));

    // Files that were cut at some byte, repaired and written on.
    let whole = fs::read(dir.path().join("segment-000001.warc.gz")).expect("the segment");
    let repaired = quick_folder();
    for length in (0..whole.len()).step_by(61) {
        let at = repaired.path().join(format!("cut-{length}"));
        fs::create_dir(&at).expect("a folder");
        fs::write(at.join("segment-000001.warc.gz"), &whole[..length]).expect("written");
        append(&mut open(&at).0, &captures[1..3]);
        fs::rename(at.join("segment-000001.warc.gz"), at.with_extension("warc.gz")).expect("renamed");
    }

    // A ledger, written twice and torn in between.
    let deed = |reason: &str| Deed {
        at: captures[0].exchange.at,
        by: "Zoë".into(),
        act: Act::Withdrawn { article: captures[0].id.article, version: None, reason: reason.into(), legal: true },
    };
    let ledger = Ledger::new(dir.path(), "replate/0.1.0");
    drop(ledger.append(&[deed("nennt ein Kind: „Lena“"), deed("again")]).expect("written"));
    let path = dir.path().join("ledger.warc.gz");
    let bytes = fs::read(&path).expect("the ledger");
    fs::write(&path, &bytes[..bytes.len() - 9]).expect("torn");
    drop(ledger.append(&[deed("after a crash")]).expect("written"));
    assert_eq!(ledger.read().expect("read").len(), 2);
    assert_eq!(all(&open(dir.path()).0).len(), captures.len() + later.len(), "segments are read without it");

    for folder in [dir.path(), repaired.path()] {
        let files = fs::read_dir(folder).expect("listed").map(|e| e.expect("listed").path());
        let files: Vec<_> = files.filter(|p| p.extension().is_some_and(|e| e == "gz")).collect();
        for command in ["check", "index"] {
            let done = Command::new(&warcio).arg(command).args(&files).output().expect("warcio runs");
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert!(
                done.status.success() && said.is_empty(),
                "{command}: {said}{}",
                String::from_utf8_lossy(&done.stdout)
            );
        }
        println!("warcio: {} files checked and indexed", files.len());
    }
}
