use discover::{Discovered, Filter, Format, LeftOut, MAX_ENTRIES, Source, discover};
use news::Entry;

fn read(body: impl AsRef<[u8]>) -> Discovered {
    discover(&Source { body: body.as_ref(), content_type: None, url: "https://courier.example/feeds/all.xml" })
}

/// A feed in RSS with these items.
fn rss(items: &str) -> String {
    format!(
        "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>\
         <title>The Courier</title><link>https://courier.example/</link>{items}</channel></rss>"
    )
}

fn item(number: u32) -> String {
    format!(
        "<item><title>Story {number}</title><link>https://courier.example/{number}</link><guid>{number}</guid></item>"
    )
}

fn only(found: Discovered) -> Entry {
    assert_eq!(found.entries.len(), 1, "{found:?}");
    found.entries.into_iter().next().unwrap_or_default()
}

#[test]
fn every_format_says_the_same() {
    let feeds = [
        (
            Format::Rss,
            "<rss version='2.0'><channel><title>The Courier</title><link>https://courier.example/</link><item>\
             <title>Ferry runs again</title><link>https://courier.example/ferry</link><guid>urn:ferry</guid>\
             <pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate><description>&lt;p&gt;After a week.&lt;/p&gt;</description>\
             <author>ada@courier.example (Ada Moss)</author></item></channel></rss>",
        ),
        (
            Format::Atom,
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Courier</title><link href='https://courier.example/'/>\
             <entry><title>Ferry runs again</title><link rel='self' href='https://courier.example/ferry.atom'/>\
             <link href='/ferry'/><id>urn:ferry</id><published>2026-03-02T09:00:00+01:00</published>\
             <summary type='html'>After &lt;i&gt;a&lt;/i&gt; week.</summary><author><name>Ada Moss</name></author></entry></feed>",
        ),
        (
            Format::Rdf,
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' \
             xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>The Courier</title>\
             <link>https://courier.example/</link></channel><item r:about='urn:ferry'><title>Ferry runs again</title>\
             <link>https://courier.example/ferry</link><d:date>2026-03-02</d:date><d:creator>Ada Moss</d:creator>\
             <description>After a week.</description></item></r:RDF>",
        ),
        (
            Format::JsonFeed,
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "The Courier",
             "home_page_url": "https://courier.example/", "items": [{"id": "urn:ferry", "url": "/ferry",
             "title": "Ferry runs again", "date_published": "2026-03-02T08:00:00Z",
             "content_html": "<p>After a week.</p>", "authors": [{"name": "Ada Moss"}]}]}"#,
        ),
        (
            Format::Cdf,
            "<CHANNEL HREF='https://courier.example/'><TITLE>The Courier</TITLE><ITEM HREF='/ferry' \
             LASTMOD='2026-03-02T08:00'><TITLE>Ferry runs again</TITLE><ABSTRACT>After a week.</ABSTRACT></ITEM></CHANNEL>",
        ),
    ];
    for (format, feed) in feeds {
        let found = read(feed);
        assert_eq!(found.format, format);
        assert_eq!(found.title.as_deref(), Some("The Courier"), "{format}");
        assert_eq!(found.home.as_deref(), Some("https://courier.example/"), "{format}");
        assert_eq!(found.remarks, [""; 0], "{format}");
        let entry = only(found);
        assert_eq!(entry.title.as_deref(), Some("Ferry runs again"), "{format}");
        assert_eq!(entry.address, "https://courier.example/ferry", "{format}");
        assert_eq!(entry.summary.as_deref(), Some("After a week."), "{format}");
        let at = entry.published_at.or(entry.updated_at).unwrap_or_default();
        assert!(at.starts_with("2026-03-02T0"), "{format}: {at}");
        if format != Format::Cdf {
            assert_eq!(entry.id, "urn:ferry", "{format}");
            assert_eq!(entry.authors, ["Ada Moss"], "{format}");
        }
    }
}

#[test]
fn a_broken_item_is_read_as_it_was_meant() {
    let title = |title: &str| format!("<item><title>{title}</title><link>https://courier.example/a</link></item>");
    let cases: &[(&str, String, &str)] = &[
        ("stray &", title("Fish & chips &peas; &"), "Fish & chips &peas; &"),
        ("HTML entity", title("Caf&eacute; &laquo;Nord&raquo;&nbsp;opens"), "Café «Nord» opens"),
        ("escaped twice", title("Fish &amp;amp; chips"), "Fish & chips"),
        ("CDATA with entities", title("<![CDATA[Fish &amp; chips]]>"), "Fish & chips"),
        ("HTML inside", title("A <b>bold <i>claim</i></b> made"), "A bold claim made"),
        ("HTML escaped", title("A &lt;b&gt;bold&lt;/b&gt; claim"), "A bold claim"),
        ("less than", title("Rates &lt; 2 %"), "Rates < 2 %"),
        ("in angle brackets", title("Review of &lt;Harbour&gt;"), "Review of <Harbour>"),
        ("control character", title("Be\u{7}ll"), "Bell"),
        ("Windows quotes", title("Don\u{92}t"), "Don’t"),
        ("numbers", title("It&#8217;s &#x201C;on&#x201D; &#146;"), "It’s “on” ’"),
        ("blanks", title("\n  Two\n\t lines "), "Two lines"),
        (
            "end tag with a typo",
            "<item><title>Typo</titel><link>https://courier.example/a</link></item>".into(),
            "Typo",
        ),
        ("no end tag", "<item><title>Open<link>https://courier.example/a</link></item>".into(), "Open"),
        ("capitals", "<ITEM><TITLE>Loud</TITLE><LINK>https://courier.example/a</LINK></ITEM>".into(), "Loud"),
        ("comment", title("Be<!-- not > seen -->fore"), "Before"),
    ];
    for (name, item, want) in cases {
        let entry = only(read(rss(item)));
        assert_eq!(entry.title.as_deref(), Some(*want), "{name}");
        assert_eq!(entry.address, "https://courier.example/a", "{name}");
    }
}

#[test]
fn an_address_is_found_where_it_stands() {
    let cases: &[(&str, &str, &str)] = &[
        ("link", "<link>https://courier.example/a</link>", "https://courier.example/a"),
        ("blanks around it", "<link>\n https://courier.example/a \n</link>", "https://courier.example/a"),
        ("& in the query", "<link>https://courier.example/a?x=1&y=2</link>", "https://courier.example/a?x=1&y=2"),
        ("relative", "<link>/a</link>", "https://courier.example/a"),
        ("xml:base", "<link xml:base='https://other.example/x/'>a</link>", "https://other.example/x/a"),
        ("guid", "<guid>https://courier.example/a</guid>", "https://courier.example/a"),
        ("guid that is none", "<guid isPermaLink='false'>https://courier.example/a</guid>", ""),
        ("guid that is no address", "<guid>a-17</guid>", ""),
        (
            "the outlet's own before a counter's",
            "<link>https://count.example/1</link><feedburner:origLink>https://courier.example/a</feedburner:origLink>",
            "https://courier.example/a",
        ),
        ("atom:link", "<atom:link rel='self' href='/x'/><atom:link href='/a'/>", "https://courier.example/a"),
        ("a script", "<link>javascript:alert(1)</link>", ""),
        ("spaces", "<link>https://courier.example/a b</link>", "https://courier.example/a%20b"),
        ("only an enclosure", "<enclosure url='https://courier.example/a.mp3'/>", ""),
    ];
    for (name, link, want) in cases {
        let entry = only(read(rss(&format!("<item><title>A</title>{link}</item>"))));
        assert_eq!(entry.address, *want, "{name}");
    }
}

#[test]
fn a_file_cut_short_keeps_its_complete_entries() {
    let whole = rss(&format!("{}{}{}", item(1), item(2), item(3)));
    let second_ends = whole.find("<item><title>Story 3").unwrap_or_default();
    for cut in 0..whole.len() {
        let found = read(&whole.as_bytes()[..cut]);
        let numbers: Vec<_> = found.entries.iter().map(|entry| entry.address.as_str()).collect();
        assert!(numbers.len() <= 3);
        let complete = ["https://courier.example/1", "https://courier.example/2", "https://courier.example/3"];
        assert_eq!(numbers, complete[..numbers.len()], "cut at {cut}");
        if cut >= second_ends {
            assert!(numbers.len() >= 2, "cut at {cut}");
            assert_eq!(found.title.as_deref(), Some("The Courier"));
        }
    }
}

#[test]
fn encodings_are_found_out() {
    let feed = |declared: &str| {
        format!(
            "<?xml version='1.0' encoding='{declared}'?><rss><item><title>Žluťoučký кот café</title><link>https://c.example/</link></item></rss>"
        )
    };
    let with_bom = format!("\u{feff}\n {}", feed("utf-8"));
    let cases: &[(&str, Vec<u8>, Option<&str>, &str)] = &[
        ("UTF-8", feed("utf-8").into_bytes(), None, "Žluťoučký кот café"),
        ("UTF-8 declared otherwise by nobody", feed("no-such").into_bytes(), None, "Žluťoučký кот café"),
        ("mark and blanks", with_bom.into_bytes(), Some("text/xml; charset=utf-8"), "Žluťoučký кот café"),
        ("Latin-1 declared", b"<?xml version='1.0' encoding='iso-8859-1'?><rss><item><title>caf\xe9 \x93x\x94</title></item></rss>".to_vec(), None, "café “x”"),
        ("Latin-1 by header", b"<rss><item><title>caf\xe9</title></item></rss>".to_vec(), Some("text/xml;charset=ISO-8859-1"), "café"),
        ("Cyrillic undeclared", b"<rss><item><title>\xcd\xee\xe2\xee\xf1\xf2\xe8 \xe4\xed\xff \xe8 \xef\xee\xe3\xee\xe4\xe0</title></item></rss>".to_vec(), None, "Новости дня и погода"),
        ("header that lies", "<rss><item><title>кот</title></item></rss>".into(), Some("text/xml; charset=us-ascii"), "кот"),
    ];
    for (name, body, content_type, want) in cases {
        let found = discover(&Source { body, content_type: *content_type, url: "https://c.example/" });
        assert_eq!(only(found).title.as_deref(), Some(*want), "{name}");
    }
}

#[test]
fn entries_keep_their_order_and_come_once() {
    let found = read(rss(&format!("{}{}{}{}", item(3), item(1), item(3), item(2))));
    let ids: Vec<_> = found.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["3", "1", "2"]);
    assert_eq!(found.remarks, ["1 entries were listed twice"]);
    let same_id = "<item><guid>x</guid><link>/1</link></item><item><guid>x</guid><link>/2</link></item>";
    assert_eq!(read(rss(same_id)).entries.len(), 2, "a broken id does not swallow articles");
}

#[test]
fn a_feed_beyond_all_measure_is_cut() {
    let items: String = (0..MAX_ENTRIES as u32 + 7).map(item).collect();
    let found = read(rss(&items));
    assert_eq!(found.entries.len(), MAX_ENTRIES);
    assert_eq!(found.remarks, ["7 entries beyond the first 2000 were left out"]);
}

#[test]
fn hostile_texts_take_no_more_time_than_others() {
    let bytes = 256 * 1024;
    let begun = std::time::Instant::now();
    for piece in [
        "<a>",
        "<a b=\"",
        "<",
        "<!--",
        "<![CDATA[",
        "</a",
        "<item><title>",
        "&amp",
        "<script>",
        "<!DOCTYPE x [",
        "<x xmlns:a='b'>",
        "<rss><item><link>",
        "{\"a\":[",
        "%25",
        "<title",
        "<p><a href='/feed'>",
    ] {
        let body = piece.repeat(bytes / piece.len());
        read(&body);
        read(rss(&body));
        read(format!("<html>{body}"));
    }
    // 12 MB in a debug build take seconds; quadratic time would be hours.
    assert!(begun.elapsed().as_secs() < 120, "{:?}", begun.elapsed());
}

#[test]
fn a_filter_keeps_what_its_operator_wants() {
    let entry =
        |address: &str, title: &str| Entry { address: address.into(), title: Some(title.into()), ..Entry::default() };
    let sport = entry("https://courier.example/sport/a", "Cup final");
    let news = entry("https://courier.example/news/b", "Ferry runs");
    let cases: &[(&[&str], &[&str], bool, bool)] = &[
        (&[], &[], true, true),
        (&["/sport/"], &[], true, false),
        (&[], &["/sport/"], false, true),
        (&["^Ferry", "/sport/"], &["final$"], false, true),
    ];
    for (include, exclude, keeps_sport, keeps_news) in cases {
        let strings = |patterns: &[&str]| patterns.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>();
        let filter = Filter::new(&strings(include), &strings(exclude)).expect("these are patterns");
        assert_eq!((filter.keeps(&sport), filter.keeps(&news)), (*keeps_sport, *keeps_news), "{include:?} {exclude:?}");
        assert_eq!(filter.leaves_out(&Entry::default()), Some(LeftOut::NoAddress), "what has no address is no article");
    }
    let filter = Filter::new(&["news".into()], &["cup".into(), "sport".into()]).expect("these are patterns");
    let of = |address: &str| Entry { address: address.into(), ..Entry::default() };
    assert_eq!(filter.leaves_out(&of("https://a.example/news/sport")), Some(LeftOut::Excluded("sport")));
    assert_eq!(filter.leaves_out(&of("https://a.example/weather")), Some(LeftOut::NotIncluded));
    assert_eq!(filter.leaves_out(&of("https://a.example/news")), None);
    let patterns = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let in_words = discover::filters_in_words(&patterns(&["/a/", "it's"]), &patterns(&["/b/"]));
    assert_eq!(in_words, ["--include '/a/'", r"--include 'it'\''s'", "--exclude '/b/'"], "as a shell takes them");
    assert_eq!(discover::filters_in_words(&[], &[]), [""; 0]);
    let error = Filter::new(&["(".into()], &[]).expect_err("no pattern");
    assert_eq!(error.to_string(), "`(` is not a pattern: unclosed group");
}
