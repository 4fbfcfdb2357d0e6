//! Quotations over the whole text, with speakers as `quotes` finds them.

use compare::{Circumstances, apply, compare};
use jiff::SignedDuration;
use news::ChangeKind::{self, *};
use news::{Change, Quotation, QuotationKind, Reading};

use crate::reading;

/// The quotation of `text` that begins with `begins` and ends with its closing mark, said by `speaker`, who stands as
/// `named` beside `cue`.
fn quotation(text: &str, begins: &str, ends: &str, speaker: &str, named: &str, cue: &str) -> Quotation {
    let scalars = |byte: usize| text[..byte].chars().count();
    let start = text.find(begins).expect("it begins");
    let end = start + text[start..].find(ends).expect("it ends") + ends.len();
    let near = |word: &str| text[end..].find(word).map(|at| end + at).or_else(|| text[..start].rfind(word));
    let named = near(named).map(|at| (scalars(at), scalars(at + named.len())));
    let cue = near(cue).map(|at| (scalars(at), scalars(at + cue.len())));
    Quotation {
        start: scalars(start),
        end: scalars(end),
        kind: QuotationKind::Direct,
        speaker: Some(speaker.to_owned()),
        speaker_start: named.map(|n| n.0),
        speaker_end: named.map(|n| n.1),
        cue_start: cue.map(|c| c.0),
        cue_end: cue.map(|c| c.1),
        via: None,
    }
}

fn page(text: &str) -> String {
    format!(
        "Bridge closed\n\nIt was raining in Norwick when Ada Weber and Karl Lindqvist came.\n\n{text}\n\nThe council meets \
         again on Thursday evening."
    )
}

/// The change of one paragraph; each side has one quotation, said by somebody.
fn told(before: (&str, &str), after: (&str, &str)) -> Change {
    let (old, new) = (reading(&page(before.0)), reading(&page(after.0)));
    let quotes = |text: &str, speaker: &str| -> Vec<Quotation> {
        let has = text.contains('“');
        let name = speaker.rsplit(' ').next().unwrap_or("");
        has.then(|| quotation(text, "“", "”", speaker, name, "said")).into_iter().collect()
    };
    let known = |reading: &Reading| quotes(&reading.canonical_text(), if *reading == old { before.1 } else { after.1 });
    let with = Circumstances { quotes: Some(&known), ..Circumstances::default() };
    let change = compare(&old, &new, &with);
    assert_eq!(apply(&old, &change), new.canonical_text());
    change
}

type Case = (&'static str, &'static str, &'static str, &'static str, &'static [ChangeKind]);

#[test]
fn quotations_are_followed_over_the_whole_text() {
    let cases: &[Case] = &[
        (
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            "“We knew it for years,” Lindqvist said.",
            "Karl Lindqvist",
            &[NameChanged, QuoteSpeakerChanged],
        ),
        (
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            "“We knew it for years,” Ada Weber said.",
            "Ada Weber",
            &[NameAdded],
        ),
        (
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            "“We knew it for months,” Weber said.",
            "Ada Weber",
            &[QuoteChanged],
        ),
        ("“We knew it for years,” Weber said.", "Ada Weber", "“We knew it,” Weber said.", "Ada Weber", &[QuoteTrimmed]),
        (
            "“We knew it,” Weber said.",
            "Ada Weber",
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            &[QuoteExtended],
        ),
        (
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            "Weber said that they knew it for years.",
            "",
            &[QuoteToParaphrase],
        ),
        (
            "“We knew of the plna,” Weber said.",
            "Ada Weber",
            "“We knew of the plan,” Weber said.",
            "Ada Weber",
            &[QuoteTypo],
        ),
        ("“We did not know,” Weber said.", "Ada Weber", "“We did know,” Weber said.", "Ada Weber", &[QuoteChanged]),
        (
            "“We lost 12 boats there,” Weber said.",
            "Ada Weber",
            "“We lost 21 boats there,” Weber said.",
            "Ada Weber",
            &[NumberChanged, QuoteChanged],
        ),
        (
            "“Ada Lund sold 12 boats there. We knew it for years,” Weber said.",
            "Ada Weber",
            "“We knew it for years,” Weber said.",
            "Ada Weber",
            &[QuoteTrimmed],
        ),
        (
            "“We lost 12 percnet of it there,” Weber said.",
            "Ada Weber",
            "“We lost 12 percent of it there,” Weber said.",
            "Ada Weber",
            &[QuoteTypo],
        ),
        (
            "“We knew it for years,” said Weber’s aide.",
            "Weber’s aide",
            "“We knew it for years,” said Weber's aide.",
            "Weber's aide",
            &[Cosmetic],
        ),
        (
            "“We knew it for years,” said a lawyer of the family.",
            "lawyer",
            "“We knew it for years,” said a doctor of the clinic.",
            "doctor",
            &[QuoteSpeakerChanged],
        ),
    ];
    for (before, by, after, then_by, want) in cases {
        let mut want = want.to_vec();
        want.sort_unstable();
        assert_eq!(told((before, by), (after, then_by)).kinds, want, "{before}\n{after}");
    }
}

#[test]
fn what_stands_between_marks_is_quoted_whoever_said_it() {
    let cases: &[(&str, &str, &[ChangeKind])] = &[
        (
            "On the wall stood “we shall build it again in spring” in red.",
            "On the wall stood “we shall build it anew in spring” in red.",
            &[QuoteChanged],
        ),
        (
            "On the wall stood “we shall build it agian in spring” in red.",
            "On the wall stood “we shall build it again in spring” in red.",
            &[QuoteTypo],
        ),
        ("墙上写着“我们要在春天再造一座桥”。", "墙上写着“我们要在秋天再造一座桥”。", &[QuoteChanged]),
        // A title or a term is none, nor is a mark that was forgotten.
        ("The group sang “Over The Wide River” twice.", "The group sang “Over The Cold River” twice.", &[NameChanged]),
        (
            "They call it the “bridge of sighs” there, and it is far too small for all of us now.",
            "They call it the “bridge of sighs there, and it is far too small for all of us now.",
            &[QuoteMarks],
        ),
        (
            "It is “a wall of cold water and mud. It came by night” to us.",
            "It is “a wall of cold water and mud.\n\nIt came by night” to us.",
            &[Split],
        ),
    ];
    for (before, after, want) in cases {
        let (old, new) = (reading(&page(before)), reading(&page(after)));
        let with = Circumstances { quotes: Some(&|_: &Reading| Vec::new()), ..Circumstances::default() };
        assert_eq!(compare(&old, &new, &with).kinds, *want, "{before}\n{after}");
    }
}

#[test]
fn hunks_know_whose_words_they_change() {
    let change = told(
        ("“We knew it for years,” Weber said.", "Ada Weber"),
        ("“We knew it for months,” Weber said.", "Ada Weber"),
    );
    assert_eq!((change.hunks[0].quote, change.hunks[0].speaker.as_deref()), (true, Some("Ada Weber")));
    assert_eq!(change.reasons, ["quote of Ada Weber changed", "no notice that we could see"]);
}

#[test]
fn a_paragraph_that_goes_takes_its_quotations_along() {
    let more = "“We will rebuild it in spring,” Weber said on Monday.";
    let stay = "The river stood high for all of the week, and nobody crossed it.";
    let change = told((&format!("{stay}\n\n{more}"), "Ada Weber"), (stay, ""));
    assert_eq!(change.kinds, [QuoteRemoved, RemPara]);
    assert_eq!(change.hunks[0].kinds, [QuoteRemoved, RemPara]);
    assert_eq!(change.reasons[0], "quote of Ada Weber removed");
    assert!(change.stealth.is_some_and(|s| s > 0.4), "{:?}", change.stealth);
}

#[test]
fn what_a_notice_tells_is_no_stealth_and_growth_is_less() {
    let text = |toll: u32, note: &str| {
        page(&format!("Police said {toll} people died when the bridge fell into the river.{note}"))
    };
    let note = "\n\nCorrection: An earlier version of this article gave the wrong number. 21 people died.";
    let weigh = |after: &str, with: &Circumstances<'_>| {
        let change = compare(&reading(&text(12, "")), &reading(after), with);
        (change.stealth.expect("it is weighed"), change)
    };
    let (silent, change) = weigh(&text(21, ""), &Circumstances::default());
    assert_eq!(change.reasons, ["casualties 12 → 21", "no notice that we could see"]);
    let amount = change.hunks[0].facts[0].amount.as_ref().expect("a number");
    assert_eq!(
        (amount.before, amount.after, amount.casualty, amount.unit.as_deref()),
        (Some(12.0), Some(21.0), true, Some("died"))
    );
    let (told, change) = weigh(&text(21, note), &Circumstances::default());
    assert_eq!(change.notices[0].kind, NoticeCorrection);
    assert_eq!(change.notices[0].explains, [0]);
    let young = Circumstances { age: Some(SignedDuration::from_hours(1)), ..Circumstances::default() };
    let (growing, _) = weigh(&text(21, ""), &young);
    let live = Circumstances { live: true, ..Circumstances::default() };
    assert!(told < 0.1 && growing < silent / 2.0, "{silent} {told} {growing}");
    assert_eq!(weigh(&text(21, ""), &live).0, growing);
    // A toll that falls is no growth.
    let (falls, _) = weigh(&text(5, ""), &young);
    assert!(falls > 0.4, "{falls}");
}

#[test]
fn stealth_lies_between_none_and_all() {
    let cases = [
        ("The mayor did not resign.", "The mayor did resign.", 0.7, 1.0),
        ("The goverment met on Monday.", "The government met on Monday.", 0.0, 0.0),
        ("They don’t go.", "They don't go.", 0.0, 0.0),
        ("It cost £1.5m in all.", "It cost £15m in all.", 0.5, 1.0),
    ];
    for (before, after, least, most) in cases {
        let change = compare(&reading(&page(before)), &reading(&page(after)), &Circumstances::default());
        let (stealth, substance) = (change.stealth.expect("weighed"), change.substance.expect("weighed"));
        assert!(least <= stealth && stealth <= most && stealth <= substance, "{before}: {stealth}");
    }
}

#[test]
fn what_the_text_says_elsewhere_or_an_update_names_weighs_less() {
    let weighed = |before: &str, after: &str| {
        let change = compare(&reading(&page(before)), &reading(&page(after)), &Circumstances::default());
        (change.stealth.expect("weighed"), change)
    };
    let (runs, owns) = ("The ferry is run by Rollbar in winter.", "Harbour Trust owns it.");
    let (gone, _) = weighed(&format!("{runs} {owns}"), &format!("The ferry is run by Sentry in winter. {owns}"));
    // somebody else, even where the text names both
    let both = "Rollbar and Sentry are of Norwick.";
    let (elsewhere, _) = weighed(&format!("{runs} {both}"), &format!("The ferry is run by Sentry in winter. {both}"));
    assert!(gone >= 0.5 && elsewhere >= 0.5, "{gone} {elsewhere}");
    let (unnamed, _) = weighed(&format!("{runs} {both}"), &format!("The ferry is run by them in winter. {both}"));
    assert!(unnamed < 0.3, "{unnamed}");
    // a line of a log, in the middle of a page
    let rest = "The river stood high for all of the week, and nobody crossed it.\n\n".repeat(8);
    let log = format!("{rest}April 2, 2026: Added the winter timetable.\n\n");
    let line = "April 16, 2026: Replaced Rollbar with Sentry in the list of ferries.\n\n";
    let (told, change) = weighed(
        &format!("{runs}\n\n{log}{rest}"),
        &format!("The ferry is run by Sentry in winter.\n\n{log}{line}{rest}"),
    );
    assert_eq!(change.notices[0].kind, NoticeUpdate);
    assert!(told < 0.2, "{told}");
    // much that came is no more hidden than a little
    let (added, _) =
        weighed(runs, &format!("{runs} Police said on 3 May 2026 that Ada Weber of Norwick lent it 40 boats."));
    assert!(added < 0.5, "{added}");
}

#[test]
fn what_is_only_said_otherwise_weighs_little() {
    let long =
        "Nobody crossed the river for all of the week, and the boats lay at the quay until the water fell. ".repeat(3);
    let cases = [
        // given more exactly; not another number of people
        ("Nearly 1.2 million people crossed it.", "A total of 1,187,400 people crossed it.", 0.0, 0.2),
        ("About 8 per cent of them walked.", "Some 7.9 per cent of them walked.", 0.0, 0.2),
        ("A fair 14,000 people crossed it.", "A fair 21,000 people crossed it.", 0.5, 1.0),
        // whom to call
        ("Press contact: Ada Weber, phone 0391 555012.", "Press contact: Karl Lindqvist, phone 0391 555018.", 0.0, 0.4),
        // a sentence that stands in another paragraph now
        (
            "It is old.\n\nIt does not say where the boats lie in winter.",
            "It is old. It does not say where the boats lie in winter.\n\nNorwick has two.",
            0.0,
            0.3,
        ),
    ];
    for (before, after, least, most) in cases {
        let sides = [before, after].map(|text| reading(&page(&format!("{text}\n\n{long}"))));
        let stealth = compare(&sides[0], &sides[1], &Circumstances::default()).stealth.expect("weighed");
        assert!(least <= stealth && stealth <= most, "{before}: {stealth}");
    }
    // written anew: most of it says something else
    let anew =
        "The ferry was sold for 12 million to Rollbar of Elmford on Friday, and Ada Weber left the board of the port.";
    let other =
        "Nothing is decided yet, Karl Lindqvist told the council, which had asked for 40 boats in a letter in May.";
    let change = compare(&reading(&page(other)), &reading(&page(anew)), &Circumstances::default());
    assert!(change.stealth < change.substance.map(|all| all / 2.0), "{:?} of {:?}", change.stealth, change.substance);
}

#[test]
fn nobody_is_asked_who_speaks_where_no_marks_differ() {
    let asked = std::cell::Cell::new(0);
    let count = |_: &Reading| {
        asked.set(asked.get() + 1);
        Vec::new()
    };
    let with = Circumstances { quotes: Some(&count), ..Circumstances::default() };
    let text =
        |number: u32, said: &str| reading(&page(&format!("It costs {number} crowns.\n\n“We {said},” Weber said.")));
    compare(&text(12, "know"), &text(21, "know"), &with);
    assert_eq!(asked.get(), 0);
    compare(&text(12, "know"), &text(12, "knew"), &with);
    assert_eq!(asked.get(), 2);
}

#[test]
fn a_change_weighs_the_same_every_time() {
    let before = "Police said on Monday that 12 people of Norwick may have seen Ada Weber at the pier. “We wait,” Jon Ruiz said.";
    let after = "The mayor told us on Friday that 21 people of Oakham saw Nora Klein there. “We do not wait,” Jon Ruiz claimed.";
    let weigh = || {
        let change = compare(&reading(&page(before)), &reading(&page(after)), &Circumstances::default());
        [change.substance, change.stealth].map(|weight| weight.map(f32::to_bits))
    };
    let first = weigh();
    assert!((0..40).all(|_| weigh() == first));
}
