//! Where an article that stands on several pages goes on.
//!
//! An address is taken for its next page only if it says so itself (`page_address`: the same host, the same path,
//! the next number) **and** a link says so: `rel=next`, "next page" in its language, or its number in a row of
//! numbers. Never: the next article, comments, a gallery, lists. A page too few is told as `partial`; a page too many
//! would be another's text.
//!
//! "All on one page" is not preferred where it is offered: such pages are often for subscribers or for print, show
//! other parts, and robots.txt closes many; what is kept is what readers see at the article's own address.

use url::Url;

use crate::furniture::class_words;
use crate::page_address::{Naming, PageAddress};
use crate::tree::{Id, Tree};
use text::canonical;

/// Links that are looked at; the longest pages have some thousands.
const MOST_LINKS: usize = 20_000;
/// Longest text of a link to the next page, in scalars: outlets tell what stands there.
const LONGEST: usize = 160;
/// How far around a link its names are looked at.
const AROUND: usize = 12;
/// Longest text of a row of page numbers, in bytes.
const LONGEST_ROW: usize = 300;

/// Class words of what holds the links to an article's pages.
const PAGERS: [&str; 17] = [
    "pagination",
    "pager",
    "paging",
    "paginator",
    "paginate",
    "page-links",
    "pagelinks",
    "page-link",
    "page-numbers",
    "pagenav",
    "page-nav",
    "page-navigation",
    "multipage",
    "paginierung",
    "paginacion",
    "paginacao",
    "paginazione",
];
/// Class words of what has pages of its own: comments, galleries, lists.
const OTHERS: [&str; 34] = [
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "respond",
    "kommentar",
    "kommentare",
    "kommentarer",
    "commentaires",
    "comentarios",
    "commenti",
    "reacties",
    "discussion",
    "reactions",
    "forum",
    "gallery",
    "galerie",
    "galeria",
    "slideshow",
    "slider",
    "slides",
    "carousel",
    "swiper",
    "fotostrecke",
    "bildergalerie",
    "diaporama",
    "lightbox",
    "photos",
    "related",
    "teaser",
    "teasers",
    "recommended",
    "archive",
    "latest",
];
/// "Next page", in the words of its language.
const NEXT_PAGE: [&str; 41] = [
    "next page",
    "nächste seite",
    "nächsten seite",
    "page suivante",
    "página siguiente",
    "siguiente página",
    "próxima página",
    "página seguinte",
    "pàgina següent",
    "pagina successiva",
    "prossima pagina",
    "pagina seguente",
    "volgende pagina",
    "næste side",
    "neste side",
    "nästa sida",
    "seuraava sivu",
    "seuraavalle sivulle",
    "következő oldal",
    "następna strona",
    "następnej stronie",
    "další strana",
    "další stránka",
    "ďalšia strana",
    "sljedeća stranica",
    "naslednja stran",
    "pagina următoare",
    "следующая страница",
    "наступна сторінка",
    "следваща страница",
    "επόμενη σελίδα",
    "sonraki sayfa",
    "الصفحة التالية",
    "صفحه بعد",
    "העמוד הבא",
    "次のページ",
    "下一页",
    "下一頁",
    "다음 페이지",
    "halaman selanjutnya",
    "trang sau",
];
/// "Next" alone: believed where the address names the page.
const NEXT: [&str; 34] = [
    "next",
    "continue",
    "weiter",
    "suivant",
    "suivante",
    "siguiente",
    "próxima",
    "próximo",
    "seguinte",
    "següent",
    "avanti",
    "successiva",
    "successivo",
    "volgende",
    "næste",
    "neste",
    "nästa",
    "seuraava",
    "következő",
    "następna",
    "dalej",
    "další",
    "ďalej",
    "následující",
    "далее",
    "следующая",
    "вперёд",
    "далі",
    "επόμενη",
    "sonraki",
    "التالي",
    "הבא",
    "次へ",
    "다음",
];
/// "Page", before a number.
const PAGE: [&str; 22] = [
    "page",
    "seite",
    "página",
    "pagina",
    "pàgina",
    "side",
    "sida",
    "sivu",
    "oldal",
    "strona",
    "strana",
    "stránka",
    "stranica",
    "stran",
    "страница",
    "сторінка",
    "σελίδα",
    "sayfa",
    "صفحة",
    "halaman",
    "trang",
    "p.",
];
const ARROWS: [char; 14] = ['»', '›', '>', '→', '▶', '►', '❯', '⟩', '«', '‹', '←', '…', '.', ':'];

/// Where the page that is shown stands among its article's pages.
#[derive(Debug)]
pub(crate) struct Standing {
    /// The address of the first page.
    pub article: PageAddress,
    /// The number of the page that is shown.
    pub number: u32,
}

impl Standing {
    /// A page that stands for itself, at the number that its address names.
    pub fn of(url: &str) -> Option<Self> {
        let article = PageAddress::of(&Url::parse(url).ok()?)?;
        let number = article.number();
        Some(Self { article, number })
    }
}

/// The address of the next page of the same article, if the page links to one.
pub(crate) fn find(tree: &Tree, url: &str, standing: &Standing) -> Option<String> {
    let base = base_of(tree, &Url::parse(url).ok()?);
    let wanted = standing.number.checked_add(1)?;
    let links = tree.elements().filter(|id| matches!(tree.name(*id), "a" | "link")).take(MOST_LINKS);
    links
        .filter_map(|id| {
            let mut target = base.join(tree.attr(id, "href")?.trim()).ok()?;
            if target.fragment().is_some_and(|f| OTHERS.iter().any(|word| f.to_ascii_lowercase().contains(word))) {
                return None;
            }
            target.set_fragment(None);
            let (number, naming) = standing.article.number_of(&PageAddress::of(&target)?)?;
            let says_so = number == wanted && sign(tree, id, wanted).is_some_and(|sign| sign.suffices(naming));
            says_so.then(|| target.into())
        })
        .next()
}

fn base_of(tree: &Tree, url: &Url) -> Url {
    let base = tree.elements().find(|id| tree.name(*id) == "base").and_then(|id| tree.attr(id, "href"));
    base.and_then(|href| url.join(href.trim()).ok()).unwrap_or_else(|| url.clone())
}

/// What makes a link one to the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// "Next", or an arrow, or a number, by itself.
    Word,
    /// `rel=next`, which some systems put on the next article.
    Rel,
    /// "Next page", or its number in a row of numbers.
    Page,
}

impl Sign {
    const fn suffices(self, naming: Naming) -> bool {
        match naming {
            Naming::Named => true,
            Naming::Below => matches!(self, Self::Rel | Self::Page),
            Naming::Beside => matches!(self, Self::Page),
        }
    }
}

fn sign(tree: &Tree, id: Id, wanted: u32) -> Option<Sign> {
    let is_rel = tree.attr(id, "rel").is_some_and(|rel| rel.split_whitespace().any(|r| r.eq_ignore_ascii_case("next")));
    let around = |words: &[&str]| {
        let mut named = tree.upwards(id).take(AROUND).filter(|up| !matches!(tree.name(*up), "body" | "html"));
        named.any(|up| class_words(tree, up).iter().any(|word| words.contains(&&**word)))
    };
    if tree.name(id) == "link" {
        return is_rel.then_some(Sign::Rel);
    }
    if around(&OTHERS) {
        return None;
    }
    let shown = canonical(&tree.text_below(id)).to_lowercase();
    if shown.chars().count() > LONGEST {
        return None;
    }
    let texts =
        [shown.as_str(), tree.attr(id, "aria-label").unwrap_or_default(), tree.attr(id, "title").unwrap_or_default()];
    let texts = texts.map(|text| canonical(text).to_lowercase());
    if texts.iter().any(|text| NEXT_PAGE.iter().any(|words| text.contains(words))) {
        return Some(Sign::Page);
    }
    let bare = |text: &str| text.trim_matches(|c: char| c.is_whitespace() || ARROWS.contains(&c)).to_owned();
    let wanted_word = wanted.to_string();
    let in_pager = around(&PAGERS);
    let is_number = || texts.iter().any(|text| bare(text) == wanted_word) && (in_pager || in_row(tree, id, wanted));
    if texts.iter().any(|text| names_page(&bare(text), &wanted_word)) || is_number() {
        return Some(Sign::Page);
    }
    let is_next = texts.iter().any(|text| NEXT.contains(&&*bare(text)));
    let is_arrow =
        !shown.is_empty() && bare(&shown).is_empty() && shown.contains(['»', '›', '>', '→', '▶', '►', '❯', '⟩']);
    match (is_next || is_arrow, in_pager, is_rel) {
        (true, true, _) => Some(Sign::Page),
        (_, _, true) => Some(Sign::Rel),
        (true, false, false) if is_next => Some(Sign::Word),
        _ => None,
    }
}

/// `Seite 2`, and `Seite 2: what stands there`.
fn names_page(text: &str, wanted: &str) -> bool {
    let after = PAGE.iter().find_map(|word| text.strip_prefix(word)).map(str::trim_start);
    let rest = after.and_then(|text| text.strip_prefix(wanted));
    rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether the number of the page that is shown stands close to the link, as in `1 2 3`.
fn in_row(tree: &Tree, id: Id, wanted: u32) -> bool {
    let shown = wanted.saturating_sub(1).to_string();
    let rows = tree.upwards(id).skip(1).take(3).map(|up| tree.text_below(up));
    rows.take_while(|row| row.len() <= LONGEST_ROW).any(|row| {
        let mut words = row.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.any(|word| word == shown)
    })
}
