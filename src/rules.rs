//! Rules of outlets: `outlets/DOMAIN.toml` in the store's folder.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
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
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
        let domain = discover::address::domain(&format!("https://{stem}/"));
        if path.extension().is_none_or(|end| end != "toml") {
            // notes may lie beside them; "outlet.example.txt" was meant to be rules
            if stem.contains('.') && domain.as_ref() == Some(&stem) && path.extension().is_some_and(|end| end == "txt")
            {
                return Err(refused(&path, &format!("its name has to end in .toml: {stem}.toml")));
            }
            continue;
        }
        match domain {
            Some(domain) if domain == stem => rules.insert(domain, one(&path)?),
            Some(domain) if stem.ends_with(&format!(".{domain}")) => {
                return Err(refused(&path, &format!("rules are for a whole outlet: name the file {domain}.toml")));
            }
            _ => return Err(refused(&path, "its name has to be the domain of an outlet, as outlet.example.toml")),
        };
    }
    Ok(rules)
}

fn refused(path: &Path, what: &str) -> anyhow::Error {
    Stopped::because(Ending::Config, format!("the rules {} are not right:\n{what}", path.display()))
}

fn one(path: &Path) -> Result<Rules> {
    let unread = || format!("{} cannot be read", path.display());
    // what is no file says nothing of its length, and may never end
    if !path.metadata().with_context(unread)?.is_file() {
        return Err(refused(path, "it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(path).with_context(unread)?.take(LONGEST + 1).read_to_end(&mut bytes).with_context(unread)?;
    if bytes.len() as u64 > LONGEST {
        return Err(refused(path, &format!("the file is longer than {LONGEST} bytes")));
    }
    let text = String::from_utf8(bytes).map_err(|error| refused(path, &format!("the file is not UTF-8: {error}")))?;
    toml::from_str(&text).map_err(|error| refused(path, &error.to_string()))
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

    #[test]
    fn a_file_that_can_be_no_rules_is_refused_and_never_passed_over() {
        let cases: [(&str, &[u8], &str); 6] = [
            ("www.ledger.example.toml", b"leave = ['.x']", "name the file ledger.example.toml"),
            ("not a domain.toml", b"leave = ['.x']", "the domain of an outlet"),
            ("ledger.example.txt", b"leave = ['.x']", "ledger.example.toml"),
            ("ledger.example.toml", b"leave = ['\xff']", "not UTF-8"),
            ("ledger.example.toml", &[b'#'; 100_001], "longer than"),
            ("ledger.example.toml", b"", ""),
        ];
        for (name, bytes, says) in cases {
            let dir = tempfile::tempdir().unwrap();
            std::fs::write(dir.path().join(name), bytes).unwrap();
            match load(dir.path()) {
                Ok(_) => assert!(says.is_empty(), "{name}"),
                Err(error) => {
                    let stopped = error.downcast_ref::<Stopped>().unwrap();
                    assert!(stopped.ending == Ending::Config && stopped.sentence.contains(says), "{name}: {stopped}");
                }
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_no_file_with_rules() {
        let dir = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/dev/zero", dir.path().join("ledger.example.toml")).unwrap();
        assert!(format!("{:#}", load(dir.path()).unwrap_err()).contains("no file"));
    }
}
