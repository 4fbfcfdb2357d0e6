//! What a feed says about itself: where it has gone, how often it changes, in what language it is.

use std::time::Duration;

use discover::{Discovered, Format, Pace, Source, discover};

const HERE: &str = "https://courier.example/feed";

fn found(body: &str, content_type: Option<&str>) -> Discovered {
    discover(&Source { body: body.as_bytes(), content_type, url: HERE })
}

fn rss(head: &str, items: &str) -> String {
    format!(
        "<rss xmlns:atom='http://www.w3.org/2005/Atom' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>{head}{items}</channel></rss>"
    )
}

const ITEM: &str = "<item><title>Ferry stops</title><link>https://courier.example/a</link></item>";

#[test]
fn a_feed_that_has_gone_says_where() {
    let new = Some("https://courier.example/rss2");
    let cases: &[(&str, String, Option<&str>, Option<&str>)] = &[
        ("nothing said", rss("", ITEM), None, None),
        ("itself", rss("<atom:link rel='self' href='http://www.courier.example/feed/'/>", ITEM), None, None),
        ("another name", rss("<atom:link rel='self' href='/rss2'/>", ITEM), None, new),
        ("another name, and empty", rss("<atom:link rel='self' href='/rss2'/>", ""), new, new),
        ("a podcast", rss("<itunes:new-feed-url>https://courier.example/rss2</itunes:new-feed-url>", ITEM), new, None),
        ("a podcast that stays", rss("<itunes:new-feed-url>https://courier.example/feed</itunes:new-feed-url>", ITEM), None, None),
        ("an entry that says so", rss("", "<item><title>This feed has moved</title><link>/rss2</link></item>"), new, None),
        ("news of moving", rss("", "<item><title>Museum moved</title><link>/a</link></item>"), None, None),
        ("a redirect", "<redirect><newLocation>https://courier.example/rss2</newLocation></redirect>".into(), new, None),
        ("Atom", "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='/rss2'/><entry><title>x</title><link href='/a'/></entry></feed>".into(), None, new),
        ("JSON", r#"{"version":"https://jsonfeed.org/version/1","feed_url":"/rss2","items":[]}"#.into(), new, new),
        ("a page that names a feed", "<html><link rel=alternate type=application/rss+xml href=/rss2></html>".into(), new, None),
        ("a page that goes on", "<html><meta http-equiv=Refresh content=\"0; URL='/rss2/feed'\"></html>".into(), Some("https://courier.example/rss2/feed"), None),
        ("a page that goes to a page", "<html><meta http-equiv=refresh content='0;url=/'></html>".into(), None, None),
        ("a page that names this feed", "<html><link rel=alternate type=application/rss+xml href=/feed></html>".into(), None, None),
    ];
    for (name, body, moved_to, calls_itself) in cases {
        let found = found(body, None);
        assert_eq!(found.moved_to.as_deref(), *moved_to, "{name}");
        assert_eq!(found.calls_itself.as_deref(), *calls_itself, "{name}");
        let is_told = found.remarks.iter().any(|remark| remark.contains("rss2"));
        assert_eq!(is_told, moved_to.is_some() || calls_itself.is_some(), "{name}: {:?}", found.remarks);
    }
    let page = "<html><link rel=alternate type=application/rss+xml href=/rss2></html>";
    let front =
        discover(&Source { body: page.as_bytes(), content_type: Some("text/html"), url: "https://courier.example/" });
    assert_eq!((front.moved_to, front.feeds.len()), (None, 1));
    assert!(found(&rss("", ""), None).remarks.contains(&"a feed without entries".to_owned()));
}

#[test]
fn a_feed_says_how_often_it_changes() {
    let minutes = |minutes: u64| Some(Duration::from_secs(minutes * 60));
    let cases: &[(&str, Option<Duration>, Option<Duration>)] = &[
        ("<ttl>60</ttl>", minutes(60), None),
        ("<ttl> 15 </ttl>", minutes(15), None),
        ("<ttl>0</ttl>", None, None),
        ("<ttl>soon</ttl>", None, None),
        ("<ttl>99999999999999999999</ttl>", None, None),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", None, minutes(30)),
        ("<sy:updatePeriod> Daily </sy:updatePeriod>", None, minutes(24 * 60)),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", None, minutes(60)),
        (
            "<s:updatePeriod xmlns:s='http://purl.org/rss/1.0/modules/syndication/'>weekly</s:updatePeriod>",
            None,
            minutes(7 * 24 * 60),
        ),
    ];
    for (head, good_for, every) in cases {
        let pace = found(&rss(head, ITEM), None).pace.unwrap_or_default();
        assert_eq!((pace.good_for, pace.every), (*good_for, *every), "{head}");
        assert_eq!(pace.interval(), good_for.or(*every), "{head}");
    }
    let skips = "<skipHours><hour>24</hour><hour>3</hour><hour>1</hour><hour>3</hour><hour>99</hour></skipHours>\
                 <skipDays><day>Sunday</day><day>monday</day><day>x</day></skipDays>";
    let pace = found(&rss(skips, ITEM), None).pace.expect("a pace");
    let days: Vec<_> = pace.skip_days.iter().map(|day| day.to_monday_zero_offset()).collect();
    assert_eq!((pace.skip_hours, days), (vec![0, 1, 3], vec![0, 6]));
    assert_eq!(found(&rss("", ITEM), None).pace, None);
    assert_eq!(Pace::default().interval(), None);
}

#[test]
fn a_source_says_in_what_language_it_is() {
    let cases = [
        (rss("<language>en-GB</language>", ITEM), Some("en-gb")),
        (rss("<dc:language>pt_BR</dc:language>", ITEM), Some("pt-br")),
        (rss("<language>the English one</language>", ITEM), None),
        ("<feed xml:lang='de' xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>".into(), Some("de")),
        (r#"{"version":"https://jsonfeed.org/version/1","language":"fr","items":[]}"#.into(), Some("fr")),
        ("<html lang=uk-UA><body>".into(), Some("uk-ua")),
    ];
    for (body, want) in cases {
        assert_eq!(found(&body, None).language.as_deref(), want, "{body}");
    }
    assert_eq!(found("<html lang=x>", None).format, Format::Html);
}
