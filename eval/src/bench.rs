//! The hot paths, each as a ratio to what others need for the same input in the same run.
//!
//! usage: `bench [PAIRS]`
//!
//! Prints a JSON object of ratios: 1.0 is as fast as the other, 2.0 twice as fast. Ratios hold on
//! a busy machine where seconds do not. The input is the scripted day, so no outside data is needed.
//! PAIRS, as `replate compare --batch` reads texts, are whole articles; of them the change is measured as the product
//! makes it, with the quotations of both sides, beside what the small articles of the day need without.

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration, Instant};

use extract::Page;
use news::{Answer, ArticleId, Capture, CaptureId, Exchange, OutletId, Reading};
use newsroom::{Request, Script};

/// Turns that each of the two takes; the fastest counts, because noise only ever adds.
const TURNS: usize = 15;

fn main() {
    let script = Script::shipped().expect("the day that ships is right");
    let pages = pages(&script);
    let pairs = pairs(&script);
    let mut ratios = serde_json::json!({
        "extract_to_tree_alone": ratio(|| read(&pages), || parse(&pages)),
        "compare_to_word_diff_of_whole_texts": ratio(|| align(&pairs), || diff_words(&pairs)),
        "archive_to_gzip_alone": ratio(|| keep(&pages), || pack(&pages)),
    });
    if let Some(path) = std::env::args_os().nth(1) {
        let lines = std::fs::read_to_string(path).expect("the pairs can be read");
        let whole: Vec<(Reading, Reading)> = lines.lines().map(pair).collect();
        ratios["compare_whole_articles_to_word_diff"] = ratio(|| say(&whole), || diff_words(&whole)).into();
    }
    println!("{ratios}");
}

/// How many times faster the first is than the second.
fn ratio(mut ours: impl FnMut(), mut theirs: impl FnMut()) -> f64 {
    let (mut our_best, mut their_best) = (Duration::MAX, Duration::MAX);
    for _ in 0..TURNS {
        our_best = our_best.min(time(&mut ours));
        their_best = their_best.min(time(&mut theirs));
    }
    their_best.as_secs_f64() / our_best.as_secs_f64()
}

fn time(work: &mut impl FnMut()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

/// The page of every article at every moment at which something may change.
fn pages(script: &Script) -> Vec<String> {
    let mut pages = Vec::new();
    for article in script.articles() {
        let host = &script.outlet_of(article).host;
        for moment in script.moments(article) {
            let address = script.shown(article, moment).address;
            let path = address.strip_prefix(&format!("http://{host}")).unwrap_or("/");
            let answer = script.answer(&Request::get(host, path), moment);
            if answer.status == 200 {
                pages.push(String::from_utf8_lossy(&answer.body).into_owned());
            }
        }
    }
    pages
}

/// Consecutive texts of every article.
fn pairs(script: &Script) -> Vec<(Reading, Reading)> {
    let readings =
        |article| script.moments(article).into_iter().filter_map(move |at| script.shown(article, at).reading);
    script.articles().flat_map(|a| readings(a).zip(readings(a).skip(1)).collect::<Vec<_>>()).collect()
}

/// The two texts of a line.
fn pair(line: &str) -> (Reading, Reading) {
    let row: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
    let side = |name: &str| {
        let text = |key: &str| row[name][key].as_str();
        compare::plain(text("headline"), text("standfirst"), text("text").unwrap_or_default())
    };
    (side("before"), side("after"))
}

fn read(pages: &[String]) {
    for page in pages {
        black_box(extract::extract(&Page { body: page.as_bytes(), content_type: None, url: "http://bench.example/a" }));
    }
}

fn parse(pages: &[String]) {
    for page in pages {
        black_box(dom_query::Document::from(page.as_str()));
    }
}

fn align(pairs: &[(Reading, Reading)]) {
    for (before, after) in pairs {
        black_box(compare::compare(before, after, &compare::Circumstances::default()));
    }
}

/// As the product compares: with whoever speaks on both sides.
fn say(pairs: &[(Reading, Reading)]) {
    let with = compare::Circumstances { quotes: Some(&quotes::of), ..Default::default() };
    for (before, after) in pairs {
        black_box(compare::compare(before, after, &with));
    }
}

fn diff_words(pairs: &[(Reading, Reading)]) {
    for (before, after) in pairs {
        let (before, after) = (before.canonical_text(), after.canonical_text());
        black_box(similar::TextDiff::from_words(&before, &after).ops().len());
    }
}

/// Appends every page to an archive, synced once for 64.
fn keep(pages: &[String]) {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut archive, _) = archive::Archive::open(folder.path(), archive::Config::default()).expect("an archive");
    for (batch, pages) in pages.chunks(64).enumerate() {
        let captures: Vec<Capture> = pages.iter().enumerate().map(|(i, page)| capture(batch * 64 + i, page)).collect();
        let records: Vec<_> = captures.iter().map(|capture| archive::Record { capture, same_as: None }).collect();
        black_box(archive.append(&records).expect("room on the disk"));
    }
}

fn capture(number: usize, page: &str) -> Capture {
    let id = CaptureId { article: ArticleId::new(OutletId(1), number as u32 + 1), look: 1 };
    let last = Answer {
        url: "http://bench.example/a".into(),
        peer: None,
        protocols: Vec::new(),
        request_head: b"GET /a HTTP/1.1\r\nHost: bench.example\r\n\r\n".to_vec(),
        head: format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", page.len()).into_bytes(),
        wire_body: page.as_bytes().to_vec(),
        status: 200,
        headers: vec![("content-length".into(), page.len().to_string())],
        body: page.as_bytes().to_vec(),
    };
    let exchange = Exchange {
        at: jiff::Timestamp::UNIX_EPOCH,
        duration_ms: 1,
        hops: Vec::new(),
        last,
        more: Vec::new(),
        vantage: "bench".into(),
    };
    Capture { id, exchange }
}

fn pack(pages: &[String]) {
    for page in pages {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        gzip.write_all(page.as_bytes()).expect("memory");
        black_box(gzip.finish().expect("memory"));
    }
}
