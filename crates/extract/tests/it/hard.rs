//! Pages on which a reader goes wrong easily: little text, few marks, words in odd places.

use extract::{Page, extract};
use news::{BlockKind, PageKind, Reading};

const P: [&str; 3] = [
    "The north pier at Norwick will be rebuilt this summer, after two winters that left it closed to walkers.",
    "The work costs 3 million crowns and takes five months, the harbour master told a meeting on Monday.",
    "Anglers asked for lamps along the rail, and were promised an answer before the end of the month.",
];

const LATE: &str = "It was late, past midnight and in the rain, before the last of them went home from the hall.";

fn read(body: &str) -> Reading {
    let page = Page { body: body.as_bytes(), content_type: None, url: "https://norwick.example/pier" };
    extract(&page)
}

fn page(title: &str, inside: &str) -> Reading {
    read(&format!("<!doctype html><html><head><title>{title}</title></head><body>{inside}</body></html>"))
}

fn paragraphs() -> String {
    P.iter().map(|p| format!("<p>{p}</p>")).collect()
}

/// The blocks as `kind: text`, kinds of paragraphs left out.
fn blocks(reading: &Reading) -> Vec<String> {
    let told = |kind: BlockKind, text: &str| match kind {
        BlockKind::Paragraph => text.to_owned(),
        kind => format!("{kind:?}: {text}"),
    };
    reading.body.iter().map(|b| told(b.kind, &b.text)).collect()
}

#[test]
fn a_short_headline_of_marks_without_spaces_is_the_headline() {
    let text = "連絡船は来月から、島の港に週三回だけ立ち寄ることになったと町が二日に発表した。";
    for (headline, title) in [
        ("港の競り、電子化へ", "来月から変わる市場"),
        ("新高铁六月开通", "两市之间的列车提速"),
        ("連絡船減便", "島の冬"),
    ] {
        let inside = format!("<article><h1>{headline}</h1><p>{text}</p><p>{text}再開の時期は未定。</p></article>");
        assert_eq!(page(title, &inside).headline.as_deref(), Some(headline));
    }
    let section = format!("<h1>国内</h1><article><h2 class=headline>連絡船、冬は週三回に</h2><p>{text}</p></article>");
    let reading = page("連絡船、冬は週三回に", &section);
    assert_eq!(reading.headline.as_deref(), Some("連絡船、冬は週三回に"), "the name of a section is no headline");
}

#[test]
fn a_flash_is_read_and_lone_words_elsewhere_are_not() {
    for text in ["The pier reopened.", "The pier reopened today.", "漁港の競りを電子化へ。"] {
        let reading = page("Pier", &format!("<article><h1>Pier reopened to walkers</h1><p>{text}</p></article>"));
        assert_eq!((reading.page, blocks(&reading)), (PageKind::Article, vec![text.to_owned()]), "{text}");
    }
    let reading = page("Pier", "<div><h1>Pier reopened to walkers</h1><p>Please wait.</p></div>");
    assert!(reading.body.is_empty(), "{reading:?}");
}

#[test]
fn adverts_and_counters_in_a_short_article_are_no_part_of_it() {
    for furniture in [
        r#"<div class="x-slot"><span>- Advertisement -</span>Learn the lute in ten lessons</div>"#,
        r#"<div class="x-slot"><span>ANZEIGE</span> Neue Betten im Angebot</div>"#,
        r#"<div class="x-now">1,204 people are reading this story right now</div>"#,
        r#"<div class="x-now">312 personnes lisent cet article</div>"#,
        r#"<div class="live-readers">312 with us</div>"#,
    ] {
        let inside = format!("<article><h1>North pier to be rebuilt</h1>{}{furniture}</article>", paragraphs());
        assert_eq!(blocks(&page("Pier", &inside)), P, "{furniture}");
    }
    let prose = "<p><b>Werbung</b> ist teurer geworden, sagte die Kammer am Montag in ihrem Bericht für das Jahr.</p>";
    let inside = format!("<article><h1>North pier to be rebuilt</h1>{}{prose}</article>", paragraphs());
    assert_eq!(page("Pier", &inside).body.len(), 4, "a paragraph that begins with the word is one");
}

#[test]
fn notices_stand_where_they_stand() {
    let notice = "Correction: an earlier version of this article said four months.";
    let told = format!("Notice: {notice}");
    let head = "<h1>North pier to be rebuilt</h1><p class=byline>By Ann Hand</p>";
    for (name, inside, above) in [
        ("above", format!("<article>{head}<p>{notice}</p><div class=body>{}</div></article>", paragraphs()), true),
        ("below", format!("<article>{head}<div class=body>{}</div><p>{notice}</p></article>", paragraphs()), false),
        ("first in the body", format!("<article>{head}<p><em>{notice}</em></p>{}</article>", paragraphs()), true),
        ("in a box", format!("<article>{head}{}<aside><p>{notice}</p></aside></article>", paragraphs()), false),
        ("at the foot", format!("<article>{head}{}<footer><p>{notice}</p></footer></article>", paragraphs()), false),
    ] {
        let reading = page("Pier", &inside);
        let mut want: Vec<&str> = P.to_vec();
        want.insert(if above { 0 } else { 3 }, &told);
        assert_eq!(
            (blocks(&reading), reading.standfirst.as_deref()),
            (want.iter().map(|s| s.to_string()).collect(), None),
            "{name}"
        );
    }
    let named = format!("<article>{head}{}<p class=correction>Das Wort „vier“ war falsch.</p></article>", paragraphs());
    assert_eq!(blocks(&page("Pier", &named))[3], "Notice: Das Wort „vier“ war falsch.");
}

#[test]
fn authors_and_standfirst_in_elements_of_a_line_are_seen() {
    let lines =
        r#"<em class="desk_journalist_name">Ann Hand</em><strong class="head_summary">Work begins in June</strong>"#;
    for inside in [
        format!("<article><h1>North pier to be rebuilt</h1>{lines}{}</article>", paragraphs()),
        format!(
            "<div><h2 class=headline>North pier to be rebuilt</h2>{lines}<article>{}</article></div>",
            paragraphs()
        ),
    ] {
        let reading = page("North pier to be rebuilt", &inside);
        assert_eq!(reading.bylines, ["Ann Hand"]);
        assert_eq!(reading.standfirst.as_deref(), Some("Work begins in June"));
        assert_eq!(blocks(&reading), P);
    }
}

#[test]
fn a_paragraph_written_twice_is_there_twice_and_one_shown_twice_once() {
    let head = "<h1>North pier to be rebuilt</h1>";
    let twice = format!("<article>{head}{}<p>{}</p></article>", paragraphs(), P[0]);
    assert_eq!(blocks(&page("Pier", &twice)), [P[0], P[1], P[2], P[0]]);
    let shown = format!("<article>{head}{}<div><p>{}</p></div></article>", paragraphs(), P[0]);
    assert_eq!(blocks(&page("Pier", &shown)), P);
}

#[test]
fn files_of_other_kinds_are_no_articles() {
    let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for (what, start) in [("a PDF document", &b"%PDF-1.7\n"[..]), ("a picture", b"\xff\xd8\xff"), ("bytes", b"")] {
        let body = [start, &noise].concat();
        for content_type in [None, Some("text/html; charset=utf-8"), Some("application/pdf")] {
            let reading = extract(&Page { body: &body, content_type, url: "https://norwick.example/a" });
            assert_eq!(reading.page, PageKind::Empty, "{what}");
            assert!(reading.remarks.iter().any(|r| r.contains(what)), "{:?}", reading.remarks);
        }
    }
    let wide: Vec<u8> =
        "\u{feff}<h1>North pier to be rebuilt</h1><p>The pier at Norwick will be rebuilt this summer, the council said.</p>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
    let reading = extract(&Page { body: &wide, content_type: None, url: "https://norwick.example/a" });
    assert_eq!(reading.body.len(), 1, "UTF-16 is text");
}

/// What page builders do around a body, and what is read of it beside its three paragraphs.
#[test]
fn names_and_boxes_that_mislead_do_not() {
    let [a, b, c] = P;
    let plain = P.join("\n");
    let captioned = format!("{a}\nCaption: The pier in May.\n{b}\n{c}");
    let cases = [
        // a part's headline as an anchor is no name of furniture
        (
            format!(
                "<div><div id=what-the-sponsored-and-related-lamps-cost-now><p>{a}</p></div><p>{b}</p><p>{c}</p></div>"
            ),
            &plain,
        ),
        // a body cut in two by what stands between
        (
            format!(
                "<div><section><div class='part-of body-x'><p>{a} {a}</p><p>{b} {b}</p><p>{c} {c}</p></div></section>\
                 <aside><p>Other.</p></aside><section><div class='part-of body-x'><p>{c} {a}</p><p>{b} {c}</p></div></section></div>"
            ),
            &format!("{a} {a}\n{b} {b}\n{c} {c}\n{c} {a}\n{b} {c}"),
        ),
        // what is kept from programs that read aloud is seen
        (format!("<p>{a}</p><p aria-hidden=true>{b}</p><p>{c}</p>"), &plain),
        // and what is only for them is not
        (format!("<p>{a}</p><p>{b}<span class=sr-only>(opens in a new window)</span></p><p>{c}</p>"), &plain),
        // a box that only a script shows
        (
            format!(
                "<p>{a}</p><div class='box hidden'><p>Pay now to read this pier, and every other.</p></div><p>{b}</p><p>{c}</p>"
            ),
            &plain,
        ),
        // captions in headings, in a line's element, and in a box of pictures
        (
            format!(
                "<p>{a}</p><figure><img src=p><figcaption><h2>The pier in May.</h2></figcaption></figure><p>{b}</p><p>{c}</p>"
            ),
            &captioned,
        ),
        (
            format!(
                "<p>{a}</p><div class=media-x><img src=p><span class=caption>The pier in May.</span></div><p>{b}</p><p>{c}</p>"
            ),
            &captioned,
        ),
        (
            format!("<p>{a}</p><div class=picBox><img src=p><h4>The pier in May.</h4></div><p>{b}</p><p>{c}</p>"),
            &captioned,
        ),
        // rules that agencies draw, and the hours of a report that is added to
        (
            format!("<p>{a}</p><p>___</p><p>{b}</p><p>4:14 p.m.</p><p>{c}</p>"),
            &format!("{a}\n___\n{b}\n4:14 p.m.\n{c}"),
        ),
    ];
    for (inside, want) in &cases {
        let page =
            page("North pier to be rebuilt", &format!("<article><h1>North pier to be rebuilt</h1>{inside}</article>"));
        assert_eq!(blocks(&page).join("\n"), **want, "{inside}");
    }
}

/// What stands between headline and body, apart from it.
#[test]
fn the_line_under_a_headline_is_told_by_its_place() {
    let head = "<h1>North pier to be rebuilt</h1>";
    let body = format!("<div class=article-body>{}</div>", paragraphs());
    let line = "Two winters left it closed; now the harbour has the money.";
    let cases = [
        (
            format!("<article>{head}<div class=x><p>{line}</p></div><p class=by>By Ann Hand</p>{body}</article>"),
            Some(line),
        ),
        (format!("<article>{head}<figure><img src=p><p>{line}</p></figure>{body}</article>"), None),
        (format!("<article>{head}<div class=x><p><a href=/a>{line}</a></p></div>{body}</article>"), None),
        (format!("<article>{head}{body}</article>"), None),
        (
            format!(
                "<article>{head}<ul class=summary><li>It was closed.</li><li>It opens in May.</li></ul>{body}</article>"
            ),
            Some("It was closed.\nIt opens in May."),
        ),
        // a heading in the way through the site is not the headline
        (
            format!(
                "<nav><ul><li><h1>Pier rebuilt: north pier to be rebuilt</h1></li></ul></nav><article><h2>North pier to be rebuilt</h2><div><p>{line}</p></div>{body}</article>"
            ),
            Some(line),
        ),
    ];
    for (inside, standfirst) in cases {
        let reading = page("North pier to be rebuilt", &inside);
        assert_eq!(reading.headline.as_deref(), Some("North pier to be rebuilt"), "{inside}");
        assert_eq!(reading.standfirst.as_deref(), standfirst, "{inside}");
        assert_eq!(blocks(&reading), P, "{inside}");
    }
}

/// Lines among the paragraphs that are text, and boxes that are not.
#[test]
fn what_stands_among_the_paragraphs_is_told_by_its_place() {
    let [a, b, c] = P;
    let all = format!("<p>{a}</p><p>{b}</p><p>{c}</p>");
    let post = |text: &str| {
        format!(
            "<blockquote class=twitter-tweet><p>{text}</p><p>— Norwick Harbour (@norwickharbour) 3 May 2026</p></blockquote>"
        )
    };
    let posted = |text: &str| format!("Quote: {text}\n— Norwick Harbour (@norwickharbour) 3 May 2026");
    let cases = [
        // last lines set as paragraphs are text, counters in boxes of their own are not
        (format!("{all}<p>Tickets: 30 crowns</p>"), format!("{a}\n{b}\n{c}\nTickets: 30 crowns")),
        (format!("{all}<div>Pier 4</div>"), P.join("\n")),
        // labels
        (format!("<p>Caption</p>{all}"), P.join("\n")),
        (format!("<p>Tempo de leitura:<small> 1 minuto</small></p>{all}"), P.join("\n")),
        (
            format!("{all}<div>More Great PIER Stories</div><ul><li>The ferry <a href=/f>stops</a></li></ul>"),
            P.join("\n"),
        ),
        // a heading that only its class tells
        (
            format!("<p>{a}</p><div class=x_subheadline>What it costs</div><p>{b}</p><p>{c}</p>"),
            format!("{a}\nSubhead: What it costs\n{b}\n{c}"),
        ),
        (
            format!("<p>{a}</p><span class=cross-head>What it costs</span><p>{b}</p><p>{c}</p>"),
            format!("{a}\nSubhead: What it costs\n{b}\n{c}"),
        ),
        // a box that only spaces lines apart, inside words
        (
            format!(
                "<p>{a}</p><h2><strong><div class=s></div>Lamps for angl</strong><strong>ers<div class=s></div></strong></h2><p>{b}</p><p>{c}</p>"
            ),
            format!("{a}\nSubhead: Lamps for anglers\n{b}\n{c}"),
        ),
        // an address written out
        (
            format!("<p>{a}</p><p>{b}</p><p><a href=https://n.example/plan>https://n.example/plan</a></p><p>{c}</p>"),
            format!("{a}\n{b}\nhttps://n.example/plan\n{c}"),
        ),
        // two posts of one author and day
        (
            format!("<p>{a}</p>{}<p>{b}</p>{}<p>{c}</p>", post("The pier is shut."), post("It opens in May.")),
            format!("{a}\n{}\n{b}\n{}\n{c}", posted("The pier is shut."), posted("It opens in May.")),
        ),
        // a caption inside lines inside a paragraph
        (
            format!(
                "<p><span><span><img src=p><span class=caption-source><span>The pier.</span></span></span></span></p>{all}"
            ),
            format!("Caption: The pier.\n{}", P.join("\n")),
        ),
        // the first paragraph, whatever its class says
        (
            format!("<div><p class=intro>{a}</p><p>{b}</p><p>{c}</p><p>{LATE}</p></div>"),
            format!("{}\n{LATE}", P.join("\n")),
        ),
        // a box that opens under the pointer
        (
            format!(
                "<p>{a}</p><p>{b}</p><p><span class=rollover-x><a href=/p>Ann Hand</a><span class=rollover-x-box><span>Other news of her</span></span></span> said it.</p><p>{c}</p>"
            ),
            format!("{a}\n{b}\nAnn Hand said it.\n{c}"),
        ),
    ];
    for (inside, want) in &cases {
        let page =
            page("North pier to be rebuilt", &format!("<article><h1>North pier to be rebuilt</h1>{inside}</article>"));
        assert_eq!(blocks(&page).join("\n"), *want, "{inside}");
    }
}

/// A sentence of the text that the outlet sets above it again is a line there, and stays in the text.
#[test]
fn a_sentence_taken_from_the_text_stays_in_it() {
    let [a, b, c] = P;
    let inside = format!(
        "<article><h1>North pier to be rebuilt</h1><div><div>{b}</div></div><div class=article-body><p>{a}</p><p>{b}</p><p>{c}</p></div></article>"
    );
    let reading = page("North pier to be rebuilt", &inside);
    assert_eq!((reading.standfirst.as_deref(), blocks(&reading)), (Some(b), P.map(str::to_owned).to_vec()));
}

/// Parts that a server sends later and its scripts put in place: readers see them.
#[test]
fn parts_that_are_streamed_stand_where_scripts_put_them() {
    let [a, b, c] = P;
    let cases = [
        // a place, and a part inside a part
        (
            format!(
                "<main><h1>North pier to be rebuilt</h1><template id=P:1></template><p>{c}</p></main><div hidden id=S:1><p>{a}</p><template id=P:a></template></div><div hidden id=S:a><p>{b}</p></div>"
            ),
            P.join("\n"),
        ),
        (
            format!(
                "<main><h1>North pier to be rebuilt</h1><!--$?--><template id=B:0></template><i>Loading</i><!--/$--></main><div hidden id=S:0><p>{a}</p><p>{b}</p><p>{c}</p></div>"
            ),
            P.join("\n"),
        ),
        // a part that is its own place, and one without a place: not seen
        (
            format!(
                "<main><h1>North pier to be rebuilt</h1><p>{a}</p><p>{b}</p><p>{c}</p></main><div hidden id=S:0><template id=P:0></template><p>{a} Again.</p></div><div hidden id=S:2><p>{b} Again.</p></div>"
            ),
            P.join("\n"),
        ),
    ];
    for (inside, want) in &cases {
        assert_eq!(blocks(&page("North pier to be rebuilt", inside)).join("\n"), *want, "{inside}");
    }
}

/// What readers see as the headline, where machines are told another in the way through the site.
#[test]
fn the_last_step_of_the_way_through_a_site_is_no_headline() {
    let trail = |h: &str| format!("<ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li><li>{h}</li></ul>");
    let body = paragraphs();
    let cases = [
        (
            trail("<h1>Pier Norwick: north pier rebuilt</h1>"),
            "<meta property=og:title content='Lamps for anglers on the new pier'><h2 class=big>Lamps for anglers on the new pier</h2>",
            "Lamps for anglers on the new pier",
        ),
        (
            "<div class=x-breadcrumb><a href=/>Home</a><h1>Pier Norwick: north pier rebuilt</h1></div>".to_owned(),
            "<meta property=og:title content='Lamps for anglers on the new pier'><h2>Lamps for anglers on the new pier</h2>",
            "Lamps for anglers on the new pier",
        ),
        // alone it is one
        (trail("<h1>Pier Norwick: north pier rebuilt</h1>"), "", "Pier Norwick: north pier rebuilt"),
        // headings of the third level that say what the title says
        (
            String::new(),
            "<meta property=og:title content='Pier Norwick: north pier rebuilt'><h3>Norwick - <span>Pier Norwick: north pier rebuilt</span></h3>",
            "Norwick - Pier Norwick: north pier rebuilt",
        ),
    ];
    for (above, head, want) in &cases {
        let reading = page("Pier Norwick: north pier rebuilt", &format!("{above}<article>{head}{body}</article>"));
        assert_eq!(
            (reading.headline.as_deref(), blocks(&reading)),
            (Some(*want), P.map(str::to_owned).to_vec()),
            "{above}{head}"
        );
    }
}

#[test]
fn a_dialog_about_cookies_is_not_the_article() {
    let asks = "Norwick and its partners use cookies to provide you with a better, safer and faster service, to measure, and to support our business, to which you may object in the settings at any time, today, tomorrow, and later.";
    let says = "The report says, in short, what the harbour found.";
    let inside = format!(
        "<main><div><div><p>{asks}</p></div></div><div><h1>Report of the harbour</h1><div><p>{says}</p><p><a href=/r.pdf>Download 2025 report</a></p></div></div></main>"
    );
    let told = blocks(&page("Report of the harbour", &inside));
    assert!(told.contains(&says.to_owned()) && told.contains(&"Download 2025 report".to_owned()), "{told:?}");
}

/// A site's own elements stand in the line in paragraphs; what a body is parted by leaves its parts in it.
#[test]
fn parts_of_one_text_are_told_by_their_first_class() {
    let [a, b, c] = P;
    let own = format!(
        "<article><h1>North pier to be rebuilt</h1><p>{a} See the <x-link>plan</x-link> of it.</p><p>{b}</p><p>{c}</p></article>"
    );
    assert_eq!(
        blocks(&page("North pier to be rebuilt", &own)).join("\n"),
        format!("{a} See the plan of it.\n{b}\n{c}")
    );
    let walled = format!(
        "<article><h1>North pier to be rebuilt</h1><div class='body-x wide'><p>{a}</p></div><div class='body-x wide walled'><p>{b}</p><p>{c}</p><p>{b} {c}</p></div></article>"
    );
    assert_eq!(blocks(&page("North pier to be rebuilt", &walled)).join("\n"), format!("{a}\n{b}\n{c}\n{b} {c}"));
}

#[test]
fn the_page_footer_is_never_the_article() {
    let footer =
        "<p>The Selm Courier is registered with the office of the press under the number 57529 of the year 2014.</p>";
    let reading = page(
        "Bridge closed",
        &format!(
            "<div><h1>Bridge closed</h1><div itemprop=articleBody></div></div><footer><div>{}</div></footer>",
            footer.repeat(4)
        ),
    );
    assert_eq!((reading.page, reading.body.len()), (PageKind::Empty, 0));
}

#[test]
fn what_readers_see_of_a_headline_is_the_headline() {
    for (inside, wanted) in [
        ("Bridge closes <a style='display: none'>Open editor</a>", "Bridge closes"),
        ("<span style='display:block'>In Selm</span><span>Bridge closes</span>", "In Selm Bridge closes"),
        ("<span class=kicker>New plan</span><span class=title>The bridge closes</span>", "New plan The bridge closes"),
        (
            "<span class=kicker>Selm<span class=sr-only>: </span></span><span>Bridge closes</span>",
            "Selm: Bridge closes",
        ),
        ("<b>B</b>ridge closes", "Bridge closes"),
    ] {
        let reading = page("Bridge closes", &format!("<article><h1>{inside}</h1>{}</article>", paragraphs()));
        assert_eq!(reading.headline.as_deref(), Some(wanted), "{inside}");
        assert!(reading.body.iter().all(|b| !b.text.contains("closes")), "{inside}: {:?}", reading.body);
    }
}

#[test]
fn struck_words_stay_and_never_join_what_stands_beside_them() {
    for (inside, wanted) in [
        ("<del>4</del><ins>5</ins> million", "4 5 million"),
        ("<s>4</s> 5 million", "4 5 million"),
        ("<strike>4</strike>5 million", "4 5 million"),
        ("one bridge<ins>s</ins>", "one bridges"),
    ] {
        let text = format!("The work on the north bridge will cost {inside} in all, the council said on Monday.");
        let reading =
            page("Bridge", &format!("<article><h1>Bridge closes</h1><p>{text}</p>{}</article>", paragraphs()));
        assert_eq!(reading.body[0].text, text.replace(inside, wanted));
    }
}

#[test]
fn a_text_that_is_cut_in_two_begins_at_its_first_part() {
    let part = |from: usize, to: usize| {
        let p = |n| {
            format!(
                "<p>The council heard on day {n} that the bridge over the Selm needs eleven new piers and a road.</p>"
            )
        };
        format!(
            "<div class='widget-box widget-text'><div class=wrap><div class=text>{}</div></div></div>",
            (from..to).map(p).collect::<String>()
        )
    };
    let between = "<div class='widget-box widget-more'><div class=wrap><a href=/o>Ferry at night</a></div></div>";
    let inside = format!("<h1>Bridge closes</h1><div class=parts>{}{between}{}</div>", part(1, 5), part(5, 17));
    let reading = page("Bridge closes", &inside);
    assert!(reading.body[0].text.contains("day 1 "), "{:?}", reading.body[0]);
    assert_eq!(reading.body.len(), 16);
}

#[test]
fn short_paragraphs_and_links_of_a_lead_are_part_of_it() {
    let lead = "<p><a href=/a>The bridge</a> is a star of the town.</p>\
        <p>Since it was built, it seems <a href=/b>impossible for it to miss a season</a>.</p>\
        <p>And that is largely because it takes risks and tries out paint that others would not touch.</p>\
        <p>Here is a look at all of its coats, from the least to the most daring of them.</p>";
    let inside = format!(
        "<article><h1>Bridge painted</h1><section><div class=first-box>{lead}</div></section><section><div class=slides>{0}{0}</div></section></article>",
        paragraphs()
    );
    let reading = page("Bridge painted", &inside);
    assert!(reading.body[0].text.starts_with("The bridge is a star"), "{:?}", reading.body);
}

#[test]
fn a_text_in_a_box_that_is_named_for_sharing_is_the_text() {
    let text: String = (0..12)
        .map(|n| format!("<div class=x-share-text><p>On day {n} the council heard that the bridge over the Selm needs eleven new piers, a new road and a new name, and took no vote on any of it until the next day had come.</p></div>"))
        .collect();
    let reading = page("Bridge closes", &format!("<article><h1>Bridge closes</h1>{text}</article>"));
    assert_eq!((reading.page, reading.body.len()), (PageKind::Article, 12));
}

#[test]
fn the_next_article_of_an_endless_page_is_not_read() {
    let next = "<h1 class='x-headline big'>Ferry at night</h1><p>The ferry leaves at night from the mill quay, the council said on Friday.</p>";
    let inside = format!(
        "<div><div><h1 class='x-headline big'>Pier rebuilt</h1>{}</div><div>{next}{}</div></div>",
        paragraphs(),
        format!("<p>{LATE}</p>").repeat(6)
    );
    assert_eq!(blocks(&page("Pier rebuilt", &inside)), P);
}

#[test]
fn what_players_printers_and_templates_leave_is_not_read() {
    for line in [
        "We apologize, but this video has failed to load.",
        "Dieser Artikel wurde ausgedruckt unter der Adresse: norwick.example/pier",
        "$$ARTICLEAD$$",
        "{{ teaser.box }}",
        "小字号",
        "分享让更多人看到",
    ] {
        let inside = format!(
            "<article><h1>Pier rebuilt</h1><p>{}</p><p>{line}</p><p>{}</p><p>{}</p></article>",
            P[0], P[1], P[2]
        );
        assert_eq!(blocks(&page("Pier rebuilt", &inside)), P, "{line}");
    }
}
