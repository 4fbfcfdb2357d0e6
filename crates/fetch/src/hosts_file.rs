//! The machine's own list of hosts (hosts(5)): the resolver looks there, too, but not for a name with a dot at its end.

use std::collections::HashMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// The list, as it was read last. Lists that keep advertisements away have a hundred thousand lines.
#[derive(Debug)]
pub(crate) struct HostsFile {
    path: PathBuf,
    known: Mutex<Known>,
}

#[derive(Debug, Default)]
struct Known {
    /// When the file was written that was read, and its bytes; `None`: there was none.
    written: Option<(SystemTime, u64)>,
    addresses: HashMap<String, Vec<IpAddr>>,
}

impl HostsFile {
    pub(crate) fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), known: Mutex::default() }
    }

    /// The addresses that the list gives a name; empty: none. The file is read again when it has been written since.
    pub(crate) fn find(&self, name: &str) -> Vec<IpAddr> {
        let file = std::fs::metadata(&self.path).ok();
        let written = file.and_then(|file| Some((file.modified().ok()?, file.len())));
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.written != written {
            let text = std::fs::read_to_string(&self.path).unwrap_or_default();
            *known = Known { written, addresses: read(&text) };
        }
        known.addresses.get(&spelt(name)).cloned().unwrap_or_default()
    }
}

fn read(text: &str) -> HashMap<String, Vec<IpAddr>> {
    let mut addresses: HashMap<String, Vec<IpAddr>> = HashMap::new();
    for line in text.lines() {
        let mut words = line.split('#').next().unwrap_or_default().split_whitespace();
        let Some(address) = words.next().and_then(|word| word.parse::<IpAddr>().ok()) else { continue };
        for name in words {
            let known = addresses.entry(spelt(name)).or_default();
            if !known.contains(&address) {
                known.push(address);
            }
        }
    }
    addresses
}

fn spelt(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_machines_own_list_are_found_as_it_stands_now() {
        let text = "# ours\n127.0.0.1 localhost\n8.8.4.4\tLedger.example  www.ledger.example # the wire\n\
            2001:4860::1 ledger.example.\n#1.1.1.1 gone.example\nno.address ledger.example\n";
        let path = std::env::temp_dir().join(format!("replate-hosts-{}", std::process::id()));
        let hosts = HostsFile::new(&path);
        let found = |name: &str| hosts.find(name).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(found("ledger.example"), "", "there is no list");
        std::fs::write(&path, text).expect("written");
        let cases = [
            ("ledger.example", "8.8.4.4 2001:4860::1"),
            ("www.ledger.example.", "8.8.4.4"),
            ("ledger.exam", ""),
            ("gone.example", ""),
            ("8.8.4.4", ""),
        ];
        for (name, want) in cases {
            assert_eq!(found(name), want, "{name}");
        }
        std::fs::write(&path, "8.8.8.8 ledger.example").expect("written");
        assert_eq!(found("ledger.example"), "8.8.8.8", "it was written again");
        std::fs::remove_file(&path).expect("removed");
        assert_eq!(found("ledger.example"), "", "it is gone");
    }
}
