//! What a change comes to, and whether readers were told: what is read first wherever a change is shown.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;
use news::{Change, Reading, RecordedChange, Timeline};

use super::Tongue;
use crate::words::{self, OlderNotice, Telling};

/// The line of a change, and beneath it whether readers were told.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "part/gist.html")]
pub struct Gist {
    /// The class of the line: large on a page of its own, small in a list.
    class: &'static str,
    summary: String,
    remarks: Vec<String>,
    telling: Option<Told>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    words: Cow<'static, str>,
    class: &'static str,
    is_untold: bool,
    /// What is said before a notice is quoted.
    about: Option<String>,
    notice: Option<(Tongue, String)>,
}

impl HtmlSafe for Gist {}

impl Gist {
    /// Of a change between two texts, on its page. The notices that came stand there whole.
    pub fn of_page(
        change: &Change,
        recorded: Option<&RecordedChange>,
        timeline: Option<&Timeline>,
        texts: (&Reading, &Reading),
    ) -> Self {
        let gist = Self::of("happened", change, recorded, timeline, texts);
        let telling = gist.telling.map(|told| Told { notice: told.notice.filter(|_| told.is_untold), ..told });
        Self { telling, ..gist }
    }

    /// Of a change in a list.
    pub fn of_list(recorded: &RecordedChange, texts: (&Reading, &Reading)) -> Self {
        Self::of("summary", &recorded.change, Some(recorded), None, texts)
    }

    fn of(
        class: &'static str,
        change: &Change,
        recorded: Option<&RecordedChange>,
        timeline: Option<&Timeline>,
        (before, after): (&Reading, &Reading),
    ) -> Self {
        let telling = recorded.map_or_else(|| Telling::of(change), Telling::of_recorded);
        let tongue = |text: &str| Tongue::of(after.language.as_deref(), text);
        let told = |telling: Telling| {
            let new = words::newly_told(change).map(|notice| notice.text.as_str());
            let older = OlderNotice::of(before, after).filter(|_| telling.is_untold());
            let from = recorded.map(|recorded| recorded.from.number);
            let about = older.as_ref().map(|older| older.since(timeline, from));
            let text = new.or(older.as_ref().map(|older| older.text.as_str()));
            Told {
                words: telling.words(),
                is_untold: telling.is_untold(),
                class: telling.class(),
                about,
                notice: text.map(|text| (tongue(text), words::notice_in_short(text))),
            }
        };
        Self {
            class,
            summary: words::summary(change),
            remarks: recorded.map(words::remarks).unwrap_or_default(),
            telling: telling.map(told),
        }
    }
}
