//! Readings: what a page says, as one reader read it. Recomputable, never overwritten.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Digest;

/// What kind of page a body turned out to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    /// A standing piece with a text.
    #[default]
    Article,
    /// Part of an article in front of a paywall or registration wall.
    Walled,
    /// A consent dialog in the article's place.
    Consent,
    /// A bot check or a block page.
    Blocked,
    /// "Not found" or "no longer available" said with a status of 200.
    SoftGone,
    /// A front page, a section page, a list of articles.
    Index,
    /// A feed or sitemap.
    Feed,
    /// An error page.
    Error,
    /// A shell whose text only a script would bring.
    NeedsScript,
    /// A video or audio page without a text.
    Video,
    /// Nothing to read.
    Empty,
}

/// What a block of an article's body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading inside the body.
    Subhead,
    /// A quotation set apart.
    Quote,
    /// A list; its items joined by line feeds.
    List,
    /// A table; cells joined by tabs, rows by line feeds. A part.
    Table,
    /// A caption or credit of a picture. A part.
    Caption,
    /// An entry of a live blog.
    LiveEntry,
    /// The outlet's own correction, clarification or update notice.
    Notice,
    /// A post of somebody else, embedded. A part.
    Embed,
}

impl BlockKind {
    /// Whether blocks of this kind belong to the canonical text; the others are parts.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Table | Self::Caption | Self::Embed)
    }
}

/// A block of an article's body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text in canonical form (`text::canonical`).
    pub text: String,
}

/// Which way a text runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir` attribute.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Words of a body that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Hyperlink {
    /// The block that they stand in; that of the headline is 0, of the standfirst 1, the body begins with 2.
    pub block: usize,
    /// The words, in canonical form.
    pub text: String,
    /// Where they lead: absolute, without a fragment and without parameters that say where a reader came from.
    pub address: String,
}

/// What one of a page's machine-readable surfaces says, beside what readers see.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Surface {
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Its description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The section that it files the article under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Its authors, as given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<String>,
    /// When it says that the article was published, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
    /// When it says that the article was last changed, as given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    /// The digest of its copy of the body in canonical form, if it holds one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub body_digest: Option<Digest>,
}

/// The surfaces of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Surfaces {
    /// schema.org in JSON-LD.
    pub json_ld: Surface,
    /// Open Graph and `article:` meta elements.
    pub open_graph: Surface,
}

/// A page as one reader read it.
///
/// All texts are in canonical form. `None` and empty mean: the page does not show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Reading {
    /// The headline that readers see.
    pub headline: Option<String>,
    /// The line under the headline. Not repeated in `body`.
    pub standfirst: Option<String>,
    /// Names of authors, one each.
    pub bylines: Vec<String>,
    /// When the outlet says it was published: RFC 3339, or a bare day `YYYY-MM-DD`.
    pub published_at: Option<String>,
    /// When the outlet says it was last changed: RFC 3339, or a bare day.
    pub updated_at: Option<String>,
    /// BCP 47, lower case primary subtag, such as `en` or `pt-BR`.
    pub language: Option<String>,
    /// Which way its text runs.
    pub direction: Direction,
    /// The outlet's section that it stands in, such as `Politics`: the last step of the way through the site that readers
    /// see, or else what a surface says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// What kind of page it is.
    pub page: PageKind,
    /// Whether text is known to be missing (a wall, a cut).
    pub partial: bool,
    /// The blocks of the body in order.
    pub body: Vec<Block>,
    /// The links in the text of the body, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Hyperlink>,
    /// What the machine-readable surfaces say.
    pub surfaces: Surfaces,
    /// Agencies that the text is credited to.
    pub credits: Vec<String>,
    /// The address in `rel=canonical`, made absolute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub canonical_url: Option<String>,
    /// The address of the page of the same article that follows, if the text goes on there and was not read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page: Option<String>,
    /// What the reader noticed, in words; never compared.
    pub remarks: Vec<String>,
    /// The reader and its version, such as `replate-1`.
    pub reader: String,
    /// The digest of the outlet memory that was used, if any.
    #[schemars(with = "Option<String>")]
    pub epoch: Option<Digest>,
}

impl Reading {
    /// The canonical text: headline, standfirst and text blocks joined by blank lines.
    ///
    /// Two readings show the same text exactly when these are equal.
    pub fn canonical_text(&self) -> String {
        let mut text = String::new();
        for (_, piece) in self.text_pieces() {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(piece);
        }
        text
    }

    /// The pieces of the canonical text with their block index: 0 the headline, 1 the
    /// standfirst, body blocks from 2. Absent and empty pieces and parts are left out.
    pub fn text_pieces(&self) -> impl Iterator<Item = (usize, &str)> {
        let head = [(0, self.headline.as_deref()), (1, self.standfirst.as_deref())];
        let body = self.body.iter().enumerate().filter(|(_, b)| b.kind.is_text());
        head.into_iter()
            .filter_map(|(i, t)| t.map(|t| (i, t)))
            .chain(body.map(|(i, b)| (i + 2, b.text.as_str())))
            .filter(|(_, t)| !t.is_empty())
    }

    /// The digest of [`Self::canonical_text`].
    pub fn text_digest(&self) -> Digest {
        Digest::of(self.canonical_text())
    }

    /// The digest of the parts: bylines, and the blocks that are no text.
    pub fn parts_digest(&self) -> Digest {
        let mut all = self.bylines.join("\n");
        for b in self.body.iter().filter(|b| !b.kind.is_text()) {
            all.push_str("\n\u{1f}");
            all.push_str(&b.text);
        }
        Digest::of(all)
    }

    /// Words of the canonical text, separated by white space.
    pub fn word_count(&self) -> u32 {
        self.text_pieces().map(|(_, t)| t.split_whitespace().count() as u32).sum()
    }

    /// Whether it is a live blog: entries with their times.
    pub fn is_live(&self) -> bool {
        self.body.iter().any(|block| block.kind == BlockKind::LiveEntry)
    }

    /// The claimed time of the last change, or else of publication, as an instant, if it is one.
    pub fn claimed_instant(&self) -> Option<Timestamp> {
        [&self.updated_at, &self.published_at].into_iter().flatten().find_map(|t| t.parse().ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(headline: &str, blocks: &[(BlockKind, &str)]) -> Reading {
        let body = blocks.iter().map(|(kind, text)| Block { kind: *kind, text: (*text).into() });
        Reading { headline: Some(headline.into()), body: body.collect(), ..Reading::default() }
    }

    #[test]
    fn captions_are_parts_and_paragraphs_are_text() {
        let a = reading("H", &[(BlockKind::Paragraph, "P"), (BlockKind::Caption, "C")]);
        let b = reading("H", &[(BlockKind::Paragraph, "P"), (BlockKind::Caption, "D")]);
        assert_eq!(a.canonical_text(), "H\n\nP");
        assert_eq!(a.text_digest(), b.text_digest());
        assert_ne!(a.parts_digest(), b.parts_digest());
        assert_eq!(a.text_pieces().map(|(i, _)| i).collect::<Vec<_>>(), [0, 2]);
    }
}
