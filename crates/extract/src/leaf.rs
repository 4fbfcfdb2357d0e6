//! The page as a row of leaves: each the text of one block element, or of one run of text between blocks.

use crate::authors::BYLINE_WORDS;
use crate::blocks::SUBHEADS;
use crate::embeds;
use crate::furniture;
use crate::guard::boundary;
use crate::headline::STANDFIRST_WORDS;
use crate::tree::{Id, Tree};
use crate::unseen;
use text::canonical;

/// Most leaves of one page; the rest is left unread.
const MAX_LEAVES: usize = 20_000;
/// A leaf up to this many scalars may be a row of labels.
const SHORT: usize = 240;
/// Longest text of one leaf, in bytes.
const MAX_LEAF: usize = 200_000;

/// A run of text that readers see as one block.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// The block element that holds it.
    pub node: Id,
    /// Canonical.
    pub text: String,
    /// How long it is: scalars, those of scripts that write syllables or words with one counted twice.
    pub chars: usize,
    /// Of these, inside links.
    pub link_chars: usize,
    /// Of a short leaf: its runs of text between tags, each with whether it is a link.
    pub pieces: Vec<(String, bool)>,
    /// Why it is no part of the article, if that is known from where it stands.
    pub furniture: Option<&'static str>,
}

impl Leaf {
    /// The share of its text that stands in links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        self.link_chars as f32 / self.chars.max(1) as f32
    }

    /// Whether it reads like a paragraph of prose.
    pub fn is_prose(&self) -> bool {
        self.chars >= 40 && self.link_density() < 0.5 && (self.chars >= 120 || ends_like_sentence(&self.text))
    }
}

/// Scalars of a text; those of Han, kana and hangul count twice, for each says about as much as two letters.
pub(crate) fn width(text: &str) -> usize {
    let wide = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    text.chars().map(|c| 1 + usize::from(wide(c))).sum()
}

/// Whether a text ends with a mark that ends sentences.
pub(crate) fn ends_like_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| {
        c.is_whitespace() || matches!(c, '"' | '\'' | '”' | '“' | '’' | '»' | '«' | ')' | ']' | '›')
    });
    end.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ':', ';'])
}

/// The leaves of a page in document order, and whether some of it is beyond the limits and not among them. What readers
/// never see is not either.
pub(crate) fn leaves(tree: &Tree) -> (Vec<Leaf>, bool) {
    let title = tree.elements().find(|i| tree.name(*i) == "title").map(|i| canonical(&tree.text_below(i)));
    let mut walk = Walk { tree, leaves: Vec::new(), run: Run::default(), title: title.unwrap_or_default(), cut: false };
    let body = tree.elements().find(|i| tree.name(*i) == "body").unwrap_or(0);
    walk.children(body, body, false);
    walk.flush(body);
    (walk.leaves, walk.cut)
}

#[derive(Default)]
struct Run {
    text: String,
    linked: usize,
    pieces: Vec<(String, bool)>,
    /// A line break stood last.
    broken: bool,
}

struct Walk<'a> {
    tree: &'a Tree,
    leaves: Vec<Leaf>,
    run: Run,
    /// The page's `<title>`.
    title: String,
    /// Something was beyond the limits.
    cut: bool,
}

impl Walk<'_> {
    fn children(&mut self, node: Id, block: Id, link: bool) {
        for child in self.tree.children(node) {
            if let Some(text) = self.tree.text(child) {
                self.add(text, link);
                continue;
            }
            let name = self.tree.name(child);
            if name.is_empty() || unseen::is_unseen(self.tree, child) {
                // a frame, and what a script puts there, may be a post
                if matches!(name, "script" | "iframe") {
                    self.add_source(child, block, self.leaves.len());
                }
                continue;
            }
            if is_inline(name)
                && (unseen::is_read_aloud(self.tree, child) || unseen::is_shown_on_hover(self.tree, child))
            {
                continue;
            }
            match name {
                "br" => {
                    if std::mem::replace(&mut self.run.broken, true) || self.is_title() {
                        self.flush(block);
                    } else {
                        self.run.text.push('\n');
                    }
                }
                "hr" => self.flush(block),
                _ if (is_inline(name) || self.is_own_inline(name, block))
                    && !self.holds_blocks(child)
                    && !self.is_line(child) =>
                {
                    let apart = furniture::stands_apart(self.tree, child);
                    self.run.text.push_str(if apart { " " } else { "" });
                    self.children(child, block, link || name == "a");
                    self.run.text.push_str(if apart { " " } else { "" });
                }
                _ => {
                    self.flush(block);
                    let first = self.leaves.len();
                    self.children(child, child, link || name == "a");
                    self.flush(child);
                    self.add_source(child, child, first);
                }
            }
        }
    }

    /// Whether an inline element is used as a block (`<a><div>`, `<span><p>`).
    fn holds_blocks(&self, id: Id) -> bool {
        self.tree.children(id).any(|c| {
            let name = self.tree.name(c);
            !name.is_empty()
                && (self.is_block(c) || is_inline(name) && self.tree.children(c).any(|below| self.is_block(below)))
        })
    }

    /// Whether an inline element among blocks says that it is a line of its own: the authors, the standfirst, a heading.
    fn is_line(&self, id: Id) -> bool {
        let lists = [&BYLINE_WORDS[..], &STANDFIRST_WORDS[..], &SUBHEADS[..]];
        let named = |w: &String| lists.iter().any(|list| list.contains(&&**w));
        let is_block = |c: Id| matches!(self.tree.name(c), "h1" | "h2" | "p" | "article" | "section");
        matches!(self.tree.name(id), "em" | "strong" | "span" | "b" | "i")
            && furniture::class_words(self.tree, id).iter().any(named)
            && self.tree.parent(id).is_some_and(|p| self.tree.children(p).any(is_block))
    }

    /// Whether an element of a site's own (`<x-link>`) stands in a line: nothing else can stand in a paragraph.
    fn is_own_inline(&self, name: &str, block: Id) -> bool {
        name.contains('-') && matches!(self.tree.name(block), "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
    }

    /// Whether an element breaks the line. An empty one only spaces lines apart.
    fn is_block(&self, id: Id) -> bool {
        let name = self.tree.name(id);
        !name.is_empty()
            && !is_inline(name)
            && name != "br"
            && (name == "hr" || self.tree.children(id).next().is_some())
            && !unseen::is_unseen(self.tree, id)
    }

    /// Whether the run says what the page's title begins or ends with: a headline without an element of its own.
    fn is_title(&self) -> bool {
        // a longer one is none, and would be made canonical again at every line
        if self.run.text.len() > 2 * self.title.len() + SHORT {
            return false;
        }
        let run = canonical(&self.run.text);
        run.len() >= 12 && (self.title.starts_with(&run) || self.title.ends_with(&run))
    }

    fn add(&mut self, text: &str, link: bool) {
        let run = &mut self.run;
        // of a longer one its beginning
        let room = MAX_LEAF.saturating_sub(run.text.len());
        self.cut |= text.len() > room;
        let text = &text[..boundary(text, room)];
        let seen = text.split_whitespace().map(|w| width(w) + 1).sum::<usize>();
        if seen > 0 {
            run.broken = false;
        }
        run.text.push_str(text);
        run.linked += if link { seen } else { 0 };
        if seen > 0 && run.text.len() <= 2 * SHORT {
            run.pieces.push((canonical(text), link));
        }
    }

    /// Adds the line that says whose post an element embeds, if its leaves, from `first` on, do not. Words of ours, it
    /// weighs nothing.
    fn add_source(&mut self, embed: Id, block: Id, first: usize) {
        let Some(text) = embeds::source(self.tree, embed, &self.leaves[first..]) else { return };
        self.flush(block);
        if self.leaves.len() < MAX_LEAVES {
            self.leaves.push(Leaf { node: embed, text, chars: 0, link_chars: 0, pieces: Vec::new(), furniture: None });
        }
    }

    fn flush(&mut self, node: Id) {
        let run = std::mem::take(&mut self.run);
        let text = canonical(&run.text);
        if text.is_empty() {
            return;
        }
        if self.leaves.len() >= MAX_LEAVES {
            self.cut = true;
            return;
        }
        let chars = width(&text);
        self.leaves.push(Leaf {
            node,
            chars,
            link_chars: run.linked.min(chars),
            pieces: if chars <= SHORT { run.pieces } else { Vec::new() },
            text,
            furniture: None,
        });
    }
}

/// Elements that stand inside a line of text.
pub(crate) fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "rp"
            | "rt"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}
