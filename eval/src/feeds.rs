//! Feeds of changes that nobody would think of, for `eval/feeds.py` to judge.
//!
//! `eval-feeds OUT_DIR --count N --seed N` writes, for each number, the feed in its three forms (`0007.atom`,
//! `0007.rss`, `0007.json`), the same feeds as they were before some of the changes came (`0007.earlier.atom`, …), and
//! `0007.truth.json`: addresses, the time of writing, and every change with its id, headline, times and address. The
//! same seed gives the same bytes.

#[path = "feeds/chance.rs"]
mod chance;
#[path = "feeds/made.rs"]
mod made;
#[path = "feeds/odd.rs"]
mod odd;

use std::path::Path;

use anyhow::{Context, Result, bail};
use chance::Chance;
use made::Made;
use news::{CaptureId, HiddenChange};
use publish::ShownChange;
use publish::feed::{Form, Of, write};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, options @ ..] = arguments.as_slice() else {
        bail!("usage: eval-feeds OUT_DIR [--count N] [--seed N]");
    };
    let (mut count, mut seed) = (1000, 1);
    for pair in options.chunks(2) {
        match pair {
            [name, value] if name == "--count" => count = value.parse().context("--count wants a number")?,
            [name, value] if name == "--seed" => seed = value.parse().context("--seed wants a number")?,
            _ => bail!("no such option: {}", pair.join(" ")),
        }
    }
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for number in 0..count {
        one(folder, number, &mut Chance::new(seed, number))?;
    }
    Ok(())
}

/// One feed in all its forms, and what is true of it.
fn one(folder: &Path, number: u64, chance: &mut Chance) -> Result<()> {
    let made = Made::of(chance);
    let of = match chance.below(3) {
        0 => Of::Everything,
        1 => Of::Outlet(&made.outlet),
        _ => Of::Article(&made.article),
    };
    let older = chance.one_in(4).then_some("/changes?before=2026-03-02T05%3A00%3A00Z");
    let newer = chance.below(made.changes.len() as u64 + 1) as usize;
    let look = |look| CaptureId { article: made.article.id, look };
    let gone = HiddenChange { from: look(9_000), to: look(9_001), at: made.now };
    let deleted = if chance.one_in(3) { vec![gone] } else { Vec::new() };
    let mut addresses = serde_json::Map::new();
    for form in Form::ALL {
        let ending = form.ending();
        let put = |name: String, changes: &[ShownChange]| {
            let text = write(form, &made.site, of, changes, &deleted, older, made.now);
            std::fs::write(folder.join(&name), text).with_context(|| format!("cannot write {name}"))
        };
        put(format!("{number:04}.{ending}"), &made.changes)?;
        put(format!("{number:04}.earlier.{ending}"), made.changes.get(newer..).unwrap_or_default())?;
        addresses.insert(ending.to_owned(), made.site.absolute(&of.address(form)).into());
    }
    let truth = serde_json::json!({
        "addresses": addresses,
        "now": made.now.to_string(),
        "earlier": made.changes.len() - newer,
        "changes": made.changes.iter().map(|change| made.truth(change)).collect::<Vec<_>>(),
    });
    std::fs::write(folder.join(format!("{number:04}.truth.json")), truth.to_string())?;
    Ok(())
}
