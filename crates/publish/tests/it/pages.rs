//! What pages say, as a reader finds it.

use std::path::Path;

use dom_query::Document;
use news::{
    Aligned, BlockKind, Change, ChangeState, NextLook, Op, Outlet, PartChange, Reading, Timestamp, VersionKind,
};
use publish::page::{self, ArticleLine, ArticlePage, Articles, ChangePage, Figures, Front, Problem, View};
use publish::svg::Scale;
use publish::{Site, page::all_versions};

use crate::fixture::{self, Told, at, block, site};
use crate::{blame, watched};

pub fn now() -> Timestamp {
    at(4500)
}

pub fn article(site: &Site, told: &Told, scale: Scale) -> String {
    let (changes, versions) = (&told.timeline.changes, &told.versions);
    let newest = changes.last().map(|c| (c, &versions[versions.len() - 2], &versions[versions.len() - 1]));
    page::article(
        site,
        &ArticlePage { timeline: &told.timeline, newest, latest: versions.last(), refusal: None, scale },
        now(),
    )
}

pub fn change(site: &Site, told: &Told, n: usize, view: View) -> String {
    let page = ChangePage {
        timeline: &told.timeline,
        from: &told.versions[n - 1],
        to: &told.versions[n],
        change: &told.timeline.changes[n - 1].change,
        view,
        only: None,
    };
    page::change(site, &page)
}

pub fn front(site: &Site, tolds: &[&Told]) -> String {
    let changes: Vec<_> = tolds.iter().flat_map(|t| t.shown()).collect();
    let outlets: Vec<_> = tolds.iter().map(|t| t.timeline.outlet.clone()).collect();
    let front = Front {
        changes: &changes,
        outlets: &outlets,
        outlet: None,
        older: Some("/?before=x".into()),
        newest: None,
        next_look: None,
        watching: None,
    };
    page::front(site, &front, now())
}

pub fn outlet(site: &Site, told: &Told) -> String {
    let outlet = Some(&told.timeline.outlet);
    let (next_look, sources, hours, alarms) =
        (Some(at(9)), watched::sources(told), watched::hours(), watched::alarms());
    let watching = Some(watched::watching(&sources, &hours, &alarms));
    let front = Front { changes: &told.shown(), outlets: &[], outlet, older: None, newest: None, next_look, watching };
    page::front(site, &front, now())
}

/// Every page there is of these articles, with a name each.
pub fn all(site: &Site, tolds: &[&Told]) -> Vec<(String, String)> {
    let mut pages = vec![("front".to_owned(), front(site, tolds))];
    let line = |t: &&Told| watched::line(t.timeline.outlet.clone());
    pages.push(("outlets".into(), page::outlets(site, &tolds.iter().map(line).collect::<Vec<_>>(), now())));
    pages.push(("about".into(), page::about(site, &Figures { looks: 12_345, ..Figures::default() }, now())));
    let line = |t: &&Told| ArticleLine { article: t.timeline.article.clone(), versions: t.versions.len() };
    let lines: Vec<_> = tolds.iter().map(line).collect();
    let outlets: Vec<_> = tolds.iter().map(|t| t.timeline.outlet.clone()).collect();
    let list = Articles { lines: &lines, outlet: None, outlets: &outlets, older: None, newest: None };
    pages.push(("articles".into(), page::articles(site, &list, now())));
    for told in tolds {
        let name = |what: &str| format!("{what}-{}", told.timeline.outlet.id);
        pages.push((name("outlet"), outlet(site, told)));
        pages.push((name("refused"), watched::refused(site, told)));
        pages.push((name("article-refused"), watched::refused_article(site, told)));
        pages.push((name("article"), article(site, told, Scale::Linear)));
        pages.push((name("article-log"), article(site, told, Scale::Log)));
        pages.push((name("versions"), all_versions(site, &told.timeline)));
        for n in 1..=told.versions.len() {
            pages.push((name(&format!("blame-{n}")), blame::page(site, told, n)));
        }
        for (n, read) in told.versions.iter().enumerate() {
            pages.push((name(&format!("version-{}", n + 1)), page::version(site, &told.timeline, read)));
        }
        for n in 1..told.versions.len() {
            for view in View::ALL {
                let name = name(&format!("change-{n}-{}", view.name()));
                pages.push((name, change(site, told, n, view)));
            }
        }
        let (left, right) = (&told.versions[0], &told.versions[1]);
        let pair = (("before.html", &left.reading), ("after.html", &right.reading));
        pages.push((name("standalone"), page::standalone(pair.0, pair.1, &told.timeline.changes[0].change, None)));
    }
    let onward = vec![("/outlets".to_owned(), "All outlets".to_owned())];
    let (title, detail) = ("No such article".into(), "We know none.".into());
    let problem = Problem { status: 404, title, detail, onward, pasted: Some("\"<script>".into()), query: None };
    pages.push(("problem".into(), page::problem(site, &problem)));
    pages
}

pub fn words(html: &str, selector: &str) -> String {
    let text = Document::from(html).select(selector).text();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_article_page_has_every_element_of_the_reference_page() {
    let html = article(&site(), &fixture::bridge(), Scale::Linear);
    let facts = words(&html, ".facts");
    for sentence in [
        "This article is from Port Ellery Ledger and was first published or seen on 22 November 2026, 13:40 UTC.",
        "It last changed over 2 days ago, at 23 November 2026, 15:02 UTC. The next check for changes will be at 26",
        "You can find the current article at its original source at https://ledger.example/2026/11/22/harbour-bridge",
        "The article has changed 3 times. There is an Atom feed of changes available",
    ] {
        assert!(facts.contains(sentence), "{sentence}\nin\n{facts}");
    }
    assert_eq!(words(&html, ".heads .version"), "Version 3Version 4");
    assert!(words(&html, ".heads .after").contains("(about 15 hours later)"));
    assert!(words(&html, ".steps").contains("Previous change"));
    assert_eq!(Document::from(html.as_str()).select(".versions li").length(), 4);
    let mut ended = fixture::bridge();
    ended.timeline.next = NextLook::Never;
    let facts = words(&article(&site(), &ended, Scale::Linear), ".facts");
    assert!(facts.contains("and won’t be checked again for changes."), "{facts}");
    assert!(!facts.contains("next check"), "{facts}");
}

#[test]
fn a_look_that_should_have_come_is_told_as_such() {
    let mut told = fixture::bridge();
    told.timeline.next = NextLook::At(at(4400));
    let facts = words(&article(&site(), &told, Scale::Linear), ".facts");
    assert!(facts.contains("The next check for changes was due at 25 November 2026"), "{facts}");
}

#[test]
fn the_article_page_shows_what_readers_see_now_and_what_nobody_saw() {
    let mut told = fixture::bridge();
    let last = told.timeline.looks.last().map_or(0, |l| l.number);
    let shows = Some(fixture::number(2));
    for (n, minute) in [(1, 300), (2, 330)] {
        let (number, sighting) = (last + n, news::Sighting::Article);
        told.timeline.looks.push(news::Look { number, at: at(minute), sighting, failure: None, shows });
    }
    assert_eq!(told.timeline.showing(), shows);
    let (timeline, latest) = (&told.timeline, Some(&told.versions[1]));
    let page = ArticlePage { timeline, newest: None, latest, refusal: None, scale: Scale::Linear };
    let html = page::article(&site(), &page, at(330 + 600));
    assert_eq!(words(&html, "h1"), told.versions[1].reading.headline.clone().expect("a headline"));
    assert!(words(&html, ".facts").contains("we have seen version 2 again"), "{html}");
    let rows = words(&html, ".looks tr.unseen:last-child");
    assert!(rows.contains("Not seen: an edit could have been missed"), "{rows}");
    let hatched = Document::from(html.as_str()).select("rect.gap").length();
    assert_eq!(hatched, Document::from(html.as_str()).select(".looks tr.unseen").length(), "the table says the same");
}

#[test]
fn what_stands_among_the_rows_does_not_stand_beside_the_text_again() {
    let mut told = fixture::bridge();
    let table = |text| block(BlockKind::Table, text);
    told.versions[0].reading.body = vec![table("9\t17:15")];
    told.versions[1].reading.body = vec![table("9\t17:45")];
    let part = |part: &str| PartChange { part: part.into(), before: "a".into(), after: "b".into() };
    let paragraphs = vec![Aligned { op: Op::Changed, before: vec![2], after: vec![2] }];
    let parts = vec![part("table"), part("byline")];
    told.timeline.changes[0].change = Change { parts, paragraphs, ..Change::default() };
    let html = change(&site(), &told, 1, View::Side);
    assert!(words(&html, ".texts del").contains("15"), "{}", words(&html, ".pair"));
    assert!(words(&html, ".parts dt").eq("Byline"), "{}", words(&html, ".parts"));
}

#[test]
fn outlets_are_listed_by_their_names() {
    let line = |name: &str| {
        let outlet = Outlet { name: name.into(), ..fixture::bridge().timeline.outlet };
        watched::line(outlet)
    };
    let html =
        page::outlets(&site(), &[line("Tarn Post"), line("\u{201c}altes Blatt\u{201d}"), line("Mill News")], now());
    assert_eq!(words(&html, "tbody bdi"), "\u{201c}altes Blatt\u{201d}Mill NewsTarn Post");
    let halt = |removed| Some(news::Halt { removed, at: fixture::at(0), by: "ann@desk".into() });
    for (halt, want) in
        [(None, None), (halt(false), Some("Looks were paused on")), (halt(true), Some("not watch it any more"))]
    {
        let html = page::outlets(&site(), &[page::OutletLine { halt, ..line("Tarn Post") }], now());
        assert_eq!(want.is_some(), want.is_some_and(|want| html.contains(want)), "{want:?}");
        assert_eq!(want.is_none(), !html.contains("paused") && !html.contains("any more"), "{want:?}");
        assert!(!html.contains("ann@desk"), "who decided it is not for the public");
    }
}

#[test]
fn a_change_page_says_what_happened_and_marks_it_without_colour() {
    let told = fixture::bridge();
    let html = change(&site(), &told, 1, View::Side);
    assert_eq!(words(&html, ".happened"), "“12” → “21”");
    assert_eq!(words(&html, ".rtold.rtold-light"), "No notice that we could see", "it weighs nothing here");
    let mut grave = fixture::bridge();
    grave.timeline.changes[0].stealth = Some(0.7);
    let html = change(&site(), &grave, 1, View::Side);
    assert_eq!(words(&html, ".rtold.rtold-no"), "Changed without a notice that we could see");
    let page = Document::from(html.as_str());
    assert_eq!(page.select(".row.changed .before del").text().as_ref(), "removed: 12 end of removal");
    assert_eq!(page.select(".row.changed .after ins").text().as_ref(), "added: 21 end of addition");
    assert_eq!(words(&html, "details.fold > summary"), "8 unchanged paragraphs");
    assert_eq!(page.select("a[rel=prev]").length(), 0);
    assert_eq!(page.select("a[rel=next]").attr("href").as_deref(), Some("/articles/3-7/changes/2..3"));
    let third = change(&site(), &told, 2, View::Side);
    assert_eq!(
        words(&third, ".happened"),
        "Headline: “to stay closed until spring” → “shut until spring as 21 are hurt” · “£1.50” → “£15.0” · 2 paragraphs \
         removed"
    );
    let fourth = change(&site(), &told, 3, View::Inline);
    assert!(words(&fourth, ".notes").contains("Moved from ¶"), "{}", words(&fourth, ".notes"));
    assert!(words(&fourth, ".told p").contains("The correctionThis article was amended"));
    assert_eq!(words(&fourth, ".rtold"), "Readers were told");
    assert!(words(&fourth, ".parts").contains("Ada Moreauadded: , Jon Pell"), "{}", words(&fourth, ".parts"));
}

#[test]
fn a_notice_that_stands_from_before_is_shown_with_its_version_and_is_no_new_one() {
    let told = fixture::bridge();
    let mut fifth = told.versions[3].reading.clone();
    fifth.body[0].text = fifth.body[0].text.replace("until spring", "until summer");
    let readings = told.versions.iter().map(|read| read.reading.clone()).chain([fifth]);
    let told = Told::of(
        told.timeline.outlet,
        "https://ledger.example/2026/11/22/harbour-bridge",
        (0..).step_by(300).zip(readings).collect(),
    );
    let page = change(&site(), &told, 4, View::Side);
    assert_eq!(words(&page, ".happened"), "“spring” → “summer”");
    assert_eq!(
        words(&page, ".rtold"),
        "No notice that we could see An older notice stands since version 4: “This article was amended on 23 \
         November 2026. An earlier version gave the fare as £15.0; it is £1.50.”"
    );
    let front = front(&site(), &[&told]);
    assert!(words(&front, ".rtold").contains("An older notice stood in version 4 already: “This article"), "{front}");
    assert!(words(&front, ".rtold").contains("Readers were told “This article was amended"), "{front}");
}

#[test]
fn a_list_marks_what_went_from_a_paragraph_that_moved() {
    let block = |text: &str| block(BlockKind::Paragraph, text);
    let (was, is) = ("We are not ashamed of the price.", "We are ashamed of the price.");
    let first = Reading { body: vec![block(was), block("It opens in May.")], ..Reading::default() };
    let cases = [("edited", is, 1), ("as it was", was, 0)];
    for (name, text, lost) in cases {
        let second = Reading { body: vec![block("It opens in May."), block(text)], ..Reading::default() };
        let outlet = fixture::bridge().timeline.outlet;
        let mut told = Told::of(outlet, "https://ledger.example/pool", vec![(0, first.clone()), (300, second)]);
        let row = |op, before: usize, after: usize| Aligned { op, before: vec![before], after: vec![after] };
        let rows = vec![row(Op::Equal, 3, 2), row(Op::Moved, 2, 3)];
        let kinds = vec![news::ChangeKind::MovedPara];
        told.timeline.changes[0].change = Change { kinds, paragraphs: rows, ..Change::default() };
        let page = front(&site(), &[&told]);
        let page = Document::from(page.as_str());
        assert_eq!(page.select(".excerpt .before del").length(), lost, "{name}");
        assert_eq!(page.select(".excerpt .notes").text().as_ref(), "Moved from ¶ 1", "{name}");
    }
}

#[test]
fn public_pages_show_passages_and_no_full_text() {
    let told = fixture::bridge();
    let public = Site { public: true, ..site() };
    let far = "A report on the state of all nine bridges";
    for (name, html) in all(&public, &[&told]) {
        if name.starts_with("change-1")
            || name.starts_with("version-")
            || name.starts_with("blame")
            || name.starts_with("article")
        {
            assert!(html.contains(r#"<meta name="robots" content="noindex, noarchive">"#), "{name}");
        }
        assert!(html.contains("noindex") || name.starts_with("standalone"), "{name}");
        let may = name.starts_with("change-2") || name.starts_with("change-3") || name.starts_with("standalone");
        assert!(may || !html.contains(far), "{name} shows {far}");
    }
    assert!(change(&site(), &told, 1, View::Side).contains(far));
}

#[test]
fn every_text_says_its_language_and_direction() {
    let told = fixture::arabic();
    for (name, html) in all(&site(), &[&told]) {
        let page = Document::from(html.as_str());
        for cell in page
            .select(".cell.before, .cell.after, .cell.both, .text, .words, .was, .entry h2, .excerpt, .told > p + p")
            .nodes()
        {
            let of_head = cell.parent().is_some_and(|p| p.has_class("heads"));
            assert!(of_head || cell.attr("dir").as_deref() == Some("rtl"), "{name}: {}", cell.html());
            assert!(of_head || cell.attr("lang").as_deref() == Some("ar"), "{name}: {}", cell.html());
        }
    }
}

#[test]
fn every_page_has_one_heading_of_the_first_rank_and_no_inline_code() {
    let (bridge, arabic) = (fixture::bridge(), fixture::arabic());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).expect("the build's folder can be written");
    for (name, html) in all(&site(), &[&bridge, &arabic]) {
        let page = Document::from(html.as_str());
        assert_eq!(page.select("h1").length(), 1, "{name}");
        assert_eq!(page.select("main").length(), 1, "{name}");
        assert_eq!(page.select("[style]").length(), 0, "{name}");
        assert_eq!(page.select("script:not([src])").length(), 0, "{name}");
        let ids = page.select("[id]");
        let mut seen: Vec<String> = ids.iter().filter_map(|n| n.attr("id")).map(|id| id.to_string()).collect();
        seen.sort_unstable();
        let all = seen.len();
        seen.dedup();
        assert_eq!(seen.len(), all, "{name}: an id stands twice");
        for link in page.select("a[href^=http]").iter() {
            assert_eq!(link.attr("rel").as_deref(), Some("noopener nofollow noreferrer"), "{name}");
        }
        std::fs::write(folder.join(format!("{name}.html")), html).expect("the build's folder can be written");
    }
}

#[test]
fn a_version_that_only_the_reader_made_says_so_and_of_which_it_shows_the_text() {
    let mut told = fixture::bridge();
    assert!(told.versions.len() > 2);
    let of = |told: &Told, at: usize| page::version(&site(), &told.timeline, &told.versions[at]);
    assert!(!of(&told, 1).contains("Only an earlier reader"));
    told.timeline.versions[1].kind = VersionKind::ReaderOnly;
    told.timeline.changes[0].state = ChangeState::ReaderOnly;
    told.versions[1].version.kind = VersionKind::ReaderOnly;
    let said = of(&told, 1);
    assert!(
        said.contains("Only an earlier reader of ours made this version: it shows the text of version 1."),
        "{said}"
    );
    assert!(!of(&told, 2).contains("Only an earlier reader"));
}

#[test]
fn entries_and_posts_are_shown_line_by_line() {
    let mut told = fixture::bridge();
    let entry = block(BlockKind::LiveEntry, "14:32\nBridge closed\nIt is shut.");
    told.versions[0].reading.body = vec![entry, block(BlockKind::Quote, "Shut it.\n— Ana Roe")];
    let said = page::version(&site(), &told.timeline, &told.versions[0]);
    for line in ["<p class=\"p\">14:32</p>", "<p class=\"p\">Bridge closed</p>", "<p>Shut it.</p>", "<p>— Ana Roe</p>"]
    {
        assert!(said.contains(line), "{line}: {said}");
    }
}
