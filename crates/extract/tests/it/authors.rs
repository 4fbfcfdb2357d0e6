//! Who wrote an article: which of a page's names count, and which do not.

use extract::{Page, extract};

const P: [&str; 2] = [
    "The harbour board said on Monday that the north pier, closed since the storm, will be rebuilt in stone.",
    "Work begins in June and takes eleven months; the ferry leaves from the mill quay until it is done.",
];

/// What is read of a page: `head` in its head, `below` the headline, `after` the text.
fn names([head, below, after]: [&str; 3]) -> Vec<String> {
    let text: String = P.iter().map(|p| format!("<p>{p}</p>")).collect();
    let page = format!(
        "<!doctype html><html lang=en><head><title>North pier to be rebuilt</title>\
         <meta property=og:site_name content='The Selm Ledger'>{head}</head><body><main><article>\
         <h1>North pier to be rebuilt</h1>{below}{text}{after}</article></main></body></html>"
    );
    let url = "https://ledger.example/town/pier";
    extract(&Page { body: page.as_bytes(), content_type: Some("text/html; charset=utf-8"), url }).bylines
}

fn ld(author: &str) -> String {
    format!(
        "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Pier\",\"author\":{author}}}</script>"
    )
}

#[test]
fn authors_are_found_where_pages_name_them() {
    let outlet = ld(r#"{"name":"The Selm Ledger"}"#);
    let desk = ld(r#"{"name":"Ledger Staff"}"#);
    let cases: [([&str; 3], &[&str]); 13] = [
        // the outlet's own name is no author where a person is named
        ([&outlet, "<p class=author>By Ana Roe</p>", ""], &["Ana Roe"]),
        (
            ["<meta name=author content='The Selm Ledger, Selm, Freedonia'>", "<p class=author>By Ana Roe</p>", ""],
            &["Ana Roe"],
        ),
        ([&outlet, "", "<p style='text-align: right'><b>Ana Roe</b></p>"], &["Ana Roe"]),
        ([&outlet, "", ""], &["The Selm Ledger"]),
        ([&desk, "", ""], &["Ledger Staff"]),
        // without a name for the element
        (["", "<p>Ana Roe | 3 May 2024</p>", ""], &["Ana Roe"]),
        (["", "<p>3 May 2024 - Ana Roe</p>", ""], &["Ana Roe"]),
        (["", "<p><b>Ana Roe</b></p>", ""], &["Ana Roe"]),
        (["", "", "<h5>Author:</h5><p>Ana Roe/AP</p>"], &["Ana Roe"]),
        (
            ["<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ana Roe'>", "", ""],
            &["Ana Roe"],
        ),
        // of several, all that the line names
        (
            ["<meta name=author content='Ana Roe'>", "<p class=byline>By Ana Roe and Ben Ito</p>", ""],
            &["Ana Roe", "Ben Ito"],
        ),
        (["", "<p><a href='/authors/roe'>Ana Roe</a></p>", ""], &["Ana Roe"]),
        (["", "<p>By the way</p>", ""], &[]),
    ];
    for (parts, wanted) in cases {
        assert_eq!(names(parts), wanted, "{parts:?}");
    }
}
