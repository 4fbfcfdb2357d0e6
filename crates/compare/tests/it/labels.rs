//! What a change is called.

use news::ChangeKind::{self, *};
use news::{BlockKind, Change, Hyperlink, Reading};

use crate::{change, exact, reading};

const TAIL: &str = "The council meets again on Thursday evening to hear what the repair will cost.";

/// The change of one paragraph between two that stay.
fn inside(before: &str, after: &str) -> Change {
    let page = |text: &str| format!("Bridge closed\n\nIt was raining in Norwick all week.\n\n{text}\n\n{TAIL}");
    change(&page(before), &page(after))
}

#[test]
fn what_can_carry_meaning_is_never_cosmetic() {
    let pairs = [
        ("It cost £1.5m.", "It cost £15m."),
        ("It was -3 outside.", "It was 3 outside."),
        ("It was −5 outside.", "It was 5 outside."),
        ("It was −5 outside.", "It was -5 outside."),
        ("the ‘moderate’ group", "the moderate group"),
        ("the moderate group", "the “moderate” group"),
        ("It is over.", "It is over?"),
        ("10² people", "102 people"),
        ("1,000 people", "1.000 people"),
        ("the 'single' case", "the \"single\" case"),
        ("He will re-sign on Monday.", "He will resign on Monday."),
        ("The US agreed.", "The us agreed."),
        ("½ a share", "1/2 a share"),
        ("They can't go.", "They cant go."),
        ("3–4 people", "34 people"),
        ("5 € each", "5 $ each"),
        ("No, he said", "No he said"),
        ("«moderate»", "\"moderate\""),
        ("٣ people", "3 people"),
        ("100% sure", "100 % sure"),
        ("a man-eating shark", "a man – eating shark"),
        ("the rapist", "therapist"),
    ];
    for (before, after) in pairs {
        for (before, after) in [(before, after), (after, before)] {
            let found = inside(before, after);
            assert!(
                !found.same && !found.cosmetic && !found.kinds.contains(&Cosmetic),
                "{before} | {after}: {found:?}"
            );
            assert!(!found.hunks.is_empty());
            let headline = change(before, after);
            assert!(!headline.cosmetic && headline.kinds.contains(&HeadlineChanged), "{before} | {after}");
        }
    }
}

#[test]
fn typesetting_alone_is_cosmetic_or_the_same() {
    let pairs = [
        ("They don’t go.", "They don't go."),
        ("the “moderate” group", "the \"moderate\" group"),
        ("„Ja“, sagte sie.", "\"Ja\", sagte sie."),
        ("late — but safe", "late – but safe"),
        ("late—but safe", "late – but safe"),
        ("late - but safe", "late – but safe"),
        ("a\u{a0}crack", "a crack"),
        ("cafe\u{301}", "café"),
        ("bro\u{ad}ken", "broken"),
    ];
    for (before, after) in pairs {
        let found = inside(before, after);
        assert!(found.same || found.cosmetic, "{before} | {after}");
        if found.cosmetic {
            assert_eq!(found.kinds, [Cosmetic], "{before} | {after}");
            assert_eq!(found.reasons, ["only the typesetting differs"]);
            assert_eq!(change(before, after).kinds, [HeadlineCosmetic]);
        }
    }
}

#[test]
fn one_real_difference_beside_cosmetic_ones_is_told() {
    let found = inside("They don’t pay £1.5m.", "They don't pay £15m.");
    assert!(!found.cosmetic);
    assert_eq!(found.kinds, [NumberChanged, Cosmetic]);
    let marked: Vec<_> = found.hunks.iter().map(|h| (h.before.as_str(), h.after.as_str())).collect();
    assert_eq!(marked, [("don’t", "don't"), ("£1.5m", "£15m")]);
}

/// What is marked before and after, hunk by hunk.
type Marked = &'static [(&'static str, &'static str)];

#[test]
fn differences_are_marked_where_a_reader_would_mark_them() {
    let cases: &[(&str, &str, Marked)] = &[
        ("He will re-sign on Monday.", "He will resign on Monday.", &[("re-sign", "resign")]),
        ("Ten people died.", "Twelve people were killed.", &[("Ten", "Twelve"), ("died", "were killed")]),
        ("the blue bus of Norwick ran", "a green train of Norwick ran", &[("the blue bus", "a green train")]),
        (
            "the blue bus to a town",
            "a green train to the city",
            &[("the blue bus to a town", "a green train to the city")],
        ),
        ("It fell by 10 000 to 5.", "It fell by 12 000 to 6.", &[("10 000", "12 000"), ("5", "6")]),
        ("One came. Two left.", "One came. Three slept. Two left.", &[("", "Three slept. ")]),
        ("One came. One slept. Two left.", "One came. Two left.", &[("One slept. ", "")]),
        ("The end", "The very end", &[("", "very ")]),
        ("The end", "The end of it", &[("", " of it")]),
        ("a ‘moderate’ man", "a moderate man", &[("‘", ""), ("’", "")]),
        ("It is over.", "It is over?", &[(".", "?")]),
        ("橋は閉鎖された。", "橋は開放された。", &[("閉鎖", "開放")]),
        ("الجسر مغلق اليوم", "الجسر مفتوح اليوم", &[("مغلق", "مفتوح")]),
        ("👩\u{200d}👧 here", "👩\u{200d}👩 here", &[("👩\u{200d}👧", "👩\u{200d}👩")]),
    ];
    for (before, after, want) in cases {
        let found = inside(before, after);
        let marked: Vec<_> = found.hunks.iter().map(|h| (h.before.as_str(), h.after.as_str())).collect();
        assert_eq!(marked, *want);
    }
}

#[test]
fn kinds_and_reasons_tell_what_happened() {
    let page = |headline: &str, body: &[&str]| format!("{headline}\n\n{}\n\n{TAIL}", body.join("\n\n"));
    let rain = "It was raining in Norwick all week, and the river stood high.";
    let crack = "Engineers found a crack in the western pier of the bridge.";
    let note = "Correction: An earlier version of this article gave a wrong name for the bridge.";
    let cases: &[(&str, &str, &[ChangeKind], &[&str])] = &[
        (
            &page("A", &[rain]),
            &page("B", &[rain]),
            &[HeadlineChanged, MinorWording],
            &["headline reworded", "no notice that we could see"],
        ),
        (
            &page("A", &[rain, crack]),
            &page("A", &[rain]),
            &[RemPara],
            &["a paragraph removed", "no notice that we could see"],
        ),
        (&page("A", &[rain]), &page("A", &[rain, note]), &[NoticeCorrection], &["a correction added"]),
        (
            &page("A", &[rain, note]),
            &page("A", &[rain]),
            &[NoticeRemoved],
            &["a correction removed", "no notice that we could see"],
        ),
        (
            &page("A", &[rain]),
            &page("A", &[&format!("{rain} This story has been updated with new figures.")]),
            &[Reworded, NoticeUpdate],
            &["words changed in a paragraph", "an update added"],
        ),
        (
            &page("A", &[rain, note]),
            &page("A", &[rain, &note.replace("name", "length")]),
            &[NoticeChanged],
            &["a correction changed"],
        ),
        (
            &page("A", &[rain, crack]),
            &page("A", &[crack, rain]),
            &[MovedPara],
            &["a paragraph moved", "no notice that we could see"],
        ),
        (
            &page("A", &[rain]),
            &page("CORRECTED-A", &[rain]),
            &[HeadlineChanged, MinorWording, NoticeCorrection],
            &["headline reworded", "a correction added"],
        ),
    ];
    for (before, after, kinds, reasons) in cases {
        let found = change(before, after);
        assert_eq!(found.kinds, *kinds, "{before}\n->\n{after}");
        assert_eq!(found.reasons, *reasons, "{before}\n->\n{after}");
    }
}

#[test]
fn parts_and_surfaces_are_named() {
    let before = reading("A\n\nIt was raining in Norwick all week.");
    let mut after = before.clone();
    after.surfaces.json_ld.headline = Some("B".into());
    let found = exact(&before, &after);
    assert_eq!((found.same, &found.kinds[..]), (true, &[SurfaceOnly][..]));
    assert_eq!(found.parts[0].part, "json_ld.headline");
    after.bylines = vec!["Ada Weber".into()];
    let found = exact(&before, &after);
    assert_eq!(found.kinds, [BylineChanged]);
    assert_eq!(found.reasons, ["byline changed", "data for search engines and social media changed"]);
    after = before.clone();
    after.section = Some("Weather".into());
    let found = exact(&before, &after);
    assert_eq!(
        (found.same, &found.kinds[..], &found.reasons[..]),
        (true, &[SurfaceOnly][..], &["section changed".to_owned()][..])
    );
    assert_eq!((found.parts[0].before.as_str(), found.parts[0].after.as_str()), ("", "Weather"));
    after = before.clone();
    after.body[0].kind = BlockKind::Subhead;
    let found = exact(&before, &after);
    assert_eq!(found.parts[0].after, "subhead: It was raining in Norwick all week.");
    after = before.clone();
    after.updated_at = Some("2021-05-01".into());
    assert_eq!(exact(&before, &after).parts, []);
}

#[test]
fn words_that_lead_somewhere_else_are_told() {
    let to = |block, text: &str, address: &str| Hyperlink { block, text: text.into(), address: address.into() };
    let mut before = reading("A\n\nIt was raining in Norwick all week.\n\nThe report is long.");
    before.links = vec![to(2, "Norwick", "https://norwick.example/"), to(3, "report", "https://a.example/1")];
    let told = |links: Vec<Hyperlink>, text: &str| {
        let after = Reading { links, ..reading(text) };
        let found = exact(&before, &after);
        (found.kinds, found.parts.into_iter().map(|p| (p.before, p.after)).collect::<Vec<_>>())
    };
    let same = "A\n\nIt was raining in Norwick all week.\n\nThe report is long.";
    assert_eq!(told(before.links.clone(), same), (vec![], vec![]));
    assert_eq!(
        told(vec![before.links[0].clone(), to(3, "report", "https://b.example/")], same),
        (vec![LinkOnly], vec![("report → https://a.example/1".into(), "report → https://b.example/".into())])
    );
    assert_eq!(
        told(vec![before.links[1].clone()], same),
        (vec![LinkOnly], vec![("Norwick → https://norwick.example/".into(), String::new())])
    );
    // Words that went took their link along.
    let shorter = "A\n\nIt was raining all week.\n\nThe report is long.";
    assert_eq!(told(vec![before.links[1].clone()], shorter).1, []);
}

#[test]
fn a_bare_label_takes_its_text_along() {
    let before = format!("A\n\n{TAIL}");
    let found = change(&before, &format!("{before}\n\nCORRECTION:\n\nThe bridge is in Norwick."));
    assert_eq!(found.notices.len(), 1);
    assert_eq!(found.notices[0].text, "CORRECTION: The bridge is in Norwick.");
}

#[test]
fn differences_inside_quotations_say_so() {
    let found = inside("“We knew it for years,” he said on Monday.", "“We knew it for months,” he said on Friday.");
    assert_eq!(found.hunks.iter().map(|h| h.quote).collect::<Vec<_>>(), [true, false]);
}
