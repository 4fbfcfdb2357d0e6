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

/// "De" is "by" in Romanian, and begins a name elsewhere.
#[test]
fn de_is_a_word_of_the_line_in_romanian_alone() {
    let romanian = [
        "Consiliul portului a spus luni că digul de nord va fi reconstruit din piatră în acest an.",
        "Lucrările încep în iunie și durează unsprezece luni, iar feribotul pleacă de la cheiul morii.",
    ];
    for (language, line, wanted) in [
        ("ro", "<p class=author>De Anna Popescu</p>", "Anna Popescu"),
        ("ro-RO", "<p class=byline>de Anna Popescu</p>", "Anna Popescu"),
        ("ro", "<p>De Anna Popescu</p>", "Anna Popescu"),
        ("ro", "<p class=byline>Scris de Anna Popescu</p>", "Anna Popescu"),
        ("", "<p class=author>De Anna Popescu</p>", "Anna Popescu"),
        ("ro", "<p class=author>De Luca</p>", "De Luca"),
        ("ro", "<p class=author>Erri De Luca</p>", "Erri De Luca"),
        ("it", "<p class=author>De Luca Anna</p>", "De Luca Anna"),
        ("es", "<p class=author>De la Cruz Ana</p>", "De la Cruz Ana"),
        ("nl", "<p class=author>De Vries Jan</p>", "De Vries Jan"),
    ] {
        let text = if language.is_empty() || language.starts_with("ro") { romanian } else { P };
        let page = format!(
            "<!doctype html><html lang='{language}'><head><title>Digul de nord</title></head><body><main><article>\
             <h1>Digul de nord</h1>{line}<p>{}</p><p>{}</p></article></main></body></html>",
            text[0], text[1]
        );
        let page = Page {
            body: page.as_bytes(),
            content_type: Some("text/html; charset=utf-8"),
            url: "https://ledger.example/a",
        };
        let reading = extract(&page);
        assert_eq!((reading.bylines, reading.body.len()), (vec![wanted.to_owned()], 2), "{language} {line}");
    }
}
