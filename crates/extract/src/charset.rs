//! Bytes become text: byte order mark, then HTTP, then the page's own `<meta>`, then a guess.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// How far into a page its own declaration counts (HTML standard, 13.2.3.2).
const PRESCAN: usize = 1024;

/// Units of two bytes at a page's beginning that tell UTF-16 without a mark: a page begins with markup, in ASCII.
const UNITS: usize = 16;

/// The byte order of UTF-16 that a page is in although no mark says so: every second of its first bytes is NUL.
pub(crate) fn unmarked_utf_16(body: &[u8]) -> Option<&'static Encoding> {
    let units = body.get(..2 * UNITS)?.as_chunks::<2>().0;
    let all = |order: fn(&[u8; 2]) -> (u8, u8)| {
        units.iter().map(order).all(|(high, low)| high == 0 && matches!(low, 9..=126))
    };
    match () {
        () if all(|[a, b]| (*b, *a)) => Some(UTF_16LE),
        () if all(|[a, b]| (*a, *b)) => Some(UTF_16BE),
        () => None,
    }
}

/// The body as text, NUL removed. Malformed sequences become U+FFFD.
pub(crate) fn decode(body: &[u8], content_type: Option<&str>) -> String {
    let text = match Encoding::for_bom(body) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&body[mark..]).0,
        None => encoding_of(body, content_type).decode_without_bom_handling(body).0,
    };
    if text.contains('\0') { text.replace('\0', "") } else { text.into_owned() }
}

fn encoding_of(body: &[u8], content_type: Option<&str>) -> &'static Encoding {
    if let Some(wide) = unmarked_utf_16(body) {
        return wide;
    }
    let declared = content_type.and_then(|t| labelled(t.as_bytes())).or_else(|| prescan(body));
    match declared {
        // pages that say UTF-8 and are not are commoner than pages that say UTF-8 and are damaged
        Some(e) if e != UTF_8 || std::str::from_utf8(body).is_ok() => e,
        Some(_) if mostly_utf8(body) => UTF_8,
        None if seems_utf8(body) => UTF_8,
        _ => guess(body),
    }
}

/// Whether what is no UTF-8 is rare enough to be damage: under one in a thousand of the bytes beyond ASCII.
fn mostly_utf8(body: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    bad * 50 <= good || bad <= 4 && good > 0
}

/// Whether a page that declares nothing is UTF-8, perhaps with some damage: in text of any other encoding hardly any of the
/// bytes beyond ASCII make whole sequences.
fn seems_utf8(body: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in body.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 0 && good >= 8 * bad
}

fn guess(body: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    let first = &body[..body.len().min(1 << 20)];
    detector.feed(first, first.len() == body.len());
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

/// The declaration in a page's first bytes: `<meta charset>`, `<meta http-equiv content>` or an XML declaration.
fn prescan(body: &[u8]) -> Option<&'static Encoding> {
    let head = &body[..body.len().min(PRESCAN)];
    let mut rest = head;
    while let Some(i) = rest.iter().position(|b| *b == b'<') {
        rest = &rest[i + 1..];
        if rest.starts_with(b"!--") {
            let end = rest.windows(3).position(|w| w == b"-->").unwrap_or(rest.len());
            rest = &rest[end..];
            continue;
        }
        let end = rest.iter().position(|b| *b == b'>').unwrap_or(rest.len());
        let tag = rest[..end].to_ascii_lowercase();
        let found = match () {
            () if tag.starts_with(b"meta") => labelled(&tag),
            () if tag.starts_with(b"?xml") => after(&tag, b"encoding").and_then(label),
            () => None,
        };
        if let Some(encoding) = found {
            // the bytes of the declaration were readable, so it cannot be UTF-16
            let plain = if encoding == UTF_16BE || encoding == UTF_16LE { UTF_8 } else { encoding };
            return Some(if plain == X_USER_DEFINED { WINDOWS_1252 } else { plain });
        }
    }
    None
}

/// The label after `charset=`.
fn labelled(text: &[u8]) -> Option<&'static Encoding> {
    after(&text.to_ascii_lowercase(), b"charset").and_then(label)
}

fn after<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let at = text.windows(word.len()).position(|w| w == word)?;
    let rest = text[at + word.len()..].trim_ascii_start().strip_prefix(b"=")?;
    Some(rest.trim_ascii_start())
}

fn label(value: &[u8]) -> Option<&'static Encoding> {
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|b| matches!(b, b'"' | b'\'' | b';' | b'/' | b'?') || b.is_ascii_whitespace());
    Encoding::for_label(&value[..end.unwrap_or(value.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sniffing_order_is_mark_header_meta_guess() {
        let cases: [(&[u8], Option<&str>, &str); 9] = [
            (b"\xef\xbb\xbfna\xc3\xafve", Some("text/html; charset=iso-8859-1"), "naïve"),
            (b"na\xefve", Some("text/html; charset=ISO-8859-1"), "naïve"),
            (b"<meta charset=windows-1251>\xcc\xe8\xf0", None, "<meta charset=windows-1251>Мир"),
            (b"<meta charset=x-mac-cyrillic>\x8c\xe8\xf0", None, "<meta charset=x-mac-cyrillic>Мир"),
            (
                b"<!-- <meta charset=koi8-r> --><meta charset='utf-8'>\xc3\xa9",
                None,
                "<!-- <meta charset=koi8-r> --><meta charset='utf-8'>é",
            ),
            (
                b"<?xml version='1.0' encoding='iso-8859-15'?>\xa4",
                None,
                "<?xml version='1.0' encoding='iso-8859-15'?>€",
            ),
            (
                b"<meta http-equiv=Content-Type content='text/html; charset=gb2312'>\xc4\xe3",
                None,
                "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>你",
            ),
            ("ганс грета читает газету".as_bytes(), None, "ганс грета читает газету"),
            (b"a\0b", Some("text/plain"), "ab"),
        ];
        for (bytes, header, text) in cases {
            assert_eq!(decode(bytes, header), text);
        }
    }

    #[test]
    fn utf_16_without_a_mark_is_told_by_its_markup() {
        let page = "<!doctype html><html><title>Мир</title><p>газета</p>";
        let little: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = page.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (bytes, header) in [(&little, None), (&big, None), (&little, Some("text/html; charset=utf-8"))] {
            assert_eq!(decode(bytes, header), page);
        }
        let stray = "<!doctype html>\0<p>a\0b";
        assert_eq!(decode(stray.as_bytes(), None), "<!doctype html><p>ab");
    }

    #[test]
    fn undeclared_utf_8_is_told_however_long_and_with_a_damaged_byte() {
        for lead in ["", "a", "ab"] {
            let page = format!("{lead}{}", format!("<p>{}</p>", "新聞記事".repeat(25)).repeat(3600));
            assert!(decode(page.as_bytes(), None) == page, "cut at another place: {lead}");
        }
        let mut page = "<p>Le préfet a fermé le pont à la circulation, après un été sec</p>".as_bytes().to_vec();
        page.insert(4, 0xff);
        assert!(decode(&page, None).ends_with("e préfet a fermé le pont à la circulation, après un été sec</p>"));
    }

    #[test]
    fn a_page_that_wrongly_says_utf_8_is_guessed() {
        let page = "<meta charset=utf-8><p>Приезжая в город, министр сказал, что переговоры продолжатся завтра";
        let bytes = encoding_rs::WINDOWS_1251.encode(page).0;
        assert_eq!(decode(&bytes, None), page);
    }
}
