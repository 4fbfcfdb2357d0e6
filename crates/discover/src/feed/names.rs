//! One name for an element, whatever prefix and version of a namespace a feed uses.

/// The prefix that stands for a namespace in this crate; empty for the elements of feeds themselves.
pub(crate) fn known_prefix(namespace: &str) -> Option<&'static str> {
    let lower = namespace.trim().to_ascii_lowercase();
    let prefix = match lower.trim_end_matches('/') {
        "http://www.w3.org/2005/atom"
        | "http://purl.org/atom/ns#"
        | "http://purl.org/rss/1.0"
        | "http://my.netscape.com/rdf/simple/0.9"
        | "http://channel.netscape.com/rdf/simple/0.9"
        | "http://purl.org/net/rss1.1#"
        | "http://blogs.law.harvard.edu/tech/rss"
        | "http://cyber.law.harvard.edu/rss"
        | "http://my.netscape.com/publish/formats/rss-0.91.dtd" => "",
        "http://purl.org/dc/elements/1.1" | "http://purl.org/dc/elements/1.0" => "dc",
        "http://purl.org/dc/terms" => "dcterms",
        "http://purl.org/rss/1.0/modules/content" => "content",
        "http://www.w3.org/1999/xhtml" => "xhtml",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#" => "rdf",
        "http://www.itunes.com/dtds/podcast-1.0.dtd" => "itunes",
        "http://search.yahoo.com/mrss" => "media",
        "http://purl.org/rss/1.0/modules/syndication" => "sy",
        "http://rssnamespace.org/feedburner/ext/1.0" => "feedburner",
        other if other.starts_with("http://backend.userland.com/") => "",
        _ => return None,
    };
    Some(prefix)
}

/// What a prefix means that was declared nowhere, as people use it.
pub(crate) fn customary_prefix(prefix: &str) -> &str {
    match prefix {
        "atom" | "atom03" | "atom10" | "a10" | "rss" | "rss10" => "",
        "html" | "xhtml1" => "xhtml",
        "syn" => "sy",
        other => other,
    }
}

/// Whether the element holds a text of its own and nothing else, in every format.
pub(crate) fn is_leaf(name: &str) -> bool {
    matches!(name, "title" | "link" | "guid" | "id" | "pubdate" | "published" | "updated" | "dc:date" | "dc:creator")
}

/// Whether the element is a part of an entry, so that a leaf before it must have ended.
pub(crate) fn is_part(name: &str) -> bool {
    let is_other = matches!(
        name,
        "description"
            | "summary"
            | "content"
            | "content:encoded"
            | "author"
            | "category"
            | "comments"
            | "enclosure"
            | "source"
            | "issued"
            | "modified"
            | "created"
            | "dc:subject"
    );
    is_leaf(name) || is_entry(name) || is_other
}

/// Whether the element is an entry.
pub(crate) fn is_entry(name: &str) -> bool {
    matches!(name, "item" | "entry")
}
