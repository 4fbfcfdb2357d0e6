//! Names of the closed sets in words.

use news::{
    ChangeKind, ChangeState, Failure, Feed, GapCause, Look, NextLook, Sighting, SourceKind, Timeline, Timestamp,
};

use super::date_time;

/// What a look found, as the end of "we saw …".
pub fn sighting(sighting: Sighting) -> &'static str {
    match sighting {
        Sighting::Article => "the article",
        Sighting::Unchanged => "the article, unchanged",
        Sighting::Walled => "part of the article, in front of a wall",
        Sighting::Consent => "a consent dialog in its place",
        Sighting::Blocked => "a bot check in its place",
        Sighting::SoftGone => "a page that says it is gone",
        Sighting::Gone => "that it is gone",
        Sighting::Moved => "that it has moved",
        Sighting::Index => "a list page in its place",
        Sighting::Feed => "a feed in its place",
        Sighting::Error => "nothing: the look failed",
        Sighting::NeedsScript => "a page whose text only a script would bring",
        Sighting::Video => "a video page without a text",
        Sighting::Empty => "a page without the text",
        Sighting::StaleCopy => "an older copy, served again",
    }
}

/// Why a look failed.
pub fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Unreachable => "no connection",
        Failure::NoSuchHost => "the host has no address",
        Failure::RefusedAddress => "it led to an address that is not public",
        Failure::Tls => "no secure connection could be agreed on",
        Failure::Timeout => "no answer in time",
        Failure::CutShort => "the page was cut short",
        Failure::TooLarge => "the page was too large",
        Failure::Protocol => "the answer could not be read",
        Failure::TooManyHops => "too many redirects",
        Failure::Disallowed => "robots.txt asks us not to look",
        Failure::Throttled => "the outlet asked us to wait",
        Failure::ServerError => "the outlet's server had an error",
        Failure::OtherStatus => "the answer said nothing about the article",
    }
}

/// What a look found, with why if it failed: "nothing: the look failed (no answer in time)".
pub fn found(look: &Look) -> String {
    let why = look.failure.map(|why| format!(" ({})", failure(why))).unwrap_or_default();
    format!("{}{why}", sighting(look.sighting))
}

/// The same with the version that it showed: "the article: version 2".
pub fn saw(look: &Look) -> String {
    let version = look.shows.map(|n| format!(": version {n}")).unwrap_or_default();
    format!("{}{version}", found(look))
}

/// What kind of source something is.
pub const fn source(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Feed => "feed",
        SourceKind::Sitemap => "sitemap",
        SourceKind::FrontPage => "front page",
    }
}

/// What an operator should know of a source, a sentence each.
pub fn source_remarks(feed: &Feed) -> Vec<String> {
    let state = &feed.state;
    let trouble = state.trouble.as_deref().unwrap_or("no answer");
    let mut remarks = Vec::new();
    match (state.gone_since, state.failing_since) {
        (Some(since), _) => remarks.push(format!("gone since {}, asked once a day: {trouble}", date_time(since))),
        (None, Some(since)) => remarks.push(format!("brings nothing since {}: {trouble}", date_time(since))),
        (None, None) => {}
    }
    if let Some(new) = &state.moving_to {
        remarks.push(format!("says that it has moved to {new}; followed if it says so again"));
    }
    if let Some(former) = state.former.last() {
        remarks.push(format!("stood at {} until {}", former.url, date_time(former.left)));
    }
    if let Some(gone) = state.in_place_of {
        remarks.push(format!("found in the place of feed {gone}"));
    }
    if let Some(at) = state.crowded_at {
        remarks.push(format!("at {} most of its entries were new: some may have been missed", date_time(at)));
    }
    let lying = [("ETag", state.etag_lies), ("Last-Modified", state.last_modified_lies)];
    for (name, _) in lying.into_iter().filter(|(_, lies)| *lies) {
        remarks.push(format!("its {name} stayed the same while its entries changed: not asked with it any more"));
    }
    remarks
}

/// Why an address is not looked at any more, if it turned out to be no article.
pub fn no_article(timeline: &Timeline) -> Option<String> {
    let told = timeline.looks.iter().rev().filter(|look| look.sighting != Sighting::Error);
    let other: Vec<&Look> = told.take_while(|look| look.sighting.is_other_page()).collect();
    let ended = timeline.next == NextLook::Never && timeline.versions.is_empty();
    let last = other.first().filter(|_| ended)?;
    let looks = super::count(other.len(), "look", "looks");
    Some(format!("It turned out to be no article: at {looks} in a row we saw {}.", sighting(last.sighting)))
}

/// When the next look is, or was due.
pub fn next_look(timeline: &Timeline, now: Timestamp) -> String {
    match timeline.next {
        NextLook::At(at) if at > now => format!("The next look is at {}.", date_time(at)),
        NextLook::At(at) => format!("The next look was due at {}.", date_time(at)),
        NextLook::Never => {
            let why = no_article(timeline).map(|why| format!("{why} ")).unwrap_or_default();
            format!("{why}It won't be checked again for changes.")
        }
    }
}

/// Why nothing is known of an interval.
pub fn gap_cause(cause: GapCause) -> &'static str {
    match cause {
        GapCause::Planned => "no look was planned",
        GapCause::Overdue => "a look was due, and nobody looked",
        GapCause::Untold => "our looks told us nothing",
    }
}

/// How sure a change is; `None` for what needs no word.
pub fn state(state: ChangeState) -> Option<&'static str> {
    match state {
        ChangeState::Provisional => Some("seen at one look so far"),
        ChangeState::Confirmed => None,
        ChangeState::Reverted => Some("the earlier text has come back since"),
        ChangeState::ReaderOnly => Some("only our reader changed: the page reads the same"),
    }
}

/// What happened to a notice of the outlet's own.
pub fn notice(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::NoticeCorrection => "The correction",
        ChangeKind::NoticeClarification => "The clarification",
        ChangeKind::NoticeUpdate => "The update notice",
        ChangeKind::NoticeRetraction => "The retraction",
        ChangeKind::NoticeEditorsNote => "The editors’ note",
        ChangeKind::NoticeRemoved => "The notice that was removed",
        _ => "The notice as it reads now",
    }
}

#[cfg(test)]
mod tests {
    use news::{FeedId, FeedState, FormerAddress, OutletId};

    use super::*;

    #[test]
    fn what_is_learnt_of_a_source_is_told_in_words() {
        let at = Timestamp::UNIX_EPOCH;
        let told = |state| {
            let url = "https://ledger.example/feed.xml".to_owned();
            let id = FeedId::new(OutletId(1), 2);
            let (include, exclude) = (Vec::new(), Vec::new());
            source_remarks(&Feed { id, kind: SourceKind::Feed, url, title: None, include, exclude, state })
        };
        let met = Some("it answered with status 410".to_owned());
        let failing = FeedState { failing_since: Some(at), trouble: met, ..FeedState::default() };
        let old = FormerAddress { url: "https://ledger.example/rss".into(), left: at };
        let cases = [
            (FeedState { gone_since: Some(at), ..failing.clone() }, "gone since", "status 410"),
            (failing, "brings nothing since", "status 410"),
            (
                FeedState { moving_to: Some("https://a.example/".into()), ..FeedState::default() },
                "has moved",
                "a.example",
            ),
            (FeedState { former: vec![old], ..FeedState::default() }, "stood at", "ledger.example/rss"),
            (
                FeedState { in_place_of: Some(FeedId::new(OutletId(1), 1)), ..FeedState::default() },
                "in the place",
                "1-1",
            ),
            (FeedState { crowded_at: Some(at), ..FeedState::default() }, "most of its entries", "missed"),
            (FeedState { etag_lies: true, ..FeedState::default() }, "ETag", "stayed the same"),
            (FeedState { last_modified_lies: true, ..FeedState::default() }, "Last-Modified", "stayed the same"),
        ];
        for (state, one, other) in cases {
            let remarks = told(state);
            let holds = matches!(&remarks[..], [only] if only.contains(one) && only.contains(other));
            assert!(holds, "{one}, {other}: {remarks:?}");
        }
        assert_eq!(told(FeedState::default()), Vec::<String>::new());
    }
}
