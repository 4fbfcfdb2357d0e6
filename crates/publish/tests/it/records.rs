//! Two records of one article: what their pages, the log and the JSON say of it.

use news::{ArticleId, Merge, OtherRecord};
use publish::page::{self, View};
use publish::svg::Scale;
use publish::text::{self, Style};

use crate::fixture::{self, Told, at, site};
use crate::pages;

/// The bridge's article as a record of another one, merged for a reason that is not harmless.
fn merged() -> Told {
    let mut told = fixture::bridge();
    let into = ArticleId::new(told.timeline.outlet.id, 4);
    let reason = Some("the <b>redesign</b>".to_owned());
    told.timeline.merged = Some(Merge { into, at: at(0), by: "ann".into(), reason });
    told
}

#[test]
fn every_page_of_a_merged_article_says_what_it_was_merged_into() {
    let told = merged();
    let all = [
        pages::article(&site(), &told, Scale::Linear),
        pages::change(&site(), &told, 1, View::Side),
        page::version(&site(), &told.timeline, &told.versions[0]),
        page::all_versions(&site(), &told.timeline),
    ];
    for page in &all {
        let link = r#"<strong>This is another record of <a href="/articles/3-4">article 3-4</a>.</strong>"#;
        assert!(page.contains(link), "{page}");
        assert!(page.contains("merged the two on 22 November 2026, and looks go on there."), "{page}");
        assert!(page.contains("The reason given: the &#60;b&#62;redesign&#60;/b&#62;"), "{page}");
        assert!(!page.contains("ann<") && !page.contains("by ann"), "who decided it is not for the public");
    }
    for words in ["The next check", "be checked again"] {
        assert!(!all[0].contains(words), "it is not looked at, and its schedule has not ended: {words}");
    }
    assert!(!pages::article(&site(), &fixture::bridge(), Scale::Linear).contains("another record"));
}

#[test]
fn the_article_names_its_other_records() {
    let mut told = fixture::bridge();
    let url = "https://ledger.example/old/<bridge>".to_owned();
    let article = ArticleId::new(told.timeline.outlet.id, 17);
    told.timeline.also_recorded =
        vec![OtherRecord { article, url, from: at(0), to: at(1440), versions: 2, merged_at: at(1500) }];
    let page = pages::article(&site(), &told, Scale::Linear);
    let from = r#"Also recorded as <a href="/articles/3-17">3-17</a>, from <time datetime="2026-11-22T14:02:00Z">"#;
    assert!(page.contains(from), "{page}");
    assert!(
        page.contains("2 versions, at <span class=\"address\">https://ledger.example/old/&#60;bridge&#62;"),
        "{page}"
    );
    let log = text::log(&told.timeline, at(2000), Style::default());
    let line = "Also recorded as 3-17, from 22 November 2026 to 23 November 2026, 2 versions, at https://";
    assert!(log.contains(line), "{log}");
    assert!(publish::json::timeline(&told.timeline).contains(r#""also_recorded":[{"article":"3-17""#));
}

#[test]
fn the_log_and_the_json_of_a_merged_article_say_so() {
    let told = merged();
    let log = text::log(&told.timeline, at(200), Style::default());
    assert!(log.contains("\nThis is another record of article 3-4. Whoever runs this site merged the two"), "{log}");
    assert!(log.ends_with("\nIt is not looked at any more.\n"), "{log}");
    let json = publish::json::timeline(&told.timeline);
    assert!(json.contains(r#""merged":{"into":"3-4","at":""#) && !json.contains("\"ann\""), "{json}");
}
