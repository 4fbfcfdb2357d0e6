//! `replate pause`, `resume`, `remove`: what is asked, and what is not any more.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Act, Halt, Subject};

use crate::config::Places;
use crate::desk::{self, By};
use crate::ending::{Ending, Stopped};
use crate::subject::Watched;

/// Ask nothing more of an outlet, a feed or an article, for a time
#[derive(Debug, Args)]
#[command(
    after_help = "Works beside a running watcher; a look or poll that is under way is finished. The plan stays, so \
`replate resume` goes on with it. A paused feed brings no new articles; those that it brought are looked at."
)]
pub struct PauseArgs {
    #[command(flatten)]
    watched: Watched,
    #[command(flatten)]
    by: By,
}

/// Go on with what was paused, as it was planned
#[derive(Debug, Args)]
pub struct ResumeArgs {
    #[command(flatten)]
    watched: Watched,
    #[command(flatten)]
    by: By,
}

/// Watch an outlet, a feed or an article no longer; what was recorded stays, and is shown
#[derive(Debug, Args)]
#[command(
    after_help = "A removal is no withdrawal: pages, lists and feeds go on showing what was recorded; `replate withdraw` \
stops that. `replate add` watches it again. Articles that a removed feed brought are looked at as planned."
)]
pub struct RemoveArgs {
    #[command(flatten)]
    watched: Watched,
    #[command(flatten)]
    by: By,
}

/// What somebody wants of something that is watched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Pause,
    Resume,
    Remove,
}

impl PauseArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        run(Wish::Pause, &self.watched, &self.by, places)
    }
}

impl ResumeArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        run(Wish::Resume, &self.watched, &self.by, places)
    }
}

impl RemoveArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        run(Wish::Remove, &self.watched, &self.by, places)
    }
}

fn run(wish: Wish, watched: &Watched, by: &By, places: &Places) -> Result<Ending> {
    let desk = desk::open(places, by)?;
    let (subject, words) = watched.find(&desk.store)?;
    let halt = desk.store.read_blocking(move |tx| {
        let own = store::halts::find_halt(tx, subject)?;
        Ok((own, store::halts::halt_over(tx, subject)?))
    })?;
    let no = |sentence: String| Err(Stopped::because(Ending::Differs, sentence));
    let again = "`replate add` watches it again";
    let act = match (wish, halt) {
        (Wish::Remove, (_, Some(halt))) if halt.removed => {
            return no(format!("{words} is not watched any more: {}", desk::halted(&halt)));
        }
        (_, (_, Some(halt))) if halt.removed => {
            return no(format!("{words} is not watched any more: {}; {again}", desk::halted(&halt)));
        }
        (Wish::Pause, (Some(halt), _)) => return no(format!("{words} is paused already: {}", desk::halted(&halt))),
        (Wish::Resume, (None, over)) => return no(unhalted(&words, over.as_ref())),
        (Wish::Pause, _) => Act::Paused { subject },
        (Wish::Resume, _) => Act::Resumed { subject },
        (Wish::Remove, _) => Act::Removed { subject },
    };
    desk.decide_blocking(Timestamp::now(), move |_| Ok(((), vec![act])))?;
    match wish {
        Wish::Pause => {
            note!("paused: {words}. Nothing is asked of it until `replate resume {}`", named(watched, subject))
        }
        Wish::Resume => note!("resumed: {words}. It is asked again as it was planned"),
        Wish::Remove => note!(
            "removed: {words} is not watched any more. What was recorded stays, and is shown; {again}, `replate withdraw` \
             stops showing an article"
        ),
    }
    Ok(Ending::Well)
}

/// Why there is nothing to resume.
fn unhalted(words: &str, over: Option<&Halt>) -> String {
    match over {
        Some(halt) => format!("{words} is not paused by itself; its outlet is: {}", desk::halted(halt)),
        None => format!("{words} is not paused"),
    }
}

/// How the command line names it again.
fn named(watched: &Watched, subject: Subject) -> String {
    match subject {
        Subject::Feed(id) => format!("{id} --feed"),
        Subject::Article(id) => format!("{id} --article"),
        Subject::Outlet(_) => watched.target.clone(),
    }
}
