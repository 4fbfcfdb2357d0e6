//! Reads many pages: `read IN.jsonl OUT.jsonl` (one `{"id","url","file"}` a line). For measuring.

use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().collect();
    let [_, input, output] = &args[..] else { return Err("usage: read IN.jsonl OUT.jsonl".into()) };
    let folder = Path::new(input).parent().unwrap_or(Path::new("."));
    let mut out = BufWriter::new(std::fs::File::create(output)?);
    let (mut pages, mut time) = (0, std::time::Duration::ZERO);
    for line in std::io::BufReader::new(std::fs::File::open(input)?).lines() {
        let asked: serde_json::Value = serde_json::from_str(&line?)?;
        let file = folder.join(asked["file"].as_str().ok_or("no file")?);
        let body = std::fs::read(file)?;
        let content_type = asked["content_type"].as_str();
        let page = extract::Page { body: &body, content_type, url: asked["url"].as_str().unwrap_or_default() };
        let before = std::time::Instant::now();
        let mut reading = serde_json::to_value(extract::extract(&page))?;
        time += before.elapsed();
        pages += 1;
        reading["id"] = asked["id"].clone();
        writeln!(out, "{reading}")?;
    }
    eprintln!("{pages} pages, {:.0} pages/s", f64::from(pages) / time.as_secs_f64());
    Ok(())
}
