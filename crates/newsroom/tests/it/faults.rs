//! A script with a fault is refused with a sentence that leads to it.

use newsroom::Script;
use serde_json::{Value, json};

fn day() -> Value {
    json!({
        "start": "2026-03-02T05:00:00Z",
        "outlets": [{
            "host": "a.example", "name": "A", "language": "en",
            "template": ["<h1>{{ article.headline }}</h1>", "{{ article.body }}"],
            "templates": {"second": "{{ article.headline }}{% for b in article.blocks %}<p>{{ b.text }}</p>{% endfor %}"}
        }],
        "articles": [{
            "id": "x", "outlet": "a.example", "path": "/x", "published": "00:10", "headline": "H",
            "body": ["One two one.", {"kind": "subhead", "text": "Three"}],
            "events": [{"at": "01:00", "do": "edit", "headline": "I"}]
        }]
    })
}

#[test]
fn a_small_day_is_good() {
    Script::load(&day().to_string()).unwrap();
}

#[test]
fn faults_are_named() {
    let event = |value: Value| {
        let mut day = day();
        day["articles"][0]["events"] = json!([value]);
        day
    };
    let outlet = |key: &str, value: Value| {
        let mut day = day();
        day["outlets"][0][key] = value;
        day
    };
    let article = |key: &str, value: Value| {
        let mut day = day();
        day["articles"][0][key] = value;
        day
    };
    let edit = |body: Value| event(json!({"at": "01:00", "do": "edit", "body": [body]}));
    let cases = [
        (json!({}), "missing field `start`"),
        (outlet("hots", json!("x")), "unknown field `hots`"),
        (outlet("host", json!("A.example")), "outlet A.example: `host` must be a name in lower case"),
        (outlet("validators", json!("md5")), "unknown variant `md5`"),
        (outlet("template", json!("{{ article.body }}")), "must show `article.headline`"),
        (outlet("template", json!("{{ artcle.headline }}")), "`artcle` is not a placeholder"),
        (outlet("template", json!("{{ article.title }}")), "`article` has no `title`"),
        (outlet("template", json!("a\n{% for b in %}")), "`template`: line 2: syntax error"),
        (outlet("template", json!("{{ article.headline }}{{ article.body }}{{ now|date('%!') }}")), "date format"),
        (outlet("pages", json!({"gone": "{{ nothing }}"})), "page `gone`: `nothing` is not a placeholder"),
        (outlet("feed", json!({"path": "feed"})), "`feed.path` is `feed`"),
        (outlet("events", json!([{"at": "01:00", "do": "edit", "headline": "J"}])), "outlet a.example, event 1 (edit)"),
        (article("outlet", json!("b.example")), "article x: there is no outlet `b.example`"),
        (article("path", json!("/x?y")), "article x: `path` is `/x?y`"),
        (article("path", json!("/feed.xml")), "another page of a.example"),
        (article("published", json!("24:00")), "after the day's end"),
        (article("published", json!("noon")), "`noon` is not a time"),
        (article("body", json!([])), "article x: `body` is empty"),
        (article("body", json!([{"kind": "poem", "text": "x"}])), "a paragraph as a string, or a block"),
        (article("standfirst", json!("S")), "does not show `article.standfirst`"),
        (article("bylines", json!(["B"])), "does not show `article.bylines`"),
        (article("copy_of", json!("y")), "there is no article `y`"),
        (
            event(json!({"at": "00:10", "do": "edit", "headline": "I"})),
            "article x, event 1 (edit): comes before or with",
        ),
        (event(json!({"at": "25:00", "do": "edit", "headline": "I"})), "is not within the day"),
        (event(json!({"at": "01:00", "do": "edit", "headline": "H"})), "changes nothing"),
        (event(json!({"at": "01:00", "do": "edti"})), "unknown variant `edti`"),
        (event(json!({"at": "01:00", "do": "edit", "headlin": "I"})), "unknown field `headlin`"),
        (edit(json!({"op": "replace", "block": 1, "find": "one", "with": "1"})), ""),
        (edit(json!({"op": "replace", "block": 1, "find": "o", "with": "0"})), "more than once"),
        (edit(json!({"op": "replace", "block": 1, "find": "four", "with": "4"})), "body edit 1: `four` does not stand"),
        (edit(json!({"op": "remove", "block": 3})), "there is no block 3; the body has 2 then"),
        (edit(json!({"op": "merge", "block": 2})), "there is no block 3"),
        (edit(json!({"op": "split", "block": 1, "at": "One"})), "leaves block 1 without a text"),
        (edit(json!({"op": "insert", "block": 4, "text": "x"})), "cannot put a block at 4"),
        (event(json!({"at": "01:00", "do": "template", "template": "third"})), "has no template `third`"),
        (event(json!({"at": "01:00", "do": "move", "path": "/x"})), "`/x` stands twice"),
        (event(json!({"from": "02:00", "to": "01:00", "do": "stall"})), "must end after"),
        (event(json!({"from": "01:00", "do": "gone", "status": 200})), "`status` is 200"),
        (event(json!({"from": "01:00", "do": "stale_copy", "as_of": "02:00"})), "`as_of`"),
        (event(json!({"from": "01:00", "do": "ab_headline", "headlines": ["A"]})), "two or more"),
    ];
    for (day, want) in cases {
        match Script::load(&day.to_string()) {
            Ok(_) => assert_eq!(want, "", "loads, but should say `{want}`: {day}"),
            Err(e) => assert!(!want.is_empty() && e.to_string().contains(want), "wanted `{want}`, got `{e}`"),
        }
    }
}

#[test]
fn windows_that_hide_the_article_do_not_overlap() {
    let mut day = day();
    day["articles"][0]["events"] =
        json!([{"from": "01:00", "to": "03:00", "do": "gone"}, {"from": "02:00", "to": "04:00", "do": "stall"}]);
    let fault = Script::load(&day.to_string()).unwrap_err().to_string();
    assert!(fault.contains("event 2 (stall): overlaps with `gone`"), "{fault}");
}

#[test]
fn faults_carry_their_line() {
    let text = serde_json::to_string_pretty(&day()).unwrap();
    let line = text.lines().position(|l| l.contains("\"id\": \"x\"")).unwrap() + 1;
    let wrong = text.replace("\"01:00\"", "\"00:05\"");
    let fault = Script::load(&wrong).unwrap_err().to_string();
    assert!(fault.starts_with(&format!("line {line}: article x, event 1 (edit)")), "{fault}");
    let broken = text.replace("\"articles\"", "\"articels\"");
    let fault = Script::load(&broken).unwrap_err().to_string();
    assert!(fault.contains("line ") && fault.contains("unknown field `articels`"), "{fault}");
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_loader_panic(text in "\\PC{0,200}", cut in 0usize..1500) {
        let _refused = Script::load(&text);
        let whole = day().to_string();
        let end = (0..=cut.min(whole.len())).rev().find(|i| whole.is_char_boundary(*i)).unwrap_or(0);
        let _refused = Script::load(&(whole[..end].to_owned() + &text));
    }
}
