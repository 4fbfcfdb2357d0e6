use discover::{OpmlFeed, opml, write_opml};
use news::SourceKind;
use proptest::prelude::*;

fn created() -> news::Timestamp {
    "2026-03-02T08:00:00Z".parse().expect("a time")
}

fn shown(list: &str) -> Vec<String> {
    let show = |feed: OpmlFeed| {
        let title = feed.title.unwrap_or_else(|| "-".into());
        let home = feed.home.unwrap_or_else(|| "-".into());
        format!("{}|{title}|{}|{home}", feed.folders.join("/"), feed.feed_url)
    };
    opml(list.as_bytes()).into_iter().map(show).collect()
}

#[test]
fn lists_of_feeds_are_read_however_they_are_written() {
    let a = "https://courier.example/feed";
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "plain",
            "<outline text='The Courier' xmlUrl='https://courier.example/feed' htmlUrl='https://courier.example/'/>",
            &["|The Courier|https://courier.example/feed|https://courier.example/"],
        ),
        (
            "folders",
            "<opml><body><outline text='World'><outline title='East'><outline xmlUrl='https://courier.example/feed'/>\
            </outline><outline text='B' xmlUrl='https://herald.example/f'></outline></outline><outline xmlUrl='https://post.example/f' text=C></body></opml>",
            &[
                "World/East|-|https://courier.example/feed|-",
                "World|B|https://herald.example/f|-",
                "|C|https://post.example/f|-",
            ],
        ),
        (
            "capitals and prefixes",
            "<o:OUTLINE TEXT='A' XMLURL='https://courier.example/feed'/>",
            &["|A|https://courier.example/feed|-"],
        ),
        (
            "titles in HTML",
            "<outline text='Wind &amp;amp; &lt;b&gt;rain&lt;/b&gt; &#8217;' xmlUrl='https://courier.example/feed'/>",
            &["|Wind & rain ’|https://courier.example/feed|-"],
        ),
        (
            "twice",
            "<outline text='A' xmlUrl='https://courier.example/feed'/><outline text='B' xmlUrl='https://courier.example/feed'/>",
            &["|A|https://courier.example/feed|-"],
        ),
        (
            "a feed with feeds inside",
            "<outline text='A' xmlUrl='https://courier.example/feed'><outline text='B' xmlUrl='https://herald.example/f'/></outline>",
            &["|A|https://courier.example/feed|-", "|B|https://herald.example/f|-"],
        ),
        (
            "cut short",
            "<opml><body><outline text='F'><outline text='A' xmlUrl='https://courier.example/feed'/><outline text='B' xmlU",
            &["F|A|https://courier.example/feed|-"],
        ),
        (
            "an ampersand",
            "<outline text='A & B' xmlUrl='https://courier.example/feed?x=1&y=2'/>",
            &["|A & B|https://courier.example/feed?x=1&y=2|-"],
        ),
        (
            "other schemes",
            "<outline text='A' xmlUrl='feed://courier.example/feed'/><outline text='B' xmlUrl='javascript:x()'/>",
            &["|A|http://courier.example/feed|-"],
        ),
        (
            "more ends than starts",
            "</outline></outline><outline text='A' xmlUrl='https://courier.example/feed'/>",
            &["|A|https://courier.example/feed|-"],
        ),
        ("no feeds", "<opml><body><outline text='notes'/></body></opml>", &[]),
        ("nothing", "", &[]),
    ];
    for (name, list, want) in cases {
        assert_eq!(shown(list), *want, "{name}");
    }
    let utf_16: Vec<u8> =
        format!("\u{feff}<outline xmlUrl='{a}' text='é'/>").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(opml(&utf_16)[0].title.as_deref(), Some("é"));
}

#[test]
fn a_list_is_written_as_opml() {
    let feed = |title: &str, url: &str, folders: &[&str]| OpmlFeed {
        kind: SourceKind::Feed,
        title: Some(title.into()).filter(|t: &String| !t.is_empty()),
        feed_url: url.into(),
        home: Some("https://courier.example/".into()).filter(|_| folders.is_empty()),
        folders: folders.iter().map(|f| (*f).to_owned()).collect(),
    };
    let feeds = [
        feed("Wind & \"rain\"", "https://courier.example/f?x=1&y=2", &[]),
        feed("B", "https://b.example/", &["World", "East"]),
        feed("", "https://c.example/", &["World"]),
        OpmlFeed { kind: SourceKind::Sitemap, ..feed("S", "https://d.example/sitemap.xml", &["World"]) },
        OpmlFeed { kind: SourceKind::FrontPage, ..feed("F", "https://d.example/", &["World"]) },
    ];
    let want = r#"<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>My &lt;feeds&gt;</title>
    <dateCreated>Mon, 02 Mar 2026 08:00:00 GMT</dateCreated>
  </head>
  <body>
    <outline type="rss" text="Wind &amp; &quot;rain&quot;" title="Wind &amp; &quot;rain&quot;" xmlUrl="https://courier.example/f?x=1&amp;y=2" htmlUrl="https://courier.example/"/>
    <outline text="World">
      <outline text="East">
        <outline type="rss" text="B" title="B" xmlUrl="https://b.example/"/>
      </outline>
      <outline type="rss" text="https://c.example/" title="https://c.example/" xmlUrl="https://c.example/"/>
      <outline type="sitemap" text="S" title="S" xmlUrl="https://d.example/sitemap.xml"/>
      <outline type="front_page" text="F" title="F" url="https://d.example/"/>
    </outline>
  </body>
</opml>
"#;
    assert_eq!(write_opml(&feeds, "My <feeds>", created()), want);
}

fn name() -> impl Strategy<Value = String> {
    // A title is plain text, as the reader gives it: canonical, and without what looks like markup.
    "[\\p{L}\\p{N}&\"'’ .,:;!?#-]{1,24}"
        .prop_map(|name| text::canonical(&name))
        .prop_filter("a name", |name| !name.is_empty() && !name.contains('&'))
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(
        feeds in proptest::collection::btree_map("[a-z]{1,8}", (name(), proptest::collection::vec(name(), 0..4), any::<bool>()), 0..12),
        title in "\\PC{0,20}",
    ) {
        let feeds: Vec<OpmlFeed> = feeds.into_iter().map(|(host, (title, folders, has_home))| OpmlFeed {
            kind: SourceKind::ALL[host.len() % SourceKind::ALL.len()],
            title: Some(title),
            feed_url: format!("https://{host}.example/feed?a=1&b=%20"),
            home: has_home.then(|| format!("https://{host}.example/")),
            folders,
        }).collect();
        prop_assert_eq!(opml(write_opml(&feeds, &title, created()).as_bytes()), feeds);
    }

    #[test]
    fn any_list_is_read(list in "[<>/='\" a-z&;]{0,60}(<outline xmlUrl='http://a.example/[a-z]' text=)?\\PC{0,40}", bytes: Vec<u8>) {
        opml(list.as_bytes());
        opml(&bytes);
    }
}
