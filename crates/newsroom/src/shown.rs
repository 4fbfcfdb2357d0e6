//! The truth: what an article's address answers at a time, and what a right reader concludes.

use jiff::Timestamp;
use news::{Block, BlockKind, Digest, Failure, PageKind, Reading, Sighting, Surface, Surfaces, Validators};
use unicode_normalization::UnicodeNormalization as _;

use crate::event::Event;
use crate::script::{ArticleIndex, Script};
use crate::view::View;

/// How an answer reaches the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// From the first byte to the last.
    Whole,
    /// It begins, and then nothing more comes until the other side closes.
    Stall,
    /// It ends after this share of its announced length.
    CutShort {
        /// The share in percent, 0 to 99.
        percent: u8,
    },
    /// The connection closes before the first byte.
    HangUp,
}

/// What an article's address answers to an unconditional request at some time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The address that is asked.
    pub address: String,
    /// The status, where an answer begins at all.
    pub status: Option<u16>,
    /// How the answer arrives.
    pub delivery: Delivery,
    /// Where a redirect leads.
    pub redirect: Option<String>,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
    /// What a right reader takes the look for.
    pub sighting: Sighting,
    /// Why it tells nothing; only with [`Sighting::Error`].
    pub failure: Option<Failure>,
    /// What the page says of the article in canonical form, as far as it shows it: for
    /// `article`, `walled` and `stale_copy`; for `moved` what the new address shows.
    pub reading: Option<Reading>,
    /// What makes the next request conditional.
    pub validators: Validators,
}

/// The name that readings of the truth carry as their reader.
pub const TRUTH: &str = "truth";

impl Script {
    /// What an article's newest address answers at a time.
    ///
    /// Before the publication: 404. Requests without conditions; a request whose validators
    /// match gets 304 in place of a whole page ([`Sighting::Unchanged`]).
    pub fn shown(&self, article: ArticleIndex, at: Timestamp) -> Shown {
        let piece = &self.pieces[article.0];
        self.shown_at(article, piece.path(at), at)
    }

    /// What one of an article's addresses answers at a time: [`Sighting::Moved`] where it stood before.
    pub fn shown_at(&self, article: ArticleIndex, path: &str, at: Timestamp) -> Shown {
        let piece = &self.pieces[article.0];
        let host = &self.outlet_of(article).host;
        let mut shown = Shown {
            address: format!("http://{host}{path}"),
            status: Some(404),
            delivery: Delivery::Whole,
            redirect: None,
            retry_after: None,
            sighting: Sighting::Gone,
            failure: None,
            reading: None,
            validators: Validators::default(),
        };
        let (from, _, status) = match piece.addresses.iter().find(|a| a.1 == path) {
            Some(address) if address.0 <= at => address,
            _ => return shown,
        };
        if let Some(event) = piece.hidden(at) {
            hide(&mut shown, event);
            return shown;
        }
        let moved = piece.addresses.iter().find(|a| a.0 > *from && a.0 <= at);
        if moved.is_some() {
            let target = self.shown(article, at);
            let redirect = Some(target.address.clone());
            let status = Some(moved.map_or(*status, |m| m.2));
            let sighting = if target.sighting == Sighting::Article { Sighting::Moved } else { target.sighting };
            return Shown { address: shown.address, status, redirect, sighting, ..target };
        }
        let view = piece.view(at);
        shown.status = Some(200);
        shown.sighting = match view.copy_of {
            Some(_) if !view.same_words(&piece.fresh_view(at)) => Sighting::StaleCopy,
            _ if view.walled => Sighting::Walled,
            _ => Sighting::Article,
        };
        shown.validators = self.validators(article, &view);
        shown.reading = Some(self.reading(article, &view));
        shown
    }

    /// The validators of a page.
    pub(crate) fn validators(&self, article: ArticleIndex, view: &View<'_>) -> Validators {
        use crate::file::ValidatorKind as Kind;
        let outlet = self.outlet_of(article);
        let kind = outlet.validators;
        let etag = || {
            let stage = &view.stage;
            let of = format!(
                "{}\n{}\n{:?}\n{:?}\n{:?}",
                self.plan(article).id,
                view.last_modified,
                stage.meta,
                view.headline,
                view.template
            );
            let tag = &Digest::of(of).to_string()[..20];
            if outlet.codings.is_empty() { format!("\"{tag}\"") } else { format!("W/\"{tag}\"") }
        };
        Validators {
            etag: matches!(kind, Kind::Etag | Kind::Both).then(etag),
            last_modified: matches!(kind, Kind::LastModified | Kind::Both)
                .then(|| crate::answer::http_date(view.last_modified)),
        }
    }

    fn reading(&self, article: ArticleIndex, view: &View<'_>) -> Reading {
        let outlet = &self.day.outlets[self.pieces[article.0].outlet];
        let plan = self.plan(article);
        let mentions = self.templates.mentions(&outlet.host, view.template);
        let (stage, meta) = (view.stage, &view.stage.meta);
        let published = self.pieces[article.0].published().to_string();
        let updated = stage.updated.to_string();
        let surface = Surface {
            headline: Some(canonical(&meta.headline)),
            description: meta.description.as_deref().map(canonical),
            section: None,
            authors: meta.authors.iter().map(|a| canonical(a)).collect(),
            published_at: Some(published.clone()),
            updated_at: Some(updated.clone()),
            body_digest: None,
        };
        let times = mentions.json_ld || mentions.open_graph;
        Reading {
            headline: Some(canonical(view.headline)),
            standfirst: stage.standfirst.as_deref().map(canonical),
            bylines: stage.bylines.iter().map(|b| canonical(b)).collect(),
            published_at: (times || mentions.published).then_some(published),
            updated_at: (times || mentions.updated).then_some(updated),
            language: Some(plan.language.clone().unwrap_or_else(|| outlet.language.clone())),
            page: if view.walled { PageKind::Walled } else { PageKind::Article },
            partial: view.walled,
            body: view.body.iter().map(canonical_block).collect(),
            surfaces: Surfaces {
                open_graph: if mentions.open_graph {
                    Surface { authors: Vec::new(), ..surface.clone() }
                } else {
                    Surface::default()
                },
                json_ld: if mentions.json_ld { surface } else { Surface::default() },
            },
            reader: TRUTH.into(),
            ..Reading::default()
        }
    }
}

/// Fills in what a window shows that hides the article.
fn hide(shown: &mut Shown, event: &Event) {
    let failed = |shown: &mut Shown, failure| {
        shown.sighting = Sighting::Error;
        shown.failure = Some(failure);
    };
    shown.status = Some(200);
    match event {
        Event::Gone { status, .. } => shown.status = Some(*status),
        Event::Soft404 { .. } => shown.sighting = Sighting::SoftGone,
        Event::ConsentWall { .. } => shown.sighting = Sighting::Consent,
        Event::BotWall { status, .. } => {
            shown.status = Some(*status);
            shown.sighting = Sighting::Blocked;
        }
        Event::Throttle { status, retry_after, .. } => {
            shown.status = Some(*status);
            shown.retry_after = Some(*retry_after);
            failed(shown, Failure::Throttled);
        }
        Event::ServerError { status, .. } => {
            shown.status = Some(*status);
            failed(shown, Failure::ServerError);
        }
        Event::Stall { .. } => {
            shown.delivery = Delivery::Stall;
            failed(shown, Failure::Timeout);
        }
        Event::CutShort { percent, .. } => {
            shown.delivery = Delivery::CutShort { percent: *percent };
            failed(shown, Failure::CutShort);
        }
        _ => {
            shown.status = None;
            shown.delivery = Delivery::HangUp;
            failed(shown, Failure::Unreachable);
        }
    }
}

fn canonical_block(block: &Block) -> Block {
    let by_line = |split: char, text: &str, join: &str| {
        let pieces: Vec<_> = text.split(split).map(canonical).filter(|p| !p.is_empty()).collect();
        pieces.join(join)
    };
    let text = match block.kind {
        BlockKind::List => by_line('\n', &block.text, "\n"),
        BlockKind::Table => {
            let rows: Vec<_> = block.text.lines().map(|row| by_line('\t', row, "\t")).collect();
            rows.join("\n")
        }
        _ => canonical(&block.text),
    };
    Block { kind: block.kind, text }
}

/// NFC, white space folded and trimmed, soft hyphens and zero-width spaces out. Written here again
/// so that the truth does not lean on the code that it judges.
fn canonical(text: &str) -> String {
    let kept = text.nfc().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
    kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
