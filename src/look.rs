//! `replate look`: look at an article now.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Failure, NextLook, Timeline};
use publish::words::{self, date_time};
use store::{Store, StoreError};

use crate::config::Places;
use crate::ending::{Ending, Stopped};
use crate::target::Target;
use crate::{desk, network, workplace};

/// Look at a watched article now, whenever its next look is planned
#[derive(Debug, Args)]
#[command(after_help = "Where a watcher runs in the same folder, the article becomes due there at once.

A pause that the outlet has asked for (Retry-After) is kept: no request is made, no look is recorded, and \
the exit status is 4, as for a look that fails.")]
pub struct LookArgs {
    /// The article's address or id
    article: String,
}

impl LookArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let target = Target { article: self.article, version: None };
        let config = places.load_config()?;
        let store = Store::open_reader(places.location()?)?;
        let id = target.find(&store)?;
        let timeline = target.timeline(&store)?;
        if let Some(merge) = &timeline.merged {
            let sentence = format!("{id} is merged into {0}, and not looked at; `replate look {0}`", merge.into);
            return Err(Stopped::because(Ending::Differs, sentence));
        }
        if let Some(halt) = &timeline.halted {
            let on = if halt.removed { "`replate add` watches it again" } else { "`replate resume` goes on" };
            return Err(Stopped::because(
                Ending::Differs,
                format!("{id} is not looked at: {}; {on}", desk::halted(halt)),
            ));
        }
        if let Some(until) = pause(&timeline, Timestamp::now()) {
            return Err(paused(until));
        }
        drop(store);
        let stages = match workplace::open(&places.location()?, &config, places.dial.clone()) {
            Ok(stages) => stages,
            Err(error) if matches!(error.downcast_ref(), Some(StoreError::Held { .. })) => {
                let store = Store::open_beside(places.location()?)?;
                store.write_blocking(move |tx| store::agenda::make_due(tx, id, Timestamp::now()))?;
                note!("the watcher that holds the folder looks at {id} next");
                return Ok(Ending::Well);
            }
            Err(error) => return Err(error),
        };
        let store = stages.store.clone();
        let watcher = workplace::watcher(stages, &config, |event| tracing::debug!(?event, "a look by hand"));
        let held = network::runtime()?.block_on(async {
            watcher.recover().await?;
            watcher.look(id, Timestamp::now()).await
        })?;
        if let Some(until) = held {
            return Err(paused(until));
        }
        let timeline = target.timeline(&store)?;
        let Some(look) = timeline.looks.last() else { return Ok(Ending::Well) };
        let told = format!("{}: {}", date_time(look.at), words::saw(look));
        match look.failure {
            Some(failure) => {
                let next = words::next_look(&timeline, Timestamp::now());
                Err(Stopped::because(ending_of(failure), format!("{told}. {next}")))
            }
            None => {
                note!("{told}");
                Ok(Ending::Well)
            }
        }
    }
}

/// Until when the outlet wants no request for the article, as the plan keeps it: an earlier process
/// may have been told so.
fn pause(timeline: &Timeline, now: Timestamp) -> Option<Timestamp> {
    let throttled = timeline.looks.last().is_some_and(|look| look.failure == Some(Failure::Throttled));
    match timeline.next {
        NextLook::At(at) if throttled && at > now => Some(at),
        _ => None,
    }
}

fn paused(until: Timestamp) -> anyhow::Error {
    let sentence = format!("the outlet asked us to wait until {}: no request was made", date_time(until));
    Stopped::because(Ending::Outlet, sentence)
}

/// How a command ends whose look failed.
const fn ending_of(failure: Failure) -> Ending {
    match failure {
        Failure::RefusedAddress | Failure::Disallowed => Ending::Refused,
        _ => Ending::Outlet,
    }
}

#[cfg(test)]
mod tests {
    use news::{ArticleId, Look, Outlet, OutletId, Sighting};

    use super::*;

    fn timeline(failure: Option<Failure>, next: NextLook) -> Timeline {
        let outlet = Outlet { id: OutletId(1), name: String::new(), domain: "a.example".into(), homepage: None };
        let article = news::Article {
            id: ArticleId::new(outlet.id, 1),
            url: "http://a.example/x".into(),
            key: "a.example/x".into(),
            headline: None,
            language: None,
            first_seen: Timestamp::UNIX_EPOCH,
            published_at: None,
        };
        let sighting = if failure.is_some() { Sighting::Error } else { Sighting::Article };
        let looks = vec![Look { number: 1, at: Timestamp::UNIX_EPOCH, sighting, failure, shows: None }];
        Timeline {
            outlet,
            article,
            versions: vec![],
            hidden: vec![],
            changes: vec![],
            looks,
            next,
            halted: None,
            merged: None,
            also_recorded: vec![],
            former_addresses: vec![],
        }
    }

    #[test]
    fn only_a_pause_that_was_asked_for_and_is_not_over_is_kept() {
        let at = |second| Timestamp::from_second(second).expect("a time");
        let cases = [
            (Some(Failure::Throttled), NextLook::At(at(1800)), Some(at(1800))),
            (Some(Failure::Throttled), NextLook::At(at(600)), None),
            (Some(Failure::Throttled), NextLook::Never, None),
            (Some(Failure::Timeout), NextLook::At(at(1800)), None),
            (None, NextLook::At(at(1800)), None),
        ];
        for (failure, next, until) in cases {
            assert_eq!(pause(&timeline(failure, next), at(600)), until, "{failure:?}, {next:?}");
        }
    }
}
