//! Where a store is: its folder, and its database in there or on a server.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use crate::StoreError;
use crate::tls::Encryption;

/// The schema of a store on a server that shares its database with others.
const SCHEMA: &str = "replate";

/// PostgreSQL cuts longer names; two stores would be one.
const LONGEST_SCHEMA: usize = 48;

/// Where a store is.
///
/// The folder holds the archive, the lock and the configuration in any case. The database is a file in
/// it, or a schema of a PostgreSQL database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The folder.
    pub dir: PathBuf,
    /// The server's database; `None`: a file in the folder.
    pub server: Option<DatabaseAddress>,
}

/// The address of a PostgreSQL database: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME`.
///
/// Neither `Display` nor `Debug` tells the password.
#[derive(Clone)]
pub struct DatabaseAddress {
    pub(crate) config: Arc<postgres::Config>,
    pub(crate) schema: Arc<str>,
    pub(crate) encryption: Encryption,
    shown: Arc<str>,
}

impl Location {
    /// A store in a folder alone.
    pub fn folder(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), server: None }
    }

    /// The database, in words that may be shown.
    pub fn database(&self) -> String {
        match &self.server {
            Some(address) => address.to_string(),
            None => crate::folder::database(&self.dir).display().to_string(),
        }
    }
}

impl From<&Path> for Location {
    fn from(dir: &Path) -> Self {
        Self::folder(dir)
    }
}

impl From<&Location> for Location {
    fn from(location: &Location) -> Self {
        location.clone()
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.server {
            Some(address) => write!(f, "{address}"),
            None => write!(f, "{}", self.dir.display()),
        }
    }
}

impl DatabaseAddress {
    /// The same database with another schema.
    ///
    /// # Errors
    /// [`StoreError::BadAddress`] if it is not a name of lower-case letters, digits and `_`.
    pub fn with_schema(&self, schema: &str) -> Result<Self, StoreError> {
        let begins = schema.starts_with(|c: char| c.is_ascii_lowercase() || c == '_') && !schema.starts_with("pg_");
        let plain = schema.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !begins || !plain || schema.len() > LONGEST_SCHEMA {
            return Err(bad("a schema is named in lower-case letters, digits and _, 48 at most, and not pg_…"));
        }
        let shown = shown(&self.config, schema).into();
        Ok(Self { schema: schema.into(), shown, ..self.clone() })
    }

    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }

    /// The schema that the store is in.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// The schema in which a copy is made before it gets this one's name.
    pub(crate) fn incoming(&self) -> Self {
        let schema = format!("{}_incoming", self.schema);
        Self { shown: shown(&self.config, &schema).into(), schema: schema.into(), ..self.clone() }
    }

    /// The same address with a password, if it has none of its own.
    #[must_use]
    pub fn or_password(self, password: &str) -> Self {
        if self.config.get_password().is_some() {
            return self;
        }
        let mut config = (*self.config).clone();
        config.password(password);
        Self { config: Arc::new(config), ..self }
    }
}

impl FromStr for DatabaseAddress {
    type Err = StoreError;

    /// Reads an address. Besides the keys of libpq that the driver knows: `schema` (default `replate`),
    /// `sslmode` (`disable`, or `require`, which verifies the server's certificate; default: `disable` on
    /// this machine, `require` elsewhere) and `sslrootcert` (a PEM file of authorities to trust).
    fn from_str(text: &str) -> Result<Self, StoreError> {
        if !text.starts_with("postgres://") && !text.starts_with("postgresql://") {
            return Err(bad("it begins with postgres://"));
        }
        let (place, query) = text.split_once('?').unwrap_or((text, ""));
        let (mut schema, mut mode, mut authorities) = (SCHEMA.to_owned(), None, None);
        let mut rest = url::form_urlencoded::Serializer::new(String::new());
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            match &*key {
                "schema" => schema = value.into_owned(),
                "sslmode" => mode = Some(value.into_owned()),
                "sslrootcert" => authorities = Some(PathBuf::from(value.into_owned())),
                _ => drop(rest.append_pair(&key, &value)),
            }
        }
        // The serializer's + for a blank is not what the driver reads.
        let rest = rest.finish().replace('+', "%20");
        let whole = if rest.is_empty() { place.to_owned() } else { format!("{place}?{rest}") };
        // The driver's complaint may hold a part of the password: it is not repeated.
        let config: postgres::Config = whole.parse().map_err(|_| bad("a part of it cannot be read"))?;
        let hosts = config.get_hosts();
        if hosts.is_empty() {
            return Err(bad("it names no host"));
        }
        let here = hosts.iter().all(|host| match host {
            postgres::config::Host::Tcp(name) => {
                name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
            }
            _ => true,
        });
        let encryption = Encryption::of(mode.as_deref(), here, authorities.as_deref())?;
        let shown = shown(&config, SCHEMA).into();
        Self { config: Arc::new(config), schema: SCHEMA.into(), encryption, shown }.with_schema(&schema)
    }
}

impl fmt::Display for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

impl fmt::Debug for DatabaseAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseAddress({})", self.shown)
    }
}

impl PartialEq for DatabaseAddress {
    fn eq(&self, other: &Self) -> bool {
        self.shown == other.shown
    }
}

impl Eq for DatabaseAddress {}

pub(crate) fn bad(why: &str) -> StoreError {
    StoreError::BadAddress { why: why.to_owned() }
}

/// The address without its password.
fn shown(config: &postgres::Config, schema: &str) -> String {
    use postgres::config::Host;
    let user = config.get_user().map(|user| format!("{user}@")).unwrap_or_default();
    let ports = config.get_ports();
    let port = |index: usize| match ports.get(index).or(ports.first()) {
        Some(port) if *port != 5432 => format!(":{port}"),
        _ => String::new(),
    };
    let mut names = Vec::new();
    let mut folder = None;
    for (index, host) in config.get_hosts().iter().enumerate() {
        match host {
            Host::Tcp(ip) if ip.contains(':') => names.push(format!("[{ip}]{}", port(index))),
            Host::Tcp(name) => names.push(format!("{name}{}", port(index))),
            #[cfg(unix)]
            Host::Unix(path) => folder = Some(path.display().to_string()),
        }
    }
    let database = config.get_dbname().unwrap_or_default();
    let mut keys = Vec::new();
    if let Some(folder) = folder {
        keys.push(format!("host={folder}"));
    }
    if schema != SCHEMA {
        keys.push(format!("schema={schema}"));
    }
    let keys = if keys.is_empty() { String::new() } else { format!("?{}", keys.join("&")) };
    format!("postgres://{user}{}/{database}{keys}", names.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_shown_without_its_password() {
        let cases = [
            ("postgres://ann:s3cret@db.example:6432/news", "postgres://ann@db.example:6432/news"),
            ("postgresql://ann:s3cret@localhost/news?schema=desk", "postgres://ann@localhost/news?schema=desk"),
            ("postgres://ann@localhost/news?password=s3cret", "postgres://ann@localhost/news"),
            ("postgres:///news?host=/run/postgresql&user=ann", "postgres://ann@/news?host=/run/postgresql"),
            ("postgres://ann:s3cret@[::1]/news?connect_timeout=3", "postgres://ann@[::1]/news"),
        ];
        for (text, want) in cases {
            let address: DatabaseAddress = text.parse().expect(text);
            assert_eq!(address.to_string(), want);
            assert!(!format!("{address:?}").contains("s3cret"));
        }
    }

    #[test]
    fn a_wrong_address_is_refused_without_being_repeated() {
        let cases = [
            "mysql://ann:s3cret@localhost/news",
            "postgres://ann:s3c?ret=1@localhost/news",
            "postgres://ann:s3cret@localhost:notaport/news",
            "postgres://ann:s3cret@localhost/news?schema=Desk",
            "postgres://ann:s3cret@localhost/news?schema=pg_desk",
            "postgres://ann:s3cret@localhost/news?sslmode=perhaps",
            "postgres://ann:s3cret@localhost/news?sslmode=require&sslrootcert=/nowhere/ca.pem",
            "postgres:///news",
        ];
        for text in cases {
            let error = text.parse::<DatabaseAddress>().expect_err(text);
            assert!(matches!(error, StoreError::BadAddress { .. }), "{text}: {error}");
            assert!(!error.to_string().contains("s3c"), "{error}");
        }
    }

    #[test]
    fn the_way_to_another_machine_is_encrypted_unless_asked_otherwise() {
        let encrypted = |text: &str| text.parse::<DatabaseAddress>().expect(text).encryption.is_on();
        assert!(encrypted("postgres://ann@db.example/news"));
        assert!(encrypted("postgres://ann@db.example,localhost/news"));
        assert!(!encrypted("postgres://ann@db.example/news?sslmode=disable"));
        assert!(!encrypted("postgres://ann@127.0.0.1/news"));
        assert!(!encrypted("postgres:///news?host=/run/postgresql"));
        assert!(encrypted("postgres://ann@localhost/news?sslmode=verify-full"));
    }
}
