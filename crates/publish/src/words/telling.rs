//! Whether readers were told of a change.

use std::borrow::Cow;
use std::num::NonZeroU32;

use news::{Change, ChangeKind, ChangeState, Class, Hunk, Notice, Reading, RecordedChange, Timeline};
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
    /// A notice of this kind came that names nothing of the gravest that changed.
    Beside {
        /// What came.
        notice: ChangeKind,
        /// Whether it names something lighter that changed.
        names_lighter: bool,
    },
    /// A later version brought a notice that tells of it.
    Later,
    /// A later version brought a notice that does not say that it is about this.
    LaterPerhaps,
    /// No notice that we could see, and it is of the weight that the list of changes without one holds.
    Silent,
    /// No notice that we could see, of something lighter: a single word, a paragraph that came.
    Light,
}

impl Telling {
    /// Of a change between two texts; `None` where there is nothing that a notice would tell of: spelling, typesetting, the
    /// order of paragraphs.
    pub fn of(change: &Change) -> Option<Self> {
        Self::judged(change, change.stealth, None)
    }

    /// Of a recorded change: later notices count.
    pub fn of_recorded(recorded: &RecordedChange) -> Option<Self> {
        if recorded.state == ChangeState::ReaderOnly {
            return None;
        }
        // A notice that names what changed leaves nothing of it untold.
        let later = match recorded.stealth {
            Some(left) if left > 0.0 => Self::LaterPerhaps,
            _ => Self::Later,
        };
        Self::judged(&recorded.change, recorded.stealth, recorded.told_by.map(|_| later))
    }

    fn judged(change: &Change, stealth: Option<f32>, later: Option<Self>) -> Option<Self> {
        let most_untold = change.has_substance() && stealth.is_some_and(|stealth| stealth >= news::STEALTH);
        let beside = newly_told(change).and_then(|notice| beside(change, notice.kind));
        match newly_told(change) {
            Some(_) if beside.is_some() => later.filter(|later| *later == Self::Later).or(beside),
            Some(_) if most_untold => Some(Self::InPart),
            Some(_) => Some(Self::Told),
            None if change.cosmetic || !change.has_substance() => None,
            None if later.is_some() => later,
            None if most_untold => Some(Self::Silent),
            None => Some(Self::Light),
        }
    }

    /// What stands beside a change, as a sentence without its stop.
    pub fn words(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Told => "Readers were told",
            Self::InPart => "Readers were told of a part",
            Self::Beside { notice, names_lighter } => return Cow::Owned(beside_in_words(notice, names_lighter)),
            Self::Later => "Readers were told later",
            Self::LaterPerhaps => "A notice came later; we could not see that it is about this",
            Self::Silent => "Changed without a notice that we could see",
            Self::Light => "No notice that we could see",
        })
    }

    /// Whether no notice tells of it.
    pub const fn is_untold(self) -> bool {
        matches!(self, Self::Silent | Self::Light)
    }

    /// What the mark beside a change is drawn by: told of, without a notice, or lighter.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Silent => "rtold rtold-no",
            Self::Light | Self::Beside { .. } | Self::LaterPerhaps => "rtold rtold-light",
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

/// That the notices of a change name nothing of the gravest that changed, as far as that is known: rows from before types
/// were told do not say what a notice names. We see words, so a notice that says "an error" and not which is one of these.
fn beside(change: &Change, notice: ChangeKind) -> Option<Telling> {
    let new = || change.notices.iter().filter(|notice| notice.kind != ChangeKind::NoticeRemoved);
    // That something was added is what a notice of an update says.
    let is_update = new().any(|notice| notice.kind == ChangeKind::NoticeUpdate);
    let gravity = |hunk: &Hunk| match hunk.kinds.iter().any(|kind| kind.class() == Class::Disclosure) {
        true => 0.0,
        false if is_update && hunk.before.trim().is_empty() && !hunk.kinds.contains(&ChangeKind::MovedPara) => 0.0,
        false => hunk.kinds.iter().map(|kind| kind.gravity()).fold(0.0, f32::max),
    };
    let gravest = change.hunks.iter().map(gravity).fold(0.0, f32::max);
    let is_named = |at: usize| new().any(|notice| notice.explains.contains(&at));
    let mut heaviest = (0..change.hunks.len()).filter(|at| gravity(&change.hunks[*at]) >= gravest);
    let is_beside = !change.comparer.is_empty()
        && !change.cosmetic
        && gravest > ChangeKind::MinorWording.gravity()
        && !heaviest.any(is_named);
    is_beside.then(|| Telling::Beside { notice, names_lighter: (0..change.hunks.len()).any(is_named) })
}

/// "A correction came, but it does not name what changed here".
fn beside_in_words(notice: ChangeKind, names_lighter: bool) -> String {
    let came = match notice {
        ChangeKind::NoticeCorrection => "A correction came",
        ChangeKind::NoticeClarification => "A clarification came",
        ChangeKind::NoticeRetraction => "A retraction came",
        ChangeKind::NoticeUpdate => "An update notice came",
        ChangeKind::NoticeEditorsNote => "An editors’ note came",
        _ => "A notice was changed",
    };
    let what = if names_lighter { "the gravest change here" } else { "what changed here" };
    format!("{came}, but it does not name {what}")
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

    #[test]
    fn a_notice_about_something_else_is_told_as_that() {
        use ChangeKind as K;
        let hunk = |kinds: &[ChangeKind], before: &str| Hunk {
            kinds: kinds.to_vec(),
            before: before.into(),
            after: "now".into(),
            ..Hunk::default()
        };
        let change = |hunks: Vec<Hunk>, notices: &[(ChangeKind, &[usize])]| Change {
            kinds: hunks.iter().flat_map(|hunk| hunk.kinds.clone()).collect(),
            hunks,
            notices: notices
                .iter()
                .map(|(kind, explains)| Notice { kind: *kind, text: "We erred.".into(), explains: explains.to_vec() })
                .collect(),
            stealth: Some(0.3),
            comparer: "replate-4".into(),
            ..Change::default()
        };
        let (date, quote) = (|| hunk(&[K::DateChanged], "Monday"), || hunk(&[K::QuoteChanged], "never"));
        let notice = || hunk(&[K::AddPara, K::NoticeCorrection], "");
        let (correction, update) = (K::NoticeCorrection, K::NoticeUpdate);
        let beside = "A correction came, but it does not name what changed here";
        let cases = [
            ("it names the gravest", change(vec![quote(), date()], &[(correction, &[0])]), "Readers were told"),
            (
                "it names the lighter one",
                change(vec![quote(), date(), notice()], &[(correction, &[1])]),
                "A correction came, but it does not name the gravest change here",
            ),
            ("it names neither", change(vec![quote(), date()], &[(correction, &[])]), beside),
            ("one of two that are as grave", change(vec![date(), date()], &[(correction, &[1])]), "Readers were told"),
            (
                "a second notice names it",
                change(vec![quote()], &[(correction, &[]), (update, &[0])]),
                "Readers were told",
            ),
            ("a few words", change(vec![hunk(&[K::MinorWording], "a")], &[(correction, &[])]), "Readers were told"),
            ("nothing but the notice", change(vec![notice()], &[(correction, &[])]), "Readers were told"),
            ("an update of what came", change(vec![hunk(&[K::AddPara], "")], &[(update, &[])]), "Readers were told"),
            (
                "an update, and a number is another",
                change(vec![hunk(&[K::AddPara], ""), hunk(&[K::NumberChanged], "12")], &[(update, &[])]),
                "An update notice came, but it does not name what changed here",
            ),
            (
                "an update, and a number is another in a paragraph that moved",
                change(vec![hunk(&[K::NumberChanged, K::MovedPara], "")], &[(update, &[])]),
                "An update notice came, but it does not name what changed here",
            ),
            (
                "of an older comparison nobody knows what it names",
                Change { comparer: String::new(), ..change(vec![quote()], &[(correction, &[])]) },
                "Readers were told",
            ),
        ];
        for (name, change, want) in cases {
            assert_eq!(Telling::of(&change).map(Telling::words).as_deref(), Some(want), "{name}");
        }
    }

    #[test]
    fn a_later_notice_tells_of_what_it_names() {
        let article = news::ArticleId::new(news::OutletId(1), 4);
        let capture = |look| news::CaptureId { article, look };
        let version = |n: u32| {
            let number = NonZeroU32::new(n).expect("from 1");
            news::Version::read(number, capture(n), news::Timestamp::UNIX_EPOCH, &Reading::default())
        };
        let cases = [
            (None, 0.7, "Changed without a notice that we could see"),
            (Some(3), 0.0, "Readers were told later"),
            (Some(3), 0.35, "A notice came later; we could not see that it is about this"),
        ];
        for (told_by, stealth, want) in cases {
            let recorded = RecordedChange {
                article,
                from: version(1),
                to: version(2),
                state: ChangeState::Confirmed,
                updated_at: news::Timestamp::UNIX_EPOCH,
                change: Change { kinds: vec![ChangeKind::NumberChanged], stealth: Some(0.7), ..Change::default() },
                stealth: Some(stealth),
                told_by: told_by.map(capture),
            };
            assert_eq!(Telling::of_recorded(&recorded).map(Telling::words).as_deref(), Some(want), "{stealth}");
        }
    }
}
