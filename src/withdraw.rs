//! `replate withdraw`: an article, or one version of it, is not shown any more.

use anyhow::Result;
use clap::Args;
use jiff::Timestamp;
use news::{Act, ArticleId, CaptureId};
use publish::words::date_time;
use serde_json::json;
use store::{Store, Withdrawal};

use crate::config::Places;
use crate::desk::{self, By, one_line_of_text};
use crate::ending::{Ending, Stopped};
use crate::format::Format;
use crate::output::one_line;
use crate::target::Target;

/// Stop showing an article or a version of it, with a reason that is shown instead; or show it again
#[derive(Debug, Args)]
#[command(after_help = "What is withdrawn is on no page, in no list, feed, search or JSON, and its captures \
cannot be saved; its page says when and why, with status 410 (451 with --legal). The evidence \
stays in the archive. With a version goes every other of the article that says the same again. It \
holds for ever, in a store that is made again of the archive too, until --undo. Works beside a \
running watcher.

Examples:
  replate withdraw 3-17 --reason \"names a child\"
  replate withdraw https://outlet.example/news/bridge@2 --reason \"a court's order\" --legal
  replate withdraw --undo 3-17 --reason \"the parents agreed\"
  replate withdraw --list")]
pub struct WithdrawArgs {
    /// ADDRESS, ADDRESS@N, ID or ID@N
    #[arg(value_name = "ARTICLE", required_unless_present = "list")]
    target: Option<String>,
    /// Why, in words that are shown
    #[arg(long, value_name = "WORDS", required_unless_present = "list", value_parser = one_line_of_text)]
    reason: Option<String>,
    /// The law asks for it: its page answers with status 451
    #[arg(long, conflicts_with = "undo")]
    legal: bool,
    /// Show again what was withdrawn
    #[arg(long)]
    undo: bool,
    /// List what is withdrawn now
    #[arg(long, conflicts_with_all = ["target", "reason", "legal", "undo"])]
    list: bool,
    /// How to print the list; json is a line for each
    #[arg(long, value_enum, default_value = "text", requires = "list")]
    format: Format,
    #[command(flatten)]
    by: By,
}

impl WithdrawArgs {
    /// Runs the command.
    pub fn run(self, places: &Places) -> Result<Ending> {
        let (Some(word), Some(reason)) = (self.target, self.reason) else {
            return list(&Store::open_reader(places.location()?)?, self.format);
        };
        let desk = desk::open(places, &self.by)?;
        let target = Target::parse(&word);
        let article = target.find(&desk.store)?;
        let version = match target.version {
            Some(number) => {
                let found =
                    desk.store.read_blocking(move |tx| store::versions::find_capture_of(tx, article, number))?;
                let absent =
                    || Stopped::because(Ending::Differs, format!("{} has no version {number}", target.article));
                Some(found.ok_or_else(absent)?)
            }
            None => None,
        };
        let name = named(article, &target);
        let (known, merge) = desk.store.read_blocking(move |tx| {
            Ok((store::withdrawals::withdrawals_of(tx, article)?, store::merges::find_merge(tx, article)?))
        })?;
        let standing = known.into_iter().rfind(|w| w.version == version && w.restored.is_none());
        let no = |sentence| Err(Stopped::because(Ending::Differs, sentence));
        if let Some(merge) = merge.filter(|_| version.is_none()) {
            let (what, option) = if self.undo { ("shown again", " --undo") } else { ("withdrawn", "") };
            let into = merge.into;
            return no(format!(
                "{name} is merged into {into}, and can only be {what} with that: `replate withdraw{option} {into} --reason \
                 WORDS`"
            ));
        }
        let act = match (self.undo, &standing) {
            (false, Some(w)) => return no(format!("{name} is withdrawn already: {}", words(w))),
            (true, None) => {
                return no(format!("{name} is not withdrawn by itself; `replate withdraw --list` shows what is"));
            }
            (false, None) => Act::Withdrawn { article, version, reason, legal: self.legal },
            (true, Some(_)) => Act::Reinstated { article, version, reason },
        };
        desk.decide_blocking(Timestamp::now(), move |_| Ok(((), vec![act])))?;
        if self.undo {
            note!("reinstated: {name} is shown again");
            return Ok(Ending::Well);
        }
        let status = if self.legal { 451 } else { 410 };
        note!(
            "withdrawn: {name} is shown nowhere from now on; its page answers {status} and says why. The evidence stays"
        );
        match version {
            Some(capture) => tell_alike(&desk.store, capture)?,
            None => {
                let records = desk.store.read_blocking(move |tx| store::merges::records_of(tx, article))?;
                for record in records.iter().filter(|record| **record != article) {
                    note!("  what is recorded of it as {record} is not shown either");
                }
            }
        }
        Ok(Ending::Well)
    }
}

/// Tells which other versions went along, and which say the same with other parts and did not.
fn tell_alike(store: &Store, capture: CaptureId) -> Result<()> {
    let (hidden, alike) = store.read_blocking(move |tx| {
        let mut hidden = Vec::new();
        for record in store::merges::records_of(tx, capture.article)? {
            hidden.extend(store::withdrawals::hidden_of(tx, record)?);
        }
        Ok((hidden, store::versions::shown_alike(tx, capture)?))
    })?;
    for version in hidden.iter().filter(|v| v.same_as == Some(capture)) {
        let of = version.capture.article;
        let record = if of == capture.article { String::new() } else { format!(" of {of}, another record of it,") };
        note!("  version {}{record} says the same and is not shown either", version.number);
    }
    for number in alike {
        note!("  version {number} says the same with other parts (byline, captions) and is still shown");
    }
    Ok(())
}

fn list(store: &Store, format: Format) -> Result<Ending> {
    let all = store.read_blocking(|tx| {
        let all = store::withdrawals::standing_withdrawals(tx)?;
        let article = |w: &Withdrawal, tx: &mut store::Tx<'_>| match store::articles::load_article(tx, w.article) {
            Ok((article, _)) => Ok(Some(article.url)),
            Err(store::StoreError::NoSuchArticle(_)) => Ok(None),
            Err(error) => Err(error),
        };
        let number = |w: &Withdrawal, tx: &mut store::Tx<'_>| {
            let hidden = store::withdrawals::hidden_of(tx, w.article)?;
            Ok::<_, store::StoreError>(hidden.iter().find(|v| Some(v.capture) == w.version).map(|v| v.number))
        };
        let told = all.into_iter().map(|w| Ok((article(&w, tx)?, number(&w, tx)?, w)));
        told.collect::<Result<Vec<_>, store::StoreError>>()
    })?;
    for (url, number, w) in &all {
        // As the command takes it; a capture that is not here yet has no number.
        let what = match (w.version, number) {
            (Some(_), Some(number)) => format!("version {}@{number}", w.article),
            (Some(capture), None) => format!("version of capture {capture}"),
            (None, _) => format!("article {}", w.article),
        };
        let address = url.as_deref().unwrap_or("not recorded yet");
        match format {
            Format::Text => say!("{what}: {}\n  {}", words(w), one_line(address))?,
            Format::Json => say!(
                "{}",
                json!({ "article": w.article, "version": w.version, "number": number, "url": url, "at": w.at, "by": w.by, "reason": w.reason, "legal": w.legal })
            )?,
        }
    }
    if all.is_empty() && format == Format::Text {
        say!("nothing is withdrawn")?;
    }
    Ok(Ending::Well)
}

fn named(article: ArticleId, target: &Target) -> String {
    target
        .version
        .map_or_else(|| format!("article {article}"), |number| format!("version {number} of article {article}"))
}

fn words(w: &Withdrawal) -> String {
    let by = w.by.as_deref().map_or(String::new(), |by| format!(" by {}", one_line(by)));
    let law = if w.legal { ", as the law asks" } else { "" };
    format!("withdrawn{by} on {}{law}: {}", date_time(w.at), one_line(&w.reason))
}
