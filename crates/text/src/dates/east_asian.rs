//! Days of Japanese, Chinese and Korean: their months, days and weekdays, in figures or in their own signs.

use super::{Moment, Scan, whole};
use crate::date_words;
use crate::digits::{cjk_digit, cjk_value, digit};
use crate::said::Said;

impl Scan<'_> {
    /// "三月八日", "二〇二五年三月".
    pub(super) fn east_asian_day(&self, i: usize) -> Option<Moment> {
        if let Some((word, ahead)) = self.east_asian_ahead(i) {
            let end = (i..self.passage.len())
                .find(|&k| self.passage.tokens[k].start >= self.passage.tokens[i].start + word.len());
            let said = Said { ahead: Some(ahead), ..Said::default() };
            return Some(Moment { words: i..end.unwrap_or(self.passage.len()), said });
        }
        let sign = |at: usize| (at < self.passage.len()).then(|| self.passage.lower(at)).and_then(lone);
        let mut said = Said::default();
        let mut end = i;
        while let Some(past) = (end..end + 5).find(|&at| sign(at).is_none_or(|c| cjk_digit(c).is_none())) {
            let value = if past > end { cjk_value(self.passage.slice(&(end..past))) } else { None };
            let value = value.and_then(|value| i16::try_from(value as i64).ok());
            match (sign(past), value) {
                (Some('年'), Some(year @ 1000..3000)) => said.year = Some(year),
                (Some('月'), Some(month @ 1..=12)) => said.month = i8::try_from(month).ok(),
                (Some('日' | '号' | '號'), Some(day @ 1..=31)) if said.month.is_some() => {
                    said.day = i8::try_from(day).ok()
                }
                _ => break,
            }
            end = past + 1;
        }
        (said.month.is_some()).then_some(Moment { words: i..end, said })
    }

    /// A word for today, yesterday or tomorrow that begins with word `i`.
    fn east_asian_ahead(&self, i: usize) -> Option<(&'static str, i64)> {
        let text = &self.passage.text[self.passage.tokens[i].start..];
        let words =
            date_words::EAST_ASIAN_DAYS.iter().flat_map(|(ahead, words)| words.iter().map(|word| (*word, *ahead)));
        words.into_iter().find(|(word, _)| text.starts_with(word))
    }

    /// "月曜日", "星期一", "周一", "월요일".
    pub(super) fn east_asian_weekday(&self, i: usize) -> Option<Moment> {
        const JAPANESE: &str = "月火水木金土日";
        const CHINESE: &str = "一二三四五六日";
        const KOREAN: &str = "월화수목금토일";
        let place = |row: &str, at: usize| {
            let first = self.passage.lower(at).chars().next()?;
            row.chars().position(|c| c == first).and_then(|day| i8::try_from(day).ok())
        };
        let (weekday, end) = match (self.passage.lower(i), self.passage.lower(i + 1)) {
            (_, "曜") => (place(JAPANESE, i)?, i + 2 + usize::from(self.passage.lower(i + 2) == "日")),
            ("星" | "礼", "期" | "拜") => (place(CHINESE, i + 2)?, i + 3),
            ("周" | "週", _) if !self.passage.is_spaced(i + 1) => (place(CHINESE, i + 1)?, i + 2),
            (word, _) if word.chars().skip(1).take(2).eq("요일".chars()) => (place(KOREAN, i)?, i + 1),
            _ => return None,
        };
        (end <= self.passage.len())
            .then(|| Moment { words: i..end, said: Said { weekday: Some(weekday), ..Said::default() } })
    }

    /// "12月25日", "2021年5月3日".
    pub(super) fn cjk(&self, i: usize) -> Option<Moment> {
        let mut said = Said::default();
        let mut end = i;
        while end + 1 < self.passage.len() {
            let (word, unit) = (self.passage.word(end), self.passage.word(end + 1));
            let attached = word.chars().last().filter(|c| digit(*c).is_none());
            let (digits, unit, length) = match attached {
                Some(c) => (word.trim_end_matches(c), c, 1),
                None => (word, unit.chars().next()?, 2),
            };
            let Some(value) = whole(digits) else { break };
            match unit {
                '年' | '년' if value < 3000 => said.year = i16::try_from(value).ok(),
                '月' | '월' if (1..=12).contains(&value) => said.month = i8::try_from(value).ok(),
                '日' | '号' | '일' if (1..=31).contains(&value) => said.day = i8::try_from(value).ok(),
                _ => break,
            }
            end += length;
        }
        (end > i).then_some(Moment { words: i..end, said })
    }
}

/// The character that a word is, where it is one.
fn lone(word: &str) -> Option<char> {
    let mut chars = word.chars();
    chars.next().filter(|_| chars.next().is_none())
}
