//! Reads JSON Lines `{id, text, language?}` from standard input, writes `{id, quotes}`.

use std::io::{BufRead, Write};

#[derive(serde::Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
    language: Option<String>,
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let input: Input = serde_json::from_str(&line?)?;
        let quotes = quotes::quotes(&input.text, input.language.as_deref());
        writeln!(out, "{}", serde_json::json!({"id": input.id, "quotes": quotes}))?;
    }
    out.flush()
}
