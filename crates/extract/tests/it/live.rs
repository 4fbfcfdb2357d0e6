//! Live blogs are read entry by entry.

use extract::{Page, extract};
use news::BlockKind;

fn read(entries: &str) -> Vec<(BlockKind, String)> {
    let html = format!(
        "<!doctype html><html lang=en><head><title>Storm over the valley: live</title></head><body><main><article>\
         <h1>Storm over the valley: live</h1><p>The storm reached the valley on Monday morning and is to last until night.</p>\
         {entries}</article></main></body></html>"
    );
    let page =
        Page { body: html.as_bytes(), content_type: Some("text/html; charset=utf-8"), url: "https://ledger.example/a" };
    extract(&page).body.into_iter().map(|block| (block.kind, block.text)).collect()
}

const BRIDGE: &str = "The bridge over the Selm is closed, the town says, and the ferry does not sail either.";
const SCHOOLS: &str = "All schools stay closed on Tuesday; the library opens as a shelter for the night.";
const TREES: &str = "Some forty trees have fallen on the road to the coast, and the fire brigade asks for patience.";
const INTRO: &str = "The storm reached the valley on Monday morning and is to last until night.";

#[test]
fn entries_are_blocks_with_their_times() {
    let wanted = [
        (BlockKind::Paragraph, INTRO.to_owned()),
        (BlockKind::LiveEntry, format!("14:32\nBridge closed\n{BRIDGE}")),
        (BlockKind::LiveEntry, format!("13:05\n{SCHOOLS}")),
        (BlockKind::LiveEntry, format!("11:50\n{TREES}")),
    ];
    for (open, close) in [
        ("<section class=live-entry>", "</section>"),
        ("<div class='liveblog-post post-1'>", "</div>"),
        ("<div itemprop=liveBlogUpdate>", "</div>"),
        ("<article class=LiveBlogEntry>", "</article>"),
        ("<article class=entry>", "</article>"),
    ] {
        let entries = format!(
            "<div class=live-posts>{open}<time datetime=2026-03-02T14:32>14:32</time><h3>Bridge closed</h3><p>{BRIDGE}</p>{close}\
             {open}<time datetime=2026-03-02T13:05>13:05</time><p>{SCHOOLS}</p>{close}\
             {open}<time datetime=2026-03-02T11:50>11:50</time><p>{TREES}</p>{close}</div>"
        );
        assert_eq!(read(&entries), wanted, "{open}");
    }
}

#[test]
fn a_box_alone_and_a_time_that_is_another_at_every_look_are_none() {
    let one = format!("<div class=live-entry><p>{BRIDGE}</p></div><p>{SCHOOLS}</p>");
    assert!(read(&one).iter().all(|(kind, _)| *kind == BlockKind::Paragraph));
    let ago = format!(
        "<div class=live-entry><span>5 minutes ago</span><p>{BRIDGE}</p></div><div class=live-entry><p>{SCHOOLS}</p></div>"
    );
    assert_eq!(read(&ago)[1], (BlockKind::LiveEntry, BRIDGE.to_owned()));
}
