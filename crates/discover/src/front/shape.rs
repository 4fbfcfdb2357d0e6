//! What an address alone says about the page: a date, a number, a slug, or the name of a list.

use url::Url;

use super::words;

/// What an address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    /// Why it can be no article, whatever else speaks for it.
    pub(super) never: Option<&'static str>,
    /// What speaks for an article, and against it.
    pub(super) reasons: Vec<(i32, &'static str)>,
    /// The sum of what speaks for one; 0: it says nothing.
    pub(super) evidence: i32,
    /// The words of its slug; 0: it has none.
    pub(super) slug: usize,
    /// Whether a date stands in it.
    pub(super) is_dated: bool,
    /// Whether a long number or a hash stands in it.
    pub(super) has_id: bool,
    /// What addresses of the same kind of page have in common: `/w/#/S.html`.
    pub(super) pattern: String,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// A word or two.
    Word,
    /// Three words or more.
    Slug {
        /// How many.
        words: usize,
        /// Whether a number or a hash of the article stands in it.
        has_id: bool,
    },
    /// A number or a hash.
    Id,
    /// A year, month or day.
    Date,
}

/// Weighs an address of the web.
pub(super) fn of(url: &Url) -> Shape {
    let lower = decoded(url.path()).to_lowercase();
    let steps: Vec<&str> = lower.split('/').filter(|step| !step.is_empty()).collect();
    let (last, suffix) = steps.last().map_or(("", ""), |last| without_suffix(last));
    let mut kinds: Vec<Step> = steps.iter().map(|step| kind(without_suffix(step).0)).collect();
    let date_ends = date(&steps, &mut kinds);
    let pattern = pattern(&kinds, suffix);
    let mut shape =
        Shape { never: None, reasons: Vec::new(), evidence: 0, slug: 0, is_dated: false, has_id: false, pattern };
    let id_in_query = url.query_pairs().any(|(name, value)| {
        let name = name.to_ascii_lowercase();
        let names_article = words::ID_NAMES.contains(name.as_str()) || name.ends_with("id") || name.ends_with("no");
        names_article && value.len() >= 3 && value.bytes().any(|b| b.is_ascii_digit())
    });
    shape.never = never(url, &steps, last, suffix, id_in_query);
    if shape.never.is_some() {
        return shape;
    }
    if date_ends == Some(steps.len()) && !id_in_query {
        shape.never = Some("an archive of a day, month or year");
        return shape;
    }
    if date_ends.is_some() {
        shape.is_dated = true;
        shape.speaks(4, "its address has a date");
    }
    let tail = &kinds[kinds.len().saturating_sub(2)..];
    let has_id = |step: &Step| matches!(step, Step::Id | Step::Slug { has_id: true, .. });
    if id_in_query || tail.iter().any(has_id) {
        // Sections are numbered too, up to some thousands.
        let is_short = !id_in_query && !steps.iter().rev().take(2).any(|step| has_long_id(without_suffix(step).0));
        let (weight, why) =
            if is_short { (1, "a short number in its address") } else { (3, "its address has a number of its own") };
        shape.has_id = !is_short;
        shape.speaks(weight, why);
    }
    let slug =
        tail.iter().filter_map(|step| if let Step::Slug { words, .. } = step { Some(*words) } else { None }).max();
    shape.slug = slug.unwrap_or(0);
    match shape.slug {
        0..=2 => {}
        3 => shape.speaks(1, "3 words in its address"),
        4 => shape.speaks(2, "4 words in its address"),
        _ => shape.speaks(3, "a headline in its address"),
    }
    if steps.iter().any(|step| words::ARTICLES.contains(step)) {
        shape.speaks(1, "its address says article");
    }
    if shape.evidence > 0 && matches!(suffix, "html" | "htm" | "shtml" | "ece" | "story" | "article" | "php" | "aspx") {
        shape.speaks(1, "its address ends like a page's");
    }
    if steps.iter().take(steps.len().saturating_sub(1)).any(|step| words::FILMS.contains(step)) {
        shape.reasons.push((-8, "a film, a recording or pictures"));
    }
    if shape.evidence < 3 && steps.iter().any(|step| words::EITHER.contains(step)) {
        shape.never = Some("a service of the outlet");
    }
    if is_numbered_list(last) {
        shape.never = Some("a section with a number");
    }
    // A list of articles may have a number or a date in its address too.
    if steps.iter().any(|step| words::LISTS.contains(step)) {
        if shape.evidence < 4 {
            shape.never = Some("a list of articles by topic, place or author");
        }
        shape.reasons.push((-4, "its address speaks of a list"));
    }
    shape
}

impl Shape {
    fn speaks(&mut self, weight: i32, why: &'static str) {
        self.evidence += weight;
        self.reasons.push((weight, why));
    }
}

fn never(url: &Url, steps: &[&str], last: &str, suffix: &str, id_in_query: bool) -> Option<&'static str> {
    let is_language = |step: &str| step.len() == 2 || matches!(step.as_bytes(), [_, _, b'-' | b'_', _, _]);
    let is_front = match steps {
        [] => true,
        [one] => words::FRONTS.contains(without_suffix(one).0) || is_language(one),
        _ => false,
    };
    if is_front && !id_in_query {
        return Some("a front page");
    }
    if words::MEDIA.contains(suffix) {
        return Some("a file, not a page");
    }
    let is_service = |step: &&str| words::SERVICES.contains(without_suffix(step).0);
    if steps.iter().any(is_service) || is_static(last) {
        return Some("a service or a page about the outlet");
    }
    let host = url.host_str().unwrap_or_default();
    let label = host.split('.').next().unwrap_or_default();
    if words::SERVICE_HOSTS.contains(label) {
        return Some("a service of the outlet");
    }
    let by_page = steps.windows(2).any(|pair| matches!(pair, ["page" | "seite" | "pagina" | "p", n] if is_number(n)));
    let is_form = last.contains("comment=");
    let by_query = url.query_pairs().any(|(name, _)| words::LIST_QUERIES.contains(name.to_ascii_lowercase().as_str()));
    if by_page || by_query || is_form {
        return Some("a page of a list, a search or a call to share");
    }
    None
}

/// Whether it is `s-9106`, `topic-17`, `rubrik12`: a list by its kind and number.
fn is_numbered_list(last: &str) -> bool {
    let kind = last.trim_end_matches(|c: char| c.is_ascii_digit());
    let kind = if kind.len() < last.len() { kind.trim_end_matches(['-', '_']) } else { "" };
    kind == "s" || words::LISTS.contains(kind)
}

/// Whether a slug is made of nothing but words of pages that every outlet has: `terms-and-conditions`.
fn is_static(slug: &str) -> bool {
    let mut parts = slug.split(['-', '_', ' ', '.']).filter(|part| !part.is_empty()).peekable();
    let is_one = parts.peek().is_some();
    let mut has_static = false;
    let all = parts.all(|part| {
        let is_static = words::STATIC.contains(part);
        has_static |= is_static;
        is_static || words::JOINTS.contains(part)
    });
    is_one && all && has_static
}

/// Finds a date in the path, marks its steps, and returns how many steps there are up to its end.
fn date(steps: &[&str], kinds: &mut [Step]) -> Option<usize> {
    let year = |step: &str| step.len() == 4 && is_number(step) && (step.starts_with("19") || step.starts_with("20"));
    let month = |step: &str| {
        (is_number(step) && step.len() <= 2 && step.parse().is_ok_and(|n: u8| (1..=12).contains(&n)))
            || (step.len() >= 3 && words::MONTHS.iter().any(|month| step.starts_with(month)) && step.len() <= 9)
    };
    let day = |step: &str| is_number(step) && step.len() <= 2 && step.parse().is_ok_and(|n: u8| (1..=31).contains(&n));
    for at in 0..steps.len() {
        let (step, suffix) = without_suffix(steps[at]);
        if suffix.is_empty() && is_whole_date(step) {
            kinds[at] = Step::Date;
            return Some(at + 1);
        }
        if year(step) && suffix.is_empty() {
            let length = match steps[at + 1..] {
                [second, third, ..] if month(second) && day(third) => 3,
                [second, ..] if month(second) => 2,
                [] => 1,
                // `/2026/some-slug`, and lists of a year.
                _ => continue,
            };
            kinds[at..at + length].fill(Step::Date);
            return Some(at + length);
        }
        // A date in front of the slug, or behind it.
        if has_date(step) {
            return Some(at);
        }
    }
    None
}

/// `2026-03-02`, `20260302`, `2026-03`, `260302`.
fn is_whole_date(step: &str) -> bool {
    let digits: String = step.chars().filter(char::is_ascii_digit).collect();
    let is_bare = step.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.'));
    let is_dashed = digits.len() == 6 && step.len() == 7;
    is_bare && (is_dashed && is_month(&digits) || digits.len() == 8 && is_day(&digits))
}

/// `2026-03-02-slug`, `slug-20260302`, `slug_2026-03-02`.
fn has_date(step: &str) -> bool {
    let parts: Vec<&str> = step.split(['-', '_', '.']).collect();
    let dashed = parts.windows(3).any(
        |three| matches!(three, [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2 && is_day(&three.concat())),
    );
    parts.len() > 1 && (dashed || parts.iter().any(|part| part.len() == 8 && is_day(part)))
}

fn is_month(digits: &str) -> bool {
    let in_range = digits.get(4..6).and_then(|month| month.parse::<u8>().ok()).is_some_and(|m| (1..=12).contains(&m));
    is_number(digits) && (digits.starts_with("20") || digits.starts_with("19")) && in_range
}

fn is_day(digits: &str) -> bool {
    let in_range = digits.get(6..8).and_then(|day| day.parse::<u8>().ok()).is_some_and(|d| (1..=31).contains(&d));
    is_month(digits) && in_range
}

fn kind(step: &str) -> Step {
    if is_id(step) {
        return Step::Id;
    }
    let parts: Vec<&str> =
        step.split(['-', '_', ' ', '+', ',', '.', '~', ':', ';']).filter(|part| !part.is_empty()).collect();
    let ids = parts.iter().filter(|part| is_id(part)).count();
    // Where a script has no blanks, four characters are taken for a word.
    let length =
        |part: &&str| if part.is_ascii() { 1 } else { (part.chars().filter(|c| !c.is_ascii()).count() / 12).max(1) };
    let words: usize = parts.iter().filter(|part| !is_id(part)).map(length).sum();
    match (words, ids) {
        (3.., ids) => Step::Slug { words, has_id: ids > 0 },
        (_, 1..) => Step::Slug { words, has_id: true },
        _ => Step::Word,
    }
}

/// Whether it is a number of at least four digits, or a hash: letters and digits in a mix that no word has.
fn is_id(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = part.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_year = part.len() == 4 && (part.starts_with("20") || part.starts_with("19"));
    if !is_plain || digits == 0 || is_year {
        return false;
    }
    let letters = part.len() - digits;
    if letters <= 3 {
        // `1234`, `a123456`, `art1234`
        return digits >= 4 + usize::from(letters > 0);
    }
    let turns = part.as_bytes().windows(2).filter(|two| two[0].is_ascii_digit() != two[1].is_ascii_digit()).count();
    digits >= 5 || (part.len() >= 8 && turns >= 3) || (part.len() >= 10 && digits >= 2 && turns >= 2)
}

/// Whether one of its parts is an id, and no number of four digits.
fn has_long_id(step: &str) -> bool {
    step.split(['-', '_', ' ', '+', ',', '.', '~', ':', ';'])
        .any(|part| is_id(part) && (part.len() > 4 || !is_number(part)))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The step without what stands behind its last dot, and that.
fn without_suffix(step: &str) -> (&str, &str) {
    match step.rsplit_once('.') {
        Some((before, suffix))
            if (2..=7).contains(&suffix.len())
                && suffix.bytes().all(|b| b.is_ascii_alphabetic() || b == b'3' || b == b'4') =>
        {
            (before, suffix)
        }
        _ => (step, ""),
    }
}

fn pattern(kinds: &[Step], suffix: &str) -> String {
    let mut pattern = String::new();
    for kind in kinds {
        pattern.push_str(match kind {
            Step::Word => "/w",
            Step::Slug { has_id: true, .. } => "/S#",
            Step::Slug { .. } => "/S",
            Step::Id => "/#",
            Step::Date => "/d",
        });
    }
    pattern.push('.');
    pattern.push_str(suffix);
    pattern
}

/// The path with its escapes undone; bytes that are no UTF-8 become marks.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex =
            |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
