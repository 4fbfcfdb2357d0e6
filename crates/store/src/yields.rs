//! What readings of outlets found lately: a packed row an outlet, under three kilobytes.
//!
//! Four lists (recent and before, of every reading and of readings hours apart), each a byte for its length and
//! 17 bytes a reading: the time in microseconds, the article's number, the words, the fields; little-endian.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use jiff::Timestamp;
use news::yields::Window;
use news::{ArticleId, OutletId, Yield, Yields};

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    SET = "INSERT INTO yields (outlet_id, log) VALUES (?1, ?2) ON CONFLICT (outlet_id) DO UPDATE SET log = excluded.log";
    OF_OUTLET = "SELECT outlet_id, log FROM yields WHERE outlet_id = ?1";
    OF_ALL = "SELECT outlet_id, log FROM yields ORDER BY outlet_id";
}

/// Bytes of a reading.
const LENGTH: usize = 17;

/// What readings of an outlet found lately; nothing if there were none.
pub fn yields_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Yields, StoreError> {
    Ok(tx.query_one(OF_OUTLET, vals![outlet], read)?.map(|(_, yields)| yields).unwrap_or_default())
}

/// The same of every outlet.
///
/// # Cost
/// A row an outlet.
pub fn yields_of_all(tx: &mut Tx<'_>) -> Result<BTreeMap<OutletId, Yields>, StoreError> {
    Ok(tx.query(OF_ALL, &[], read)?.into_iter().collect())
}

/// Adds what the readings of a batch found, in their order.
pub(crate) fn add(tx: &mut Tx<'_>, found: &[Yield]) -> Result<(), StoreError> {
    let mut changed: BTreeMap<OutletId, Yields> = BTreeMap::new();
    for one in found {
        let yields = match changed.entry(one.article.outlet) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(yields_of(tx, one.article.outlet)?),
        };
        yields.push(*one);
    }
    for (outlet, yields) in changed {
        tx.exec(SET, vals![outlet, pack(&yields).as_slice()])?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<(OutletId, Yields), StoreError> {
    let outlet = row.col(0)?;
    let yields = unpack(outlet, &row.col::<Vec<u8>>(1)?);
    Ok((outlet, yields.ok_or_else(|| row.damaged("what readings of an outlet found cannot be read"))?))
}

fn pack(yields: &Yields) -> Vec<u8> {
    let Yields { every, apart } = yields;
    let mut bytes = Vec::new();
    for side in [&every.recent, &every.before, &apart.recent, &apart.before] {
        bytes.push(side.len() as u8);
        for one in side {
            bytes.extend_from_slice(&one.at.as_microsecond().to_le_bytes());
            bytes.extend_from_slice(&one.article.number.to_le_bytes());
            bytes.extend_from_slice(&one.words.to_le_bytes());
            bytes.push(one.fields);
        }
    }
    bytes
}

/// `None`: [`pack`] has not made this.
fn unpack(outlet: OutletId, mut bytes: &[u8]) -> Option<Yields> {
    let mut side = || {
        let (count, rest) = bytes.split_first()?;
        let (packed, rest) = rest.split_at_checked(usize::from(*count) * LENGTH)?;
        bytes = rest;
        packed.chunks_exact(LENGTH).map(|one| unpack_one(outlet, one)).collect::<Option<Vec<Yield>>>()
    };
    let (every, apart) = (Window { recent: side()?, before: side()? }, Window { recent: side()?, before: side()? });
    bytes.is_empty().then_some(Yields { every, apart })
}

fn unpack_one(outlet: OutletId, one: &[u8]) -> Option<Yield> {
    let number = |from: usize| Some(u32::from_le_bytes(one.get(from..from + 4)?.try_into().ok()?));
    Some(Yield {
        at: Timestamp::from_microsecond(i64::from_le_bytes(one.get(..8)?.try_into().ok()?)).ok()?,
        article: ArticleId::new(outlet, number(8)?),
        words: number(12)?,
        fields: *one.last()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn yields_survive_packing(drawn in prop::collection::vec((1u32..200, 0i64..4_000_000, 0u32..9000, 0u8..16), 0..300)) {
            let mut yields = Yields::default();
            for (article, minute, words, fields) in drawn {
                let at = Timestamp::from_second(1_790_000_000 + minute * 60).unwrap();
                yields.push(Yield { article: ArticleId::new(OutletId(3), article), at, words, fields });
            }
            let packed = pack(&yields);
            prop_assert!(packed.len() < 3100, "{} bytes", packed.len());
            prop_assert_eq!(unpack(OutletId(3), &packed), Some(yields));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = unpack(OutletId(3), &bytes);
        }
    }
}
