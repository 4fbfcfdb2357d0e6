//! Who said what: a table for each matter.

use news::QuotationKind;

/// Quotations as `kind: text = speaker`, or `(via M)` behind it.
fn told(text: &str, language: Option<&str>) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    quotes::quotes(text, language)
        .into_iter()
        .map(|q| {
            let kind = match q.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Mixed => "mixed",
                QuotationKind::Indirect => "indirect",
            };
            let words: String = chars[q.start..q.end].iter().collect();
            let via = q.via.map(|via| format!(" (via {via})")).unwrap_or_default();
            format!("{kind}: {words} = {}{via}", q.speaker.as_deref().unwrap_or("?"))
        })
        .collect()
}

fn hold(language: &str, cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(told(text, Some(language)), *want, "{text}");
    }
}

#[test]
fn english_words_of_saying_stand_before_behind_and_between() {
    hold(
        "en",
        &[
            ("“It is closed,” said Ada Weber.", &["direct: “It is closed,” = Ada Weber"]),
            ("“It is closed,” Mayor Ada Weber told reporters on Monday.", &["direct: “It is closed,” = Ada Weber"]),
            ("Ada Weber, the mayor of Norwick, said: “It is closed.”", &["direct: “It is closed.” = Ada Weber"]),
            (
                "\"It is closed,\" Ada Weber, 45, a teacher in Norwick, said.",
                &["direct: \"It is closed,\" = Ada Weber"],
            ),
            ("‘It is closed,’ Ada Weber said.", &["direct: ‘It is closed,’ = Ada Weber"]),
            (
                "The mayor of Norwick, Ada Weber, on Monday said that it was “a disgrace”.",
                &["mixed: “a disgrace” = Ada Weber"],
            ),
            (
                "“It is closed,” Ada Weber said. “We are sorry.”",
                &["direct: “It is closed,” = Ada Weber", "direct: “We are sorry.” = Ada Weber"],
            ),
            ("According to Ada Weber, “it is closed”.", &["direct: “it is closed” = Ada Weber"]),
            ("Ada Weber called it “a farce”.", &["mixed: “a farce” = Ada Weber"]),
            ("“It is closed.” — Ada Weber", &["direct: “It is closed.” = Ada Weber"]),
        ],
    );
}

#[test]
fn german_words_of_saying_stand_second_or_last() {
    hold(
        "de",
        &[
            ("„Sie ist gesperrt“, sagte Ada Weber.", &["direct: „Sie ist gesperrt“ = Ada Weber"]),
            ("„Sie ist gesperrt“, so Bürgermeisterin Ada Weber.", &["direct: „Sie ist gesperrt“ = Ada Weber"]),
            ("Ada Weber sagte: „Sie ist gesperrt.“", &["direct: „Sie ist gesperrt.“ = Ada Weber"]),
            ("Am Montag erklärte Ada Weber: »Sie ist gesperrt.«", &["direct: »Sie ist gesperrt.« = Ada Weber"]),
            (
                "Der Norwicker Zeitung sagte Ada Weber: „Sie ist gesperrt.“",
                &["direct: „Sie ist gesperrt.“ = Ada Weber"],
            ),
            ("Ada Weber sprach von einer „Schande für alle“.", &["mixed: „Schande für alle“ = Ada Weber"]),
            ("Nach Angaben von Ada Weber ist sie „völlig sicher“.", &["mixed: „völlig sicher“ = Ada Weber"]),
        ],
    );
}

#[test]
fn other_languages_have_their_marks_and_commonest_words() {
    let cases: &[(&str, &str, &str)] = &[
        ("fr", "« Il est fermé », a déclaré Ada Weber.", "direct: « Il est fermé » = Ada Weber"),
        ("es", "«Está cerrado», dijo Ada Weber.", "direct: «Está cerrado» = Ada Weber"),
        ("it", "«È chiuso», ha detto Ada Weber.", "direct: «È chiuso» = Ada Weber"),
        ("nl", "“Hij is dicht”, zei Ada Weber.", "direct: “Hij is dicht” = Ada Weber"),
        ("ru", "«Он закрыт», — сказала Ада Вебер.", "direct: «Он закрыт» = Ада Вебер"),
        ("pl", "„Jest zamknięty”, powiedziała Ada Weber.", "direct: „Jest zamknięty” = Ada Weber"),
    ];
    for (language, text, want) in cases {
        assert_eq!(told(text, Some(language)), [*want], "{text}");
    }
}

#[test]
fn a_speaker_has_the_fullest_name_that_the_article_gives() {
    hold(
        "en",
        &[
            ("Mayor Ada Weber opened the bridge.\n“It is safe,” Weber said.", &["direct: “It is safe,” = Ada Weber"]),
            (
                "Norwick spokesman Carl Moss came.\n“It is safe,” the spokesman said.",
                &["direct: “It is safe,” = Carl Moss"],
            ),
            ("Ada Weber opened the bridge. “It is safe,” she said.", &["direct: “It is safe,” = Ada Weber"]),
            ("The bridge was built in May.\n“It is safe,” she said.", &["direct: “It is safe,” = ?"]),
            ("Ada Weber came.\nIt rained.\nIt rained on.\n“It is safe,” she said.", &["direct: “It is safe,” = ?"]),
        ],
    );
}

#[test]
fn names_have_small_words_and_some_words_name_nobody() {
    hold(
        "en",
        &[
            ("“It will open in May,” said Will Smith.", &["direct: “It will open in May,” = Will Smith"]),
            (
                "“It will open in May,” Ursula von der Leyen said.",
                &["direct: “It will open in May,” = Ursula von der Leyen"],
            ),
            ("One said: “It will open in May.”", &["direct: “It will open in May.” = ?"]),
            ("In “The Old Man and the Sea”, Hemingway said little.", &[]),
        ],
    );
}

#[test]
fn a_medium_beside_a_speaker_is_where_it_was_said() {
    hold(
        "en",
        &[
            ("“It is safe,” Ada Weber told the BBC.", &["direct: “It is safe,” = Ada Weber (via BBC)"]),
            (
                "“It is safe,” Ada Weber said, according to the Norwick Times.",
                &["direct: “It is safe,” = Ada Weber (via Norwick Times)"],
            ),
        ],
    );
}

#[test]
fn titles_terms_and_scare_quotes_are_no_quotations() {
    hold(
        "en",
        &[
            ("The so-called ‘moderate plan’ was shelved in Norwick.", &[]),
            ("Her novel “The Bridge at Norwick” was sold out.", &[]),
            ("The “smart” bridge stays closed.", &[]),
        ],
    );
    hold("de", &[("Das Schiff „Adler“ liegt in Norwick.", &[]), ("Die sogenannte „Brückensteuer“ kommt.", &[])]);
}

#[test]
fn a_long_quotation_goes_on_in_the_next_paragraph() {
    hold(
        "en",
        &[(
            "Ada Weber said: “It is closed.\n“It will open in May.”",
            &["direct: “It is closed. = Ada Weber", "direct: “It will open in May.” = Ada Weber"],
        )],
    );
    // whoever is named at its end, not who spoke before
    hold(
        "en",
        &[(
            "“It is closed,” said Ada Weber.\n“This is a long quotation that goes on and on.\n“It will open in May,” said Karl Lund.",
            &[
                "direct: “It is closed,” = Ada Weber",
                "direct: “This is a long quotation that goes on and on. = Karl Lund",
                "direct: “It will open in May,” = Karl Lund",
            ],
        )],
    );
}

#[test]
fn what_is_reported_without_marks_is_indirect() {
    hold(
        "en",
        &[(
            "Ada Weber said that the bridge would close in May.",
            &["indirect: that the bridge would close in May = Ada Weber"],
        )],
    );
    hold(
        "de",
        &[(
            "Ada Weber sagte, dass die Brücke im Mai gesperrt werde.",
            &["indirect: dass die Brücke im Mai gesperrt werde = Ada Weber"],
        )],
    );
}
