//! Looks, packed: about five bytes each, in the article's agenda row and in pages of 64.
//!
//! A look is its gap to the one before in milliseconds (zigzag varint; the first look's to 1970), a
//! byte for the outcome, and the version shown (varint, 0: none). The outcome is the sighting's
//! number, or 16 + the failure's; with the high bit set, a varint follows that says how many numbers
//! were left out before this look (looks that a power cut took, which no archive record replays).

use jiff::Timestamp;
use news::{ArticleId, Failure, Look, Sighting};
use std::num::NonZeroU32;

use crate::sql::{statements, vals};
use crate::{StoreError, Tx};

statements! {
    ADD_PAGE = "INSERT INTO look_pages (article_id, first_look, log) VALUES (?1, ?2, ?3)";
    PAGES = "SELECT first_look, log FROM look_pages WHERE article_id = ?1 ORDER BY first_look";
}

/// Looks in a page.
const PAGE: usize = 64;

/// Looks in the agenda row at which the oldest 64 become a page: so the row always holds the last
/// 16, which the schedule and the sightings are decided by, and is never longer than about 500 bytes.
const SPILL: usize = PAGE + 16;

/// The first failure's outcome.
const FAILURES: u8 = 16;
/// The outcome's bit that says that numbers were left out.
const SKIP: u8 = 0x80;

/// The looks of an article's agenda row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Log {
    /// The number of the first look in it.
    pub(crate) from: u32,
    /// The looks, packed.
    pub(crate) packed: Vec<u8>,
}

impl Log {
    /// Adds a look and returns the one before; moves the oldest looks into a page when they are many.
    pub(crate) fn push(&mut self, tx: &mut Tx<'_>, article: ArticleId, look: Look) -> Result<Option<Look>, StoreError> {
        let mut looks = self.looks(tx)?;
        let before = looks.last().copied();
        looks.push(look);
        if looks.len() >= SPILL {
            let rest = looks.split_off(PAGE);
            tx.exec(ADD_PAGE, vals![article, looks[0].number, pack(&looks).as_slice()])?;
            looks = rest;
        }
        *self = Self { from: looks[0].number, packed: pack(&looks) };
        Ok(before)
    }

    /// The looks, oldest first.
    pub(crate) fn looks(&self, tx: &Tx<'_>) -> Result<Vec<Look>, StoreError> {
        unpack(self.from, &self.packed).ok_or_else(|| tx.damaged("a log of looks cannot be read"))
    }
}

/// The looks of an article that are in pages, oldest first.
pub(crate) fn in_pages(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<Look>, StoreError> {
    let pages = tx.query(PAGES, vals![article], |row| Ok(Log { from: row.col(0)?, packed: row.col(1)? }))?;
    let mut looks = Vec::new();
    for page in pages {
        looks.extend(page.looks(tx)?);
    }
    Ok(looks)
}

/// Packs looks, oldest first. Parts of a millisecond are left out.
fn pack(looks: &[Look]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(looks.len() * 6);
    let mut last_ms = 0;
    let mut expected = looks.first().map_or(1, |look| look.number);
    for look in looks {
        let at_ms = look.at.as_millisecond();
        let gap = at_ms - last_ms;
        push_varint(&mut bytes, ((gap << 1) ^ (gap >> 63)).cast_unsigned());
        let outcome = outcome(look);
        let skipped = look.number.saturating_sub(expected);
        bytes.push(if skipped > 0 { outcome | SKIP } else { outcome });
        if skipped > 0 {
            push_varint(&mut bytes, skipped.into());
        }
        push_varint(&mut bytes, look.shows.map_or(0, NonZeroU32::get).into());
        (last_ms, expected) = (at_ms, look.number.saturating_add(1));
    }
    bytes
}

/// Unpacks what [`pack`] made of looks whose first has the number `from`. `None`: it did not.
fn unpack(from: u32, packed: &[u8]) -> Option<Vec<Look>> {
    let mut bytes = packed.iter().copied();
    let mut looks = Vec::new();
    let (mut at_ms, mut number) = (0i64, from);
    while bytes.len() > 0 {
        let zigzag = varint(&mut bytes)?;
        at_ms = at_ms.checked_add((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())?;
        let outcome = bytes.next()?;
        if outcome & SKIP != 0 {
            number = number.checked_add(varint(&mut bytes)?.try_into().ok()?)?;
        }
        let (sighting, failure) = of_outcome(outcome & !SKIP)?;
        let shows = NonZeroU32::new(varint(&mut bytes)?.try_into().ok()?);
        looks.push(Look { number, at: Timestamp::from_millisecond(at_ms).ok()?, sighting, failure, shows });
        number = number.checked_add(1)?;
    }
    Some(looks)
}

/// The number of what a look came to.
pub(crate) fn outcome(look: &Look) -> u8 {
    look.failure.map_or(look.sighting as u8, |failure| FAILURES + failure as u8)
}

/// What a look came to that has this number; `None`: none has.
pub(crate) fn of_outcome(number: u8) -> Option<(Sighting, Option<Failure>)> {
    Some(match number {
        failed @ FAILURES.. => (Sighting::Error, Some(*Failure::ALL.get(usize::from(failed - FAILURES))?)),
        seen => (*Sighting::ALL.get(usize::from(seen))?, None),
    })
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

fn varint(bytes: &mut impl Iterator<Item = u8>) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = bytes.next()?;
        value |= u64::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_look() -> impl Strategy<Value = (i64, u8, u32, u32)> {
        // Times from 1900 to 2200; every outcome; numbers mostly in a row.
        let skipped = prop_oneof![9 => Just(0u32), 1 => 0u32..1_000_000];
        (-2_208_988_800_000i64..7_258_118_400_000, 0u8..28, prop_oneof![0u32..40, any::<u32>()], skipped)
    }

    fn looks(from: u32, drawn: &[(i64, u8, u32, u32)]) -> Vec<Look> {
        let mut number = from;
        let mut looks = Vec::new();
        for &(ms, outcome, shows, skipped) in drawn {
            number += if looks.is_empty() { 0 } else { skipped };
            let failure = outcome.checked_sub(15).map(|f| Failure::ALL[usize::from(f)]);
            let sighting = if failure.is_some() { Sighting::Error } else { Sighting::ALL[usize::from(outcome)] };
            let at = Timestamp::from_millisecond(ms).unwrap();
            looks.push(Look { number, at, sighting, failure, shows: NonZeroU32::new(shows) });
            number += 1;
        }
        looks
    }

    proptest! {
        #[test]
        fn looks_survive_packing(from in 1u32..1_000_000, drawn in prop::collection::vec(any_look(), 0..200)) {
            let looks = looks(from, &drawn);
            prop_assert_eq!(unpack(from, &pack(&looks)), Some(looks));
        }

        #[test]
        fn any_bytes_are_read_or_refused(from in any::<u32>(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = unpack(from, &bytes);
        }
    }

    #[test]
    fn a_look_takes_about_five_bytes() {
        let drawn: Vec<_> = (0..42).map(|i| (1_790_000_000_000 + i * 7_200_123, 13, 1, 0)).collect();
        let bytes = pack(&looks(1, &drawn)).len();
        assert!(bytes <= 42 * 6 + 4, "{bytes} bytes for 42 looks");
    }
}
