//! What opening an archive has found wrong with it: a sentence with counts; the places at level debug.

use archive::Opened;
use news::Place;

/// Logs what is wrong, if anything is.
pub fn tell(opened: &Opened) {
    for damage in &opened.damaged {
        tracing::debug!("{}: {}", named(damage.place), damage.fault);
    }
    if let Some(sentence) = damage(opened.damaged.iter().map(|damage| damage.place)) {
        tracing::error!("{sentence}");
    }
    if let Some(lost) = opened.lost {
        tracing::error!(
            "the archive ends before what the database has recorded, which goes up to {}; were files removed?",
            named(lost)
        );
    }
}

/// How much of the archive is damaged, in a sentence.
fn damage(places: impl Iterator<Item = Place>) -> Option<String> {
    let (mut count, mut bytes, mut segments) = (0, 0, std::collections::BTreeSet::new());
    for place in places {
        count += 1;
        bytes += place.length;
        segments.insert(place.segment);
    }
    let files = match (segments.first(), segments.len()) {
        (None, _) => return None,
        (Some(only), 1) => format!("segment {only}"),
        (_, several) => format!("{several} segments"),
    };
    let places = publish::words::count(count, "place", "places");
    let bytes = indicatif::DecimalBytes(bytes);
    Some(format!(
        "the archive is damaged at {places} ({bytes}) in {files}; captures there cannot be read, all others can. \
         REPLATE_LOG=debug names each"
    ))
}

fn named(place: Place) -> String {
    format!("segment {}, {} bytes from byte {} on", place.segment, place.length, place.offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_is_one_sentence_with_counts() {
        let place = |segment, offset| Place { segment, offset, length: 512 };
        assert_eq!(damage([].into_iter()), None);
        let one = damage([place(1, 0)].into_iter()).expect("a sentence");
        assert!(one.starts_with("the archive is damaged at 1 place (512 B) in segment 1;"), "{one}");
        let more = damage([place(1, 0), place(1, 900), place(3, 0)].into_iter()).expect("a sentence");
        assert!(more.starts_with("the archive is damaged at 3 places (1.54 kB) in 2 segments;"), "{more}");
    }
}
