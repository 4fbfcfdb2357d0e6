//! What outlets repeat around their articles: the learner's state, and the epochs that were published of it. Bytes of
//! the reader's own, packed; only their digests mean something here.

use jiff::Timestamp;
use news::{Digest, OutletId};

use crate::packed::{self, Packed};
use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx};

statements! {
    FIND = "SELECT bytes, data, epoch, published_us FROM memories WHERE outlet_id = ?1";
    CURRENT = "SELECT e.bytes, e.data FROM memories m JOIN epochs e ON e.outlet_id = m.outlet_id AND e.epoch = m.epoch \
        WHERE m.outlet_id = ?1";
    LEARN = "INSERT INTO memories (outlet_id, bytes, data, epoch, published_us) VALUES (?1, ?2, ?3, NULL, NULL) \
        ON CONFLICT (outlet_id) DO UPDATE SET bytes = excluded.bytes, data = excluded.data";
    PUBLISH = "UPDATE memories SET epoch = ?2, published_us = ?3 WHERE outlet_id = ?1";
    KEEP = "INSERT INTO epochs (outlet_id, epoch, made_us, bytes, data) VALUES (?1, ?2, ?3, ?4, ?5) \
        ON CONFLICT (outlet_id, epoch) DO NOTHING";
}

/// What has been learnt of an outlet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Learnt {
    /// The learner's bytes.
    pub learner: Vec<u8>,
    /// The digest of the epoch that its pages are read with.
    pub epoch: Option<Digest>,
    /// When that was published.
    pub published: Option<Timestamp>,
}

/// What is new of an outlet's memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewlyLearnt {
    /// The outlet.
    pub outlet: OutletId,
    /// The learner's bytes.
    pub learner: Vec<u8>,
    /// An epoch to be read with from now on, and when it was made: its bytes, none for no memory.
    pub published: Option<(Timestamp, Vec<u8>)>,
}

/// What has been learnt of an outlet; nothing if it has not been learnt from.
pub fn learnt_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Learnt, StoreError> {
    let read = |row: &Row<'_>| {
        let packed = Packed { bytes: row.col::<u32>(0)? as usize, data: row.col(1)? };
        Ok((packed, row.col(2)?, row.col(3)?))
    };
    let Some((packed, epoch, published)) = tx.query_one(FIND, vals![outlet], read)? else {
        return Ok(Learnt::default());
    };
    Ok(Learnt { learner: unpack(tx, outlet, &packed)?, epoch, published })
}

/// The bytes of the epoch that an outlet's pages are read with; none if there is none.
pub fn epoch_of(tx: &mut Tx<'_>, outlet: OutletId) -> Result<Vec<u8>, StoreError> {
    let read = |row: &Row<'_>| Ok(Packed { bytes: row.col::<u32>(0)? as usize, data: row.col(1)? });
    match tx.query_one(CURRENT, vals![outlet], read)? {
        Some(packed) => unpack(tx, outlet, &packed),
        None => Ok(Vec::new()),
    }
}

/// Records what has been learnt.
pub fn learn(tx: &mut Tx<'_>, new: &NewlyLearnt) -> Result<(), StoreError> {
    let outlet = new.outlet;
    let learner = pack(tx, outlet, &new.learner)?;
    tx.exec(LEARN, vals![outlet, learner.bytes as u64, learner.data.as_slice()])?;
    let Some((at, bytes)) = &new.published else { return Ok(()) };
    let epoch = (!bytes.is_empty()).then(|| Digest::of(bytes));
    if let Some(epoch) = &epoch {
        let packed = pack(tx, outlet, bytes)?;
        tx.exec(KEEP, vals![outlet, epoch, *at, packed.bytes as u64, packed.data.as_slice()])?;
    }
    tx.exec(PUBLISH, vals![outlet, epoch.as_ref(), *at]).map(drop)
}

fn pack(tx: &Tx<'_>, outlet: OutletId, bytes: &[u8]) -> Result<Packed, StoreError> {
    packed::pack(bytes, &[]).map_err(|e| tx.damaged(format!("the memory of outlet {outlet}: {e}")))
}

fn unpack(tx: &Tx<'_>, outlet: OutletId, packed: &Packed) -> Result<Vec<u8>, StoreError> {
    packed::unpack(packed, &[]).map_err(|e| tx.damaged(format!("the memory of outlet {outlet}: {e}")))
}
