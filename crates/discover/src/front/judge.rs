//! What speaks for a link and against it, added up.

use std::collections::{BTreeMap, HashMap, HashSet};

use url::Url;

use super::JudgedLink;
use super::headline::{self, Headline};
use super::listed::Listed;
use super::place::Region;
use super::scan::Link;
use super::shape::{self, Shape};

/// From this sum on a link is an article.
const ENOUGH: i32 = 6;

/// This sum makes a link an example for others with an address of the same shape.
const EXEMPLARY: i32 = 8;

/// So many examples make a shape one of articles.
const EXAMPLES: usize = 3;

/// So many links with headlines in the same place are a list of teasers. Three are as often links in running text: of those
/// that this would bring on 1,900 real pages, half are no articles, and of those that two would bring, most.
const NEIGHBOURS: usize = 4;

/// All links of a page to one address.
pub(super) struct Candidate {
    address: String,
    shape: Shape,
    titles: Vec<(Headline, String)>,
    in_heading: bool,
    in_teaser: bool,
    is_typed: bool,
    is_advert: bool,
    /// Whether it stands in a menu or at the foot of the page, and whether anywhere else.
    in_furniture: bool,
    in_content: bool,
    has_time: bool,
    published_at: Option<String>,
    is_listed: bool,
    templates: HashSet<u64>,
}

impl Candidate {
    pub(super) fn new(url: &Url) -> Self {
        let mut address = url.clone();
        address.set_fragment(None);
        Self {
            shape: shape::of(url),
            address: address.into(),
            titles: Vec::new(),
            in_heading: false,
            in_teaser: false,
            is_typed: false,
            is_advert: false,
            in_furniture: false,
            in_content: false,
            has_time: false,
            published_at: None,
            is_listed: false,
            templates: HashSet::new(),
        }
    }

    /// Adds a link to the address. `times`: the time that stands in a teaser, by the teaser's number.
    pub(super) fn add(&mut self, link: Link, times: &HashMap<usize, Option<String>>) {
        let is_furniture = matches!(link.place.region, Region::Menu | Region::Foot);
        self.in_furniture |= is_furniture;
        self.in_content |= !is_furniture;
        self.is_advert |= link.is_sponsored || link.place.region == Region::Advert;
        self.in_teaser |= link.place.is_teaser && !is_furniture;
        self.is_typed |= link.place.is_typed;
        if let Some(time) = times.get(&link.place.teaser).filter(|_| link.place.teaser > 0 && !is_furniture) {
            self.has_time = true;
            self.published_at = self.published_at.take().or_else(|| time.clone());
        }
        if !is_furniture {
            self.templates.insert(link.place.template);
        }
        let mut has_heading = false;
        // A heading in a link is its headline; all the rest of the link is the teaser's text.
        let texts = [(link.heading, 3), (link.text, 2), (link.label, 1), (link.picture, 0)];
        for (text, rank) in texts.into_iter().filter_map(|(text, rank)| Some((text?, rank))) {
            let headline = headline::measure(&text, rank);
            has_heading |= rank == 3 && headline.words > 0;
            self.titles.push((headline, text));
        }
        self.in_heading |= has_heading && !is_furniture;
    }

    /// Adds what the page's data say about the address.
    pub(super) fn list(&mut self, item: Listed) {
        self.is_listed = true;
        self.published_at = self.published_at.take().or(item.published_at);
        if let Some(title) = item.title {
            self.titles.push((headline::measure(&title, 3), title));
        }
    }

    /// The text that is likeliest the headline.
    fn best(&self) -> Option<&(Headline, String)> {
        self.titles.iter().max_by_key(|(headline, _)| (headline.worth(), headline.rank, headline.words))
    }

    fn words(&self) -> usize {
        self.best().map_or(0, |(headline, _)| headline.words)
    }

    /// Weighs everything but the neighbours.
    fn weigh(&self) -> Weighed {
        let mut sum = Weighed::default();
        for (weight, why) in &self.shape.reasons {
            sum.add(*weight, (*why).to_owned());
        }
        let shape = &self.shape;
        let is_dated = shape.is_dated || (shape.has_id && shape.slug >= 3);
        // An address that holds a headline needs no text that is one.
        let is_told = is_dated && shape.slug >= 5;
        match self.words() {
            0 => sum.add(if is_told { -1 } else { -3 }, "no text".into()),
            1 => sum.add(if is_told { -1 } else { -2 }, "a single word".into()),
            2 => sum.add(if is_told { 0 } else { -1 }, "two words".into()),
            3 => sum.add(1, "3 words".into()),
            4 => sum.add(2, "4 words".into()),
            words => sum.add(3, format!("a headline of {words} words")),
        }
        // Some menus show the day's articles.
        let is_full = self.words() >= 6 && is_dated;
        let here: [(bool, i32, &str); 8] = [
            (self.is_listed, 4, "the page's data list it"),
            (self.in_heading, 2, "in a heading"),
            (self.in_teaser, 1, "in a teaser"),
            (self.is_typed, 2, "marked as an article"),
            (self.has_time, 2, "a time stands by it"),
            (self.is_advert, -6, "an advertisement"),
            (self.in_furniture && !self.in_content, if is_full { -2 } else { -5 }, "only in a menu or at the foot"),
            (self.in_furniture && self.in_content && self.words() < 4, -3, "in a menu too"),
        ];
        let stands_out = self.is_listed || self.has_time || (self.in_heading && self.words() >= 5);
        let is_like_a_section = shape.slug <= 4 && !shape.has_id && !is_dated && !stands_out;
        if self.words() <= 2 && shape.slug < 4 && !is_dated {
            sum.add(-3, "a short text and a short address".into());
        } else if is_like_a_section {
            sum.add(-2, "as short as a section's".into());
        }
        here.iter().filter(|(holds, ..)| *holds).for_each(|(_, weight, why)| sum.add(*weight, (*why).to_owned()));
        sum
    }
}

#[derive(Debug, Clone, Default)]
struct Weighed {
    score: i32,
    /// With the heaviest first, when shown.
    reasons: Vec<(i32, String)>,
}

impl Weighed {
    fn add(&mut self, weight: i32, why: String) {
        self.score += weight;
        self.reasons.push((weight, why));
    }

    fn reason(mut self) -> String {
        self.reasons.sort_by_key(|(weight, _)| std::cmp::Reverse(weight.abs()));
        let reasons: Vec<String> = self.reasons.into_iter().map(|(_, why)| why).collect();
        reasons.join("; ")
    }
}

/// Judges all candidates of one page together.
pub(super) fn all(candidates: Vec<Candidate>) -> Vec<JudgedLink> {
    let mut weighed: Vec<Weighed> = candidates.iter().map(Candidate::weigh).collect();
    let mut neighbours: HashMap<u64, usize> = HashMap::new();
    let mut examples: BTreeMap<String, usize> = BTreeMap::new();
    for (candidate, sum) in candidates.iter().zip(&weighed) {
        if candidate.words() >= 4 && candidate.shape.never.is_none() {
            candidate.templates.iter().for_each(|template| *neighbours.entry(*template).or_default() += 1);
        }
        if sum.score >= EXEMPLARY && candidate.shape.evidence > 0 && candidate.shape.never.is_none() {
            *examples.entry(candidate.shape.pattern.clone()).or_default() += 1;
        }
    }
    for (candidate, sum) in candidates.iter().zip(&mut weighed) {
        if candidate.words() >= 3
            && candidate.templates.iter().any(|t| neighbours.get(t).is_some_and(|n| *n >= NEIGHBOURS))
        {
            sum.add(1, "one of several alike".into());
        }
        let like_it = examples.get(&candidate.shape.pattern).copied().unwrap_or(0);
        if like_it >= EXAMPLES && candidate.shape.evidence > 0 && candidate.words() >= 2 {
            sum.add(2, format!("{like_it} articles have addresses like its"));
        }
    }
    candidates.into_iter().zip(weighed).map(|(candidate, sum)| judged(candidate, sum)).collect()
}

fn judged(candidate: Candidate, mut sum: Weighed) -> JudgedLink {
    let shape = &candidate.shape;
    // An address that says nothing needs a place where only articles stand.
    let speaks = shape.evidence > 0
        || candidate.is_listed
        || (candidate.words() >= 5 && candidate.in_heading && (candidate.has_time || candidate.is_typed));
    if !speaks {
        sum.add(0, "its address says nothing".into());
    }
    let is_article = sum.score >= ENOUGH && speaks && shape.never.is_none();
    let title = candidate
        .best()
        .filter(|(headline, _)| headline.words > 0)
        .map(|(_, text)| headline::without_clock(text).to_owned());
    let score = sum.score;
    let reason = match shape.never {
        Some(never) => never.to_owned(),
        None => sum.reason(),
    };
    JudgedLink { address: candidate.address, title, published_at: candidate.published_at, is_article, score, reason }
}
