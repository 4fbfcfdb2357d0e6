//! Bytes become characters, whatever the outlet says they are.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// What [`decode`] returns.
pub(crate) struct Decoded<'a> {
    /// The characters, without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    /// The name of the encoding that was taken.
    pub(crate) encoding: &'static str,
    /// Whether some bytes mean nothing in it and became U+FFFD.
    pub(crate) damaged: bool,
}

/// How far into the text a declaration may stand.
const DECLARATION_WITHIN: usize = 1024;

/// Decodes by the first of these under which every byte means something: byte order mark or the
/// pattern of zero bytes in `<?`, the header's charset, the declaration in the text, UTF-8, and
/// what the bytes look like. If none fits, by the one declared, with marks for the bad bytes.
pub(crate) fn decode<'a>(body: &'a [u8], content_type: Option<&str>) -> Decoded<'a> {
    if let Some(text) = utf_32(body) {
        return Decoded { text: Cow::Owned(text), encoding: "UTF-32", damaged: false };
    }
    let declared = [from_header(content_type), from_declaration(body)];
    let by_pattern = Encoding::for_bom(body).map(|(encoding, _)| encoding).or_else(|| utf_16(body));
    let candidates = by_pattern.into_iter().chain(declared.into_iter().flatten()).chain([UTF_8]);
    let mut first = None;
    for encoding in candidates {
        let (text, encoding, damaged) = encoding.decode(body);
        if !damaged {
            return Decoded { text, encoding: encoding.name(), damaged };
        }
        first.get_or_insert((text, encoding));
    }
    // Windows-1252 gives every byte a meaning, so a guess of it says nothing against the declaration.
    let guess = guess(body);
    let (text, encoding, damaged) = guess.decode(body);
    match first {
        Some((first_text, first_encoding)) if damaged || (guess == WINDOWS_1252 && is_mostly_right(&first_text)) => {
            Decoded { text: first_text, encoding: first_encoding.name(), damaged: true }
        }
        _ => Decoded { text, encoding: encoding.name(), damaged },
    }
}

/// Whether bad bytes are the exception among the characters beyond ASCII.
fn is_mostly_right(text: &str) -> bool {
    let bad = text.chars().filter(|c| *c == '\u{fffd}').count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    bad * 10 < beyond_ascii
}

fn from_header(content_type: Option<&str>) -> Option<&'static Encoding> {
    let parameters = content_type?.split(';').skip(1);
    let charset =
        parameters.filter_map(|p| p.split_once('=')).find(|(n, _)| n.trim().eq_ignore_ascii_case("charset"))?;
    by_label(charset.1.trim().trim_matches(['"', '\'']))
}

/// `encoding="…"` of an XML declaration or `charset=…` of a meta element.
fn from_declaration(body: &[u8]) -> Option<&'static Encoding> {
    let head = &body[..body.len().min(DECLARATION_WITHIN)];
    let head: String = head.iter().map(|b| char::from(*b).to_ascii_lowercase()).collect();
    let label = match head.find("<?xml") {
        Some(at) => head[at..].split("?>").next().and_then(|xml| after(xml, "encoding")),
        None => after(&head, "charset"),
    };
    // Whoever could be read this far is written neither in UTF-16 nor in UTF-32.
    by_label(label?).map(|found| if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}

fn after<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let rest = head[head.find(name)? + name.len()..].trim_start().strip_prefix('=')?;
    let rest = rest.trim_start().trim_start_matches(['"', '\'']);
    rest.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()
}

/// US-ASCII says nothing: whoever declares it and sends other bytes means something else.
fn by_label(label: &str) -> Option<&'static Encoding> {
    let is_ascii = ["us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us"].contains(&label.to_ascii_lowercase().as_str());
    if is_ascii { None } else { Encoding::for_label(label.as_bytes()) }
}

fn guess(body: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(body, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// UTF-16 without a byte order mark: every other byte of `<?` or `<r` is zero.
fn utf_16(body: &[u8]) -> Option<&'static Encoding> {
    match body {
        [b'<', 0, b, 0, ..] if *b != 0 => Some(UTF_16LE),
        [0, b'<', 0, b, ..] if *b != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// UTF-32, which `encoding_rs` leaves out because browsers do.
fn utf_32(body: &[u8]) -> Option<String> {
    let read: fn([u8; 4]) -> u32 = match body {
        [0xff, 0xfe, 0, 0, ..] | [b'<', 0, 0, 0, ..] => u32::from_le_bytes,
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<', ..] => u32::from_be_bytes,
        _ => return None,
    };
    let units = body.chunks_exact(4).map(|unit| read([unit[0], unit[1], unit[2], unit[3]]));
    let text = units.map(|unit| char::from_u32(unit).unwrap_or('\u{fffd}')).filter(|c| *c != '\u{feff}');
    Some(text.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_found_by_the_best_witness() {
        let cases: &[(&str, Vec<u8>, Option<&str>, &str)] = &[
            ("nothing said", "<rss>é".into(), None, "<rss>é"),
            ("header", b"<rss>\xe9".into(), Some("text/xml; charset=\"ISO-8859-1\""), "<rss>é"),
            ("declaration", b"<?xml encoding='windows-1251'?>\xcf".into(), None, "<?xml encoding='windows-1251'?>П"),
            ("header lies, text is UTF-8", "<rss>дом".into(), Some("text/xml; charset=us-ascii"), "<rss>дом"),
            ("byte order mark wins", "\u{feff}<rss>é".into(), Some("text/xml; charset=iso-8859-1"), "<rss>é"),
            ("unknown label", "<?xml encoding='nonsense'?>é".into(), None, "<?xml encoding='nonsense'?>é"),
            ("UTF-16 unmarked", b"<\0r\0>\0".into(), None, "<r>"),
            ("UTF-32 unmarked", b"\0\0\0<\0\0\0r".into(), None, "<r"),
            ("declared UTF-16, is not", b"<?xml encoding='utf-16'?>a".into(), None, "<?xml encoding='utf-16'?>a"),
        ];
        for (name, bytes, content_type, want) in cases {
            assert_eq!(decode(bytes, *content_type).text, *want, "{name}");
        }
    }

    #[test]
    fn one_bad_byte_does_not_turn_a_whole_text() {
        let mut body = "<rss>Это длинный текст на русском языке, и в нём всё верно".repeat(3).into_bytes();
        body.push(0xff);
        let decoded = decode(&body, None);
        assert!(decoded.text.starts_with("<rss>Это длинный"));
        assert!(decoded.damaged);
    }
}
