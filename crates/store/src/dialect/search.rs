//! The statements of search: each database has an index of its own kind, and words of its own to ask it.

use super::Dialect;
use crate::sql::Statement;

/// What the index of search is told and asked. Documents are told by numbers, which stand in the order of their times.
pub(crate) struct SearchTexts {
    /// Adds document `?1` with the tokens `?2`.
    pub(crate) add: Statement,
    /// Takes document `?1` out, whose tokens are `?2`.
    pub(crate) remove: Statement,
    /// Takes all documents out.
    pub(crate) clear: Statement,
    /// The documents from `?2` to before `?3` that expression `?1` matches, newest first, `?4` at most.
    pub(crate) matches: Statement,
    /// The documents of article `?2` that expression `?1` matches.
    pub(crate) of_article: Statement,
}

const SQLITE: SearchTexts = SearchTexts {
    add: Statement { name: "INDEX", text: "INSERT INTO search_index (rowid, tokens) VALUES (?1, ?2)" },
    remove: Statement {
        name: "REMOVE",
        text: "INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', ?1, ?2)",
    },
    clear: Statement { name: "CLEAR", text: "INSERT INTO search_index (search_index) VALUES ('delete-all')" },
    matches: Statement {
        name: "MATCHES",
        text: "SELECT d.doc, d.article_id FROM search_index i CROSS JOIN search_docs d ON d.doc = i.rowid \
            WHERE i.search_index MATCH ?1 AND i.rowid >= ?2 AND i.rowid < ?3 ORDER BY i.rowid DESC LIMIT ?4",
    },
    of_article: Statement {
        name: "MATCHES_OF_ARTICLE",
        text: "SELECT d.doc FROM search_docs d CROSS JOIN search_index i ON i.rowid = d.doc \
            WHERE d.article_id = ?2 AND i.search_index MATCH ?1",
    },
};

// What the server cannot estimate it is kept from choosing: the index finds all, and only then they are sorted; of
// one article's documents each is looked at.
const POSTGRES: SearchTexts = SearchTexts {
    add: Statement {
        name: "INDEX",
        text: "INSERT INTO search_index (rowid, tokens) VALUES (?1, CAST(CAST(?2 AS TEXT) AS tsvector))",
    },
    remove: Statement {
        name: "REMOVE",
        text: "DELETE FROM search_index WHERE rowid = ?1 AND CAST(?2 AS TEXT) IS NOT NULL",
    },
    clear: Statement { name: "CLEAR", text: "DELETE FROM search_index" },
    matches: Statement {
        name: "MATCHES",
        text: "WITH m AS MATERIALIZED (SELECT rowid FROM search_index \
            WHERE tokens @@ CAST(CAST(?1 AS TEXT) AS tsquery)) \
            SELECT d.doc, d.article_id FROM (SELECT rowid FROM m WHERE rowid >= ?2 AND rowid < ?3 \
            ORDER BY rowid DESC LIMIT ?4) f JOIN search_docs d ON d.doc = f.rowid ORDER BY d.doc DESC",
    },
    of_article: Statement {
        name: "MATCHES_OF_ARTICLE",
        text: "SELECT d.doc FROM search_docs d CROSS JOIN LATERAL \
            (SELECT i.tokens FROM search_index i WHERE i.rowid = d.doc OFFSET 0) t \
            WHERE d.article_id = ?2 AND t.tokens @@ CAST(CAST(?1 AS TEXT) AS tsquery)",
    },
};

impl Dialect {
    /// What the index of search is told and asked.
    pub(crate) const fn search(self) -> &'static SearchTexts {
        match self {
            Self::Sqlite => &SQLITE,
            Self::Postgres => &POSTGRES,
        }
    }
}
