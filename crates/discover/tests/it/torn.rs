//! Nothing that can come over the wire stops the reader.

use discover::{MAX_SITEMAP_ENTRIES, Source, discover, judge_links};
use proptest::prelude::*;

const FEED: &str = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY x 'y'>]><rss version='2.0' \
    xmlns:dc='http://purl.org/dc/elements/1.1/' xml:base='https://courier.example/x/'><channel><title>The <b>Courier</b></title>\
    <link>/</link><item><title><![CDATA[Fähre & more]]></title><link>a?x=1&amp;y=2</link><guid isPermaLink=\"false\">17</guid>\
    <dc:date>2026-03-02T08:00:00+01:00</dc:date><description>&lt;p&gt;Text &#8217; &eacute;&lt;/p&gt;</description></item>\
    <!-- end --><entry><link href='b'/><author><name>Ada</name></author></entry></channel></rss>";

const JSON: &str = r#"{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":1,"url":"/a",
    "content_html":"<p>x\u00e9</p>","authors":[{"name":"Ada"}],"date_published":"2026-03-02T08:00:00Z"}]}"#;

fn survives(body: &[u8], content_type: Option<&str>, url: &str) {
    let source = Source { body, content_type, url };
    judge_links(&source);
    let found = discover(&source);
    assert!(found.entries.len() <= MAX_SITEMAP_ENTRIES);
    for entry in found.entries {
        assert!(entry.address.is_empty() || entry.address.starts_with("http"), "{entry:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn torn_feeds_are_read(
        is_json: bool,
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..40, proptest::collection::vec(any::<u8>(), 0..4)), 0..6),
    ) {
        let mut body = if is_json { JSON } else { FEED }.as_bytes().to_vec();
        for (at, removed, put) in edits {
            let at = at.index(body.len() + 1);
            let end = (at + removed).min(body.len());
            body.splice(at..end, put);
        }
        survives(&body, None, "https://courier.example/feed");
    }

    #[test]
    fn any_bytes_are_read(body: Vec<u8>, content_type: Option<String>, url: String) {
        survives(&body, content_type.as_deref(), &url);
    }

    #[test]
    fn any_marks_are_read(marks in "[<>/!?'\"=&;#x\\[\\]{}:a-b \n-]{0,80}", tail in "[\\PC]{0,20}") {
        survives(format!("<rss><item>{marks}{tail}").as_bytes(), None, "https://courier.example/feed");
        survives(format!("<urlset><url>{marks}{tail}<loc>/a").as_bytes(), None, "https://courier.example/sitemap.xml");
        survives(format!("<html>{marks}{tail}").as_bytes(), Some("text/html"), "https://courier.example/feed");
        survives(format!("<rss><item><pubDate>{marks}1{tail}</pubDate></item>").as_bytes(), None, "x");
    }

    #[test]
    fn any_date_is_read(date in "[0-9a-z:+ ,./−-]{0,30}") {
        survives(format!("<rss><item><link>/a</link><pubDate>{date}</pubDate></item>").as_bytes(), None, "https://a.example");
    }
}
