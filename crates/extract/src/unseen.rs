//! What stands in a page and is not seen: elements without text, hidden ones, and words for programs that read aloud.

use std::sync::LazyLock;

use text::Regexes;

use crate::furniture::class_words;
use crate::leaf::is_inline;
use crate::tree::{Id, Tree};
use crate::wording::set;

/// Elements that show no text of their own, or none of the article's.
const UNSEEN: [&str; 26] = [
    "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "video", "audio",
    "select", "option", "button", "input", "textarea", "dialog", "math", "map", "head", "link", "meta", "title",
    "datalist", "progress", "amp-ad",
];

/// Whether readers do not see the element, or it can hold nothing of an article.
pub(crate) fn is_unseen(tree: &Tree, id: Id) -> bool {
    if UNSEEN.contains(&tree.name(id)) || tree.attr(id, "hidden").is_some() {
        return true;
    }
    // shorter than either: most styles that say something else need no copy
    tree.attr(id, "style").filter(|s| s.len() >= "display:none".len()).is_some_and(|s| {
        let s: String = s.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        s.contains("display:none") || s.contains("visibility:hidden")
    })
}

/// The names of what is there for programs that read aloud, and not seen.
pub(crate) const READ_ALOUD: &[&str] = &[
    "sr-only",
    "visuallyhidden",
    "visually-hidden",
    "screen-reader-text",
    "screenreader",
    "offscreen",
    "a11y-hidden",
    "hidden-label",
    "assistive",
];
/// Beginnings of names of boxes that open under the pointer.
const ON_HOVER: [&str; 4] = ["tooltip", "popover", "hovercard", "rollover"];

/// Whether an element inside a line is there for programs that read aloud, and not seen.
pub(crate) fn is_read_aloud(tree: &Tree, id: Id) -> bool {
    // As a block, `vh` is a height of the window.
    class_words(tree, id).iter().any(|w| w == "vh" || READ_ALOUD.contains(&&**w))
        || is_clipped(tree, id)
        || says_how_link_opens(tree, id)
}

/// Whether an element's own style leaves nothing of it to see.
fn is_clipped(tree: &Tree, id: Id) -> bool {
    tree.attr(id, "style").filter(|s| s.contains("clip")).is_some_and(|s| {
        let s: String = s.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
        let nothing = ["clip:rect(0", "clip:rect(1px,1px,1px,1px)", "clip-path:inset(50%)", "clip-path:inset(100%)"];
        s.contains("position:absolute") && nothing.iter().any(|n| s.contains(n))
    })
}

/// How a link opens, as its last words tell those who do not see it.
static OPENS: LazyLock<Regexes> = LazyLock::new(|| {
    set(&[
        r"^\W*(this )?(link )?(will )?opens? (in )?(a )?new (browser )?(tab|window)\W*$",
        r"^\W*(wird |öffnet |öffnet sich )?in (einem )?neue[mn] (tab|fenster|browserfenster)( geöffnet| öffnen)?\W*$",
        r"^\W*((s'|s’)?ouvre|ouverture) dans une? (nouvel onglet|nouvelle fenêtre)\W*$|^\W*nouvelle fenêtre\W*$",
        r"^\W*(se )?abre en (una )?(nueva (ventana|pestaña)|(ventana|pestaña) nueva)\W*$|^\W*abre em nov[ao] (janela|aba|guia)\W*$",
        r"^\W*si apre in una nuova (finestra|scheda)\W*$|^\W*opent in (een )?nieuw (tabblad|venster)\W*$",
        r"^\W*(åpnes|öppnas|åbner) i (et |ett |en )?(ny|nytt|nyt) (fane|flik|vindu|vindue|fönster)\W*$",
    ])
});
/// Longest such words, in bytes.
const LONGEST_OPENING: usize = 60;

/// Whether an element that ends a link only tells how it opens.
fn says_how_link_opens(tree: &Tree, id: Id) -> bool {
    let in_link = || tree.upwards(id).skip(1).take(3).any(|u| tree.name(u) == "a");
    tree.name(id) == "span" && in_link() && {
        let said = tree.text_below(id);
        let said = said.trim();
        (1..=LONGEST_OPENING).contains(&said.len()) && OPENS.is_match(said)
    }
}

/// Whether an element inside a line is a box that opens under the pointer: it and the word that opens it are named so.
pub(crate) fn is_shown_on_hover(tree: &Tree, id: Id) -> bool {
    let named = |id: Id| class_words(tree, id).iter().any(|w| ON_HOVER.iter().any(|h| w.starts_with(h)));
    let opens = |p: Id| is_inline(tree.name(p)) && named(p) && !tree.children(p).take(1).any(|first| first == id);
    tree.name(id) == "span" && named(id) && tree.parent(id).is_some_and(opens)
}
