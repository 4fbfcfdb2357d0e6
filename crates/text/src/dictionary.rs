//! Words of scripts that put no spaces between them, as a dictionary has them.

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed, options::WordBreakInvariantOptions};

use crate::token::{Token, TokenKind, is_lone, tokens};

/// Cuts a text into tokens as [`tokens`] does, and joins the characters of Chinese, Japanese, Thai, Lao, Khmer and
/// Burmese that are a word together: the longest that a dictionary has from where the last word ended.
///
/// What the dictionary does not have, many names of people among it, stays cut by character. Numbers, marks and
/// katakana stay as [`tokens`] has them.
///
/// # Cost
/// That of [`tokens`] for other scripts; some 200 ns more for each character of these.
pub fn words(text: &str) -> Vec<Token> {
    let mut all = tokens(text);
    let Some(first) = all.iter().position(|token| is_joined(text, token)) else { return all };
    let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
    let mut read = first;
    let mut kept = first;
    while read < all.len() {
        if !is_joined(text, &all[read]) {
            all[kept] = all[read];
            (read, kept) = (read + 1, kept + 1);
            continue;
        }
        let end = (read..all.len()).find(|&i| !is_joined(text, &all[i])).unwrap_or(all.len());
        kept = join(text, &mut all, read..end, kept, segmenter);
        read = end;
    }
    all.truncate(kept);
    all
}

/// Writes the words of a run of characters to `kept` and returns the place behind them. A word ends where a character
/// ends with all that hangs on it.
fn join(
    text: &str,
    all: &mut [Token],
    run: std::ops::Range<usize>,
    mut kept: usize,
    segmenter: WordSegmenterBorrowed<'_>,
) -> usize {
    let start = all[run.start].start;
    let mut ends = segmenter.segment_str(&text[start..all[run.end - 1].end]).map(|end| start + end).peekable();
    let mut word = start;
    for i in run.clone() {
        let end = all[i].end;
        while ends.next_if(|&other| other < end).is_some() {}
        if i + 1 == run.end || ends.peek() == Some(&end) {
            all[kept] = Token { start: word, end, kind: TokenKind::Word };
            (word, kept) = (end, kept + 1);
        }
    }
    kept
}

/// Whether a token is a character that the dictionary may join with others.
fn is_joined(text: &str, token: &Token) -> bool {
    // These scripts take three bytes and more for a character.
    token.kind == TokenKind::Word
        && text.as_bytes()[token.start] >= 0xe0
        && text[token.start..].chars().next().is_some_and(is_lone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_without_spaces_are_cut_into_words() {
        let cases: &[(&str, &str)] = &[
            ("東京で2人が死亡した。", "東京|で|2|人|が|死亡|した|。"),
            ("首相は来週アメリカを訪問する", "首相|は|来週|アメリカ|を|訪問|する"),
            ("人々は「橋」を渡った", "人々|は|「|橋|」|を|渡|った"),
            ("北京市政府周一宣布将关闭这座桥", "北京市|政府|周一|宣布|将|关闭|这|座|桥"),
            ("东京GDP增长3.5%，美国", "东京|GDP|增长|3.5%|，|美国"),
            ("สามคนถูกจับกุมในกรุงเทพมหานคร", "สาม|คน|ถูก|จับกุม|ใน|กรุงเทพมหานคร"),
            ("จำนวน 12 คน", "จำนวน|12|คน"),
            ("ພາສາລາວ", "ພາສາ|ລາວ"),
            ("ភាសាខ្មែរជាភាសា", "ភាសាខ្មែរ|ជា|ភាសា"),
            ("နိုင်ငံတော်သမ္မတ", "နိုင်ငံတော်|သမ္မတ"),
            ("か\u{3099}学校", "か\u{3099}|学校"),
            ("The 東京 Tower", "The|東京|Tower"),
            ("한국어 말 and words", "한국어|말|and|words"),
            ("", ""),
        ];
        for (text, want) in cases {
            let got: Vec<&str> =
                words(text).iter().filter(|t| t.kind != TokenKind::Space).map(|t| t.of(text)).collect();
            assert_eq!(got.join("|"), *want, "{text}");
        }
    }

    #[test]
    fn where_a_word_ends_a_token_ends() {
        for text in ["北京市政府 said: 東京で2人, จำนวนคน!", "か\u{3099}\u{301}語\u{fe00}กำกำ1ำ", "plain words, 3 km"]
        {
            let ends: Vec<usize> = tokens(text).iter().map(|t| t.end).collect();
            let mut at = 0;
            for word in words(text) {
                assert!(word.start == at && ends.contains(&word.end), "{text}");
                at = word.end;
            }
            assert_eq!(at, text.len());
        }
    }
}
