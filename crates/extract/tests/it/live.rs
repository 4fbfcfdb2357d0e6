//! Live blogs are read entry by entry.

use extract::{Page, extract};
use news::BlockKind;

fn read(entries: &str) -> Vec<(BlockKind, String)> {
    read_with("", entries)
}

/// The same of a page with more in its head.
fn read_with(head: &str, entries: &str) -> Vec<(BlockKind, String)> {
    let html = format!(
        "<!doctype html><html lang=en><head><title>Storm over the valley: live</title>{head}</head><body><main><article>\
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
const LAMPS: &str = "The lamps on the quay are out, and the harbour master asks walkers to keep away from it.";
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

const LIVE: &str = "<script type='application/ld+json'>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Storm over the valley: live\",\
                    \"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"Bridge closed\"}]}</script>";

/// Three boxes that say nothing of what they are.
fn plain_boxes(open: &str, close: &str) -> String {
    let rows = [("14:32", "Bridge closed", BRIDGE), ("13:05", "Schools", SCHOOLS), ("11:50", "Trees", TREES)];
    rows.map(|(at, head, text)| format!("{open}<time>{at}</time><h2>{head}</h2><p>{text}</p>{close}")).concat()
}

#[test]
fn boxes_with_times_are_entries_where_the_page_says_that_it_is_live() {
    let wanted = [
        (BlockKind::Paragraph, INTRO.to_owned()),
        (BlockKind::LiveEntry, format!("14:32\nBridge closed\n{BRIDGE}")),
        (BlockKind::LiveEntry, format!("13:05\nSchools\n{SCHOOLS}")),
        (BlockKind::LiveEntry, format!("11:50\nTrees\n{TREES}")),
    ];
    let started =
        LIVE.replace("LiveBlogPosting", "NewsArticle").replace("\"liveBlogUpdate\":[", "\"coverageStartTime\":[");
    for (head, open, close) in [
        (LIVE, "<div class=post>", "</div>"),
        (LIVE, "<section>", "</section>"),
        (&*started, "<div class='post post-x'>", "</div>"),
    ] {
        assert_eq!(read_with(head, &plain_boxes(open, close)), wanted, "{open}");
        let held = format!("<div>{}</div>", plain_boxes(open, close));
        assert_eq!(read_with(head, &held), wanted, "{open} in a box");
    }
    let ticker = format!("<div class=liveticker>{}</div>", plain_boxes("<div class=row>", "</div>"));
    assert_eq!(read(&ticker), wanted, "the box that holds them says it");
    assert_eq!(read(&plain_boxes("<div class=post>", "</div>"))[1].0, BlockKind::Subhead, "nothing says it");
}

#[test]
fn lines_of_a_ticker_are_entries() {
    for (open, close, time) in [
        ("20:09 Uhr: ", "", "20:09 Uhr: "),
        ("<b>20:09</b> ", "", "20:09 "),
        ("<time>20:09</time> ", "", "20:09 "),
        ("<p><b>20:09 Uhr</b></p><p>", "</p>", "20:09 Uhr\n"),
        ("<time>20:09</time><p>", "</p>", "20:09\n"),
    ] {
        let items = [BRIDGE, SCHOOLS, TREES].map(|text| format!("<li class=entry>{open}{text}{close}</li>")).concat();
        let intro = format!("<p>{INTRO}</p>").repeat(9);
        for before in ["", &intro] {
            let read = read(&format!("{before}<ul class=ticker>{items}</ul>"));
            let entries: Vec<&str> =
                read.iter().filter(|(kind, _)| *kind == BlockKind::LiveEntry).map(|(_, text)| &**text).collect();
            assert_eq!(entries, [BRIDGE, SCHOOLS, TREES].map(|text| format!("{time}{text}")), "{open} {before}");
        }
    }
}

#[test]
fn lists_of_links_and_lists_without_times_are_no_entries() {
    let links = [BRIDGE, SCHOOLS, TREES].map(|text| format!("<li>20:09 <a href=/n>{text}</a></li>")).concat();
    let plain = [BRIDGE, SCHOOLS, TREES].map(|text| format!("<li>{text}</li>")).concat();
    let dates = [BRIDGE, SCHOOLS, TREES].map(|text| format!("<li>12.03.2026 {text}</li>")).concat();
    for list in [links, plain, dates] {
        for head in ["", LIVE] {
            let read = read_with(head, &format!("<ul class=ticker>{list}</ul>"));
            assert!(read.iter().all(|(kind, _)| *kind != BlockKind::LiveEntry), "{list}: {read:?}");
        }
    }
}

#[test]
fn a_picture_in_an_entry_does_not_part_it() {
    let entry = |at: &str, a: &str, b: &str| {
        format!(
            "<div class=post><time>{at}</time><p>{a}</p><figure><img src=/a.jpg><figcaption>The weir</figcaption></figure><p>{b}</p></div>"
        )
    };
    let read = read_with(LIVE, &format!("{}{}", entry("14:32", BRIDGE, SCHOOLS), entry("13:05", TREES, LAMPS)));
    let wanted = [
        (BlockKind::Paragraph, INTRO.to_owned()),
        (BlockKind::LiveEntry, format!("14:32\n{BRIDGE}\n{SCHOOLS}")),
        (BlockKind::Caption, "The weir".to_owned()),
        (BlockKind::LiveEntry, format!("13:05\n{TREES}\n{LAMPS}")),
        (BlockKind::Caption, "The weir".to_owned()),
    ];
    assert_eq!(read, wanted);
}
