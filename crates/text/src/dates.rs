//! Days and clock times that a text names, and which ones they are.

mod east_asian;

use std::ops::Range;
use std::sync::LazyLock;

use crate::digits::digit;
use crate::hash::WordMap;
use crate::said::Said;
use crate::{Language, Passage, TokenKind, date_words};

/// A day, month, year or clock time in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// Its words.
    pub words: Range<usize>,
    /// What the words say.
    pub said: Said,
}

#[derive(Debug, Clone, Copy)]
enum Word {
    Month { number: i8, is_short: bool },
    Weekday { number: i8, is_short: bool },
    Ahead(i64),
}

#[derive(Default)]
struct Table {
    words: WordMap<&'static str, Word>,
    /// Phrases that tell a year from now, by their first word: the words that follow, and how many years ahead it lies.
    years: WordMap<&'static str, Vec<(Vec<&'static str>, i16)>>,
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let all = Language::KNOWN.iter().chain([&Language::Other]);
    all.map(|&language| table(language)).collect()
});

fn table(language: Language) -> Table {
    let mut table = Table::default();
    for (number, forms) in (1..).zip(date_words::months(language).split_whitespace()) {
        for form in forms.split('/') {
            let is_short = form.ends_with('.');
            table.words.insert(form.trim_end_matches('.'), Word::Month { number, is_short });
        }
    }
    for (number, forms) in (0..).zip(date_words::weekdays(language).split_whitespace()) {
        for form in forms.split('/') {
            let is_short = form.ends_with('.');
            table.words.insert(form.trim_end_matches('.'), Word::Weekday { number, is_short });
        }
    }
    table.words.extend(date_words::relative(language).iter().map(|&(word, ahead)| (word, Word::Ahead(ahead))));
    for (phrase, ahead) in date_words::years(language) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { continue };
        table.years.entry(first).or_default().push((words.collect(), *ahead));
    }
    table
}

/// Returns the days and times of a passage, in order. A weekday and the day beside it are one.
pub fn moments(passage: &Passage<'_>, language: Language) -> Vec<Moment> {
    let scan = Scan { passage, language, table: &TABLES[language as usize] };
    let mut found: Vec<Moment> = Vec::new();
    let mut i = 0;
    while i < passage.len() {
        let Some(moment) = scan.at(i) else {
            i += 1;
            continue;
        };
        i = moment.words.end.max(i + 1);
        match found.last_mut() {
            Some(last) if scan.is_one(last, &moment) => {
                last.words.end = moment.words.end;
                last.said = last.said.with(moment.said);
            }
            _ => found.push(moment),
        }
    }
    found
}

/// Whether the first word or number of a passage begins a day or time.
pub(crate) fn begins_with_moment(passage: &Passage<'_>, language: Language) -> bool {
    let scan = Scan { passage, language, table: &TABLES[language as usize] };
    let first = (0..passage.len()).find(|&i| matches!(passage.kind(i), TokenKind::Word | TokenKind::Number));
    first.is_some_and(|i| scan.at(i).is_some())
}

struct Scan<'a> {
    passage: &'a Passage<'a>,
    language: Language,
    table: &'a Table,
}

impl Scan<'_> {
    fn at(&self, i: usize) -> Option<Moment> {
        match self.passage.kind(i) {
            TokenKind::Number => self
                .time(i)
                .or_else(|| self.french_time(i))
                .or_else(|| self.written(i))
                .or_else(|| self.day_and_month(i))
                .or_else(|| self.day_first(i))
                .or_else(|| self.year(i)),
            TokenKind::Word => self.word(i),
            _ => None,
        }
    }

    fn lookup(&self, i: usize) -> Option<Word> {
        let lower = self.passage.lower(i);
        // "Mayıs'ta": the ending stands behind an apostrophe.
        let stem = || lower.split(['\'', '’']).next().filter(|_| self.language == Language::Turkish);
        let word = *self.table.words.get(lower).or_else(|| self.table.words.get(stem()?))?;
        let is_capital = || self.passage.word(i).chars().next().is_some_and(char::is_uppercase);
        let needs_capital = self.language == Language::English && !matches!(word, Word::Ahead(_));
        (!needs_capital || is_capital()).then_some(word)
    }

    fn word(&self, i: usize) -> Option<Moment> {
        let one = |said| Some(Moment { words: i..i + 1, said });
        match self.lookup(i) {
            Some(Word::Weekday { number, is_short }) => self.weekday(i, number, is_short),
            // "cada mañana": a time of the day.
            Some(Word::Ahead(_))
                if self.passage.lower(i) == "mañana"
                    && i > 0
                    && matches!(self.passage.lower(i - 1), "la" | "esta" | "cada" | "una" | "toda") =>
            {
                None
            }
            Some(Word::Ahead(days)) => one(Said { ahead: Some(days), ..Said::default() }),
            Some(Word::Month { number, is_short }) => self.month_first(i, number, is_short),
            None if self.language == Language::Other => self.east_asian_day(i).or_else(|| self.east_asian_weekday(i)),
            None => match self.passage.lower(i) {
                "noon" | "midday" if self.language == Language::English => {
                    one(Said { time: Some((12, 0)), ..Said::default() })
                }
                "midnight" if self.language == Language::English => one(Said { time: Some((0, 0)), ..Said::default() }),
                _ => self
                    .year_from_now(i)
                    .or_else(|| self.period_from_now(i))
                    .or_else(|| self.german_time(i))
                    .or_else(|| self.day_in_words(i)),
            },
        }
    }

    /// "last week", "next month".
    fn period_from_now(&self, i: usize) -> Option<Moment> {
        if self.language != Language::English {
            return None;
        }
        let ahead = match self.passage.lower(i) {
            "last" | "previous" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        let said = match self.passage.lower(i + 1) {
            "week" => Said { weeks_ahead: Some(ahead), ..Said::default() },
            "month" => Said { months_ahead: Some(ahead), ..Said::default() },
            _ => return None,
        };
        Some(Moment { words: i..i + 2, said })
    }

    /// "last year", "im vergangenen Jahr".
    fn year_from_now(&self, i: usize) -> Option<Moment> {
        let phrases = self.table.years.get(self.passage.lower(i))?;
        let follows = |rest: &[&str]| rest.iter().enumerate().all(|(k, word)| self.passage.lower(i + 1 + k) == *word);
        let (rest, ahead) = phrases.iter().find(|(rest, _)| follows(rest))?;
        Some(Moment { words: i..i + 1 + rest.len(), said: Said { years_ahead: Some(*ahead), ..Said::default() } })
    }

    /// "Monday", "Mon.": the stop belongs to it.
    fn weekday(&self, i: usize, number: i8, is_short: bool) -> Option<Moment> {
        // At the end of a sentence some write both stops.
        let has_stop = matches!(self.passage.lower(i + 1), "." | "..") && !self.passage.is_spaced(i + 1);
        let end = i + 1 + usize::from(is_short);
        let said = Said { weekday: Some(number), ..Said::default() };
        (!is_short || has_stop).then_some(Moment { words: i..end, said })
    }

    /// "May 3", "May 3rd, 2021", "May 2021", "in May".
    fn month_first(&self, i: usize, month: i8, is_short: bool) -> Option<Moment> {
        let mut said = Said { month: Some(month), ..Said::default() };
        let mut end = i + 1;
        let stop = usize::from(self.passage.lower(end) == ".");
        if let Some(day) = self.day_of_month(end + stop).filter(|_| self.language == Language::English) {
            said.day = Some(day);
            end += stop + 1;
        }
        self.year_after(&mut end, &mut said);
        // "May" at the beginning of a sentence may be a verb, "Mar." a name.
        let is_lone = said.day.is_none() && said.year.is_none();
        let is_surname =
            || i > 0 && self.passage.word(i - 1).chars().next().is_some_and(char::is_uppercase) && !self.begins(i - 1);
        let is_doubtful = is_short
            || (self.language == Language::English && matches!(month, 3 | 5) && (self.begins(i) || is_surname()));
        (!(is_lone && is_doubtful)).then_some(Moment { words: i..end, said })
    }

    /// Whether word `i` is the first of its sentence.
    fn begins(&self, i: usize) -> bool {
        i == 0 || matches!(self.passage.lower(i - 1), "." | "!" | "?" | ":" | "\"" | "“")
    }

    /// "3 May", "3. Mai 2021", "3 de mayo de 2021", "3 мая 2021 года", "5月3日".
    fn day_first(&self, i: usize) -> Option<Moment> {
        if let Some(moment) = self.cjk(i) {
            return Some(moment);
        }
        let day = self.day_of_month(i)?;
        let mut at = i + 1;
        while matches!(self.passage.lower(at), "." | "de" | "of" | "'") && at < i + 3 {
            at += 1;
        }
        let own = match self.lookup(at) {
            Some(Word::Month { number, .. }) => Some(number),
            _ => None,
        };
        let english = || match TABLES[Language::English as usize].words.get(self.passage.lower(at)) {
            Some(Word::Month { number, .. }) => Some(*number),
            _ => None,
        };
        let mut said = Said { month: Some(own.or_else(english)?), day: Some(day), ..Said::default() };
        let mut end = at + 1;
        self.year_after(&mut end, &mut said);
        // "04 Aug 2025" is written in every language.
        (own.is_some() || said.year.is_some()).then_some(Moment { words: i..end, said })
    }

    fn year_after(&self, end: &mut usize, said: &mut Said) {
        let skipped = (0..2).take_while(|k| matches!(self.passage.lower(*end + k), "," | "de" | "del" | ".")).count();
        for skip in 0..=skipped {
            if let Some(year) = self.plain_year(*end + skip) {
                said.year = Some(year);
                *end += skip + 1;
                let has_word = matches!(self.passage.lower(*end), "года" | "году" | "г" | "року" | "році" | "roku");
                *end += usize::from(has_word);
                return;
            }
        }
    }

    /// "26.7." in the middle of a sentence and "26.07" anywhere, where days are written so. Behind "am" and its like it is a
    /// day, even one that no calendar has ("3.14.").
    fn day_and_month(&self, i: usize) -> Option<Moment> {
        use Language::{German, Polish, Russian, Turkish, Ukrainian};
        let (day, month) = self.passage.lower(i).split_once('.')?;
        let (day, month) = (whole(day)?, whole(month)?);
        let has_stop = self.passage.lower(i + 1) == "." && !self.passage.is_spaced(i + 1);
        let goes_on = self.passage.tokens.get(i + 2).is_some_and(|next| {
            next.of(self.passage.text).chars().next().is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ')'))
        });
        let is_led = i > 0
            && matches!(
                self.passage.lower(i - 1),
                "am" | "vom" | "bis" | "zum" | "den" | "dem" | "der" | "ab" | "seit"
            );
        // "12.03" behind a currency is a price.
        let is_price = || i > 0 && crate::units::measure_of(self.passage.lower(i - 1)).is_some();
        let is_full = self.passage.lower(i).len() == 5 && (1..=12).contains(&month) && !is_price();
        let is_so_written = matches!(self.language, German | Polish | Russian | Turkish | Ukrainian);
        let is_of_day = i > 0 && matches!(self.passage.lower(i - 1), "am" | "vom");
        let is_month = (1..=12).contains(&month);
        let is_written = is_full || has_stop && (is_of_day || is_month && (is_led || goes_on));
        let is_number = |n: u32, most| i8::try_from(n).ok().filter(|n| (1..=most).contains(n));
        let said = Said { day: is_number(day, 31), month: is_number(month, 12), ..Said::default() };
        let end = i + 1 + usize::from(has_stop && (goes_on || is_led));
        (is_so_written && said.day.is_some() && is_written).then_some(Moment { words: i..end, said })
    }

    /// "03.05.2021", "3/5/2021", "2021-05-03", "20210503".
    fn written(&self, i: usize) -> Option<Moment> {
        let iso = (i + 4 < self.passage.len() && self.passage.lower(i + 1) == "-" && self.passage.lower(i + 3) == "-")
            .then(|| i..i + 5);
        let words = iso.unwrap_or(i..i + 1);
        let text = self.passage.slice(&words);
        let mut parts: Vec<&str> = text.split(['.', '/', '-']).collect();
        if let [whole] = parts[..]
            && whole.len() == 8
            && whole.bytes().all(|b| b.is_ascii_digit())
            && (whole.starts_with("19") || whole.starts_with("20"))
        {
            parts = vec![&whole[..4], &whole[4..6], &whole[6..]];
        }
        let [a, b, c] = parts[..] else { return None };
        let (a, b, c) = (whole(a)?, whole(b)?, whole(c)?);
        let (year, month, day) = match (a > 31, text.contains('/') && self.language == Language::English) {
            (true, _) => (a, b, c),
            (false, true) if b > 12 => (c, a, b),
            (false, _) if b > 12 => (c, a, b),
            (false, _) => (c, b, a),
        };
        let year = if year < 100 { year + 2000 } else { year };
        let said = Said {
            year: i16::try_from(year).ok().filter(|y| (1000..3000).contains(y)),
            month: i8::try_from(month).ok().filter(|m| (1..=12).contains(m)),
            day: i8::try_from(day).ok().filter(|d| (1..=31).contains(d)),
            ..Said::default()
        };
        (said.year.is_some() && said.month.is_some() && said.day.is_some()).then_some(Moment { words, said })
    }

    /// "14:30", "2.30 p.m.", "5pm", "14 Uhr", "14h30".
    fn time(&self, i: usize) -> Option<Moment> {
        let word = self.passage.lower(i);
        let end = word.find(|c: char| digit(c).is_none() && !matches!(c, ':' | '.' | 'h')).unwrap_or(word.len());
        let (clock, suffix) = word.split_at(end);
        let clock_only = clock.trim_end_matches('h');
        // Full minutes with their seconds: "10.30.00".
        let seconds = clock_only.char_indices().rev().nth(2).map(|(at, _)| clock_only.split_at(at));
        let clock_only = match seconds {
            Some((minutes, ".00" | ":00")) if minutes.contains(['.', ':']) => minutes,
            _ => clock_only,
        };
        let (hours, minutes) = match clock_only.split_once([':', '.', 'h']) {
            Some((hours, minutes)) if minutes.chars().count() == 2 => (whole(hours)?, whole(minutes)?),
            Some(_) => return None,
            None => (whole(clock_only)?, 0),
        };
        if hours > 24 || minutes > 59 {
            return None;
        }
        let mut end = i + 1;
        let next = self.passage.lower(end);
        let is_french_hour = clock.contains('h') && self.language != Language::English;
        let half = [suffix, next].into_iter().find_map(|s| match s.trim_start_matches('.') {
            "am" | "a.m" | "a.m." => Some(0),
            "pm" | "p.m" | "p.m." => Some(12),
            _ => None,
        });
        let says_hour =
            matches!(next, "uhr" | "heures" | "horas" | "uur" | "godz" | "o'clock" | "gmt" | "часов" | "годині");
        if suffix.is_empty() && (half.is_some() || says_hour) {
            end += 1;
            if half.is_some() && next.contains('.') && self.passage.lower(end) == "." && !self.passage.is_spaced(end) {
                let ends_sentence = self
                    .passage
                    .tokens
                    .get(end + 1)
                    .is_none_or(|t| t.of(self.passage.text).chars().next().is_some_and(char::is_uppercase));
                end += usize::from(!ends_sentence);
            }
        }
        // "19.00'da"
        let is_turkish = self.language == Language::Turkish
            && matches!(suffix.trim_start_matches(['\'', '’']), "da" | "de" | "ta" | "te" | "a" | "e" | "dan" | "den")
            && suffix.starts_with(['\'', '’']);
        let is_led = clock.contains('.') && (suffix.is_empty() && self.is_led_as_time(i) || is_turkish);
        let is_clock = clock.contains(':') || half.is_some() || says_hour || is_french_hour || is_led;
        let hours = match half {
            Some(0) if hours == 12 => 0,
            Some(12) if hours < 12 => hours + 12,
            _ => hours,
        };
        let time = Some((u8::try_from(hours).ok()?, u8::try_from(minutes).ok()?));
        let zone = self.zone(if next == "gmt" { end - 1 } else { end });
        end += usize::from(zone.is_some() && next != "gmt");
        is_clock.then_some(Moment { words: i..end, said: Said { time, zone, ..Said::default() } })
    }

    /// The zone that a word names, in minutes ahead of UTC.
    fn zone(&self, i: usize) -> Option<i16> {
        let hours = match self.passage.tokens.get(i).map(|_| self.passage.word(i))? {
            "GMT" | "UTC" | "WET" => 0,
            "BST" | "CET" | "MEZ" | "WEST" => 1,
            "CEST" | "MESZ" | "EET" => 2,
            "MSK" | "EEST" => 3,
            "EDT" => -4,
            "EST" | "CDT" => -5,
            "CST" | "MDT" => -6,
            "MST" | "PDT" => -7,
            "PST" => -8,
            "JST" => 9,
            "AEST" => 10,
            _ => return None,
        };
        Some(hours * 60)
    }

    /// "14 h 30", as the French set it.
    fn french_time(&self, i: usize) -> Option<Moment> {
        if self.language != Language::French || self.passage.lower(i + 1) != "h" {
            return None;
        }
        let hours = whole(self.passage.lower(i)).filter(|hours| *hours <= 24)?;
        let is_number = i + 2 < self.passage.len() && self.passage.kind(i + 2) == TokenKind::Number;
        let minutes = || whole(self.passage.lower(i + 2)).filter(|_| self.passage.lower(i + 2).len() == 2);
        let minutes = if is_number { minutes().filter(|minutes| *minutes <= 59) } else { None };
        let time = Some((u8::try_from(hours).ok()?, u8::try_from(minutes.unwrap_or(0)).ok()?));
        let words = i..i + 2 + usize::from(minutes.is_some());
        Some(Moment { words, said: Said { time, ..Said::default() } })
    }

    /// "halb drei": half past two; "acht Uhr".
    fn german_time(&self, i: usize) -> Option<Moment> {
        if self.language != Language::German {
            return None;
        }
        const HOURS: [&str; 12] =
            ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
        let hour = |i: usize| (1u8..).zip(HOURS).find(|(_, word)| *word == self.passage.lower(i)).map(|(hour, _)| hour);
        let is_clock = |i: usize| self.passage.lower(i) == "uhr";
        let (time, end) = match self.passage.lower(i) {
            "halb" => ((hour(i + 1)?.checked_sub(1).filter(|h| *h > 0).unwrap_or(12), 30), i + 2),
            _ => ((hour(i).filter(|_| is_clock(i + 1))?, 0), i + 1),
        };
        let words = i..end + usize::from(is_clock(end));
        Some(Moment { words, said: Said { time: Some(time), ..Said::default() } })
    }

    /// "dritten Mai", "premier mai", "third of May": a word for the day.
    fn day_in_words(&self, i: usize) -> Option<Moment> {
        let day = crate::numbers::ordinal(self.passage.lower(i), self.language).filter(|day| *day <= 31)?;
        let mut at = i + 1;
        while matches!(self.passage.lower(at), "of" | "de" | "di") && at < i + 2 {
            at += 1;
        }
        let Some(Word::Month { number, is_short: false }) = self.lookup(at) else { return None };
        let mut said = Said { month: Some(number), day: i8::try_from(day).ok(), ..Said::default() };
        let mut end = at + 1;
        self.year_after(&mut end, &mut said);
        Some(Moment { words: i..end, said })
    }

    /// Whether the word before says that hours and minutes follow: "saat 21.40", "ore 9.30", "godz. 18.15".
    fn is_led_as_time(&self, i: usize) -> bool {
        let before = |back: usize| i.checked_sub(back).map_or("", |at| self.passage.lower(at));
        let word = if before(1) == "." { before(2) } else { before(1) };
        let language = self.language;
        let is_at = match language {
            Language::Ukrainian => matches!(before(1), "о" | "об"),
            Language::Russian => before(1) == "в",
            Language::Polish => before(1) == "o",
            Language::Portuguese => before(1) == "às",
            _ => false,
        };
        is_at || matches!(word, "saat" | "saati" | "ore" | "alle" | "godz" | "godzinie" | "kl" | "klo" | "klokken")
    }

    /// "2016", "the 1990s"; not where people or money are counted.
    fn year(&self, i: usize) -> Option<Moment> {
        let word = self.passage.lower(i);
        if let Some(decade) = word.strip_suffix('s').filter(|d| d.ends_with('0')) {
            let year = year_of(decade.trim_end_matches(['\'', '’']))?;
            return Some(Moment {
                words: i..i + 1,
                said: Said { year: Some(year), is_decade: true, ..Said::default() },
            });
        }
        let year = self.plain_year(i)?;
        let next = self.passage.lower(i + 1);
        // "1990's"
        if year % 10 == 0
            && matches!(next, "'" | "’")
            && self.passage.lower(i + 2) == "s"
            && !self.passage.is_spaced(i + 2)
        {
            return Some(Moment {
                words: i..i + 3,
                said: Said { year: Some(year), is_decade: true, ..Said::default() },
            });
        }
        let is_counted = crate::units::measure_of(next).is_some() || COUNTED.contains(&next);
        let has_word = matches!(next, "года" | "году" | "год" | "року" | "році" | "рік" | "roku" | "yılında");
        let words = self.year_word(i)..i + 1 + usize::from(has_word);
        (!is_counted).then_some(Moment { words, said: Said { year: Some(year), ..Said::default() } })
    }

    /// Where "the year" begins that stands before word `i`, which is one; `i` where no such words do.
    fn year_word(&self, i: usize) -> usize {
        const NOUNS: &[&str] = &[
            "year", "jahr", "jahre", "jahres", "l'année", "année", "l'an", "año", "ano", "anno", "l'anno", "jaar",
            "عام", "سنة",
        ];
        const ARTICLES: &[&str] = &["the", "im", "des", "das", "el", "o", "het"];
        let mut start = i;
        let takes = |at: usize, words: &[&str]| at > 0 && words.contains(&self.passage.lower(at - 1));
        if self.language == Language::Portuguese && takes(start, &["de"]) && takes(start - 1, NOUNS) {
            start -= 1;
        }
        if !takes(start, NOUNS) {
            return i;
        }
        start -= 1;
        start - usize::from(takes(start, ARTICLES))
    }

    fn plain_year(&self, i: usize) -> Option<i16> {
        (i < self.passage.len() && self.passage.kind(i) == TokenKind::Number)
            .then(|| year_of(self.passage.lower(i)))
            .flatten()
    }

    fn day_of_month(&self, i: usize) -> Option<i8> {
        if i >= self.passage.len() || self.passage.kind(i) != TokenKind::Number {
            return None;
        }
        let word = self.passage.lower(i);
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, 'º' | '.'));
        whole(digits).filter(|d| (1..=31).contains(d)).and_then(|d| i8::try_from(d).ok())
    }

    /// Whether two moments that follow each other are one: "Monday, 3 May".
    fn is_one(&self, last: &Moment, next: &Moment) -> bool {
        let between = last.words.end..next.words.start;
        let is_close =
            between.clone().all(|i| matches!(self.passage.lower(i), "," | "den" | "le" | "el" | "dem" | "the"));
        let (a, b) = (last.said, next.said);
        is_close
            && between.len() <= 2
            && ((a.weekday.is_some() && a.month.is_none() && b.month.is_some() && b.weekday.is_none())
                || (a.month.is_some() && a.weekday.is_none() && b.weekday.is_some() && b.month.is_none()))
    }
}

const COUNTED: &[&str] = &[
    "people",
    "persons",
    "residents",
    "homes",
    "households",
    "soldiers",
    "troops",
    "workers",
    "jobs",
    "students",
    "cases",
    "deaths",
    "votes",
    "tickets",
    "cars",
    "menschen",
    "personen",
    "personnes",
    "personas",
    "persone",
    "pessoas",
    "mensen",
    "человек",
    "людей",
    "осіб",
    "osób",
    "kişi",
    "شخص",
    "شخصا",
];

fn year_of(word: &str) -> Option<i16> {
    let year = whole(word).filter(|_| word.chars().count() == 4)?;
    i16::try_from(year).ok().filter(|y| (1800..2100).contains(y))
}

/// The value of digits and nothing else.
fn whole(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 16 {
        return None;
    }
    text.chars().try_fold(0_u32, |value, c| digit(c).map(|d| value.saturating_mul(10).saturating_add(d)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::*;

    #[test]
    fn days_are_read_in_every_language() {
        let cases: &[(Language, &str, &[&str])] = &[
            (English, "It closed on Monday, May 3, 2021.", &["2021-05-03"]),
            (English, "on 3 May 2021 at 2:30 p.m.", &["2021-05-03", "14:30"]),
            (English, "May it rain; he may go in May 2020", &["2020-05"]),
            (English, "yesterday and on Tuesday", &["2021-05-04", "2021-05-04"]),
            (English, "in 2016, the 1990s, 2016 people", &["2016", "1990s"]),
            (English, "at 5pm or noon", &["17:00", "12:00"]),
            (German, "am Montag, dem 3. Mai 2021, um 14.30 Uhr", &["2021-05-03", "14:30"]),
            (German, "gestern, am 03.05.2021", &["2021-05-04", "2021-05-03"]),
            (French, "le 3 mai 2021 à 14h30, mardi", &["2021-05-03", "14:30", "2021-05-04"]),
            (Spanish, "el 3 de mayo de 2021", &["2021-05-03"]),
            (Italian, "lunedì 3 maggio", &["2021-05-03"]),
            (Portuguese, "na segunda-feira, 3 de maio de 2021", &["2021-05-03"]),
            (Dutch, "op 3 mei 2021", &["2021-05-03"]),
            (Russian, "3 мая 2021 года, в понедельник", &["2021-05-03", "2021-05-03"]),
            (Ukrainian, "3 травня", &["2021-05-03"]),
            (Polish, "3 maja 2021 roku", &["2021-05-03"]),
            (Turkish, "3 Mayıs 2021", &["2021-05-03"]),
            (Arabic, "3 مايو 2021", &["2021-05-03"]),
            (Other, "2021年5月3日", &["2021-05-03"]),
            (English, "2021-05-03", &["2021-05-03"]),
            (Other, "将于五月三日举行", &["2021-05-03"]),
            (Other, "きょうから、昨日、あす", &["2021-05-05", "2021-05-04", "2021-05-06"]),
            (Other, "二〇二一年五月十三日，三人", &["2021-05-13"]),
            (Turkish, "saat 21.40 civarında", &["21:40"]),
            (German, "um 10.30.00 Uhr", &["10:30"]),
            (English, "The meeting is on Mon..", &["2021-05-03"]),
            (Arabic, "الساعة ١:٣٠ ظهرا", &["01:30"]),
            (Russian, "Приём завершится 03.05.", &["2021-05-03"]),
            (German, "öffnet am 3.5. um zehn, kostet 3.50", &["2021-05-03"]),
        ];
        let written = Some(jiff::civil::date(2021, 5, 5));
        for (language, text, want) in cases {
            let passage = Passage::of(text);
            let got: Vec<String> = moments(&passage, *language).iter().map(|m| m.said.shown(written)).collect();
            assert_eq!(got, *want, "{text}");
        }
    }

    #[test]
    fn the_same_day_is_known_in_other_words() {
        let cases = [
            ("today", "Wednesday", true),
            ("yesterday", "Wednesday", false),
            ("May 3", "3 May 2021", true),
            ("Monday", "May 3", true),
            ("5pm", "17:00", true),
            ("5pm", "6pm", false),
            ("2016", "2017", false),
        ];
        let written = [Some(jiff::civil::date(2021, 5, 5)); 2];
        for (a, b, want) in cases {
            let said = |text| moments(&Passage::of(text), English)[0].said;
            assert_eq!(said(a).is_same(&said(b), written), want, "{a} {b}");
        }
    }
}
