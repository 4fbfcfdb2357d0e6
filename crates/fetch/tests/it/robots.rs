//! robots.txt, as any agent reads it.

use fetch::{AGENT, Robots, RobotsVerdict};

#[test]
fn verdicts_name_the_rule() {
    let text = "User-agent: *\nDisallow: /all\nCrawl-delay: 2.5\n\n\
        User-agent: Replate/0.9 (news)\nAllow: /private/ok$\nDisallow: /private\n";
    let robots = Robots::parse(text.as_bytes());
    let cases = [
        (AGENT, "https://outlet.example/all", true, None, None),
        (AGENT, "https://outlet.example/private/x", false, Some("Disallow: /private"), None),
        (AGENT, "https://outlet.example/private/ok", true, Some("Allow: /private/ok$"), None),
        ("Replate/1.2 (+mailto:a@outlet.example)", "/private", false, Some("Disallow: /private"), None),
        ("replatebot", "/all/x?y#z", false, Some("Disallow: /all"), Some(2.5)),
        ("other", "/private", true, None, Some(2.5)),
        ("other", "https://outlet.example/robots.txt", true, None, Some(2.5)),
    ];
    for (agent, url, allowed, rule, crawl_delay_s) in cases {
        let want = RobotsVerdict { allowed, rule: rule.map(str::to_owned), crawl_delay_s };
        assert_eq!(robots.check(agent, url), want, "{agent} {url}");
    }
}

#[test]
fn marks_and_line_ends_do_not_hide_a_rule() {
    let text = "user-agent: replate/2\ndisallow: /a\n";
    let utf16: Vec<u8> = "\u{feff}".chars().chain(text.chars()).flat_map(|c| (c as u16).to_be_bytes()).collect();
    let files: [Vec<u8>; 5] = [
        text.into(),
        format!("\u{feff}{text}").into(),
        text.replace('\n', "\r").into(),
        text.replace('\n', "\r\n").into(),
        utf16,
    ];
    for file in files {
        assert!(!Robots::parse(&file).check(AGENT, "/a").allowed, "{:?}", String::from_utf8_lossy(&file));
    }
}

/// Slips of the pen ask for less, never for more.
#[test]
fn what_is_misspelt_is_meant() {
    let cases = [
        ("user-agent: *\nDesallow: /a\n", false),
        ("user-agent: *\ndissalow: /a\n", false),
        ("useg-agent: *\ndisallow: /a\n", false),
        ("user-agent: *<BR>\nDisallow: /a<BR>\n", false),
        ("user-agent: *<BR>\nDisallow: <BR>\n", true),
        ("user-agent *\ndisallow /a\n", false),
        ("user-agent: *\nallow: /a\ndisallow: /\n", true),
        ("user-agent: *\nno-disallow: /a\n", true),
        ("user-agents-of-others: *\ndisallow: /a\n", true),
    ];
    for (file, allowed) in cases {
        assert_eq!(Robots::parse(file.as_bytes()).check(AGENT, "/a").allowed, allowed, "{file}");
    }
}

#[test]
fn a_line_that_the_limit_cuts_is_no_rule() {
    const LIMIT: usize = 500 * 1024;
    let start = "User-agent: *\nDisallow: /first\n#";
    let rule = "\nDisallow: /second\n";
    for cut in 0..=rule.len() {
        let filler = "x".repeat(LIMIT - start.len() - cut);
        let robots = Robots::parse(format!("{start}{filler}{rule}# and more").as_bytes());
        assert!(robots.check(AGENT, "/").allowed, "{cut}");
        assert!(!robots.check(AGENT, "/first").allowed, "{cut}");
        assert_eq!(robots.check(AGENT, "/second").allowed, cut < rule.len(), "{cut}");
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_a_file(file in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400), url in ".{0,40}") {
        let _ = Robots::parse(&file).check(AGENT, &url);
    }

    #[test]
    fn any_lines_are_a_file(file in "((user-agent|disallow|allow|crawl-delay)( )?:[ -~]{0,12}[\r\n]){0,12}", url in "/[ -~]{0,20}") {
        let _ = Robots::parse(file.as_bytes()).check(AGENT, &url);
    }
}
