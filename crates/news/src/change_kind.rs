//! What a difference is called: the types of docs/change-types.md.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a type of change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// What is said to be so, or who is said to have said it.
    Factual,
    /// How it is said: its weight, its colour, its words.
    Framing,
    /// Spelling, typesetting, order, what stands beside the words.
    Housekeeping,
    /// What the outlet says of its own changes.
    Disclosure,
}

impl Class {
    /// Its name, such as `factual`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Factual => "factual",
            Self::Framing => "framing",
            Self::Housekeeping => "housekeeping",
            Self::Disclosure => "disclosure",
        }
    }
}

/// Makes the enum, its names, its classes and the list of all from one table.
macro_rules! kinds {
    ($($class:ident { $($(#[$about:meta])* $kind:ident = $name:literal,)* })*) => {
        /// A type of change, in the order of [`Class`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum ChangeKind {
            $($($(#[$about])* #[serde(rename = $name)] $kind,)*)*
        }

        impl ChangeKind {
            /// All types, in order.
            pub const ALL: &'static [Self] = &[$($(Self::$kind,)*)*];

            /// Its name, such as `number_changed`.
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$kind => $name,)*)* }
            }

            /// What it is about.
            pub const fn class(self) -> Class {
                match self { $($(Self::$kind => Class::$class,)*)* }
            }
        }
    };
}

kinds! {
    Factual {
        /// A statement became its opposite: a "not", "never", "no" or "denied" came or went.
        NegationFlip = "negation_flip",
        /// A quantity is another.
        NumberChanged = "number_changed",
        /// A quantity came in a passage that otherwise stayed.
        NumberAdded = "number_added",
        /// A quantity went from a passage that otherwise stayed.
        NumberRemoved = "number_removed",
        /// A person, place or organisation is another one, or is called by another name.
        NameChanged = "name_changed",
        /// A name came in a passage that otherwise stayed.
        NameAdded = "name_added",
        /// A name went from a passage that otherwise stayed.
        NameRemoved = "name_removed",
        /// A day, month, year, weekday or clock time is another one; or one came or went.
        DateChanged = "date_changed",
        /// The words between quotation marks are others.
        QuoteChanged = "quote_changed",
        /// The same words are put into another mouth.
        QuoteSpeakerChanged = "quote_speaker_changed",
        /// A quotation went.
        QuoteRemoved = "quote_removed",
        /// A quotation lost words; the rest is the same.
        QuoteTrimmed = "quote_trimmed",
        /// A quotation gained words; the rest is the same.
        QuoteExtended = "quote_extended",
        /// A quotation came.
        QuoteAdded = "quote_added",
        /// What was quoted is now told without marks.
        QuoteToParaphrase = "quote_to_paraphrase",
        /// What was told without marks is now quoted.
        ParaphraseToQuote = "paraphrase_to_quote",
        /// A statement has another source, or another verb of saying of the same tone.
        AttribChanged = "attrib_changed",
        /// A statement lost its source.
        AttribRemoved = "attrib_removed",
        /// A statement got a source.
        AttribAdded = "attrib_added",
        /// A paragraph went as a whole.
        RemPara = "rem_para",
        /// A paragraph came as a whole.
        AddPara = "add_para",
    }
    Framing {
        /// The headline says something else, in whatever small way.
        HeadlineChanged = "headline_changed",
        /// The line under the headline differs, came or went.
        StandfirstChanged = "standfirst_changed",
        /// Doubt went: allegedly, reportedly, may, likely, unconfirmed.
        HedgeRemoved = "hedge_removed",
        /// Doubt came.
        HedgeAdded = "hedge_added",
        /// The verb of saying took or lost a colour: said became claimed, admitted, insisted.
        AttribTone = "attrib_tone",
        /// Somebody's function or title is another, the name is the same.
        TitleChanged = "title_changed",
        /// A passage says it in other words, four that carry meaning or more; or a sentence came or went.
        Reworded = "reworded",
        /// One to three words that carry meaning differ.
        MinorWording = "minor_wording",
        /// Only quotation marks came, went or changed their kind.
        QuoteMarks = "quote_marks",
    }
    Housekeeping {
        /// The headline differs only in typesetting or in a mended misspelling.
        HeadlineCosmetic = "headline_cosmetic",
        /// The names of the authors differ.
        BylineChanged = "byline_changed",
        /// The agencies that are credited differ.
        CreditChanged = "credit_changed",
        /// The same quantity is written in another way.
        CosmeticNumber = "cosmetic_number",
        /// The same day or time is written in another way.
        DateRephrased = "date_rephrased",
        /// The spelling of a name was mended.
        TypoName = "typo_name",
        /// A misspelling between quotation marks was mended.
        QuoteTypo = "quote_typo",
        /// A misspelling was mended, or made.
        Typo = "typo",
        /// A paragraph stands in another place.
        MovedPara = "moved_para",
        /// A paragraph was cut in two; the words are the same.
        Split = "split",
        /// Paragraphs were joined; the words are the same.
        Merged = "merged",
        /// Only capital and small letters differ.
        Case = "case",
        /// Only punctuation differs.
        Punct = "punct",
        /// White space, soft hyphens, the curly or straight form of the same mark, the width of a dash between words.
        Cosmetic = "cosmetic",
        /// The words are the same, an address that they lead to is another.
        LinkOnly = "link_only",
        /// A caption, picture credit, table or embedded post differs.
        MediaOnly = "media_only",
        /// Only what machines read differs (JSON-LD, Open Graph).
        SurfaceOnly = "surface_only",
    }
    Disclosure {
        /// A notice came that says that something was wrong.
        NoticeCorrection = "notice_correction",
        /// A notice came that says that something could be misunderstood.
        NoticeClarification = "notice_clarification",
        /// A notice came that says that the piece, or a part of it, is taken back.
        NoticeRetraction = "notice_retraction",
        /// A notice came that says that something was added or that the story goes on.
        NoticeUpdate = "notice_update",
        /// Another note from the editors came. Rows of stores from before there were five kinds read as this one.
        #[serde(alias = "notice_added")]
        NoticeEditorsNote = "notice_editors_note",
        /// A notice that was there says something else.
        NoticeChanged = "notice_changed",
        /// A notice that was there is gone.
        NoticeRemoved = "notice_removed",
    }
}

impl ChangeKind {
    /// Whether it says that a notice came, of whatever kind.
    pub const fn is_new_notice(self) -> bool {
        matches!(
            self,
            Self::NoticeCorrection
                | Self::NoticeClarification
                | Self::NoticeRetraction
                | Self::NoticeUpdate
                | Self::NoticeEditorsNote
        )
    }
}

impl ChangeKind {
    /// How grave a difference of this type is at most, 0 to 1: for the score of a change that nobody was told of, and for the
    /// order in which a line tells differences. After ANALYSIS 3.4; a headline weighs less, since most are put in other words
    /// for their sound alone.
    pub const fn gravity(self) -> f32 {
        use ChangeKind as K;
        match self {
            K::NegationFlip => 0.9,
            K::QuoteChanged | K::QuoteSpeakerChanged => 0.8,
            K::NameChanged | K::NumberChanged => 0.7,
            K::QuoteRemoved | K::QuoteToParaphrase => 0.6,
            K::DateChanged | K::AttribChanged | K::AttribAdded | K::AttribRemoved => 0.5,
            K::QuoteTrimmed | K::NameRemoved => 0.5,
            K::HedgeAdded | K::HedgeRemoved | K::AttribTone => 0.4,
            K::RemPara | K::NumberRemoved => 0.35,
            K::HeadlineChanged | K::TitleChanged | K::NoticeRemoved | K::QuoteExtended => 0.3,
            K::NumberAdded | K::NameAdded => 0.25,
            K::Reworded | K::ParaphraseToQuote | K::QuoteMarks | K::StandfirstChanged | K::QuoteAdded => 0.2,
            K::TypoName => 0.15,
            K::AddPara => 0.1,
            K::MinorWording => 0.05,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json_and_classes_stand_together() {
        for kind in ChangeKind::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
            assert_eq!(serde_json::from_value::<ChangeKind>(kind.as_str().into()).unwrap(), *kind);
        }
        assert!(ChangeKind::ALL.is_sorted());
        assert!(ChangeKind::ALL.is_sorted_by_key(|kind| kind.class()));
        let old: ChangeKind = serde_json::from_value("notice_added".into()).unwrap();
        assert!(old.is_new_notice());
    }
}
