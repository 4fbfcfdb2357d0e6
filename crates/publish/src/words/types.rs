//! Types of change in words: what stands beside a passage, and what a list is filtered by.

use news::{Change, ChangeKind, Class};

/// A type as it stands beside a passage, without a capital: "number changed".
pub fn change_kind(kind: ChangeKind) -> &'static str {
    use ChangeKind as K;
    match kind {
        K::NegationFlip => "says the opposite",
        K::NumberChanged => "number changed",
        K::NumberAdded => "number added",
        K::NumberRemoved => "number removed",
        K::NameChanged => "name changed",
        K::NameAdded => "name added",
        K::NameRemoved => "name removed",
        K::DateChanged => "date changed",
        K::QuoteChanged => "quotation changed",
        K::QuoteSpeakerChanged => "other speaker",
        K::QuoteRemoved => "quotation removed",
        K::QuoteTrimmed => "quotation trimmed",
        K::QuoteExtended => "quotation extended",
        K::QuoteAdded => "quotation added",
        K::QuoteToParaphrase => "quotation now paraphrased",
        K::ParaphraseToQuote => "paraphrase now quoted",
        K::AttribChanged => "other source or verb of saying",
        K::AttribRemoved => "source removed",
        K::AttribAdded => "source added",
        K::RemPara => "paragraph removed",
        K::AddPara => "paragraph added",
        K::HeadlineChanged => "headline changed",
        K::StandfirstChanged => "standfirst changed",
        K::HedgeRemoved => "doubt removed",
        K::HedgeAdded => "doubt added",
        K::AttribTone => "tone of attribution",
        K::TitleChanged => "title of a person",
        K::Reworded => "reworded",
        K::MinorWording => "a few words",
        K::QuoteMarks => "quotation marks",
        K::HeadlineCosmetic => "headline typeset differently",
        K::BylineChanged => "byline changed",
        K::CreditChanged => "agency credit changed",
        K::CosmeticNumber => "number written differently",
        K::DateRephrased => "date written differently",
        K::TypoName => "spelling of a name",
        K::QuoteTypo => "spelling in a quotation",
        K::Typo => "spelling",
        K::MovedPara => "paragraph moved",
        K::Split => "paragraph split",
        K::Merged => "paragraphs merged",
        K::Case => "capital letters",
        K::Punct => "punctuation",
        K::Cosmetic => "typesetting only",
        K::LinkOnly => "link changed",
        K::MediaOnly => "picture, table or post",
        K::SurfaceOnly => "only what search engines see",
        K::NoticeCorrection => "correction",
        K::NoticeClarification => "clarification",
        K::NoticeRetraction => "retraction",
        K::NoticeUpdate => "update notice",
        K::NoticeEditorsNote => "editors’ note",
        K::NoticeChanged => "notice changed",
        K::NoticeRemoved => "notice removed",
    }
}

/// A class of types in words.
pub const fn class(class: Class) -> &'static str {
    match class {
        Class::Factual => "What is said, and who said it",
        Class::Framing => "How it is said",
        Class::Housekeeping => "Spelling, typesetting and order",
        Class::Disclosure => "Notices of the outlet’s own",
    }
}

/// The types that a list shows of a change, the weightiest first: spelling and typesetting only where there is nothing
/// else.
pub fn weighty(change: &Change) -> Vec<ChangeKind> {
    let (light, heavy): (Vec<ChangeKind>, Vec<ChangeKind>) =
        change.kinds.iter().partition(|kind| kind.class() == Class::Housekeeping);
    if heavy.is_empty() { light } else { heavy }
}
