//! The house keeps its order: who may import whom, and that pure crates do no I/O.
//!
//! ARCHITECTURE.md draws the floors; this test reads every manifest and holds them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What each crate of the house may depend on (other crates of the house).
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("news", &[]),
    ("text", &["news"]),
    ("discover", &["news", "text"]),
    ("schedule", &["news", "text"]),
    ("extract", &["news", "text"]),
    ("compare", &["news", "text"]),
    ("publish", &["news", "text"]),
    ("quotes", &["news", "text"]),
    ("fetch", &["news", "text"]),
    ("archive", &["news", "text"]),
    ("store", &["news", "text"]),
    ("newsroom", &["news", "text"]),
    ("watch", &["news", "text", "discover", "schedule", "extract", "compare", "quotes", "fetch", "archive", "store"]),
    ("upkeep", &["news", "archive", "store"]),
    ("web", &["news", "text", "discover", "compare", "quotes", "publish", "archive", "store"]),
];

/// Crates that turn values into values: the same arguments, the same answer, for ever.
const PURE: &[&str] = &["news", "text", "discover", "schedule", "extract", "compare", "quotes", "publish"];

/// What a pure crate never depends on: runtimes, sockets, databases, files, clocks of others.
const IMPURE: &[&str] = &[
    "tokio",
    "hyper",
    "hyper-util",
    "axum",
    "tower-http",
    "reqwest",
    "rustls",
    "tokio-rustls",
    "rusqlite",
    "postgres",
    "tempfile",
    "fs4",
    "rand",
    "getrandom",
    "clap",
    "tracing-subscriber",
];

/// What the source of a pure crate never says outside its tests.
const IMPURE_WORDS: &[&str] = &[
    "std::fs",
    "std::env",
    "std::process",
    "std::thread",
    "TcpStream",
    "TcpListener",
    "UdpSocket",
    "ToSocketAddrs",
    "SystemTime",
    "Instant::now",
    "Timestamp::now",
    "Zoned::now",
];

fn manifests() -> BTreeMap<String, toml::Table> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    std::fs::read_dir(crates)
        .expect("crates/")
        .map(|entry| {
            let folder = entry.expect("an entry").path();
            let text = std::fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
            let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
            (name, text.parse().expect("a manifest in TOML"))
        })
        .collect()
}

fn dependencies(manifest: &toml::Table) -> BTreeSet<String> {
    let table = manifest.get("dependencies").and_then(|d| d.as_table());
    table.into_iter().flat_map(|t| t.keys().cloned()).collect()
}

#[test]
fn every_crate_imports_only_what_its_floor_may() {
    let manifests = manifests();
    let known: BTreeSet<&str> = MAY_IMPORT.iter().map(|(name, _)| *name).collect();
    assert_eq!(manifests.keys().map(String::as_str).collect::<BTreeSet<_>>(), known, "every crate has its floor");
    for (name, allowed) in MAY_IMPORT {
        for dependency in dependencies(&manifests[*name]) {
            if known.contains(dependency.as_str()) {
                assert!(allowed.contains(&dependency.as_str()), "{name} imports {dependency}");
            }
        }
    }
}

#[test]
fn pure_crates_do_no_input_or_output() {
    let manifests = manifests();
    for name in PURE {
        for dependency in dependencies(&manifests[*name]) {
            assert!(!IMPURE.contains(&dependency.as_str()), "{name} is pure, but depends on {dependency}");
        }
        visit_sources(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("crates").join(name).join("src"),
            &mut |path, source| {
                let product = source.split("#[cfg(test)]").next().unwrap_or_default();
                for word in IMPURE_WORDS {
                    assert!(!product.contains(word), "{} is pure, but says {word}", path.display());
                }
            },
        );
    }
}

#[test]
fn no_room_is_called_utils_and_no_file_is_a_hall() {
    visit_sources(Path::new(env!("CARGO_MANIFEST_DIR")), &mut |path, source| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        assert!(!["utils", "util", "helpers", "misc", "common"].contains(&&*name), "{}", path.display());
        assert!(source.lines().count() <= 700, "{} has more than 700 lines: which two things is it?", path.display());
    });
}

fn visit_sources(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("target")
                && !path.ends_with(".git")
                && !path.ends_with(".venv")
                && !path.ends_with("node_modules")
            {
                visit_sources(&path, see);
            }
        } else if path.extension().is_some_and(|e| e == "rs") {
            see(&path, &std::fs::read_to_string(&path).expect("a source file"));
        }
    }
}
