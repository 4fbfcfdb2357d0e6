//! Reads many pages, for measuring.
//!
//! `read IN.jsonl OUT.jsonl`: one `{"id","url","file"}` a line becomes one reading a line.
//! `read --pairs PAIRS.jsonl`: `{"id","before","after","curated_changed"}` a line; prints how many of the pairs read
//! differently, by what the curators say.
//! `read --explain FILE`: what became of each piece of one page, and why.

use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use extract::{Memory, Page, explain, extract};
use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match &args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--pairs", pairs] => count_pairs(Path::new(pairs)),
        ["--explain", page] => explain_one(Path::new(page)),
        [input, output] => read_all(Path::new(input), Path::new(output)),
        _ => Err("usage: read IN.jsonl OUT.jsonl | read --pairs PAIRS.jsonl | read --explain FILE".into()),
    }
}

fn explain_one(page: &Path) -> Outcome<()> {
    let body = bytes(page)?;
    for piece in
        explain(&Page { body: &body, content_type: Some("text/html"), url: "https://news.example/a" }, &Memory::none())
    {
        println!("{:?} {}: {}", piece.kept_as, piece.reason, piece.text);
    }
    Ok(())
}

fn lines(path: &Path) -> Outcome<impl Iterator<Item = Outcome<Value>>> {
    let file = BufReader::new(std::fs::File::open(path)?);
    Ok(file.lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    let packed = std::fs::read(path)?;
    if path.extension().is_none_or(|e| e != "gz") {
        return Ok(packed);
    }
    let mut plain = Vec::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut plain)?;
    Ok(plain)
}

fn read_all(input: &Path, output: &Path) -> Outcome<()> {
    let folder = input.parent().unwrap_or(Path::new("."));
    let mut out = BufWriter::new(std::fs::File::create(output)?);
    let (mut pages, mut time) = (0, Duration::ZERO);
    for asked in lines(input)? {
        let asked = asked?;
        let body = bytes(&folder.join(asked["file"].as_str().ok_or("no file")?))?;
        let page = Page {
            body: &body,
            content_type: asked["content_type"].as_str(),
            url: asked["url"].as_str().unwrap_or_default(),
        };
        let before = Instant::now();
        let reading = extract(&page);
        time += before.elapsed();
        pages += 1;
        let mut line = serde_json::to_value(reading)?;
        line["id"] = asked["id"].clone();
        writeln!(out, "{line}")?;
    }
    eprintln!("{pages} pages, {:.0} pages/s", f64::from(pages) / time.as_secs_f64());
    Ok(())
}

fn count_pairs(input: &Path) -> Outcome<()> {
    let folder = input.parent().unwrap_or(Path::new("."));
    let read = |file: &Value| -> Outcome<news::Reading> {
        let body = bytes(&folder.join(file.as_str().ok_or("no file")?))?;
        Ok(extract(&Page { body: &body, content_type: Some("text/html"), url: "https://terms.example/terms" }))
    };
    let (mut same, mut same_differs, mut parts, mut changed, mut seen, mut seen_in_text) = (0, 0, 0, 0, 0, 0);
    for pair in lines(input)? {
        let pair = pair?;
        let (before, after) = (read(&pair["before"])?, read(&pair["after"])?);
        let differs = before.canonical_text() != after.canonical_text();
        let parts_differ = before.parts_digest() != after.parts_digest();
        match pair["curated_changed"].as_bool() {
            Some(true) => {
                changed += 1;
                seen += usize::from(differs || parts_differ);
                seen_in_text += usize::from(differs);
                if !differs && !parts_differ {
                    println!("not seen: {} {:?}", pair["id"], after.page);
                }
            }
            Some(false) => {
                same += 1;
                same_differs += usize::from(differs);
                parts += usize::from(parts_differ);
                if differs {
                    println!("false: {} {:?} {:?}", pair["id"], before.page, after.page);
                }
            }
            None => {}
        }
    }
    println!(
        "unchanged pairs that read differently: {same_differs} of {same} (parts: {parts}); changes seen: {seen} of {changed} ({seen_in_text} in the text)"
    );
    Ok(())
}
