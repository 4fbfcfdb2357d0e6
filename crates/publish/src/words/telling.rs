//! Whether readers were told of a change.

use std::num::NonZeroU32;

use news::{Change, ChangeKind, ChangeState, Notice, Reading, RecordedChange, Timeline};
use text::{is_bare_label, notice_kind};

use super::quoted::quoted_up_to;

/// Characters of a notice that a line shows.
const NOTICE_CHARS: usize = 110;

/// Whether readers were told of a change of substance, as far as we could see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// A notice came, or one that was there says more.
    Told,
    /// A notice came, and most of what changed is not in it.
    InPart,
    /// A later version brought a notice that tells of it.
    Later,
    /// No notice that we could see, and it is of the weight that the list of changes without one holds.
    Silent,
    /// No notice that we could see, of something lighter: a single word, a paragraph that came.
    Light,
}

impl Telling {
    /// Of a change between two texts; `None` where there is nothing that a notice would tell of: spelling, typesetting, the
    /// order of paragraphs.
    pub fn of(change: &Change) -> Option<Self> {
        Self::judged(change, change.stealth, false)
    }

    /// Of a recorded change: later notices count.
    pub fn of_recorded(recorded: &RecordedChange) -> Option<Self> {
        if recorded.state == ChangeState::ReaderOnly {
            return None;
        }
        Self::judged(&recorded.change, recorded.stealth, recorded.told_by.is_some())
    }

    fn judged(change: &Change, stealth: Option<f32>, later: bool) -> Option<Self> {
        let most_untold = change.has_substance() && stealth.is_some_and(|stealth| stealth >= news::STEALTH);
        match newly_told(change) {
            Some(_) if most_untold => Some(Self::InPart),
            Some(_) => Some(Self::Told),
            None if change.cosmetic || !change.has_substance() => None,
            None if later => Some(Self::Later),
            None if most_untold => Some(Self::Silent),
            None => Some(Self::Light),
        }
    }

    /// What stands beside a change, as a sentence without its stop.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Told => "Readers were told",
            Self::InPart => "Readers were told of a part",
            Self::Later => "Readers were told later",
            Self::Silent => "Changed without a notice that we could see",
            Self::Light => "No notice that we could see",
        }
    }

    /// Whether no notice tells of it.
    pub const fn is_untold(self) -> bool {
        matches!(self, Self::Silent | Self::Light)
    }

    /// What the mark beside a change is drawn by: told of, without a notice, or lighter.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Silent => "rtold rtold-no",
            Self::Light => "rtold rtold-light",
            _ => "rtold",
        }
    }

    /// The same in a line, with the beginning of the notice: `readers were told: “Correction: …”`.
    pub fn line(self, change: &Change) -> String {
        let words = self.words();
        let words = words[..1].to_lowercase() + &words[1..];
        match newly_told(change) {
            Some(notice) => format!("{words}: {}", quoted_up_to(&notice.text, NOTICE_CHARS)),
            None => words,
        }
    }
}

/// The notice that came or says something else, the first of them.
pub fn newly_told(change: &Change) -> Option<&Notice> {
    change.notices.iter().find(|notice| notice.kind != ChangeKind::NoticeRemoved)
}

/// A notice that stood in the text before a change and stands there still: it is no new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OlderNotice {
    /// What it says.
    pub text: String,
}

impl OlderNotice {
    /// Where notices stand: as one, first or last.
    pub fn of(before: &Reading, after: &Reading) -> Option<Self> {
        let stood = |text: &str| before.body.iter().any(|block| block.text == text);
        let blocks: Vec<_> = after.body.iter().filter(|block| block.kind.is_text()).collect();
        let last = blocks.len().saturating_sub(2);
        let found = blocks.iter().enumerate().find(|(n, block)| {
            let is_there = block.kind == news::BlockKind::Notice || *n == 0 || *n >= last;
            is_there && stood(&block.text) && notice_kind(&block.text).is_some()
        });
        let (n, block) = found?;
        // A bare label ("CORRECTION:") takes the next block with it.
        let next = blocks.get(n + 1).filter(|next| is_bare_label(&block.text) && stood(&next.text));
        let text = next.map_or_else(|| block.text.clone(), |next| format!("{} {}", block.text, next.text));
        Some(Self { text })
    }

    /// Since when it stands, as far as a timeline knows: `An older notice stands since version 2:`.
    pub fn since(&self, timeline: Option<&Timeline>, from: Option<NonZeroU32>) -> String {
        let brings = |recorded: &&RecordedChange| {
            let is_it = |notice: &Notice| notice.text.contains(&self.text) || self.text.contains(&notice.text);
            from.is_some_and(|from| recorded.to.number <= from) && newly_told(&recorded.change).is_some_and(is_it)
        };
        match (timeline.and_then(|timeline| timeline.changes.iter().rfind(brings)), from) {
            (Some(recorded), _) => format!("An older notice stands since version {}:", recorded.to.number),
            (None, Some(from)) => format!("An older notice stood in version {from} already:"),
            (None, None) => "An older notice stands in both texts:".to_owned(),
        }
    }
}

/// The beginning of a notice, between marks.
pub fn notice_in_short(text: &str) -> String {
    quoted_up_to(text, NOTICE_CHARS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_of_no_substance_needs_no_notice() {
        use ChangeKind as K;
        let change = |kinds: &[ChangeKind], notice: Option<ChangeKind>, stealth| Change {
            kinds: kinds.to_vec(),
            notices: notice
                .map(|kind| Notice { kind, text: "Correction: It is 21.".into(), explains: Vec::new() })
                .into_iter()
                .collect(),
            stealth: Some(stealth),
            ..Change::default()
        };
        let silent = Some("changed without a notice that we could see");
        let light = Some("no notice that we could see");
        let cases = [
            (change(&[K::NumberChanged], None, 0.7), silent),
            (change(&[K::MinorWording], None, 0.03), light),
            (change(&[K::AddPara], None, 0.0), light),
            (change(&[K::Split], None, 0.0), None),
            (change(&[K::Merged, K::MovedPara], None, 0.0), None),
            (change(&[K::Cosmetic, K::Punct, K::Typo, K::BylineChanged], None, 0.0), None),
            (change(&[K::NoticeRemoved], Some(K::NoticeRemoved), 0.0), None),
            (
                change(&[K::NumberChanged, K::NoticeCorrection], Some(K::NoticeCorrection), 0.1),
                Some("readers were told: “Correction: It is 21.”"),
            ),
            (
                change(&[K::QuoteChanged, K::NoticeUpdate], Some(K::NoticeUpdate), 0.6),
                Some("readers were told of a part: “Correction: It is 21.”"),
            ),
            (
                change(&[K::NoticeUpdate], Some(K::NoticeUpdate), 0.0),
                Some("readers were told: “Correction: It is 21.”"),
            ),
        ];
        for (change, want) in cases {
            let told = Telling::of(&change).map(|telling| telling.line(&change));
            assert_eq!(told.as_deref(), want, "{:?}", change.kinds);
        }
        assert_eq!(Telling::of(&Change { cosmetic: true, ..change(&[K::HeadlineChanged], None, 0.0) }), None);
    }
}
