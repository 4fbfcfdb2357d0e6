//! Rules of outlets: `outlets/DOMAIN.toml` in the store's folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use extract::Rules;

use crate::ending::{Ending, Stopped};

/// A file with rules is at most this long, in bytes: somebody wrote it by hand.
const LONGEST: u64 = 100_000;

/// Where a store's rules are.
pub fn folder(dir: &Path) -> PathBuf {
    dir.join("outlets")
}

/// The rules in a folder, by the outlet's domain; none if there is no such folder.
///
/// # Errors
/// With [`Ending::Config`], when a file cannot be read or is not right.
pub fn load(folder: &Path) -> Result<BTreeMap<String, Rules>> {
    let mut rules = BTreeMap::new();
    let files = match std::fs::read_dir(folder) {
        Ok(files) => files,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(rules),
        Err(error) => return Err(error).with_context(|| format!("{} cannot be read", folder.display())),
    };
    for file in files {
        let path = file.with_context(|| format!("{} cannot be read", folder.display()))?.path();
        if path.extension().is_none_or(|end| end != "toml") {
            continue;
        }
        let domain = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        rules.insert(domain, one(&path)?);
    }
    Ok(rules)
}

fn one(path: &Path) -> Result<Rules> {
    let refuse = |what: String| {
        let sentence = format!("the rules {} are not right:\n{what}", path.display());
        Stopped::because(Ending::Config, sentence)
    };
    let length = path.metadata().with_context(|| format!("{} cannot be read", path.display()))?.len();
    if length > LONGEST {
        return Err(refuse(format!("the file is longer than {LONGEST} bytes")));
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).map_err(|error| refuse(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_right_and_what_is_wrong_is_refused_with_its_line() {
        let shipped = load(Path::new(env!("CARGO_MANIFEST_DIR")).join("outlets").as_path()).unwrap();
        assert!(!shipped["outlet.example"].is_empty());
        let dir = tempfile::tempdir().unwrap();
        assert!(load(&dir.path().join("none")).unwrap().is_empty());
        for (text, says) in [
            ("boddy = ['p']", "unknown field"),
            ("body = 'p'", "invalid type"),
            ("body = ['p > a']", "\"p > a\" cannot be used"),
            ("body = [", "line 1"),
        ] {
            std::fs::write(dir.path().join("Ledger.example.toml"), text).unwrap();
            let said = format!("{:#}", load(dir.path()).unwrap_err());
            assert!(said.contains(says) && said.contains("Ledger.example.toml"), "{said}");
        }
        std::fs::write(dir.path().join("Ledger.example.toml"), "leave = ['.x']").unwrap();
        std::fs::write(dir.path().join("notes.txt"), "no rules").unwrap();
        assert_eq!(load(dir.path()).unwrap().keys().collect::<Vec<_>>(), ["ledger.example"]);
    }
}
