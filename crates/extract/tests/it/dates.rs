//! When an article was published: which of a page's dates speak, and which do not.

use extract::{Page, extract};

const URL: &str = "https://ledger.example/town/pier";
const P: [&str; 3] = [
    "The harbour board said on Monday that the north pier, closed since the storm, will be rebuilt in stone.",
    "Work begins in June and takes eleven months; the ferry leaves from the mill quay until it is done.",
    "The mayor called the price, 2.4 million crowns, the lowest that the town could have hoped for.",
];

/// What is read of a page: `head` in its head, `above` and `below` the headline, `after` the text.
fn dates(lang: &str, url: &str, [head, above, below, after]: [&str; 4]) -> [Option<String>; 2] {
    let text: String = P.iter().map(|p| format!("<p>{p}</p>")).collect();
    let page = format!(
        "<!doctype html><html lang={lang}><head><title>North pier to be rebuilt</title>{head}</head><body><main>\
         <article>{above}<h1>North pier to be rebuilt</h1>{below}{text}{after}</article></main></body></html>"
    );
    let reading = extract(&Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url });
    [reading.published_at, reading.updated_at]
}

#[test]
fn the_date_of_publication_is_found_where_pages_show_it() {
    let cases = [
        ("en", ["", "", "<p>By Ann Hand | 27.06.2018 09:54</p>", ""], Some("2018-06-27")),
        (
            "de",
            ["", "", "<div class=post-meta><span class=entry-date>27. Juni 2018</span></div>", ""],
            Some("2018-06-27"),
        ),
        ("de", ["", "<span class=date>27.06.18</span>", "", ""], Some("2018-06-27")),
        ("fr", ["", "", "<p>mercredi 27 juin 2018, par Ann Hand</p>", ""], Some("2018-06-27")),
        ("ja", ["", "", "<p>2018年6月27日 09:54</p>", ""], Some("2018-06-27")),
        (
            "en",
            ["", "", "<abbr class=published title='2018-06-27T09:54:00+0200'>a while ago</abbr>", ""],
            Some("2018-06-27T09:54:00+02:00"),
        ),
        ("en", ["", "", "<h5>Datum:</h5> 27.06.2018", ""], Some("2018-06-27")),
        ("en", ["", "", "", "<p class=info>Published on 27 June 2018</p>"], Some("2018-06-27")),
        ("en", ["<meta name=citation_publication_date content='2018/6/27'>", "", "", ""], Some("2018-06-27")),
        ("en", ["<meta property='og:article:published-time' content='2018-06-27'>", "", "", ""], Some("2018-06-27")),
        (
            "en",
            ["<script>var page = {\"firstPublished\": \"2018-06-27 09:54\"}</script>", "", "", ""],
            Some("2018-06-27"),
        ),
        (
            "en",
            ["<meta property='og:title' content='North pier to be rebuilt | 27.06.2018'>", "", "", ""],
            Some("2018-06-27"),
        ),
        (
            "en",
            [
                "<script type='application/ld+json'>{\"@type\":\"Recipe\",\"datePublished\":\"2018-06-27\"}</script>",
                "",
                "",
                "",
            ],
            Some("2018-06-27"),
        ),
        // what is no date of the article's
        ("en", ["<meta name=last-published-date content=2018-06-27>", "", "", ""], None),
        ("en", ["", "<p class=today>27 June 2018</p>", "", ""], None),
        (
            "en",
            [
                "",
                "",
                "<figure><img src=a><figcaption>The pier before the storm, 27 June 2018</figcaption></figure>",
                "",
            ],
            None,
        ),
        (
            "en",
            [
                "",
                "",
                "",
                "<div itemscope itemtype='https://schema.org/Comment'><time itemprop=dateCreated datetime=2018-06-27></time></div>",
            ],
            None,
        ),
        ("en", ["", "", "", "<h2>A concert on 27 June 2018</h2>"], None),
        // told in a sentence, by somebody else, or of another piece
        ("en", ["", "", "<p>On 27 June 1998 the pier was opened.</p>", ""], None),
        ("ja", ["", "", "", "<p>埠頭は1998年6月27日に開いた。</p>"], None),
        (
            "en",
            [
                "",
                "",
                "",
                "<blockquote class=twitter-tweet><p>The pier is open</p>— Town (@town) <a href=/t>June 27, 2018</a></blockquote>",
            ],
            None,
        ),
        (
            "en",
            [
                "",
                "<aside><ul><li><a href=/o>The old pier is shut</a> <span class=date>27 June 2012</span></ul></aside>",
                "",
                "",
            ],
            None,
        ),
        ("en", ["", "", "<p>Published on 27 June 2018.</p>", ""], Some("2018-06-27")),
        ("en", ["", "", "<h4>27 June 2018 - Words by Ann Hand</h4>", ""], Some("2018-06-27")),
        (
            "de",
            ["", "", "<p>Meldung vom 27. Juni 2018 | Selm – Der Nordpier wird neu gebaut, sagt die Stadt.</p>", ""],
            Some("2018-06-27"),
        ),
        (
            "en",
            ["<script>a({\"publishDate\":\"2018-06-27\"});b({\"publishDate\":\"2018-06-28\"})</script>", "", "", ""],
            None,
        ),
    ];
    for (lang, parts, wanted) in cases {
        assert_eq!(dates(lang, URL, parts)[0].as_deref(), wanted, "{parts:?}");
    }
}

#[test]
fn of_several_days_the_one_that_readers_see_is_that_of_publication() {
    let weak = "<meta name=date content=2018-06-29>";
    let disagreeing = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2018-06-20\"}</script>\
                       <meta property='article:published_time' content='2018-06-27T09:54:00Z'>";
    let shown = "<p class=date>27.06.2018</p>";
    let far = format!("<p>{0} {0} {0}</p>", P[2]).repeat(12);
    let list = |to: &str, more: &str| {
        format!(
            "{far}<ul><li><h3><a href='{to}'>North pier to be rebuilt</a></h3><span>27.06.2018</span>{more}</li>\
             <li><h3><a href=/town/quay>The ferry leaves from the quay</a></h3><span>29.06.2018</span></li></ul>"
        )
    };
    let own = list("/town/pier", "");
    let (anchor, other) = (list("/town/pier#talk-3", ""), list("/town/mill", ""));
    let two = list("/town/pier", "<a href=/town/mill>The mill quay takes the ferry</a>");
    let cases = [
        // names that do not say of what the date is
        ([weak, "", shown, ""], Some("2018-06-27")),
        ([weak, "", "", ""], Some("2018-06-29")),
        // two that say it
        ([disagreeing, "", shown, ""], Some("2018-06-27T09:54:00Z")),
        ([disagreeing, "", "", ""], Some("2018-06-20")),
        ([disagreeing, "", "<p class=date>29.06.2018</p>", ""], Some("2018-06-20")),
        // an element that says another day than its attribute
        (["", "", "<time datetime=2018-06-29>Published 27 June 2018</time>", ""], Some("2018-06-27")),
        // where else pages show it
        (["", "", "<p>Opinion of the town's harbour board at large <b>27 June 2018</b></p>", ""], Some("2018-06-27")),
        (["", "", "", "<aside><h4>Published</h4><p>27 June 2018</p></aside>"], Some("2018-06-27")),
        (["", "", "", "<footer><time>27 June 2018</time> by Ann Hand</footer>"], Some("2018-06-27")),
        (["", "", "", &own], Some("2018-06-27")),
        // an entry of another page, of two pages, of a comment
        (["", "", "", &other], None),
        (["", "", "", &two], None),
        (["", "", "", &anchor], None),
    ];
    for (parts, wanted) in cases {
        assert_eq!(dates("de", URL, parts)[0].as_deref(), wanted, "{parts:?}");
    }
}

#[test]
fn a_change_is_not_the_publication() {
    for (below, published, updated) in [
        ("<p>Updated: 28 June 2018</p>", None, Some("2018-06-28")),
        ("<p>Last build 28 June 2018</p>", None, None),
        ("<p>Published 27 June 2018, updated 28 June 2018</p>", Some("2018-06-27"), Some("2018-06-28")),
        ("<p>Last updated 28 June 2018. Created 27 June 2018</p>", Some("2018-06-27"), Some("2018-06-28")),
        ("<p>Updated<time class=date-updated datetime=2018-06-28></time></p>", None, Some("2018-06-28")),
        (
            "<time class=updated>28.06.2018</time><time class=published>27.06.2018</time>",
            Some("2018-06-27"),
            Some("2018-06-28"),
        ),
    ] {
        let [is, was] = dates("en", URL, ["", "", below, ""]);
        assert_eq!((is.as_deref(), was.as_deref()), (published, updated), "{below}");
    }
}

#[test]
fn days_and_months_stand_in_the_order_of_the_page() {
    let cases = [
        ("en-US", URL, "<p>3/4/2025</p>", "2025-03-04"),
        ("en-GB", URL, "<p>3/4/2025</p>", "2025-04-03"),
        ("en", "https://ledger.example.au/pier", "<p>3/4/2025</p>", "2025-04-03"),
        ("fr", URL, "<p>3/4/2025</p>", "2025-04-03"),
        // another date of the page, or its address, leaves no doubt
        ("en-US", URL, "<p>3/4/2025</p><p>Valid until 24/12/2025</p>", "2025-04-03"),
        ("en-GB", "https://ledger.example/2025/03/04/pier", "<p class=date>3/4/2025</p>", "2025-03-04"),
    ];
    for (lang, url, below, wanted) in cases {
        assert_eq!(dates(lang, url, ["", "", below, ""])[0].as_deref(), Some(wanted), "{lang} {url} {below}");
    }
}

#[test]
fn an_instant_is_given_in_the_zone_in_which_the_page_shows_it() {
    let head = "<meta property='article:published_time' content='2018-06-28T01:49:09Z'>";
    for (below, wanted) in [
        ("<time datetime='2018-06-27 17:49:09'>June 27, 2018 at 5:49 p.m.</time>", "2018-06-27T17:49:09-08:00"),
        ("<p><time>June 27, 2018</time><time>5:49pm</time></p>", "2018-06-27T17:49:09-08:00"),
        ("<p>Ann Hand, our reporter at the harbour <span>6/27/2018 17:49</span></p>", "2018-06-27T17:49:09-08:00"),
        ("<time datetime='2018-06-27T20:49:09-05:00'>yesterday</time>", "2018-06-27T20:49:09-05:00"),
        ("<time datetime='2018-06-27 17:31:09'>June 27, 2018</time>", "2018-06-28T01:49:09Z"),
    ] {
        assert_eq!(dates("en-US", URL, [head, "", below, ""])[0].as_deref(), Some(wanted), "{below}");
    }
}

#[test]
fn many_dates_cost_little() {
    let many = "<p><time>1.1.2020</time> 1.1.20 1/1/2020 </p>".repeat(20_000);
    let long = format!("<p class=date>{}</p>", "1.1.2020 ".repeat(100_000));
    let script = format!("<script>{}</script>", "\"publishDate\":\"2018-06-27\",".repeat(300_000));
    let runs = format!("<div class=date>{}</div>", "1.1.2020<hr><b>a</b>".repeat(20_000));
    let nested = format!("<p>{}1.1.2020{} a 2.1.2020</p>", "<b>".repeat(80), " ".repeat(1_000_000));
    for parts in
        [["", "", &nested, ""], ["", "", &runs, ""], [&script, "", "", ""], ["", &many, "", ""], ["", "", &long, &many]]
    {
        let [published, _] = dates("en", URL, parts);
        assert!(published.is_none_or(|p| p.len() >= 10));
    }
}
