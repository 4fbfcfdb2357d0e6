//! What the words of one database are where the other's differ, all of it.

mod search;

use std::borrow::Cow;

/// A database's dialect of SQL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// A migration: its number, its name, its DDL.
pub(crate) type Migration = (u32, &'static str, &'static str);

const SQLITE: &[Migration] = &[
    (1, "first", include_str!("../migrations/sqlite/0001_first.sql")),
    (2, "source_kinds", include_str!("../migrations/sqlite/0002_source_kinds.sql")),
    (3, "feed_states", include_str!("../migrations/sqlite/0003_feed_states.sql")),
    (4, "outlets_watched", include_str!("../migrations/sqlite/0004_outlets_watched.sql")),
    (5, "deeds", include_str!("../migrations/sqlite/0005_deeds.sql")),
    (6, "search", include_str!("../migrations/sqlite/0006_search.sql")),
    (7, "merges", include_str!("../migrations/sqlite/0007_merges.sql")),
    (8, "memories", include_str!("../migrations/sqlite/0008_memories.sql")),
    (9, "typed_changes", include_str!("../migrations/sqlite/0009_typed_changes.sql")),
];
const POSTGRES: &[Migration] = &[
    (1, "first", include_str!("../migrations/postgres/0001_first.sql")),
    (2, "source_kinds", include_str!("../migrations/postgres/0002_source_kinds.sql")),
    (3, "feed_states", include_str!("../migrations/postgres/0003_feed_states.sql")),
    (4, "outlets_watched", include_str!("../migrations/postgres/0004_outlets_watched.sql")),
    (5, "deeds", include_str!("../migrations/postgres/0005_deeds.sql")),
    (6, "search", include_str!("../migrations/postgres/0006_search.sql")),
    (7, "merges", include_str!("../migrations/postgres/0007_merges.sql")),
    (8, "memories", include_str!("../migrations/postgres/0008_memories.sql")),
    (9, "typed_changes", include_str!("../migrations/postgres/0009_typed_changes.sql")),
];

impl Dialect {
    /// The tables, migration by migration. Append-only, and the same numbers in both dialects.
    pub(crate) const fn migrations(self) -> &'static [Migration] {
        match self {
            Self::Sqlite => SQLITE,
            Self::Postgres => POSTGRES,
        }
    }

    /// Makes the table of migrations.
    pub(crate) fn migrations_table(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, \
                 sha256 BLOB NOT NULL) STRICT"
            }
            Self::Postgres => {
                "CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL, \
                 sha256 BYTEA NOT NULL)"
            }
        }
    }

    /// Answers with a row for every table of the store: its name. The index of search is made of the others.
    pub(crate) fn tables(self) -> &'static str {
        match self {
            Self::Sqlite => {
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
                 AND name NOT LIKE 'search_index%'"
            }
            Self::Postgres => {
                "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() \
                 AND tablename <> 'search_index'"
            }
        }
    }

    /// Answers with a row for every column of table `?1`, in their order: its name.
    pub(crate) fn columns(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT name FROM pragma_table_info(?1) ORDER BY cid",
            Self::Postgres => {
                "SELECT CAST(column_name AS TEXT) FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name = CAST(?1 AS TEXT) ORDER BY ordinal_position"
            }
        }
    }

    /// Answers with the size of the store in bytes.
    pub(crate) fn size(self) -> &'static str {
        match self {
            Self::Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
            Self::Postgres => {
                "SELECT CAST(coalesce(sum(pg_total_relation_size(oid)), 0) AS BIGINT) FROM pg_class \
                 WHERE relkind = 'r' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())"
            }
        }
    }

    /// A statement with its placeholders as this database writes them. Ours have no question mark
    /// in any other place.
    pub(crate) fn text(self, statement: &str) -> Cow<'_, str> {
        match self {
            Self::Sqlite => Cow::Borrowed(statement),
            Self::Postgres => Cow::Owned(statement.replace('?', "$")),
        }
    }
}
