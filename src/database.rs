//! Where the database is, as the operator writes it. It may hold a password, so it never prints itself whole.

use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;
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

    /// Whether printing it leaves something out: a password.
    pub fn hides_something(&self) -> bool {
        self.to_string() != self.0
    }

    /// The folder that `sqlite:FOLDER` names.
    pub fn folder(&self) -> Option<PathBuf> {
        self.0.strip_prefix("sqlite:").filter(|folder| !folder.is_empty()).map(PathBuf::from)
    }
}

impl FromStr for Database {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.address() {
            Ok(Some(address)) => write!(f, "{address}"),
            Ok(None) => f.write_str(&self.0),
            Err(_) => f.write_str("…"),
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Database {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A text that quotes a line of somebody's file, with `…` for every address of a database.
pub fn without_passwords(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("postgres://").or_else(|| rest.find("postgresql://")) {
        let begin = at + rest[at..].find("://").map_or(0, |i| i + 3);
        let end = rest[begin..].find(['\n', '"', '\'']).map_or(rest.len(), |i| begin + i);
        shown.push_str(&rest[..begin]);
        shown.push('…');
        rest = &rest[end..];
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_printing_tells_the_password() {
        for text in ["postgres://ann:s3cret@db.example/news", "postgres://ann:s3cret@@:/", "mysql://ann:s3cret@x/y"] {
            let database: Database = text.parse().expect("any text");
            let complaint = database.address().map_or_else(|e| e.to_string(), |_| String::new());
            let said =
                format!("{database} {database:?} {} {complaint}", serde_json::to_string(&database).expect("JSON"));
            assert!(!said.contains("s3cret"), "{said}");
            assert!(database.hides_something(), "{text}");
        }
        assert!(!"postgres://ann@db.example/news".parse::<Database>().expect("any text").hides_something());
        let line = "1 | store = \"postgres://ann:s3cret@db.example/news\" # or postgres://bob:s3cret@x\n  | ^^";
        assert_eq!(without_passwords(line), "1 | store = \"postgres://…\" # or postgres://…\n  | ^^");
    }

    #[test]
    fn without_an_address_it_is_the_file() {
        for text in ["", "sqlite"] {
            assert_eq!(text.parse::<Database>().expect("any text").address().expect("right"), None);
        }
    }
}
