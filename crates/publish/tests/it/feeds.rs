//! Feeds as a feed reader finds them.

use publish::feed::{self, Form, Of};
use publish::json;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

use crate::fixture::{self, at, number, site};

/// The texts of all elements of that name, entities resolved; panics if the feed is not XML.
pub fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut texts = Vec::new();
    let mut inside: Option<String> = None;
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("not XML: {e}\n{xml}")) {
            Event::Start(tag) if tag.name().as_ref() == name => inside = Some(String::new()),
            Event::End(tag) if tag.name().as_ref() == name => texts.extend(inside.take()),
            Event::Text(text) => {
                if let Some(inside) = &mut inside {
                    inside.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(inside) = &mut inside {
                    let c = reference.resolve_char_ref().expect("a character").or_else(|| named(reference.as_ref()));
                    inside.push(c.expect("numeric or one of the five of XML"));
                }
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn named(reference: &str) -> Option<char> {
    match reference {
        "lt" => Some('<'),
        "gt" => Some('>'),
        "amp" => Some('&'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

pub fn contents(xml: &str) -> Vec<String> {
    texts(xml, "content")
}

#[test]
fn a_feed_has_one_entry_and_one_id_per_change_with_the_diff_inside() {
    let told = fixture::bridge();
    let atom =
        feed::write(Form::Atom, &site(), Of::Article(&told.timeline.article), &told.shown(), &[], None, at(9000));
    let ids = texts(&atom, "id");
    assert_eq!(
        ids,
        [
            "http://replate.example/articles/3-7.atom",
            "urn:replate:change:3-7.5:3-7.7",
            "urn:replate:change:3-7.3:3-7.5",
            "urn:replate:change:3-7.1:3-7.3",
        ]
    );
    let contents = contents(&atom);
    assert!(contents[2].contains("At least <del>12</del><ins>21</ins> people"), "{}", contents[2]);
    assert!(!contents[2].contains("class="), "feed readers strip classes: {}", contents[2]);
    assert!(texts(&atom, "summary")[1].starts_with("Headline: “to stay closed"));
    for time in texts(&atom, "updated").iter().chain(&texts(&atom, "published")) {
        assert!(time.parse::<news::Timestamp>().is_ok() && time.ends_with('Z'), "{time}");
    }
}

#[test]
fn updated_moves_with_the_state_and_the_id_stays() {
    let mut told = fixture::bridge();
    let feed =
        |told: &fixture::Told| feed::write(Form::Atom, &site(), Of::Everything, &told.shown(), &[], None, at(9000));
    let before = feed(&told);
    told.timeline.changes[0].state = news::ChangeState::Reverted;
    told.timeline.changes[0].updated_at = at(8000);
    let after = feed(&told);
    assert_eq!(texts(&before, "id"), texts(&after, "id"));
    assert_eq!(texts(&before, "updated")[3], at(125).to_string());
    assert_eq!(texts(&after, "updated")[3], at(8000).to_string());
    assert_eq!(texts(&after, "updated")[0], at(8000).to_string());
    assert!(texts(&after, "summary")[2].ends_with("the earlier text has come back since"));
}

#[test]
fn a_feed_without_changes_is_a_feed() {
    let atom = feed::write(Form::Atom, &site(), Of::Everything, &[], &[], None, at(0));
    assert_eq!(texts(&atom, "updated"), [at(0).to_string()]);
    assert_eq!(texts(&atom, "entry").len(), 0);
}

#[test]
fn atom_tells_of_what_is_withdrawn_by_id_and_time_alone() {
    let told = fixture::bridge();
    let look = |look| news::CaptureId { article: told.timeline.article.id, look };
    let gone = news::HiddenChange { from: look(7), to: look(9), at: at(9_500) };
    let write = |form| feed::write(form, &site(), Of::Everything, &told.shown(), &[gone], None, at(0));
    let atom = write(Form::Atom);
    let want = format!("<at:deleted-entry ref=\"urn:replate:change:3-7.7:3-7.9\" when=\"{}\"/>", at(9_500));
    assert!(atom.contains(&want), "{atom}");
    assert!(atom.find("deleted-entry") < atom.find("<entry>"), "in front of the entries: rules of feeds want it");
    assert_eq!(texts(&atom, "updated")[0], at(9_500).to_string(), "that is news, too");
    for form in [Form::Rss, Form::Json] {
        assert!(!write(form).contains("3-7.9"), "nothing there says so");
    }
}

#[test]
fn control_characters_do_not_break_the_feed() {
    let told = fixture::hostile("a\u{0}b\u{8}c\u{ffff}d\u{1b}e");
    let atom = feed::write(Form::Atom, &site(), Of::Everything, &told.shown(), &[], None, at(0));
    assert_eq!(texts(&atom, "title")[1], "abcde and more");
    let json = feed::write(Form::Json, &site(), Of::Everything, &told.shown(), &[], None, at(0));
    let list: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    for key in ["title", "summary", "content_html"] {
        let text = list["items"][0][key].as_str().expect(key);
        assert!(!text.contains(['\0', '\u{8}', '\u{ffff}', '\u{1b}']), "{key}: {text:?}");
    }
}

#[test]
fn the_forms_of_a_feed_say_the_same() {
    let mut told = fixture::bridge();
    told.timeline.versions[2].returns_to = Some(number(1));
    let of = Of::Article(&told.timeline.article);
    let shown = told.shown();
    let write = |form, older| feed::write(form, &site(), of, &shown, &[], older, at(9000));
    let (atom, rss) = (write(Form::Atom, None), write(Form::Rss, None));
    let list: serde_json::Value = serde_json::from_str(&write(Form::Json, Some("/older"))).expect("JSON");

    let items = list["items"].as_array().expect("items");
    let of_items = |key: &str| items.iter().map(|i| i[key].as_str().expect(key).to_owned()).collect::<Vec<_>>();
    assert_eq!(of_items("id"), texts(&atom, "id")[1..]);
    assert_eq!(of_items("id"), texts(&rss, "guid"));
    assert_eq!(of_items("title"), texts(&atom, "title")[1..]);
    assert_eq!(of_items("title"), texts(&rss, "title")[1..]);
    assert_eq!(of_items("content_html"), contents(&atom));
    assert_eq!(of_items("content_html"), texts(&rss, "content:encoded"));
    assert_eq!(of_items("summary"), texts(&rss, "description")[1..]);
    assert_eq!(of_items("date_published"), texts(&atom, "published"));
    assert_eq!(of_items("date_modified"), texts(&rss, "atom:updated"));
    assert_eq!(of_items("url"), texts(&rss, "link")[1..]);
    for date in texts(&rss, "pubDate").iter().chain(&texts(&rss, "lastBuildDate")) {
        assert!(jiff::fmt::rfc2822::parse(date).is_ok() && date.ends_with("GMT"), "{date}");
    }

    assert_eq!(list["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(list["feed_url"], "http://replate.example/articles/3-7/changes.json");
    assert_eq!(list["next_url"], "http://replate.example/older");
    assert_eq!(items[0]["url"], "http://replate.example/articles/3-7/changes/3..4");
    assert_eq!(items[0]["_replate"]["article"]["id"], "3-7");
}

#[test]
fn a_timeline_for_programs_is_the_timeline() {
    let told = fixture::bridge();
    let timeline: news::Timeline = serde_json::from_str(&json::timeline(&told.timeline)).expect("a timeline again");
    assert_eq!(timeline, told.timeline);
}
