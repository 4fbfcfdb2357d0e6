//! What is watched from now on: ids are given, and the acts that say so.

use jiff::Timestamp;
use news::{Act, ArticleId, Feed, FeedId, Halt, Outlet, SourceKind, Subject};
use store::{NewArticle, StoreError, Tx};

use crate::wish::Wish;

/// A feed that is to be watched.
pub(crate) struct Asked {
    pub(crate) wish: Wish,
    pub(crate) name: String,
    pub(crate) domain: String,
    /// The site's address.
    pub(crate) home: Option<String>,
    pub(crate) url: String,
    pub(crate) title: Option<String>,
    pub(crate) kind: SourceKind,
}

/// A feed that is watched now; `known` if it was before.
pub(crate) struct Now {
    pub(crate) id: FeedId,
    pub(crate) known: Option<Feed>,
    pub(crate) outlet: String,
    pub(crate) halt: Option<Halt>,
}

/// Watches a feed: the acts that it takes, the ids given.
pub(crate) fn watch_feed(tx: &mut Tx<'_>, asked: &Asked, now: Timestamp) -> Result<(Now, Vec<Act>), StoreError> {
    let Asked { wish: Wish { include, exclude, replace_filters, .. }, url, title, .. } = asked;
    let (outlet, mut acts) = watch_outlet(tx, &asked.name, &asked.domain, asked.home.as_deref())?;
    let known = store::feeds::list_feeds(tx, outlet.id)?.into_iter().find(|feed| feed.url == *url);
    let id = store::feeds::add_feed(tx, outlet.id, url, title.as_deref(), include, exclude, now)?;
    store::feeds::set_kind(tx, id, asked.kind)?;
    let halt = store::halts::halt_over(tx, Subject::Feed(id))?;
    let known = known.filter(|_| !is_removed(&halt));
    let filters = (include.clone(), exclude.clone());
    match &known {
        None => {
            let ((include, exclude), title) = (filters.clone(), title.clone());
            acts.push(Act::FeedAdded { id, kind: asked.kind, url: url.clone(), title, include, exclude });
            if halt.is_some() {
                acts.push(Act::FiltersSet { feed: id, include: filters.0, exclude: filters.1 });
            }
        }
        Some(known) if *replace_filters && (&known.include, &known.exclude) != (include, exclude) => {
            acts.push(Act::FiltersSet { feed: id, include: filters.0, exclude: filters.1 });
        }
        Some(_) => {}
    }
    let halt = halt.filter(|halt| !halt.removed);
    Ok((Now { id, known, outlet: outlet.name, halt }, acts))
}

/// The outlet of a domain, and the act that it takes to watch it, if it was not.
fn watch_outlet(
    tx: &mut Tx<'_>,
    name: &str,
    domain: &str,
    homepage: Option<&str>,
) -> Result<(Outlet, Vec<Act>), StoreError> {
    let known = store::outlets::find_outlet(tx, domain)?;
    let id = store::outlets::add_outlet(tx, name, domain, homepage)?;
    let outlet = store::outlets::load_outlet(tx, id)?;
    let Outlet { id, name, domain, homepage } = outlet.clone();
    let is_removed = is_removed(&store::halts::find_halt(tx, Subject::Outlet(id))?);
    let added = known.is_none() || is_removed;
    Ok((outlet, if added { vec![Act::OutletAdded { id, name, domain, homepage }] } else { Vec::new() }))
}

fn is_removed(halt: &Option<Halt>) -> bool {
    halt.as_ref().is_some_and(|halt| halt.removed)
}

/// An article that is watched now: its id, whether it was not before, and why it is not looked at all the same.
pub(crate) type WatchedArticle = (ArticleId, bool, Option<Halt>);

/// Watches one article: the acts that it takes, the id given.
pub(crate) fn watch_article(
    tx: &mut Tx<'_>,
    name: &str,
    domain: &str,
    article: NewArticle,
    now: Timestamp,
) -> Result<(WatchedArticle, Vec<Act>), StoreError> {
    let (outlet, mut acts) = watch_outlet(tx, name, domain, None)?;
    let (id, is_new) = store::articles::add_article(tx, outlet.id, &article, now, now)?;
    let halt = store::halts::halt_over(tx, Subject::Article(id))?;
    let is_new = is_new || is_removed(&halt);
    if is_new {
        acts.push(Act::ArticleAdded { id, url: article.url, title: article.title });
    }
    Ok(((id, is_new, halt.filter(|halt| !halt.removed)), acts))
}
