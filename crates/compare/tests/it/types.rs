//! Edits planted one at a time: each has its types and no other.

use compare::{Circumstances, compare, plain};
use news::ChangeKind::{self, *};
use news::Reading;
use text::Language;

use crate::{exact, reading};

const HEAD: &str = "It was raining in Norwick all week. The river Arle stood high on Friday, and Ada Weber went home.";
const TAIL: &str = "The council meets again on Thursday evening to hear what the repair will cost.";

/// The types of a change of one paragraph between two that stay.
fn inside(before: &str, after: &str) -> Vec<ChangeKind> {
    let page = |text: &str| {
        let page = reading(&format!("Bridge closed\n\n{HEAD}\n\n{text}\n\n{TAIL}"));
        Reading { language: tag(text), published_at: Some("2021-05-05".into()), ..page }
    };
    exact(&page(before), &page(after)).kinds
}

/// The language that the sentence is in, as a page would name it.
fn tag(text: &str) -> Option<String> {
    let tag = match Language::of_text(text) {
        Language::English => "en",
        Language::German => "de",
        Language::French => "fr",
        Language::Spanish => "es",
        Language::Italian => "it",
        Language::Portuguese => "pt",
        Language::Dutch => "nl",
        Language::Russian => "ru",
        Language::Ukrainian => "uk",
        Language::Polish => "pl",
        Language::Turkish => "tr",
        Language::Arabic => "ar",
        Language::Other => "ja",
    };
    Some(tag.into())
}

type Cases = &'static [(&'static str, &'static str, &'static [ChangeKind])];

fn hold(cases: Cases) {
    let mut wrong = Vec::new();
    for (before, after, want) in cases {
        let mut want = want.to_vec();
        want.sort_unstable();
        let got = inside(before, after);
        if got != want {
            wrong.push(format!("{before}\n{after}\n  got {got:?}, want {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn numbers() {
    hold(&[
        ("Police said 12 people died in the flood.", "Police said 21 people died in the flood.", &[NumberChanged]),
        ("Police said ten people died in the flood.", "Police said twelve people died in the flood.", &[NumberChanged]),
        ("The repair will cost £1.5m this year.", "The repair will cost £15m this year.", &[NumberChanged]),
        ("The rate rose by 3 % in the town.", "The rate rose by 5 % in the town.", &[NumberChanged]),
        ("Some 10,000 people live there now.", "Some ten thousand people live there now.", &[CosmeticNumber]),
        ("It costs $5 million to repair.", "It costs $5m to repair.", &[CosmeticNumber]),
        ("The bridge is 300 metres long here.", "The bridge is 300 miles long here.", &[NumberChanged]),
        ("Dozens of people came to the hall.", "Hundreds of people came to the hall.", &[NumberChanged]),
        ("Thousands of people came to the hall.", "Hundreds of thousands came to the hall.", &[NumberChanged]),
        ("The suspect is 19-year-old from here.", "The suspect is 18-year-old from here.", &[NumberChanged]),
        ("One person died in the flood there.", "Two people died in the flood there.", &[NumberChanged]),
        ("Firefighters freed people from the cars.", "Firefighters freed 14 people from the cars.", &[NumberAdded]),
        ("Firefighters freed 14 people from the cars.", "Firefighters freed people from the cars.", &[NumberRemoved]),
        ("It was the third flood of the year.", "It was the fourth flood of the year.", &[NumberChanged]),
        (
            "About a third of the town stood under water.",
            "About a quarter of the town stood under water.",
            &[NumberChanged],
        ),
        ("About 70 kilometres of it are new now.", "About 70km of it are new now.", &[CosmeticNumber]),
        ("One in five of the boats is old now.", "One in six of the boats is old now.", &[NumberChanged]),
        ("The fee is 5 % a year for all.", "The fee is 5 percent a year for all.", &[CosmeticNumber]),
        ("It was -3 degrees outside at night.", "It was 3 degrees outside at night.", &[NumberChanged]),
        ("Under Ludwig II the bridge was new.", "Under Ludwig III the bridge was new.", &[NameChanged]),
        ("The trial is now in Phase II there.", "The trial is now in Phase III there.", &[NumberChanged]),
        ("The work takes 5–6 weeks in all.", "The work takes 56 weeks in all.", &[NumberChanged]),
        ("The toll for lorries is US$ 40 now.", "The toll for lorries is R$ 40 now.", &[NumberChanged]),
    ]);
}

#[test]
fn numbers_of_other_languages() {
    hold(&[
        ("Le jardin loué mesure 90 m².", "Le jardin loué mesure 90 m.", &[NumberChanged]),
        (
            "Le petit hameau de la vallée compte trente maisons.",
            "Le petit hameau de la vallée compte 30 maisons.",
            &[CosmeticNumber],
        ),
        ("夜の気温は－５度だった。", "夜の気温は５度だった。", &[NumberChanged]),
        (
            "Bei dem Unfall wurden zwölf Menschen verletzt, sagte die Polizei.",
            "Bei dem Unfall wurden zwanzig Menschen verletzt, sagte die Polizei.",
            &[NumberChanged],
        ),
        (
            "Die Brücke kostet 1.200 Euro im Jahr, sagte die Polizei.",
            "Die Brücke kostet 12.000 Euro im Jahr, sagte die Polizei.",
            &[NumberChanged],
        ),
        (
            "Die Brücke kostet 1.200 Euro im Jahr und nicht mehr.",
            "Die Brücke kostet 1200 Euro im Jahr und nicht mehr.",
            &[CosmeticNumber],
        ),
        (
            "L'accident a fait douze morts dans la ville.",
            "L'accident a fait vingt et un morts dans la ville.",
            &[NumberChanged],
        ),
        (
            "Le pont a coûté 1,5 million d'euros à la ville.",
            "Le pont a coûté 2,5 millions d'euros à la ville.",
            &[NumberChanged],
        ),
        (
            "El accidente dejó doce muertos en la ciudad.",
            "El accidente dejó veinte muertos en la ciudad.",
            &[NumberChanged],
        ),
        (
            "L'incidente ha causato dodici morti nella città.",
            "L'incidente ha causato ventuno morti nella città.",
            &[NumberChanged],
        ),
        (
            "O acidente deixou doze mortos na cidade.",
            "O acidente deixou vinte e um mortos na cidade.",
            &[NumberChanged],
        ),
        (
            "Bij het ongeluk zijn twaalf mensen gewond geraakt.",
            "Bij het ongeluk zijn eenentwintig mensen gewond geraakt.",
            &[NumberChanged],
        ),
        (
            "В результате аварии погибли двенадцать человек.",
            "В результате аварии погибли двадцать один человек.",
            &[NumberChanged],
        ),
        ("Внаслідок аварії загинули дванадцять людей.", "Внаслідок аварії загинули двадцять людей.", &[NumberChanged]),
        (
            "W wypadku zginęło dwanaście osób w mieście.",
            "W wypadku zginęło dwadzieścia osób w mieście.",
            &[NumberChanged],
        ),
        (
            "Kazada on iki kişi yaralandı ve bir kişi öldü.",
            "Kazada yirmi bir kişi yaralandı ve bir kişi öldü.",
            &[NumberChanged],
        ),
        (
            "أسفر الحادث عن مقتل اثني عشر شخصا، 12 منهم في المدينة.",
            "أسفر الحادث عن مقتل اثني عشر شخصا، 21 منهم في المدينة.",
            &[NumberChanged],
        ),
        ("قتل ١٢ شخصا في المدينة.", "قتل 12 شخصا في المدينة.", &[CosmeticNumber]),
        ("事故で12人が死亡した。", "事故で21人が死亡した。", &[NumberChanged]),
        ("事故造成十二人死亡。", "事故造成二十一人死亡。", &[NumberChanged]),
        ("事故造成１２人死亡。", "事故造成12人死亡。", &[CosmeticNumber]),
    ]);
}

#[test]
fn dates() {
    hold(&[
        (
            "The bridge was closed on Monday by the police.",
            "The bridge was closed on Tuesday by the police.",
            &[DateChanged],
        ),
        ("The bridge was built in 1987 by the town.", "The bridge was built in 1978 by the town.", &[DateChanged]),
        ("The talks begin at 14:30 in the hall.", "The talks begin at 15:30 in the hall.", &[DateChanged]),
        ("The talks begin on 3 May in the hall.", "The talks begin on 13 May in the hall.", &[DateChanged]),
        ("The talks begin on 3 May in the hall.", "The talks begin on May 3 in the hall.", &[DateRephrased]),
        ("The fair was held last year in Oakham.", "The fair was held in 2020 in Oakham.", &[DateRephrased]),
        ("The fair of 2019 was held in Oakham.", "The fair of the year 2019 was held in Oakham.", &[DateRephrased]),
        ("The fair begins on Monday in Oakham.", "The fair begins on Mon. in Oakham.", &[DateRephrased]),
        ("The fair began yesterday in Oakham.", "The fair began on Tuesday in Oakham.", &[DateRephrased]),
        ("The fair began last year in Oakham.", "The fair began this year in Oakham.", &[DateChanged]),
        ("The fair of this year will be held in Oakham.", "The fair will be held in Oakham.", &[MinorWording]),
        (
            "Der Markt wird am 26. Juli in Elmford eröffnet.",
            "Der Markt wird am 26.7. in Elmford eröffnet.",
            &[DateRephrased],
        ),
        (
            "Der Markt wird am 26.7. in Elmford eröffnet.",
            "Der Markt wird am 27.7. in Elmford eröffnet.",
            &[DateChanged],
        ),
        ("Le marché ouvre jeudi 18 juillet à Elmford.", "Le marché ouvre jeudi 22 juillet à Elmford.", &[DateChanged]),
        ("The talks begin at 5pm in the hall.", "The talks begin at 5 p.m. in the hall.", &[DateRephrased]),
        ("The talks begin in the hall.", "The talks begin on Monday in the hall.", &[DateChanged]),
        ("The talks began yesterday in the hall.", "The talks began today in the hall.", &[DateChanged]),
        ("The talks begin in May in the hall.", "The talks begin in June in the hall.", &[DateChanged]),
        (
            "Die Gespräche beginnen am Montag in der Halle.",
            "Die Gespräche beginnen am Dienstag in der Halle.",
            &[DateChanged],
        ),
        (
            "Les négociations commencent lundi dans la salle.",
            "Les négociations commencent mardi dans la salle.",
            &[DateChanged],
        ),
        ("Переговоры начнутся 3 мая в зале.", "Переговоры начнутся 13 мая в зале.", &[DateChanged]),
        ("Переговори почнуться в понеділок у залі.", "Переговори почнуться у вівторок у залі.", &[DateChanged]),
        ("市長は月曜日に辞任すると述べた。", "市長は火曜日に辞任すると述べた。", &[DateChanged]),
        ("会談は5月3日に始まる。", "会談は5月4日に始まる。", &[DateChanged]),
    ]);
}

#[test]
fn names() {
    hold(&[
        ("The mayor, Ada Weber, opened the hall.", "The mayor, Ida Braun, opened the hall.", &[NameChanged]),
        ("The train left for Elmford in the night.", "The train left for Oakham in the night.", &[NameChanged]),
        ("The train left for Elmford in the night.", "The train left in the night.", &[NameRemoved]),
        ("The train left in the night.", "The train left for Elmford in the night.", &[NameAdded]),
        ("The engineer Karl Lindqvist saw the crack.", "The engineer Karl Lindquist saw the crack.", &[TypoName]),
        ("The engineer Rene Lindqvist saw the crack.", "The engineer René Lindqvist saw the crack.", &[TypoName]),
        ("The engineer Lindqvist saw the crack.", "The engineer Karl Lindqvist saw the crack.", &[NameAdded]),
        ("The troops of Iran left the town.", "The troops of Iraq left the town.", &[NameChanged]),
        (
            "The plan was signed by Elmford and Oakham.",
            "The plan was signed by Elmford, Oakham and Linby.",
            &[NameAdded],
        ),
        (
            "Dr. Maria Silva of Oakham University led it.",
            "Dr. Maria Silva of Elmford University led it.",
            &[NameChanged],
        ),
        ("The EU paid for the bridge.", "The UN paid for the bridge.", &[NameChanged]),
        ("Weber opened the hall in the evening.", "Braun opened the hall in the evening.", &[NameChanged]),
        ("The Norwick Herald wrote about it first.", "The Elmford Herald wrote about it first.", &[NameChanged]),
        ("Мост в Норвике закрыли после аварии.", "Мост в Элмфорде закрыли после аварии.", &[NameChanged]),
        (
            "Le train est parti pour Elmford dans la nuit.",
            "Le train est parti pour Oakham dans la nuit.",
            &[NameChanged],
        ),
        (
            "Die Bürgermeisterin Ada Weber hat die Halle eröffnet.",
            "Die Bürgermeisterin Ida Braun hat die Halle eröffnet.",
            &[NameChanged],
        ),
        (
            "Most w Elmford zamknięto w nocy i nie ma objazdu.",
            "Most w Oakham zamknięto w nocy i nie ma objazdu.",
            &[NameChanged],
        ),
    ]);
}

#[test]
fn names_that_are_not_new_or_not_gone() {
    let norwick =
        "Norwick’s council runs the Harbour Museum in the old mill of Norwick, and the Road Safety Agency pays. ";
    let cases: Cases = &[
        // put into other words: the texts have the name anyway
        ("Write to us by our contact form.", "Write to us through the Harbour Museum desk.", &[MinorWording]),
        ("Write to us by our contact form.", "Write to us through the Cobalt Analytics desk.", &[NameAdded]),
        // spelt out, with the short form behind it
        ("The RSA pays for the repair.", "The Road Safety Agency (RSA) pays for the repair.", &[MinorWording, Punct]),
        ("The RSA pays for the repair.", "The road safety agency pays for the repair.", &[MinorWording]),
        ("It is run by the US army.", "It is run by the U.S. army.", &[Punct]),
        ("It begins at 3 pm EST on Friday.", "It begins at 3 pm ET on Friday.", &[DateRephrased]),
        // the rest of the name stands beside a number
        (
            "Harbour Museum Annual Report Norwick is out.",
            "Harbour Museum 2024 Annual Report Norwick is out.",
            &[DateChanged],
        ),
        // first words of other sentences
        ("Setting of the walls is dear.", "Tolls of digital reading are due.", &[Reworded]),
        ("Rollbar keeps it for us.", "Sentry keeps it for us.", &[NameChanged]),
    ];
    let mut wrong = Vec::new();
    for (before, after, want) in cases {
        let got = inside(&format!("{norwick}{before}"), &format!("{norwick}{after}"));
        if got != *want {
            wrong.push(format!("{before}\n{after}\n  got {got:?}, want {want:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles() {
    hold(&[
        ("The minister Ada Weber opened the hall.", "The former minister Ada Weber opened the hall.", &[TitleChanged]),
        (
            "Ada Weber, the mayor of Norwick, opened the hall.",
            "Ada Weber, the deputy mayor of Norwick, opened the hall.",
            &[TitleChanged],
        ),
        ("Defence Minister Ada Weber opened the hall.", "Foreign Minister Ada Weber opened the hall.", &[TitleChanged]),
        ("President Ada Weber opened the hall.", "Chancellor Ada Weber opened the hall.", &[TitleChanged]),
        (
            "The suspect, a former soldier, fled to Elmford.",
            "The suspect, a soldier, fled to Elmford.",
            &[TitleChanged],
        ),
        ("A spokesman for the firm declined.", "A spokeswoman for the firm declined.", &[TitleChanged]),
        ("Dr. Maria Silva led the study.", "Prof. Maria Silva led the study.", &[TitleChanged]),
        (
            "Bundeskanzlerin Weber reist nach Elmford, sagte sie.",
            "Außenministerin Weber reist nach Elmford, sagte sie.",
            &[TitleChanged],
        ),
        ("Oakham Mayor Ada Weber opened the hall.", "Oakham Deputy Mayor Ada Weber opened the hall.", &[TitleChanged]),
        ("They asked Iowa Sen. Ada Weber to come.", "They asked Iowa Rep. Ada Weber to come.", &[TitleChanged]),
        ("They asked Iowa Gov. Ada Weber to come.", "They asked Iowa Lt. Gov. Ada Weber to come.", &[TitleChanged]),
        (
            "Am Montag reiste der Präsident Karl Lindqvist nach Elmford.",
            "Am Montag reiste der Vizepräsident Karl Lindqvist nach Elmford.",
            &[TitleChanged],
        ),
        (
            "Am Montag reiste Umweltminister Karl Lindqvist nach Elmford.",
            "Am Montag reiste Fraktionschef Karl Lindqvist nach Elmford.",
            &[TitleChanged],
        ),
        ("Mr Karl Lindqvist opened the hall.", "Dr Karl Lindqvist opened the hall.", &[TitleChanged]),
    ]);
}

#[test]
fn headlines_of_capitals() {
    let body = "Ada Weber opened the bridge on Friday. The mayor thanked Weber for it.";
    let headlines: Cases = &[
        ("Weber Opens the New Bridge", "Kowalczyk Opens the New Bridge", &[NameChanged, HeadlineChanged]),
        ("Weber Opens the Lovely Bridge", "Weber Opens the Gorgeous Bridge", &[HeadlineChanged, MinorWording]),
    ];
    for (before, after, want) in headlines {
        let [before, after] = [before, after].map(|headline| plain(Some(headline), None, body));
        let got = compare(&before, &after, &Circumstances::default()).kinds;
        assert_eq!(got, *want, "{:?}", after.headline);
    }
}

#[test]
fn who_says_so() {
    hold(&[
        ("The bridge is safe, police said.", "The bridge is safe, officials said.", &[AttribChanged]),
        ("The bridge is safe.", "The bridge is safe, according to police.", &[AttribAdded]),
        ("The bridge is safe, according to police.", "The bridge is safe.", &[AttribRemoved]),
        ("The bridge is safe, she said.", "The bridge is safe.", &[AttribRemoved]),
        ("The bridge is safe, a spokesman told us.", "The bridge is safe.", &[AttribRemoved]),
        ("“The bridge is safe,” police said.", "“The bridge is safe,” officials said.", &[QuoteSpeakerChanged]),
        (
            "“It is safe to cross.” Then police said that it will stay so.",
            "“It is safe to cross.” Then officials said that it will stay so.",
            &[AttribChanged],
        ),
        ("The toll rose by 90 per cent in a year.", "The toll rose by 90% in a year.", &[CosmeticNumber]),
        ("Die Brücke ist sicher.", "Die Brücke ist sicher, so die Prüfer.", &[AttribAdded]),
        ("Die Brücke ist sicher, wie der Rat mitteilte.", "Die Brücke ist sicher.", &[AttribRemoved]),
        ("Le pont est sûr et ouvert.", "Le pont est sûr et ouvert, a déclaré une élue.", &[AttribAdded]),
        ("Most jest zamknięty od rana.", "Most jest zamknięty od rana, podało starostwo.", &[AttribAdded]),
        ("Мост закрыт с утра.", "Мост закрыт с утра, сообщило ведомство.", &[AttribAdded]),
        ("The firm said that the bridge is safe.", "The firm claimed that the bridge is safe.", &[AttribTone]),
        ("The firm said that the bridge is safe.", "The firm stated that the bridge is safe.", &[AttribChanged]),
        ("The firm admitted that the bridge is old.", "The firm said that the bridge is old.", &[AttribTone]),
        ("The bridge is safe, according to police.", "The bridge is safe, according to residents.", &[AttribChanged]),
        ("Die Firma sagte, die Brücke sei sicher.", "Die Firma behauptete, die Brücke sei sicher.", &[AttribTone]),
        (
            "Le pont est sûr, selon la police de la ville.",
            "Le pont est sûr, selon les habitants de la ville.",
            &[AttribChanged],
        ),
        ("Фирма сообщила, что мост безопасен.", "Фирма утверждала, что мост безопасен.", &[AttribTone]),
    ]);
}

#[test]
fn doubt_and_denial() {
    hold(&[
        ("The bridge is not only old, it is closed.", "The bridge is old, it is closed.", &[MinorWording]),
        ("Die Brücke ist nicht nur alt, sie ist zu.", "Die Brücke ist alt, sie ist zu.", &[MinorWording]),
        ("The driver left the town in the night.", "The driver allegedly left the town in the night.", &[HedgeAdded]),
        ("The driver allegedly left the town.", "The driver left the town.", &[HedgeRemoved]),
        ("The bridge will be closed for a year.", "The bridge may be closed for a year.", &[HedgeAdded]),
        ("The firm said, without evidence, that it was so.", "The firm said that it was so.", &[HedgeRemoved]),
        ("The mayor did not resign after the vote.", "The mayor did resign after the vote.", &[NegationFlip]),
        ("The mayor has resigned after the vote.", "The mayor has not resigned after the vote.", &[NegationFlip]),
        ("The council can close the bridge.", "The council can't close the bridge.", &[NegationFlip]),
        ("The plan is legal in the town.", "The plan is illegal in the town.", &[NegationFlip]),
        ("There was a crack in the pier.", "There was no crack in the pier.", &[NegationFlip]),
        ("The firm confirmed the plan.", "The firm denied the plan.", &[NegationFlip]),
        ("Der Bürgermeister ist nicht zurückgetreten.", "Der Bürgermeister ist zurückgetreten.", &[NegationFlip]),
        ("Le maire n'a pas démissionné hier.", "Le maire a démissionné hier.", &[NegationFlip]),
        ("El alcalde no ha dimitido en la ciudad.", "El alcalde ha dimitido en la ciudad.", &[NegationFlip]),
        ("Мэр не ушёл в отставку после выборов.", "Мэр ушёл в отставку после выборов.", &[NegationFlip]),
        ("Der Fahrer soll die Stadt verlassen haben.", "Der Fahrer hat die Stadt verlassen.", &[HedgeRemoved]),
        (
            "Il sindaco avrebbe firmato il contratto, non è chiaro.",
            "Il sindaco ha firmato il contratto, non è chiaro.",
            &[HedgeRemoved],
        ),
        ("Der Fahrer hat die Stadt verlassen.", "Der Fahrer hat angeblich die Stadt verlassen.", &[HedgeAdded]),
        ("市長は辞任した。", "市長は辞任しなかった。", &[NegationFlip]),
    ]);
}

#[test]
fn words_and_marks() {
    hold(&[
        ("He had bread andmore on the table.", "He had bread and more on the table.", &[Cosmetic]),
        ("It may be late for all of them.", "It maybe late for all of them.", &[MinorWording]),
        ("They met(as planned) on the pier.", "They met (as planned) on the pier.", &[Cosmetic]),
        ("The traders came to the bridge at noon.", "The tradrs came to the bridge at noon.", &[Typo]),
        ("They lead the march over the bridge.", "They led the march over the bridge.", &[Typo]),
        ("1. The bridge is closed for now.", "2. The bridge is closed for now.", &[Punct]),
        ("The bridge is **closed** for now.", "The bridge is closed for now.", &[Punct]),
        (
            "The old bridge will be closed soon, they told us.",
            "Soon the old bridge will be closed, they told us.",
            &[MinorWording],
        ),
        ("The goverment closed the bridge.", "The government closed the bridge.", &[Typo]),
        ("The bridge was was closed at night.", "The bridge was closed at night.", &[Typo]),
        ("The bridge was closed at night.", "The crossing was closed at night.", &[MinorWording]),
        ("The bridge was killed by the vote.", "The bridge was billed by the vote.", &[MinorWording]),
        ("The old bridge was quickly closed at night.", "The ancient crossing was hastily shut at night.", &[Reworded]),
        (
            "It is over. Nobody knows why.",
            "It is over. A new pier has to be built first. Nobody knows why.",
            &[Reworded],
        ),
        ("It is over now.", "It is over now!", &[Punct]),
        ("It is the moderate group.", "It is the “moderate” group.", &[QuoteMarks]),
        ("It is the Bridge of the town.", "It is the bridge of the town.", &[Case]),
        ("They don’t go there.", "They don't go there.", &[Cosmetic]),
        ("The bridge is in a town.", "The bridge is in the town.", &[MinorWording]),
    ]);
}

#[test]
fn quotations_by_their_marks() {
    hold(&[
        (
            "“We knew it for many long years,” she said.",
            "“We knew it for many long months,” she said.",
            &[QuoteChanged],
        ),
        ("“We knew it for many long years,” she said.", "“We knew it for years,” she said.", &[QuoteTrimmed]),
        ("“We knew it for years,” she said.", "“We knew it for many long years,” she said.", &[QuoteExtended]),
        ("“We knew of the goverment plan,” she said.", "“We knew of the government plan,” she said.", &[QuoteTypo]),
        (
            "She said “we will rebuild the old bridge” in spring.",
            "She said they would rebuild the old bridge in spring.",
            &[QuoteToParaphrase],
        ),
        (
            "She said they would rebuild the old bridge in spring.",
            "She said they would “rebuild the old bridge” in spring.",
            &[ParaphraseToQuote],
        ),
        ("It is over. “We will rebuild the bridge,” she said. It rained.", "It is over. It rained.", &[QuoteRemoved]),
        ("It is over. It rained.", "It is over. “We will rebuild the bridge,” she said. It rained.", &[QuoteAdded]),
        (
            "„Wir wussten es seit vielen Jahren“, sagte sie.",
            "„Wir wussten es seit vielen Monaten“, sagte sie.",
            &[QuoteChanged],
        ),
        (
            "« Nous le savions depuis longtemps », a-t-elle dit.",
            "« Nous le savions depuis hier », a-t-elle dit.",
            &[QuoteChanged, DateChanged],
        ),
    ]);
}

#[test]
fn measures_opposites_and_things_that_changed_places() {
    hold(&[
        ("He was jailed for 10 years by the court.", "He was jailed for 10 months by the court.", &[NumberChanged]),
        ("The trial took two years in the end.", "The trial took 24 months in the end.", &[CosmeticNumber]),
        ("The road is 20 miles long in all.", "The road is 32 km long in all.", &[CosmeticNumber]),
        ("It was 40C in the city on that day.", "It was 40F in the city on that day.", &[NumberChanged]),
        ("It gives 50 kW to the town by the river.", "It gives 50 MW to the town by the river.", &[NumberChanged]),
        ("She lives in flat 3b by the river.", "She lives in flat 3c by the river.", &[NumberChanged]),
        ("The rate rose by .5 per cent in all.", "The rate rose by 0.5 per cent in all.", &[CosmeticNumber]),
        ("There were 0 deaths by the river.", "There were no deaths by the river.", &[CosmeticNumber]),
        ("Taxes increased in the town by the river.", "Taxes decreased in the town by the river.", &[NegationFlip]),
        ("The jury acquitted him of the fraud.", "The jury convicted him of the fraud.", &[NegationFlip]),
        ("The reports were confirmed by the town.", "The reports were not confirmed by the town.", &[NegationFlip]),
        ("He was detained at the airport by them.", "He was retained at the airport by them.", &[MinorWording]),
        ("The harbour will open for the town.", "The harbor will open for the town.", &[Typo]),
        ("In spring Lund had paid Berg for it.", "In spring Berg had paid Lund for it.", &[NameChanged]),
        ("The rate fell from 12 to 10 in spring.", "The rate fell from 10 to 12 in spring.", &[NumberChanged]),
        ("In spring Lund and Berg came to it.", "In spring Berg and Lund came to it.", &[MinorWording]),
        ("North Korea fired two of them.", "South Korea fired two of them.", &[NameChanged]),
        ("It opens at 10:30 GMT for the town.", "It opens at 10:30 CET for the town.", &[DateChanged]),
        ("The museum opens next week for the town.", "The museum opens next month for the town.", &[DateChanged]),
    ]);
}

#[test]
fn what_changed_in_a_paragraph_that_moved_is_told() {
    let first = "The court found on Monday that Ada Weber had paid 12 million euros and was guilty.";
    let then = "The court found on Monday that Ada Weber had paid 21 million euros and was not guilty.";
    let other = "The harbour opened in May, and people came from the whole town to see the first of the boats.";
    let page = |paragraphs: [&str; 2]| plain(Some("A verdict"), None, &paragraphs.join("\n\n"));
    let change = compare(&page([first, other]), &page([other, then]), &Circumstances::default());
    assert_eq!(change.kinds, [NegationFlip, NumberChanged, MovedPara]);
    assert!(change.substance.is_some_and(|substance| substance >= 0.7), "{:?}", change.substance);
}
