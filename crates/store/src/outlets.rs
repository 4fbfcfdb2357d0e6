//! Outlets: the newsrooms whose articles are watched.

use news::{Outlet, OutletId};

use crate::sql::{Row, statements, vals};
use crate::{StoreError, Tx, meta};

statements! {
    ADD = "INSERT INTO outlets (id, name, domain, homepage) VALUES (?1, ?2, ?3, ?4)";
    BY_DOMAIN = "SELECT id, name, domain, homepage FROM outlets WHERE domain = ?1";
    BY_ID = "SELECT id, name, domain, homepage FROM outlets WHERE id = ?1";
    LIST = "SELECT id, name, domain, homepage FROM outlets ORDER BY domain";
    RENAME = "UPDATE outlets SET name = ?2 WHERE id = ?1";
}

/// Adds an outlet and returns its id; if the domain is known already, the id it has.
///
/// `domain` is lower case and unique (see [`Outlet::domain`]).
///
/// # Cost
/// The commit waits for the disk: an id is given.
pub fn add_outlet(tx: &mut Tx<'_>, name: &str, domain: &str, homepage: Option<&str>) -> Result<OutletId, StoreError> {
    if let Some(known) = find_outlet(tx, domain)? {
        return Ok(known.id);
    }
    let id = meta::give_outlet(tx)?;
    tx.must_be_durable();
    tx.exec(ADD, vals![id, name, domain, homepage])?;
    Ok(id)
}

/// Adds an outlet under the id that it was given before; one known by its domain stays as it is. Returns its id.
///
/// # Errors
/// [`StoreError::OtherId`] if the id is another outlet's.
pub fn put_outlet(tx: &mut Tx<'_>, outlet: &Outlet) -> Result<OutletId, StoreError> {
    let Outlet { id, name, domain, homepage } = outlet;
    if let Some(known) = find_outlet(tx, domain)? {
        return Ok(known.id);
    }
    if tx.query_one(BY_ID, vals![*id], self::outlet)?.is_some() {
        return Err(StoreError::OtherId { id: id.to_string() });
    }
    meta::outlet_was_given(tx, *id)?;
    tx.must_be_durable();
    tx.exec(ADD, vals![*id, name, domain, homepage.as_deref()])?;
    Ok(*id)
}

/// The outlet of a domain.
pub fn find_outlet(tx: &mut Tx<'_>, domain: &str) -> Result<Option<Outlet>, StoreError> {
    tx.query_one(BY_DOMAIN, vals![domain], outlet)
}

/// The outlet of an id.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`].
pub fn load_outlet(tx: &mut Tx<'_>, id: OutletId) -> Result<Outlet, StoreError> {
    tx.query_one(BY_ID, vals![id], outlet)?.ok_or(StoreError::NoSuchOutlet(id))
}

/// All outlets by domain.
pub fn list_outlets(tx: &mut Tx<'_>) -> Result<Vec<Outlet>, StoreError> {
    tx.query(LIST, &[], outlet)
}

/// Gives an outlet a better name, such as the title of its feed.
///
/// # Errors
/// [`StoreError::NoSuchOutlet`].
pub fn rename_outlet(tx: &mut Tx<'_>, id: OutletId, name: &str) -> Result<(), StoreError> {
    match tx.exec(RENAME, vals![id, name])? {
        0 => Err(StoreError::NoSuchOutlet(id)),
        _ => Ok(()),
    }
}

fn outlet(row: &Row<'_>) -> Result<Outlet, StoreError> {
    outlet_at(row, 0)
}

/// An outlet whose four columns begin at `index`: id, name, domain, homepage.
pub(crate) fn outlet_at(row: &Row<'_>, index: usize) -> Result<Outlet, StoreError> {
    Ok(Outlet {
        id: row.col(index)?,
        name: row.col(index + 1)?,
        domain: row.col(index + 2)?,
        homepage: row.col(index + 3)?,
    })
}
