//! Text: what every stage needs to know of language, and nothing that needs a stage.
//!
//! Below the stages and above `news`. Pure: no clock, no files; the same text gives the same
//! answer in every run. `extract` makes texts [`canonical`], `compare` tells cosmetic differences
//! from others by [`cosmetic`] and cuts words by [`words`](words()), `publish` sets texts by
//! [`direction`]; what texts are found by, and what is asked for, is in [`search`].
//!
//! The one rule: **nothing is folded before a conclusion.** "£1.5m" is not "£15m", "10²" is not
//! "102", “so-called” is not so-called. Looser keys ([`word_keys`]) may pair texts, never call
//! them equal.
//!
//! Deliberately absent: compatibility forms (NFKC), stemming, models, and any list of words that
//! one outlet uses.

mod canonical;
mod contact;
mod cosmetic;
mod countries;
mod date_words;
mod dates;
mod dictionary;
mod digits;
mod direction;
mod earlier;
mod frequent;
mod function_words;
mod hash;
mod hedges;
mod language;
mod lexicon;
mod marks;
mod negations;
mod notice;
mod notice_grammar;
mod notice_phrases;
mod notice_tongues;
mod notice_turns;
mod notice_wording;
mod number_words;
mod numbers;
mod opposites;
mod passage;
mod quantities;
mod regexes;
mod relative;
mod said;
pub mod search;
mod sentence;
mod speech;
mod spelling;
mod stamp;
mod titles;
mod token;
mod units;
mod words;

pub use canonical::{canonical, canonical_lines};
pub use contact::is_contact_line;
pub use cosmetic::cosmetic;
pub use countries::is_country;
pub use dates::{Moment, moments};
pub use dictionary::words;
pub use direction::{direction, direction_of};
pub use earlier::tells_of_earlier;
pub use frequent::is_known_word;
pub use hash::{WordMap, WordSet};
pub use language::Language;
pub use lexicon::{Cue, Role, cues, denials, doubts, is_function_word, is_negation, is_verb_of_saying};
pub use marks::{Marked, has_marks, marked};
pub use notice::{NoticeKind, is_bare_label, notice_kind};
pub use numbers::{Number, numbers};
pub use opposites::are_opposites;
pub use passage::Passage;
pub use quantities::is_quantity;
pub use regexes::Regexes;
pub use relative::is_relative_time;
pub use said::Said;
pub use sentence::sentences;
pub use spelling::{
    differ_in_accents, is_dictionary_word, is_form_of, is_misspelling, is_near, is_opposite, is_other_by_accent,
    without_accents,
};
pub use stamp::is_stamp_line;
pub use token::{Token, TokenKind, tokens};
pub use units::{Unit, are_conversions, is_unit, ratio};
pub use words::word_keys;
