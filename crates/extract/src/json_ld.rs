//! schema.org objects in `<script type="application/ld+json">`, as broken as outlets write them.

use serde_json::{Map, Value};

use crate::headline;
use crate::section::Step;
use crate::tree::Tree;

/// Longest script that is parsed; the largest seen holds a body of 200 KB.
const MAX_SCRIPT: usize = 2 << 20;
/// Most objects that are looked at on one page.
const MAX_OBJECTS: usize = 2000;
/// Most articles among them.
const MOST_ARTICLES: usize = 200;

/// Most steps of a way through a site that are looked at.
const MOST_STEPS: usize = 20;

/// Types of schema.org that are articles, in lower case.
const ARTICLES: [&str; 16] = [
    "newsarticle",
    "article",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "opinionnewsarticle",
    "reviewnewsarticle",
    "askpublicnewsarticle",
    "liveblogposting",
    "blogposting",
    "socialmediaposting",
    "report",
    "advertisercontentarticle",
    "satiricalarticle",
    "scholarlyarticle",
    "techarticle",
];

/// What else a page may be about, whose date is the page's.
const DATED: [&str; 9] = [
    "recipe",
    "howto",
    "question",
    "qapage",
    "faqpage",
    "discussionforumposting",
    "creativework",
    "webpage",
    "podcastepisode",
];

/// What the page's JSON-LD says about the article.
#[derive(Debug, Default)]
pub(crate) struct JsonLd {
    pub headline: Option<String>,
    pub description: Option<String>,
    pub section: Option<String>,
    /// The way through the site to the page.
    pub trail: Vec<Step>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub body: Option<String>,
    /// How many words it has.
    pub word_count: Option<usize>,
    pub language: Option<String>,
    /// Some object is an article.
    pub is_article: bool,
    /// The article is a live blog.
    pub is_live: bool,
    /// Some object is a video, and none is an article.
    pub is_video: bool,
    /// Some object is a list page, and none is an article.
    pub is_list: bool,
    /// `isAccessibleForFree` is false.
    pub paid: bool,
    /// Scripts that could not be read even after repair.
    pub broken: usize,
}

/// What the page itself says of which article it holds.
#[derive(Debug, Default)]
pub(crate) struct Own<'a> {
    /// The address that it was served at, and its canonical one.
    pub addresses: Vec<&'a str>,
    /// Its headings of level 1 and its titles.
    pub titles: Vec<String>,
}

impl Own<'_> {
    /// Whether an object is about the page's article, by its address or its headline; `None` where it has neither.
    fn names(&self, object: &Map<String, Value>) -> Option<bool> {
        let addresses = ["url", "mainEntityOfPage", "@id"].iter().filter_map(|key| object.get(*key));
        let mut addresses = addresses.flat_map(addresses_of).filter_map(place_of).peekable();
        let headline = object.get("headline").or_else(|| object.get("name")).and_then(text_of);
        if addresses.peek().is_none() && headline.is_none() {
            return None;
        }
        let mine: Vec<String> = self.addresses.iter().copied().filter_map(place_of).collect();
        let says =
            |headline: &String| self.titles.iter().any(|title| headline::is_alike(&headline::plain(headline), title));
        Some(addresses.any(|place| mine.contains(&place)) || headline.as_ref().is_some_and(says))
    }
}

/// The addresses that a value of an object holds.
fn addresses_of(value: &Value) -> Vec<&str> {
    match value {
        Value::String(s) => vec![s],
        Value::Object(o) => ["@id", "url"].iter().filter_map(|key| o.get(*key)?.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// Host and path of an address, as far as it tells one article from another; `None` for a home page.
fn place_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address.trim()).ok()?;
    let host = url.host_str()?;
    let path = url.path().trim_end_matches('/');
    (!path.is_empty()).then(|| format!("{}{path}", host.strip_prefix("www.").unwrap_or(host)))
}

impl JsonLd {
    /// All scripts of the page together. Of several articles that which the page says it holds.
    pub fn of(tree: &Tree, own: &Own<'_>) -> Self {
        let mut values = Vec::new();
        let mut broken = 0;
        for id in tree.elements().filter(|i| tree.name(*i) == "script") {
            let kind = tree.attr(id, "type").unwrap_or_default().trim().to_ascii_lowercase();
            if !kind.starts_with("application/ld+json") {
                continue;
            }
            let text: String = tree.children(id).filter_map(|c| tree.text(c)).collect();
            match parse(&text) {
                Some(value) => values.push(value),
                None => broken += usize::from(!text.trim().is_empty()),
            }
        }
        let mut objects = Vec::new();
        values.iter().for_each(|v| collect(v, &mut objects, 0));
        Self { broken, ..summarise(&objects, own) }
    }
}

fn summarise(objects: &[&Map<String, Value>], own: &Own<'_>) -> JsonLd {
    let all: Vec<&Map<String, Value>> =
        objects.iter().copied().filter(|o| is(o, &ARTICLES)).take(MOST_ARTICLES).collect();
    let named: Vec<Option<bool>> = all.iter().map(|o| if all.len() > 1 { own.names(o) } else { None }).collect();
    // where one names the page, those that name another are other stories
    let (one, is_named) = (named.contains(&Some(true)), |i: usize| named[i] != Some(false));
    let articles = || all.iter().enumerate().filter(|(i, _)| !one || is_named(*i)).map(|(_, o)| *o);
    // the fullest article object speaks; of equals the first
    let weight = |o: &Map<String, Value>| {
        usize::from(o.contains_key("headline")) * 4
            + usize::from(o.contains_key("datePublished")) * 2
            + usize::from(o.contains_key("author"))
            + usize::from(o.contains_key("articleBody"))
    };
    let mut best: Option<&Map<String, Value>> = None;
    for o in articles() {
        if best.is_none_or(|b| weight(o) > weight(b)) {
            best = Some(o);
        }
    }
    let page = objects.iter().copied().find(|o| is(o, &["webpage", "itempage", "medicalwebpage"]));
    // a recipe or a question is what the page is about where no article is
    let thing = objects.iter().copied().find(|o| is(o, &DATED) && o.contains_key("datePublished"));
    let of_thing = |key: &str| thing.and_then(|o| o.get(key)).and_then(text_of);
    let video =
        objects.iter().any(|o| is(o, &["videoobject", "audioobject", "podcastepisode"]) && !o.contains_key("@id"));
    let list = objects.iter().any(|o| is(o, &["collectionpage", "searchresultspage"]));
    let said = |key: &str| best.and_then(|o| o.get(key)).and_then(text_of);
    let on_page = |key: &str| page.and_then(|o| o.get(key)).and_then(text_of);
    let paid = |o: &Map<String, Value>| match o.get("isAccessibleForFree") {
        Some(Value::Bool(free)) => !free,
        Some(Value::String(s)) => s.eq_ignore_ascii_case("false"),
        _ => false,
    };
    JsonLd {
        headline: said("headline").or_else(|| said("name")),
        description: said("description").or_else(|| said("alternativeHeadline")),
        section: said("articleSection"),
        trail: objects.iter().copied().find(|o| is(o, &["breadcrumblist"])).map(steps).unwrap_or_default(),
        authors: best.map(|o| authors(o, objects)).unwrap_or_default(),
        publisher: said("publisher").or_else(|| on_page("publisher")),
        published: said("datePublished").or_else(|| on_page("datePublished")).or_else(|| of_thing("datePublished")),
        modified: said("dateModified").or_else(|| on_page("dateModified")).or_else(|| of_thing("dateModified")),
        body: articles().filter_map(|o| o.get("articleBody").and_then(text_of)).max_by_key(String::len),
        word_count: said("wordCount").and_then(|n| n.trim().parse().ok()),
        language: said("inLanguage").or_else(|| on_page("inLanguage")),
        is_article: best.is_some(),
        is_live: articles().any(is_live),
        is_video: video && best.is_none(),
        is_list: list && best.is_none(),
        paid: articles().any(paid),
        broken: 0,
    }
}

fn is_live(article: &Map<String, Value>) -> bool {
    is(article, &["liveblogposting"])
        || article.contains_key("liveBlogUpdate")
        || article.contains_key("coverageStartTime")
}

fn is(object: &Map<String, Value>, types: &[&str]) -> bool {
    let named = |v: &Value| {
        let name = v.as_str().unwrap_or_default();
        let name = name.rsplit(['/', ':']).next().unwrap_or_default();
        types.iter().any(|t| t.eq_ignore_ascii_case(name))
    };
    match object.get("@type") {
        Some(Value::Array(all)) => all.iter().any(named),
        Some(one) => named(one),
        None => false,
    }
}

/// Objects in document order, those inside `@graph`, arrays and `mainEntity` too.
fn collect<'a>(value: &'a Value, out: &mut Vec<&'a Map<String, Value>>, depth: usize) {
    if depth > 12 || out.len() >= MAX_OBJECTS {
        return;
    }
    match value {
        Value::Array(all) => all.iter().for_each(|v| collect(v, out, depth + 1)),
        Value::Object(object) => {
            out.push(object);
            for key in
                ["@graph", "breadcrumb", "mainEntity", "mainEntityOfPage", "itemReviewed", "author", "item", "hasPart"]
            {
                if let Some(inner @ (Value::Array(_) | Value::Object(_))) = object.get(key) {
                    collect(inner, out, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn authors(article: &Map<String, Value>, objects: &[&Map<String, Value>]) -> Vec<String> {
    let Some(given) = article.get("author").or_else(|| article.get("creator")) else { return Vec::new() };
    let all = match given {
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    };
    let mut names = Vec::new();
    for one in all.into_iter().take(50) {
        match one {
            Value::Object(o) if o.contains_key("name") => match &o["name"] {
                Value::Array(several) => names.extend(several.iter().filter_map(text_of)),
                name => names.extend(text_of(name)),
            },
            Value::Object(o) => {
                let by_id = o
                    .get("@id")
                    .and_then(|id| objects.iter().find(|x| x.get("@id") == Some(id) && x.contains_key("name")));
                names.extend(by_id.and_then(|x| x.get("name")).and_then(text_of));
            }
            other => names.extend(text_of(other)),
        }
    }
    names
}

/// The steps of a `BreadcrumbList`, in the order of their positions.
fn steps(trail: &Map<String, Value>) -> Vec<Step> {
    let Some(Value::Array(given)) = trail.get("itemListElement") else { return Vec::new() };
    let position = |step: &Value| step.get("position").and_then(text_of).and_then(|p| p.parse::<u32>().ok());
    let mut given: Vec<&Value> = given.iter().take(MOST_STEPS).collect();
    given.sort_by_key(|step| position(step));
    let step = |step: &Value| {
        let item = step.get("item");
        let name = step.get("name").or_else(|| item?.get("name")).and_then(text_of)?;
        let address = item.map(addresses_of).unwrap_or_default().first().map(|a| (*a).to_owned());
        Some(Step { name, address })
    };
    given.into_iter().filter_map(step).collect()
}

fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(s) => s.clone(),
        Value::Number(n) => n.to_string(),
        Value::Array(all) => return all.iter().find_map(text_of),
        Value::Object(o) => return o.get("@value").or_else(|| o.get("name")).and_then(text_of),
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// The value of a script, after repair if need be. serde_json itself refuses depths beyond 128.
fn parse(text: &str) -> Option<Value> {
    if text.len() > MAX_SCRIPT {
        return None;
    }
    let text = text.trim().trim_start_matches('\u{feff}');
    let as_it_is = |text: &str| serde_json::from_str(text).ok().or_else(|| first_value(&repaired(text)));
    // written for an attribute, not for a script
    let resolved = || text.contains("{&quot;").then(|| as_it_is(&text.replace("&quot;", "\""))).flatten();
    as_it_is(text)
        .or_else(resolved)
        .or_else(|| first_value(&mended(text)))
        .or_else(|| first_value(&mended(&repaired(text))))
}

/// The first whole value; what follows it is ignored.
fn first_value(text: &str) -> Option<Value> {
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

/// Quotes inside a string escaped, and what is cut off closed: a quote ends a string only before what may follow one.
fn mended(text: &str) -> String {
    let (mut out, mut open, mut in_string, mut escaped) = (String::with_capacity(text.len()), Vec::new(), false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' if in_string && !ends_string(&text[at + 1..]) => out.push('\\'),
            '"' => in_string = !in_string,
            '{' if !in_string => open.push('}'),
            '[' if !in_string => open.push(']'),
            '}' | ']' if !in_string => {
                open.pop();
            }
            _ => {}
        }
        out.push(c);
    }
    if in_string {
        out.truncate(out.len() - usize::from(escaped));
        out.push('"');
    }
    let end = out.trim_end().trim_end_matches(',').len();
    out.truncate(end);
    out.extend(open.into_iter().rev());
    out
}

/// Whether a string may end before this: a mark of the object, and what may come after it.
fn ends_string(rest: &str) -> bool {
    let rest = rest.trim_start();
    let mut after = rest.chars();
    match after.next() {
        None | Some('}' | ']' | ':') => true,
        Some(',') => after.as_str().trim_start().starts_with(['"', '{', '[', '}', ']']),
        _ => false,
    }
}

/// CDATA marks and comments out, control characters in strings escaped, trailing commas out.
fn repaired(text: &str) -> String {
    let start = text.find(['{', '[']).unwrap_or(0);
    let cdata = text.find("<![CDATA[").map_or(start, |i| i + 9);
    let start = if text[..start].contains("<!") {
        text[cdata.min(text.len())..].find(['{', '[']).map_or(start, |i| cdata + i)
    } else {
        start
    };
    let (mut out, mut in_string, mut escaped) = (String::with_capacity(text.len()), false, false);
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            _ if escaped => {
                escaped = false;
                match c {
                    '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u' => out.push(c),
                    // an escape that JSON does not know stands for the character itself
                    _ => {
                        out.pop();
                        out.push(c);
                    }
                }
            }
            '\\' if in_string => {
                escaped = true;
                out.push(c);
            }
            '"' => {
                in_string = !in_string;
                out.push(c);
            }
            c if in_string && c.is_control() => out.push(' '),
            '/' if !in_string && rest.peek() == Some(&'*') => {
                let mut last = ' ';
                for c in rest.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
            }
            '/' if !in_string && rest.peek() == Some(&'/') => {
                while rest.peek().is_some_and(|c| *c != '\n') {
                    rest.next();
                }
            }
            ']' | '}' if !in_string => {
                let end = out.trim_end().len();
                if out[..end].ends_with(',') {
                    out.truncate(end - 1);
                }
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> JsonLd {
        JsonLd::of(&Tree::of(&format!("<script type='application/ld+json'>{script}</script>")), &Own::default())
    }

    #[test]
    fn of_several_articles_that_speaks_which_names_the_page() {
        let other = r#"{"@type":"NewsArticle","headline":"Another story","url":"https://paper.example/n/other","datePublished":"2020-01-01","author":"Wrong Man"}"#;
        let by_address = r#"{"@type":"NewsArticle","headline":"Span shut","mainEntityOfPage":{"@id":"https://www.paper.example/n/bridge/"},"author":"Ann Lee"}"#;
        let by_headline = r#"{"@type":"NewsArticle","headline":"Bridge closes","author":"Ann Lee"}"#;
        let own = Own { addresses: vec!["https://paper.example/n/bridge"], titles: vec!["Bridge closes".to_owned()] };
        for one in [by_address, by_headline] {
            for script in [format!("[{other},{one}]"), format!("[{one},{other}]")] {
                let tree = Tree::of(&format!("<script type='application/ld+json'>{script}</script>"));
                let ld = JsonLd::of(&tree, &own);
                assert_eq!((&*ld.authors, ld.published), (&["Ann Lee".to_owned()][..], None), "{script}");
            }
        }
    }

    #[test]
    fn broken_scripts_are_repaired() {
        for script in [
            r#"{"@type":"NewsArticle","headline":"Bridge opens",}"#,
            "{\"@type\":\"NewsArticle\",\n// by the CMS\n\"headline\":\"Bridge\topens\"}",
            r#"/*<![CDATA[*/ {"@type":["Thing","http://schema.org/NewsArticle"],"headline":"Bridge opens"} /*]]>*/"#,
            r#"<!-- {"@type":"NewsArticle","headline":"Bridge opens"} -->"#,
            r#"[{"@type":"WebSite"},{"@graph":[{"@type":"NewsArticle","headline":"Bridge opens"}]}];"#,
            r#"{"@type":"NewsArticle","headline":"Bridge opens"}{"@type":"NewsArticle""#,
            r#"{"@type":"NewsArticle","headline":"Bridge\ opens"}"#,
            r#"{"@type":"NewsArticle","headline":"Bridge opens","articleBody":"It was"#,
            "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Bridge opens&quot;}",
        ] {
            assert_eq!(read(script).headline.as_deref(), Some("Bridge opens"), "{script}");
        }
        let quoted = r#"{"@type":"NewsArticle","headline":"The "old" bridge, "his", opens","author":"Ann Lee"}"#;
        assert_eq!(read(quoted).headline.as_deref(), Some("The \"old\" bridge, \"his\", opens"));
        assert_eq!(read(quoted).authors, ["Ann Lee"]);
        assert_eq!(read("{\"headline\": ").broken, 1);
        assert_eq!(read(&format!("{}1", "[".repeat(100_000))).broken, 1);
    }

    #[test]
    fn authors_are_found_by_id_and_in_lists() {
        let ld = read(
            r##"{"@graph":[{"@type":"Article","headline":"H","author":[{"@id":"#a"},{"name":"Ben Ito"},"Cy Dee"]},
               {"@type":"Person","@id":"#a","name":"Ana Roe"}]}"##,
        );
        assert_eq!(ld.authors, ["Ana Roe", "Ben Ito", "Cy Dee"]);
    }
}
