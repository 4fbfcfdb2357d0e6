//! What a stage's command is given: a file, standard input, or an address to fetch.

use std::path::Path;

use anyhow::Result;

use crate::batch;
use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::network;

/// A page, a feed or a text, with what is known of where it came from.
pub struct Input {
    /// The bytes, content codings removed.
    pub body: Vec<u8>,
    /// The Content-Type header, if there was one.
    pub content_type: Option<String>,
    /// The address; for a file without one, `file:` and its name.
    pub url: String,
}

impl Input {
    /// Reads a file or standard input, or fetches an address.
    ///
    /// # Errors
    /// When it cannot be read or fetched, or the outlet answers with an error status.
    pub fn open(named: &str, url: Option<&str>, content_type: Option<&str>, places: &Places) -> Result<Self> {
        if is_address(named) {
            return Self::fetch(named, places);
        }
        if named.contains("://") && !Path::new(named).exists() {
            let sentence = format!("{named} is no file, and no address: those begin with http:// or https://");
            return Err(Stopped::because(Ending::Usage, sentence));
        }
        let body = if named == "-" {
            batch::read_whole(std::io::stdin(), "standard input")?
        } else {
            batch::read_whole(batch::open(Path::new(named))?, named)?
        };
        let content_type = content_type.map(str::to_owned).or_else(|| type_of(named));
        let url = url.map_or_else(|| format!("file:{named}"), str::to_owned);
        Ok(Self { body, content_type, url })
    }

    fn fetch(address: &str, places: &Places) -> Result<Self> {
        let exchange = network::look_once(address, places)?;
        let answer = exchange.last;
        if answer.status != 200 {
            let sentence = format!("{} answered with status {}: nothing to read there", answer.url, answer.status);
            return Err(Stopped::because(Ending::Outlet, sentence));
        }
        let content_type = answer.header("content-type").map(str::to_owned);
        Ok(Self { content_type, url: answer.url, body: answer.body })
    }

    /// Whether it is a text without markup.
    pub fn is_plain_text(&self) -> bool {
        self.content_type.as_deref().is_some_and(|kind| kind.starts_with("text/plain"))
    }

    /// The input as a page.
    pub fn page(&self) -> extract::Page<'_> {
        extract::Page { body: &self.body, content_type: self.content_type.as_deref(), url: &self.url }
    }
}

/// What the name of a file says of its type; .gz and .zst are unpacked and say nothing.
pub fn type_of(named: &str) -> Option<String> {
    let named = named.to_ascii_lowercase();
    let unpacked = named.strip_suffix(".gz").or_else(|| named.strip_suffix(".zst")).unwrap_or(&named);
    unpacked.ends_with(".txt").then(|| "text/plain".to_owned())
}

/// Whether a word of the command line is an address rather than a file.
pub fn is_address(named: &str) -> bool {
    named.starts_with("http://") || named.starts_with("https://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_known_by_their_ending() {
        let cases = [
            ("a.txt", true),
            ("A.TXT", true),
            ("a.txt.gz", true),
            ("a.txt.zst", true),
            ("a.html", false),
            ("txt", false),
            ("a.txt.html", false),
        ];
        for (named, is_text) in cases {
            assert_eq!(type_of(named).is_some(), is_text, "{named}");
        }
    }
}
