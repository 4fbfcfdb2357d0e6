//! What pages need of the store, each in one transaction.

use std::collections::HashMap;
use std::num::NonZeroU32;

use compare::Circumstances;
use jiff::SignedDuration;
use news::alarm::HourOfLooks;
use news::{
    Alarm, ArticleId, Blame, Change, ChangeCounts, Feed, Halt, HiddenChange, ListedChange, Outlet, OutletId, Polled,
    ReadVersion, RecordedChange, Refusal, Subject, Timeline, Timestamp, Version,
};
use publish::ShownChange;
use publish::page::{Figures, NotShown, OutletLine, Watching};
use store::{
    ChangeFilter, Position, StoreError, Tally, Tx, agenda, alarms, change_search, changes, feeds, halts, look_hours,
    outlets, refusals, status, timelines, versions, withdrawals,
};

/// Changes that a feed says are withdrawn; one of an article that is edited all day has a hundred.
const MOST_HIDDEN: u32 = 500;

/// A page of a list of changes.
pub struct Listed<T> {
    /// The changes, newest first.
    pub changes: Vec<T>,
    /// Where the next page begins, if there is one.
    pub older: Option<Position>,
}

/// A page of the newest changes.
pub fn listed(tx: &mut Tx<'_>, filter: &ChangeFilter, limit: u32) -> Result<Listed<ListedChange>, StoreError> {
    let mut changes = changes::list_changes(tx, filter, limit + 1)?;
    let more = changes.len() > limit as usize;
    changes.truncate(limit as usize);
    let older = changes.last().filter(|_| more).map(|c| Position::of(&c.recorded));
    Ok(Listed { changes, older })
}

/// The same with both texts of each change.
pub fn shown(tx: &mut Tx<'_>, filter: &ChangeFilter, limit: u32) -> Result<Listed<ShownChange>, StoreError> {
    let Listed { changes, older } = listed(tx, filter, limit)?;
    Ok(Listed { changes: with_texts(tx, changes)?, older })
}

/// Changes with both texts of each.
pub fn with_texts(tx: &mut Tx<'_>, changes: Vec<ListedChange>) -> Result<Vec<ShownChange>, StoreError> {
    let mut shown = Vec::with_capacity(changes.len());
    for listed in changes {
        let RecordedChange { from, to, .. } = &listed.recorded;
        let before = versions::reading_like(tx, from, to)?;
        let after = versions::reading_like(tx, to, to)?;
        shown.push(ShownChange { listed, before, after });
    }
    Ok(shown)
}

/// Changes that whoever read the feed before may have, and that were withdrawn since its oldest entry was seen; since
/// ever, if it has all there are. Only the newest page of a list tells of them.
pub fn hidden(
    tx: &mut Tx<'_>,
    filter: &ChangeFilter,
    listed: &Listed<ShownChange>,
) -> Result<Vec<HiddenChange>, StoreError> {
    if filter.before.is_some() {
        return Ok(Vec::new());
    }
    let since = listed.older.map_or(Timestamp::UNIX_EPOCH, |oldest| oldest.seen_at);
    withdrawals::hidden_changes(tx, filter, since, MOST_HIDDEN)
}

/// Two versions of an article, both read as the later one was.
fn both(
    tx: &mut Tx<'_>,
    id: ArticleId,
    (from, to): (NonZeroU32, NonZeroU32),
) -> Result<Option<(ReadVersion, ReadVersion)>, StoreError> {
    let Some((from, to)) = versions::find_version(tx, id, from)?.zip(versions::find_version(tx, id, to)?) else {
        return Ok(None);
    };
    let like = if from.version.capture.look > to.version.capture.look { &from.version } else { &to.version };
    let before = versions::reading_like(tx, &from.version, like)?;
    let after = versions::reading_like(tx, &to.version, like)?;
    Ok(Some((ReadVersion { reading: before, ..from }, ReadVersion { reading: after, ..to })))
}

/// An article with what its page shows in full.
pub struct LoadedArticle {
    /// Everything recorded of it.
    pub timeline: Timeline,
    /// The version that readers see as far as we know.
    pub latest: Option<ReadVersion>,
    /// The versions of the newest change.
    pub newest: Option<(ReadVersion, ReadVersion)>,
    /// What robots.txt has refused of it.
    pub refusal: Option<Refusal>,
}

/// An article; `None` if there is none or it is withdrawn.
pub fn article(tx: &mut Tx<'_>, id: ArticleId) -> Result<Option<LoadedArticle>, StoreError> {
    let Some(timeline) = timelines::timeline_of(tx, id)? else { return Ok(None) };
    // What readers see may be a version that is not shown here.
    let showing = timeline.showing().filter(|n| timeline.versions.iter().any(|v| v.number == *n));
    let showing = showing.or(timeline.versions.last().map(|v| v.number));
    let latest = showing.map(|number| versions::find_version(tx, id, number)).transpose()?.flatten();
    let counted = timeline.changes.iter().rfind(|c| c.state != news::ChangeState::ReaderOnly);
    let newest = match counted {
        Some(change) => both(tx, id, (change.from.number, change.to.number))?,
        None => None,
    };
    Ok(Some(LoadedArticle { timeline, latest, newest, refusal: refusals::refusal_of(tx, id)? }))
}

/// One version of an article.
pub fn version(
    tx: &mut Tx<'_>,
    id: ArticleId,
    number: NonZeroU32,
) -> Result<Option<(Timeline, Option<ReadVersion>)>, StoreError> {
    let Some(timeline) = timelines::timeline_of(tx, id)? else { return Ok(None) };
    Ok(Some((timeline, versions::find_version(tx, id, number)?)))
}

/// Versions that a blame follows back; an article that is edited all day has a hundred.
const MOST_FOLLOWED: usize = 400;

/// An article, and a version of it with its blame.
pub struct LoadedBlame {
    /// Everything recorded of it.
    pub timeline: Timeline,
    /// `None`: no version that counts is shown up to the one that was asked for.
    pub blamed: Option<(ReadVersion, Blame)>,
}

/// The blame of a version, or of the newest, with its reading; of one that only the reader made, that of the one before.
pub fn blame(tx: &mut Tx<'_>, id: ArticleId, number: Option<NonZeroU32>) -> Result<Option<LoadedBlame>, StoreError> {
    let Some(timeline) = timelines::timeline_of(tx, id)? else { return Ok(None) };
    let mut followed: Vec<Version> = timeline.counted(number).into_iter().cloned().collect();
    followed.drain(..followed.len().saturating_sub(MOST_FOLLOWED));
    let mut read = versions::read_in_order(tx, &followed)?;
    let blame = compare::blame_of(&timeline, &read);
    let blamed = read.pop().map(|last| last.read).zip(blame);
    Ok(Some(LoadedBlame { timeline, blamed }))
}

/// Two versions of an article and what differs, recorded or compared now.
pub struct LoadedChange {
    /// The version on the left.
    pub from: ReadVersion,
    /// The version on the right.
    pub to: ReadVersion,
    /// What differs.
    pub change: Change,
}

/// Two versions of an article, if it has both.
///
/// Versions that were not recorded one after another are compared now, as their readings are.
pub fn change(
    tx: &mut Tx<'_>,
    id: ArticleId,
    (from, to): (NonZeroU32, NonZeroU32),
) -> Result<Option<(Timeline, Option<LoadedChange>)>, StoreError> {
    let Some(timeline) = timelines::timeline_of(tx, id)? else { return Ok(None) };
    let Some((from, to)) = both(tx, id, (from, to))? else { return Ok(Some((timeline, None))) };
    let captures = (from.version.capture, to.version.capture);
    let recorded = timeline.changes.iter().find(|c| (c.from.capture, c.to.capture) == captures);
    let change = match recorded {
        Some(recorded) => recorded.change.clone(),
        None => compared(&timeline, &from, &to),
    };
    Ok(Some((timeline, Some(LoadedChange { from, to, change }))))
}

/// What differs between versions that were not recorded one after another.
fn compared(timeline: &Timeline, from: &ReadVersion, to: &ReadVersion) -> Change {
    let with = Circumstances {
        quotes: Some(&quotes::of),
        age: Some(timeline.article.age_at(to.version.first_seen)),
        live: to.reading.is_live(),
    };
    compare::compare(&from.reading, &to.reading, &with)
}

/// The outlets with their figures.
pub fn outlet_lines(tx: &mut Tx<'_>, now: Timestamp) -> Result<Vec<OutletLine>, StoreError> {
    let status = status::status(tx, now)?;
    let mut alarms = alarms::all_alarms(tx, now)?;
    let mut halts: HashMap<Subject, Halt> = halts::list_halts(tx)?.into_iter().collect();
    let mut lines = Vec::new();
    for outlet in outlets::list_outlets(tx)? {
        let own = |id: OutletId| status.tallies.iter().filter(move |t| t.outlet.id == id).map(|t| t.tally);
        lines.push(OutletLine {
            feeds: feeds::list_feeds(tx, outlet.id)?.iter().filter(|feed| is_watched(&halts, feed)).count(),
            articles: own(outlet.id).map(|t| t.articles as usize).sum(),
            changes: own(outlet.id).map(|t| t.changes as usize).sum(),
            last_look: own(outlet.id).filter_map(|t| t.last_look).max(),
            alarms: alarms.remove(&outlet.id).unwrap_or_default(),
            halt: halts.remove(&Subject::Outlet(outlet.id)),
            outlet,
        });
    }
    Ok(lines)
}

fn is_watched(halts: &HashMap<Subject, Halt>, feed: &Feed) -> bool {
    halts.get(&Subject::Feed(feed.id)).is_none_or(|halt| !halt.removed)
}

/// How an outlet is watched.
pub struct LoadedWatching {
    sources: Vec<Polled>,
    alarms: Vec<Alarm>,
    hours: Vec<HourOfLooks>,
    tally: Tally,
    next_look: Option<Timestamp>,
    refused: u32,
    counts: ChangeCounts,
}

/// How an outlet is watched, at `now`.
///
/// # Cost
/// Six queries; none reads more with more articles, but for the count of refusals, which has an end.
pub fn watching(tx: &mut Tx<'_>, outlet: &Outlet, now: Timestamp) -> Result<LoadedWatching, StoreError> {
    let hours = look_hours::hours_of(tx, outlet.id, now)?;
    Ok(LoadedWatching {
        sources: feeds::polled_of(tx, outlet.id)?,
        alarms: alarms::alarms_of(tx, outlet.id, &hours, now)?,
        tally: store::tally_of(tx, outlet.id)?,
        next_look: agenda::next_look_at(tx, outlet)?,
        refused: refusals::count_refusals(tx, outlet.id)?,
        counts: change_search::counts_of(tx, outlet.id)?,
        hours,
    })
}

impl LoadedWatching {
    /// As a page shows it.
    pub fn shown(&self, pace: Option<SignedDuration>) -> Watching<'_> {
        let Tally { articles, versions, changes, looks, last_look, .. } = self.tally;
        Watching {
            sources: &self.sources,
            alarms: &self.alarms,
            hours: &self.hours,
            articles,
            versions,
            changes,
            looks,
            last_look,
            next_look: self.next_look,
            pace,
            refused: self.refused,
            counts: self.counts,
        }
    }
}

/// The figures of the whole site.
pub fn figures(tx: &mut Tx<'_>, now: Timestamp) -> Result<Figures, StoreError> {
    let status = status::status(tx, now)?;
    Ok(Figures {
        outlets: status.outlets,
        feeds: status.feeds,
        articles: status.total.articles,
        looks: status.total.looks,
        versions: status.total.versions,
        changes: status.total.changes,
        next_look: status.next_due,
        not_shown: withdrawals::standing_withdrawals(tx)?.into_iter().map(not_shown).collect(),
    })
}

fn not_shown(w: store::Withdrawal) -> NotShown {
    NotShown { version: w.version.is_some(), at: w.at, reason: w.reason, legal: w.legal }
}
