//! Where the database is, as the operator writes it. It may hold a password, so it never prints itself whole.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize, Serializer};
use store::{DatabaseAddress, StoreError};

/// An address as it was written: `postgres://…`, or `sqlite` (or nothing) for the file in the store's folder.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Database(String);

impl Database {
    /// The server's address; `None`: the file in the folder. A password that it lacks is PGPASSWORD's.
    ///
    /// # Errors
    /// When it is neither.
    pub fn address(&self) -> Result<Option<DatabaseAddress>, StoreError> {
        if self.0.is_empty() || self.0 == "sqlite" {
            return Ok(None);
        }
        let address: DatabaseAddress = self.0.parse()?;
        Ok(Some(match std::env::var("PGPASSWORD") {
            Ok(password) => address.or_password(&password),
            Err(_) => address,
        }))
    }

