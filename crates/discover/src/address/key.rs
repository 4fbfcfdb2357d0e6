//! One key for all addresses of one article.

use super::trackers::counts_readers;
use super::{BadAddress, parts, precise};

/// Returns the article key of an address, readable: `news.example/world/a?id=3`.
///
/// Left out are what never tells two articles apart: the scheme, `www.`, the port that the scheme
/// implies, the fragment (unless it is a path of its own, as in `#!/a`), parameters that only count
/// readers, a slash at the end and the file name of an index. Everything else stays, capitals
/// included. An address that is not of the web is its own key. `key(precise(x)) == key(x)`.
///
/// # Errors
/// What is empty or too long.
pub fn key(address: &str) -> Result<String, BadAddress> {
    let precise = precise(address)?;
    let parts = parts::cut(&precise);
    let (true, Some(authority)) = (matches!(parts.scheme.as_str(), "http" | "https"), parts.authority) else {
        return Ok(precise);
    };
    if authority.is_empty() {
        return Ok(precise);
    }
    let host = authority.strip_suffix(":80").or_else(|| authority.strip_suffix(":443")).unwrap_or(authority);
    let mut key = format!("{}{}", bare_host(host), path(parts.path));
    let kept = parts
        .query
        .into_iter()
        .flat_map(|query| query.split('&'))
        .filter(|item| !item.is_empty() && !counts_readers(item));
    for (i, item) in kept.enumerate() {
        key.push(if i == 0 { '?' } else { '&' });
        key.push_str(item);
    }
    if let Some(fragment) = parts.fragment.filter(|fragment| fragment.starts_with(['!', '/'])) {
        key.push('#');
        key.push_str(fragment);
    }
    Ok(key)
}

/// The host without `www.`, where enough of it is left.
fn bare_host(host: &str) -> &str {
    let shorter = host.strip_prefix("www.").filter(|bare| bare.contains('.'));
    shorter.map_or(host, bare_host)
}

/// The path without what adds nothing to it: a session's name, the file name of an index, slashes.
fn path(path: &str) -> &str {
    let mut path = path;
    loop {
        path = path.trim_end_matches('/');
        let session =
            path.rsplit_once(";jsessionid=").filter(|(before, name)| !name.contains('/') && !before.ends_with('.'));
        path = match (session, path.rsplit_once('/')) {
            (Some((before, _)), _) => before,
            (_, Some((folder, "index.html" | "index.htm" | "index.shtml"))) => folder,
            _ => return path,
        };
    }
}
