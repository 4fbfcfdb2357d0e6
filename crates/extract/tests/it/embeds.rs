//! Posts of others keep who said what, and where.

use extract::{Page, extract};
use news::BlockKind::{self, Embed, Quote};

const P: [&str; 3] = [
    "The harbour board said on Monday that the north pier, closed since the storm, will be rebuilt in stone.",
    "Work begins in June and takes eleven months; the ferry leaves from the mill quay until it is done.",
    "Anglers asked for lamps along the rail, and were promised an answer before the end of the month.",
];

/// What is read of a post between two paragraphs.
fn posts(embed: &str) -> Vec<(BlockKind, String)> {
    let html = format!(
        "<!doctype html><html lang=en><head><title>North pier to be rebuilt</title></head><body><main><article>\
         <h1>North pier to be rebuilt</h1><p>{}</p>{embed}<p>{}</p><p>{}</p></article></main></body></html>",
        P[0], P[1], P[2]
    );
    let page = Page { body: html.as_bytes(), content_type: Some("text/html"), url: "https://ledger.example/pier" };
    let body = extract(&page).body.into_iter().map(|block| (block.kind, block.text));
    body.filter(|(_, text)| !P.contains(&&**text)).collect()
}

#[test]
fn the_last_line_of_a_post_names_its_source() {
    let said = "The pier opens on Friday.";
    let post = "https://www.facebook.com/selmharbour/posts/10";
    let cases: Vec<(String, BlockKind, String)> = vec![
        // the page holds it
        (
            format!(
                "<blockquote class=twitter-tweet><p>{said}</p>&mdash; Selm Harbour (@selmharbour) \
                 <a href='https://twitter.com/selmharbour/status/1?ref_src=twsrc'>March 2, 2026</a></blockquote>"
            ),
            Quote,
            format!("{said}\n— Selm Harbour (@selmharbour) March 2, 2026"),
        ),
        (
            format!(
                "<blockquote class=bluesky-embed data-bluesky-uri='at://did:plc:x/app.bsky.feed.post/3k'><p>{said}</p>\
                 &mdash; Selm Harbour (@selm.example) <a href='https://bsky.app/profile/did:plc:x/post/3k'>2 March 2026</a></blockquote>"
            ),
            Quote,
            format!("{said}\n— Selm Harbour (@selm.example) 2 March 2026"),
        ),
        (
            format!(
                "<div class=fb-post data-href='{post}'><blockquote cite='{post}' class=fb-xfbml-parse-ignore><p>{said}</p>\
                 Posted by <a href='https://www.facebook.com/selmharbour'>Selm Harbour</a> on <a href='{post}'>Monday, 2 March 2026</a>\
                 </blockquote></div>"
            ),
            Quote,
            format!("{said}\nPosted by Selm Harbour on Monday, 2 March 2026"),
        ),
        (
            "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/Cxy/'>\
             <a href='https://www.instagram.com/p/Cxy/'><div>View this post on Instagram</div></a>\
             <p><a href='https://www.instagram.com/p/Cxy/'>A post shared by Selm Harbour (@selmharbour)</a></p></blockquote>"
                .to_owned(),
            Embed,
            "View this post on Instagram\nA post shared by Selm Harbour (@selmharbour)".to_owned(),
        ),
        // its address says it
        (
            format!(
                "<blockquote class=twitter-tweet><p>{said}</p>\
                 <a href='https://twitter.com/selmharbour/status/1'></a></blockquote>"
            ),
            Quote,
            format!("{said}\n— @selmharbour, x.com"),
        ),
        (
            "<blockquote class=twitter-tweet><a href='https://x.com/selmharbour/status/1'></a></blockquote>".to_owned(),
            Embed,
            "— @selmharbour, x.com".to_owned(),
        ),
        (
            "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/selmharbour/p/Cxy/?utm_source=ig_embed'></blockquote>"
                .to_owned(),
            Embed,
            "— @selmharbour, instagram.com".to_owned(),
        ),
        (
            "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@selm/video/7'><section>\
             <a href='https://www.tiktok.com/@selm?refer=embed'>@selm</a><p>The pier in snow</p>\
             <a href='https://www.tiktok.com/music/x'>♬ original sound - selm</a></section></blockquote>"
                .to_owned(),
            Embed,
            "@selm\nThe pier in snow\n♬ original sound - selm\n— @selm, tiktok.com".to_owned(),
        ),
        (
            "<blockquote class=mastodon-embed data-embed-url='https://social.example/@selm/1/embed'>\
             <a href='https://social.example/@selm/1'><div>View on Mastodon</div></a></blockquote>"
                .to_owned(),
            Embed,
            "View on Mastodon\n— @selm, social.example".to_owned(),
        ),
        (
            "<script async src='https://telegram.example/widget.js' data-telegram-post='selmharbour/12'></script>".to_owned(),
            Embed,
            "— @selmharbour, t.me".to_owned(),
        ),
        (format!("<div class=fb-post data-href='{post}'></div>"), Embed, "— selmharbour, facebook.com".to_owned()),
        ("<iframe src='https://social.example/@selm/1/embed'></iframe>".to_owned(), Embed, "— @selm, social.example".to_owned()),
    ];
    for (embed, kind, text) in cases {
        assert_eq!(posts(&embed), [(kind, text)], "{embed}");
    }
}

#[test]
fn frames_and_quotations_of_other_kinds_are_no_posts() {
    for other in [
        "<iframe src='https://ads.example/slot'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=https%3A%2F%2Fledger.example'></iframe>",
        "<div style='display:none'><blockquote class=twitter-tweet><a href='https://x.com/selm/status/1'></a></blockquote></div>",
        "<script src='https://platform.twitter.com/widgets.js'></script>",
    ] {
        assert_eq!(posts(other), [], "{other}");
    }
    let said = "<blockquote><p>We have waited two winters for this, and not one of us has complained.</p></blockquote>";
    assert_eq!(
        posts(said),
        [(Quote, "We have waited two winters for this, and not one of us has complained.".to_owned())]
    );
}
