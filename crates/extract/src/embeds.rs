//! Posts of somebody else that a page embeds: what is told of them, and who said it where.
//!
//! A post's last line names its source. Most embeds hold it ("— Selm Harbour (@selmharbour) March 2, 2026"); of the
//! others the address of the post says it, whatever else it carries, so that it is the same at every look.

use url::Url;

use crate::furniture::class_words;
use crate::leaf::Leaf;
use crate::tree::{Id, Tree};
use news::BlockKind;

/// Classes of quotations whose words, and who said them, the page itself holds.
const POSTS: [&str; 5] = ["twitter-tweet", "twitter-video", "bluesky-embed", "fb-xfbml-parse-ignore", "telegram-post"];
/// Classes of those of which it holds a link and the platform's own words.
const EMBEDS: [&str; 4] = ["instagram-media", "tiktok-embed", "reddit-embed-bq", "text-post-media"];
/// Attributes that hold a post's address.
const ADDRESSES: [&str; 8] = [
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-embed-url",
    "data-bluesky-uri",
    "data-href",
    "cite",
    "src",
    "href",
];
/// Sites of which a frame is a post, and what its path begins or ends with.
const FRAMES: [(&str, &str); 5] = [
    ("facebook.com", "/plugins/post"),
    ("instagram.com", "/embed"),
    ("tiktok.com", "/embed"),
    ("embed.bsky.app", "/embed"),
    ("platform.twitter.com", "/embed"),
];
/// Sites of posts that an address without an account names.
const PLATFORMS: [&str; 7] =
    ["x.com", "instagram.com", "facebook.com", "tiktok.com", "bsky.app", "reddit.com", "threads.com"];
/// Nodes of an embed among which its address is looked for.
const MOST_NODES: usize = 200;
/// Longest line that names a source, in scalars.
const LONGEST: usize = 200;
/// First parts of paths that are no account.
const NO_ACCOUNT: [&str; 18] = [
    "p",
    "reel",
    "reels",
    "tv",
    "i",
    "s",
    "c",
    "share",
    "watch",
    "watch.php",
    "events",
    "groups",
    "photo",
    "photo.php",
    "permalink.php",
    "story.php",
    "embed",
    "plugins",
];

/// What an element embeds, if it does: a quotation where the page holds the words, else only that there is a post.
pub(crate) fn kind_of(tree: &Tree, id: Id) -> Option<BlockKind> {
    match tree.name(id) {
        "script" => return tree.attr(id, "data-telegram-post").map(|_| BlockKind::Embed),
        "iframe" => return is_frame_of_post(tree, id).then_some(BlockKind::Embed),
        "blockquote" | "div" => {}
        _ => return None,
    }
    let words = class_words(tree, id);
    let is_quote = tree.name(id) == "blockquote";
    let holds_words = |w: &String| match is_quote {
        true => POSTS.contains(&&**w),
        false => matches!(&**w, "fb-post" | "fb-video"),
    };
    if words.iter().any(holds_words) {
        let mut texts = tree.below(id).take(MOST_NODES).filter_map(|n| tree.text(n));
        let says = texts.any(|text| text.chars().any(char::is_alphanumeric));
        return Some(if says { BlockKind::Quote } else { BlockKind::Embed });
    }
    let named = |w: &String| is_quote && (EMBEDS.contains(&&**w) || w.ends_with("-embed"));
    words.iter().any(named).then_some(BlockKind::Embed)
}

/// Whether a frame shows a post.
fn is_frame_of_post(tree: &Tree, id: Id) -> bool {
    let Some(url) = tree.attr(id, "src").and_then(parse) else { return false };
    let host = host_of(&url);
    FRAMES.iter().any(|(site, path)| host == *site && url.path().contains(path))
        || url.path().starts_with("/@") && url.path().trim_end_matches('/').ends_with("/embed")
}

/// The line that names the source of an embed, unless the last of its `leaves` does.
pub(crate) fn source(tree: &Tree, id: Id, leaves: &[Leaf]) -> Option<String> {
    kind_of(tree, id)?;
    if leaves.last().is_some_and(|leaf| names_source(tree, leaf)) {
        return None;
    }
    if let Some(post) = tree.attr(id, "data-telegram-post") {
        return post.split_once('/').map(|(account, _)| format!("— @{account}, t.me"));
    }
    let inside = || std::iter::once(id).chain(tree.below(id).take(MOST_NODES));
    // the post's own address stands in its element, and last among its links
    let own = ADDRESSES.iter().filter_map(|name| tree.attr(id, name)).find_map(source_of);
    let linked =
        || inside().filter(|n| tree.name(*n) == "a").filter_map(|n| tree.attr(n, "href")).filter_map(source_of);
    let with_account = |line: &String| line.contains(", ");
    let of_platform = |line: &String| PLATFORMS.iter().any(|site| line.ends_with(site));
    let account = own.clone().filter(with_account).or_else(|| linked().filter(with_account).last());
    account.or(own).or_else(|| linked().filter(of_platform).last())
}

/// Whether a line of an embed says whose post it is: "— Selm Harbour (@selmharbour)", "A post shared by … (@selmharbour)".
pub(crate) fn names_source(tree: &Tree, leaf: &Leaf) -> bool {
    let text = leaf.text.lines().last().unwrap_or_default();
    let handle = |w: &str| {
        let w = w.trim_start_matches(['(', '[', '\u{2068}']);
        ["@", "u/", "r/"]
            .iter()
            .any(|sign| w.strip_prefix(sign).is_some_and(|name| name.starts_with(char::is_alphanumeric)))
    };
    let embed = tree.upwards(leaf.node).find(|id| kind_of(tree, *id).is_some());
    let signed = text.starts_with(['—', '–', '-', '―']) && text.chars().any(char::is_alphabetic) || text.contains("(@");
    // in the words of a post it may be anybody's
    let shared = || {
        embed.and_then(|e| kind_of(tree, e)) == Some(BlockKind::Embed)
            && text.split_whitespace().any(handle)
            && !text.split_whitespace().all(handle)
    };
    // "Posted by Selm Harbour on Monday, 2 March 2026"
    let posted = || {
        let facebook =
            |id: &Id| tree.attr(*id, "href").and_then(parse).is_some_and(|url| host_of(&url) == "facebook.com");
        embed.is_some_and(|e| class_words(tree, e).iter().any(|w| w.starts_with("fb-")))
            && leaf.link_chars > 0
            && leaf.link_density() < 1.0
            && tree.below(leaf.node).take(MOST_NODES).any(|id| tree.name(id) == "a" && facebook(&id))
    };
    leaf.chars <= LONGEST && (signed || shared() || posted())
}

/// The source that a post's address names, as a line: "— @selmharbour, instagram.com", or its site alone.
fn source_of(address: &str) -> Option<String> {
    if let Some(rest) = address.strip_prefix("at://") {
        let account = rest.split('/').next().filter(|a| !a.starts_with("did:"));
        return Some(line("bsky.app", account.map(|a| format!("@{a}"))));
    }
    let url = parse(address)?;
    // what a frame shows is named in its address
    let shown = url.query_pairs().find(|(name, _)| name == "href").and_then(|(_, href)| parse(&href));
    let url = shown.unwrap_or(url);
    let host = host_of(&url);
    let parts: Vec<&str> = url.path().split('/').filter(|part| !part.is_empty()).collect();
    let is_name = |name: &&str| {
        !NO_ACCOUNT.contains(name) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@'))
    };
    let first = parts.first().copied().filter(is_name);
    let account = match &*host {
        "t.co" | "pic.twitter.com" => return None,
        "bsky.app" => parts.get(1).filter(|a| parts[0] == "profile" && !a.starts_with("did:")).map(|a| format!("@{a}")),
        "reddit.com" => (parts.len() > 1 && matches!(parts[0], "r" | "u" | "user"))
            .then(|| format!("{}/{}", if parts[0] == "r" { "r" } else { "u" }, parts[1])),
        "x.com" => first.filter(|_| parts.get(1) == Some(&"status") || parts.len() == 1).map(|a| format!("@{a}")),
        "instagram.com" | "t.me" => first.map(|a| format!("@{a}")),
        "facebook.com" => first.filter(|a| !a.chars().all(|c| c.is_ascii_digit())).map(str::to_owned),
        // the servers of Mastodon, TikTok, Threads: "/@selmharbour/1"
        _ => first.filter(|a| a.starts_with('@') && a.len() > 1).map(str::to_owned),
    };
    Some(line(&host, account))
}

fn line(host: &str, account: Option<String>) -> String {
    account.map_or_else(|| format!("— {host}"), |account| format!("— {account}, {host}"))
}

fn parse(address: &str) -> Option<Url> {
    let address = address.trim();
    let url = match address.starts_with("//") {
        true => Url::parse(&format!("https:{address}")),
        false => Url::parse(address),
    };
    url.ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// A site's name, however it is reached.
fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().to_ascii_lowercase();
    let host = ["www.", "m.", "mobile.", "old."].iter().find_map(|p| host.strip_prefix(p)).unwrap_or(&host);
    match host {
        "twitter.com" => "x.com".to_owned(),
        "fb.com" => "facebook.com".to_owned(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_its_account_and_site() {
        for (address, wanted) in [
            ("https://twitter.com/selmharbour/status/1?ref_src=twsrc", Some("— @selmharbour, x.com")),
            ("https://mobile.twitter.com/selmharbour/status/1", Some("— @selmharbour, x.com")),
            ("https://x.com/i/web/status/1", Some("— x.com")),
            ("https://www.instagram.com/p/Cxy/?utm_source=ig_embed", Some("— instagram.com")),
            ("https://www.instagram.com/selm.harbour/reel/Cxy/", Some("— @selm.harbour, instagram.com")),
            ("https://www.facebook.com/selmharbour/posts/10", Some("— selmharbour, facebook.com")),
            ("https://m.facebook.com/100/posts/10", Some("— facebook.com")),
            (
                "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fwww.facebook.com%2Fselmharbour%2Fposts%2F10",
                Some("— selmharbour, facebook.com"),
            ),
            ("https://bsky.app/profile/selm.example/post/3k", Some("— @selm.example, bsky.app")),
            ("at://did:plc:x/app.bsky.feed.post/3k", Some("— bsky.app")),
            ("https://social.example/@selm/1/embed", Some("— @selm, social.example")),
            ("https://www.tiktok.com/@selm/video/7", Some("— @selm, tiktok.com")),
            ("https://www.reddit.com/r/harbours/comments/1/pier/", Some("— r/harbours, reddit.com")),
            ("https://t.co/x", None),
            ("/news/pier", None),
        ] {
            assert_eq!(source_of(address).as_deref(), wanted, "{address}");
        }
    }
}
