//! An article's text as edits leave it: a row of stages, each with the time from which it stands.

use jiff::Timestamp;
use news::Block;

use crate::event::{BodyEdit, Event, Shows};
use crate::file::ArticlePlan;
use crate::timed::Timed;

/// What an article says from some time on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stage {
    /// Since when.
    pub from: Timestamp,
    /// The headline that readers see.
    pub headline: String,
    /// The standfirst that readers see.
    pub standfirst: Option<String>,
    /// The names of authors that readers see.
    pub bylines: Vec<String>,
    /// The body, captions, tables and embeds among the text.
    pub body: Vec<Block>,
    /// What surfaces say.
    pub meta: Meta,
    /// When the outlet says it was last changed.
    pub updated: Timestamp,
}

/// What JSON-LD and Open Graph say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meta {
    pub headline: String,
    pub description: Option<String>,
    pub authors: Vec<String>,
}

impl Stage {
    /// The article as it is first published.
    pub(crate) fn first(plan: &ArticlePlan, published: Timestamp) -> Self {
        Self {
            from: published,
            headline: plan.headline.clone(),
            standfirst: plan.standfirst.clone(),
            bylines: plan.bylines.clone(),
            body: plan.body.iter().map(Block::from).collect(),
            meta: Meta {
                headline: plan.headline.clone(),
                description: plan.standfirst.clone(),
                authors: plan.bylines.clone(),
            },
            updated: published,
        }
    }

    fn same_words(&self, other: &Self) -> bool {
        (&self.headline, &self.standfirst, &self.bylines, &self.body, &self.meta)
            == (&other.headline, &other.standfirst, &other.bylines, &other.body, &other.meta)
    }
}

/// Adds the stage that an edit or a revert makes. Events of one instant make one stage.
///
/// # Errors
/// What is wrong with the event, in words.
pub(crate) fn advance(stages: &mut Vec<Stage>, timed: &Timed, start: Timestamp) -> Result<(), String> {
    let last = stages.last().ok_or("the article was never published")?;
    if timed.from <= stages[0].from {
        return Err("comes before or with the publication; it must come after".into());
    }
    let mut next = last.clone();
    next.from = timed.from;
    let updated = match &timed.event {
        Event::Edit { headline, standfirst, bylines, body, shows, updated, .. } => {
            let standfirst = standfirst.as_ref().map(|s| (!s.is_empty()).then(|| s.clone()));
            if *shows != Shows::Surfaces {
                set(&mut next.headline, headline);
                set(&mut next.standfirst, &standfirst);
                set(&mut next.bylines, bylines);
            }
            if *shows != Shows::Page {
                set(&mut next.meta.headline, headline);
                set(&mut next.meta.description, &standfirst);
                set(&mut next.meta.authors, bylines);
            }
            for (i, edit) in body.iter().enumerate() {
                apply(&mut next.body, edit).map_err(|problem| format!("body edit {}: {problem}", i + 1))?;
            }
            *updated
        }
        Event::Revert { to, updated, .. } => {
            let to = to.on(start);
            let earlier = stages.iter().rev().find(|s| s.from <= to).ok_or("`to` lies before the publication")?;
            next = Stage { from: timed.from, updated: last.updated, ..earlier.clone() };
            *updated
        }
        _ => return Ok(()),
    };
    if next.same_words(last) {
        return Err("changes nothing".into());
    }
    if updated {
        next.updated = timed.from;
    }
    if last.from == timed.from {
        stages.pop();
    }
    stages.push(next);
    Ok(())
}

fn set<T: Clone>(field: &mut T, new: &Option<T>) {
    if let Some(new) = new {
        field.clone_from(new);
    }
}

fn apply(body: &mut Vec<Block>, edit: &BodyEdit) -> Result<(), String> {
    let count = body.len();
    let index = |block: usize| match block.checked_sub(1) {
        Some(i) if i < count => Ok(i),
        _ => Err(format!("there is no block {block}; the body has {count} then")),
    };
    match edit {
        BodyEdit::Replace { block, find, with } => {
            let text = &mut body[index(*block)?].text;
            once(text, find, *block)?;
            *text = text.replacen(find, with, 1);
        }
        BodyEdit::Set { block, text } => body[index(*block)?].text.clone_from(text),
        BodyEdit::Insert { block, kind, text } => {
            let at = block.unwrap_or(count + 1);
            if at == 0 || at > count + 1 {
                return Err(format!("cannot put a block at {at}; the body has {count} then"));
            }
            body.insert(at - 1, Block { kind: *kind, text: text.clone() });
        }
        BodyEdit::Remove { block } => {
            body.remove(index(*block)?);
        }
        BodyEdit::Move { block, to } => {
            let (from, to) = (index(*block)?, index(*to)?);
            let moved = body.remove(from);
            body.insert(to, moved);
        }
        BodyEdit::Split { block, at } => {
            let i = index(*block)?;
            let cut = once(&body[i].text, at, *block)?;
            let second = body[i].text.split_off(cut);
            let first = body[i].text.trim_end().len();
            body[i].text.truncate(first);
            let kind = body[i].kind;
            body.insert(i + 1, Block { kind, text: second });
        }
        BodyEdit::Merge { block } => {
            let (first, second) = (index(*block)?, index(*block + 1)?);
            let second = body.remove(second).text;
            body[first].text.push(' ');
            body[first].text.push_str(&second);
        }
    }
    match body.iter().position(|b| b.text.trim().is_empty()) {
        Some(empty) => Err(format!("leaves block {} without a text", empty + 1)),
        None => Ok(()),
    }
}

/// Where `find` stands in the text of a block, if it stands there exactly once.
fn once(text: &str, find: &str, block: usize) -> Result<usize, String> {
    let mut places = text.match_indices(find).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (Some(at), None) if !find.is_empty() => Ok(at),
        (Some(_), _) => Err(format!("`{find}` stands in block {block} more than once")),
        (None, _) => Err(format!("`{find}` does not stand in block {block}: `{text}`")),
    }
}
