//! Extractors behind one command line, ours among them.
//!
//! `peers ENGINE IN.jsonl OUT.jsonl` reads `{id, url, file}` and writes readings in the shape of `replate read --batch`;
//! a page that an engine fails on is written with an `error` and nothing else, which counts as empty.
//! `peers --time PASSES ENGINE IN.jsonl` reads all pages into memory and prints what they cost as one JSON object.

mod cost;
mod engine;
mod html;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use engine::{Engine, Read};
use serde::Deserialize;
use serde_json::json;

/// Deep pages are walked by recursion in some engines.
const STACK: usize = 256 << 20;
const USAGE: &str = "usage: peers ENGINE IN.jsonl OUT.jsonl | peers --time PASSES ENGINE IN.jsonl";

type Outcome = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// A line of the input.
#[derive(Deserialize)]
struct Line {
    id: String,
    url: String,
    file: String,
}

/// A page in memory, decoded.
pub struct Page {
    id: String,
    url: String,
    text: String,
}

impl Page {
    fn of(line: Line) -> std::io::Result<Self> {
        let bytes = std::fs::read(&line.file)?;
        // The byte order mark says how to decode and is no part of the text.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap_or(&bytes);
        Ok(Self { id: line.id, url: line.url, text: String::from_utf8_lossy(bytes).into_owned() })
    }
}

fn main() -> Outcome {
    let work = std::thread::Builder::new().stack_size(STACK).spawn(run)?;
    work.join().map_err(|_| "a part of the engine ended the run")?
}

fn run() -> Outcome {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--time", passes, engine, input] => {
            let passes = passes.parse()?;
            let pages = lines(input)?.map(|line| Ok(Page::of(line?)?)).collect::<Result<Vec<_>, Error>>()?;
            println!("{}", cost::measure(Engine::named(engine)?, &pages, passes)?);
            Ok(())
        }
        [engine, input, output] => read(Engine::named(engine)?, input, output),
        _ => Err(USAGE.into()),
    }
}

type Error = Box<dyn std::error::Error + Send + Sync>;

fn lines(input: &str) -> Result<impl Iterator<Item = Result<Line, Error>> + use<>, Error> {
    let file = File::open(input).map_err(|e| format!("{input}: {e}"))?;
    Ok(BufReader::new(file).lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

/// One line out for every line in, at once: after a crash the last line says which page it was.
fn read(engine: Engine, input: &str, output: &str) -> Outcome {
    let mut out = BufWriter::new(File::create(output)?);
    for line in lines(input)? {
        let page = Page::of(line?)?;
        let mut row = match attempt(engine, &page) {
            Ok(read) => read.row(),
            Err(error) => json!({ "page": "empty", "error": error }),
        };
        row["id"] = json!(page.id);
        writeln!(out, "{row}")?;
        out.flush()?;
    }
    Ok(())
}

/// What the engine makes of a page; a panic of its is an error as any other.
pub fn attempt(engine: Engine, page: &Page) -> Result<Read, String> {
    catch_unwind(AssertUnwindSafe(|| engine.read(&page.text, &page.url))).unwrap_or_else(|_| Err("it panicked".into()))
}
