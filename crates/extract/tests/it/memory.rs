//! What older pages of an outlet teach of a newer one, and what an operator says of it.

use extract::{KeptAs, Learner, Memory, Page, Pages, Rules, explain, extract};
use news::BlockKind;

const PROMISE: &str =
    "Forty thousand people in the valley begin the day with the Ledger's letter, and none of them pays.";

/// Article `n` of an outlet that promotes its letter in the middle, and shows what others read: `read` of them.
fn page(n: usize, read: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><title>Report {n}</title></head><body><main><article><h1>The bridge, part {n}</h1>\
         <p>The town council spoke for {n} hours about the bridge over the Selm on Monday night.</p>\
         <p>{PROMISE}</p><h2>Background</h2>\
         <p>In the year {n} the bridge was built by a company from the coast that is gone by now.</p>\
         <div class=\"now-{n} readers\">{read}</div>\
         <p>Part {n} of the money comes from the province, which has not decided on the rest of it.</p>\
         </article></main></body></html>"
    )
}

fn given(html: &str) -> Page<'_> {
    Page { body: html.as_bytes(), content_type: Some("text/html; charset=utf-8"), url: "https://ledger.example/a" }
}

/// What `articles` of the outlet teach, each looked at `looks` times.
fn memory(articles: usize, looks: usize) -> Memory {
    let mut learner = Learner::default();
    for n in 0..articles {
        for look in 0..looks {
            let html = page(n + 10, &format!("{} townspeople read this", look * 7 + n));
            let pages = Pages::of(&given(&html), &Memory::none());
            learner.learn(&n.to_string(), look == 0, pages.lesson());
        }
    }
    learner.memory()
}

fn texts(html: &str, memory: &Memory) -> Vec<String> {
    Pages::of(&given(html), memory).reading().body.into_iter().map(|block| block.text).collect()
}

#[test]
fn what_an_outlet_repeats_is_left_out_with_a_reason_and_the_rest_stays() {
    let html = page(3, "900 townspeople read this");
    let alone = texts(&html, &Memory::none());
    assert!(alone.iter().any(|text| text == PROMISE), "{alone:?}");
    assert_eq!(texts(&html, &memory(5, 1)), alone, "five articles are not enough");
    let memory = memory(12, 3);
    let read = texts(&html, &memory);
    let left: Vec<&String> = alone.iter().filter(|text| !read.contains(text)).collect();
    let restless = explain(&given(&html), &memory).into_iter().find(|e| e.text == "900 townspeople read this").unwrap();
    assert_eq!(restless.kept_as, None);
    assert!(left.iter().any(|text| *text == PROMISE), "{left:?}");
    assert!(read.iter().all(|text| alone.contains(text)), "nothing is put in its place");
    for said in ["spoke for 3 hours", "In the year 3", "Part 3 of the money"] {
        assert!(read.iter().any(|text| text.contains(said)), "{said}: {read:?}");
    }
    let promise = explain(&given(&html), &memory).into_iter().find(|e| e.text == PROMISE).unwrap();
    assert_eq!((promise.kept_as, promise.reason), (None, "the outlet shows it with many other articles"));
    let reading = Pages::of(&given(&html), &memory).reading();
    assert_eq!((reading.headline.as_deref(), reading.epoch), (Some("The bridge, part 3"), memory.epoch()));
}

#[test]
fn what_it_leaves_out_it_does_not_forget() {
    let known = memory(12, 1);
    let mut learner = Learner::default();
    for n in 0..12 {
        let html = page(n + 40, "");
        learner.learn(&n.to_string(), true, Pages::of(&given(&html), &known).lesson());
    }
    let html = page(3, "");
    assert_eq!(texts(&html, &learner.memory()), texts(&html, &known));
}

#[test]
fn an_operators_rules_come_before_what_the_reader_finds() {
    let html = "<!doctype html><html lang=en><head><title>x</title></head><body><main><h1>The Ledger</h1>\
        <div class=t>Bridge closed after cracks are found</div>\
        <div class=story><p>The bridge over the Selm was closed on Monday after cracks were found in it.</p>\
        <div class=poll><p>Do you cross the bridge every day? Four in ten of our readers say that they do.</p></div>\
        <p>The work will take until March, the town said, and the ferry sails twice as often till then.</p></div>\
        <div><p>Elsewhere in the valley the harvest has begun, and it is said to be the best in twenty years.</p>\
        <p>Another long paragraph about the harvest, the weather and the prices stands here in the middle.</p>\
        <p>And a third, so that the harvest has more to say than the bridge and draws the body to itself.</p></div>\
        </main></body></html>";
    let rules: Rules =
        serde_json::from_str(r#"{"headline": [".nothing", ".t"], "body": [".story"], "leave": [".poll"]}"#).unwrap();
    for memory in [Memory::none(), memory(12, 1)] {
        let memory = memory.with_rules(&rules);
        let reading = Pages::of(&given(html), &memory).reading();
        assert_eq!(reading.headline.as_deref(), Some("Bridge closed after cracks are found"));
        assert_eq!(reading.body.iter().map(|b| b.text.len()).collect::<Vec<_>>(), [76, 92], "{:?}", reading.body);
        assert_eq!(Memory::from_bytes(memory.bytes()).unwrap().rules(), &rules);
        assert_ne!(memory.epoch(), memory.with_rules(&Rules::default()).epoch());
        let poll = explain(&given(html), &memory).into_iter().find(|e| e.text.starts_with("Do you")).unwrap();
        assert_eq!((poll.kept_as, poll.reason), (None, "a rule for this outlet leaves it out"));
        let kept = explain(&given(html), &memory)
            .into_iter()
            .filter(|e| e.kept_as == Some(KeptAs::Block(BlockKind::Paragraph)));
        assert_eq!(kept.count(), 2);
    }
    assert_ne!(extract(&given(html)).headline.as_deref(), Some("Bridge closed after cracks are found"));
}
