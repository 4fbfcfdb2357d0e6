//! An address cut into its parts. Every text can be cut.

/// The parts of an address, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts<'a> {
    /// Lower case; `http` where there is none.
    pub(super) scheme: String,
    /// User, host and port, if the address has a place for them.
    pub(super) authority: Option<&'a str>,
    /// Everything up to the query.
    pub(super) path: &'a str,
    /// Without its `?`.
    pub(super) query: Option<&'a str>,
    /// Without its `#`.
    pub(super) fragment: Option<&'a str>,
}

impl Parts<'_> {
    /// Whether the scheme is one that browsers read forgivingly: any number of slashes, in either
    /// direction, before the host.
    pub(super) fn is_special(&self) -> bool {
        is_special(&self.scheme)
    }
}

fn is_special(scheme: &str) -> bool {
    matches!(scheme, "http" | "https" | "ws" | "wss" | "ftp" | "gopher" | "file")
}

/// The scheme at the start of an address, and what follows its colon.
///
/// `localhost:3000` and `news.example:8080/a` have none: a dot or that name before digits is a host.
pub(super) fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let is_letters = scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    let is_host = (scheme.contains('.') || scheme == "localhost") && rest.starts_with(|c: char| c.is_ascii_digit());
    (is_letters && scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && !is_host).then_some((scheme, rest))
}

/// Cuts an address into its parts.
pub(super) fn cut(address: &str) -> Parts<'_> {
    let (scheme, rest) = match scheme(address) {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => ("http".to_owned(), address),
    };
    let (rest, fragment) = cut_at(rest, '#');
    let (rest, query) = cut_at(rest, '?');
    let slash = |c: char| c == '/' || c == '\\';
    let (authority, path) = if scheme == "file" {
        let slashes = rest.bytes().take_while(|b| matches!(b, b'/' | b'\\')).count();
        // `file://host/path`, and all else is a path on this machine.
        if slashes == 2 { split_authority(&rest[2..], slash) } else { (Some(""), &rest[slashes.saturating_sub(1)..]) }
    } else if is_special(&scheme) {
        first_host(rest, slash)
    } else if let Some(rest) = rest.strip_prefix("//") {
        split_authority(rest, |c| c == '/')
    } else {
        (None, rest)
    };
    Parts { scheme, authority, path, query, fragment }
}

/// The first step that names a host, and the path after it: a user or port alone names none.
fn first_host(rest: &str, slash: impl Fn(char) -> bool + Copy) -> (Option<&str>, &str) {
    let mut rest = rest;
    loop {
        let (authority, path) = split_authority(rest.trim_start_matches(slash), slash);
        let host = authority.and_then(|authority| authority.rsplit('@').next()).unwrap_or_default();
        let names_none = host.strip_prefix(':').unwrap_or(host).bytes().all(|b| b.is_ascii_digit())
            && (host.is_empty() || host.starts_with(':'));
        if !names_none || path.trim_start_matches(slash).is_empty() {
            return (authority, path);
        }
        rest = path;
    }
}

fn split_authority(rest: &str, ends: impl Fn(char) -> bool) -> (Option<&str>, &str) {
    let (authority, path) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
    (Some(authority), path)
}

fn cut_at(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}
