//! Further addresses of articles: other spellings, and where an article stood before.

use jiff::Timestamp;
use news::ArticleId;

use crate::sql::{Row, statements, vals};
use crate::visits::Address;
use crate::{StoreError, Tx, keys};

statements! {
    FIND = "SELECT article_id FROM addresses WHERE key = ?1";
    ADD = "INSERT INTO addresses (key, article_id, url) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO NOTHING";
    STANDS = "SELECT key, url, moved_url FROM articles WHERE id = ?1";
    LEAVE = "UPDATE addresses SET left_us = ?3 WHERE article_id = ?1 AND url = ?2";
    /// The first address gets a row of its own only when it is left.
    LEAVE_FIRST = "INSERT INTO addresses (key, article_id, url, left_us) VALUES (?1, ?2, ?3, ?4) \
        ON CONFLICT (key) DO UPDATE SET left_us = excluded.left_us";
    ENTER = "INSERT INTO addresses (key, article_id, url) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE \
        SET left_us = NULL, url = excluded.url WHERE addresses.article_id = excluded.article_id";
    MOVE = "UPDATE articles SET moved_url = ?2 WHERE id = ?1";
    FORMER = "SELECT url FROM addresses WHERE article_id = ?1 AND left_us IS NOT NULL ORDER BY left_us, key";
}

/// The article that has `key` as a further key.
pub(crate) fn find(tx: &mut Tx<'_>, key: &str) -> Result<Option<ArticleId>, StoreError> {
    tx.query_one(FIND, vals![key], |row| row.col(0))
}

pub(crate) fn add(tx: &mut Tx<'_>, article: ArticleId, key: &str, url: &str) -> Result<(), StoreError> {
    tx.exec(ADD, vals![key, article, url]).map(drop)
}

/// Notes that the article stands at `to` from `at` on. The address that it leaves becomes a former one.
/// If `to`'s key belongs to another article, that one keeps it.
pub(crate) fn move_to(tx: &mut Tx<'_>, article: ArticleId, to: &Address, at: Timestamp) -> Result<(), StoreError> {
    let stands = |row: &Row<'_>| Ok((row.col::<String>(0)?, row.col::<String>(1)?, row.col::<Option<String>>(2)?));
    let (first_key, first_url, moved_url) =
        tx.query_one(STANDS, vals![article], stands)?.ok_or(StoreError::NoSuchArticle(article))?;
    let left = moved_url.as_ref().unwrap_or(&first_url);
    if *left == to.url {
        return Ok(());
    }
    if tx.exec(LEAVE, vals![article, left, at])? == 0 {
        tx.exec(LEAVE_FIRST, vals![&first_key, article, left, at])?;
    }
    tx.exec(ENTER, vals![&*keys::stored(&to.key), article, &to.url])?;
    tx.exec(MOVE, vals![article, Some(to.url.as_str()).filter(|url| *url != first_url)]).map(drop)
}

/// Addresses where the article stood before, oldest first.
pub(crate) fn former(tx: &mut Tx<'_>, article: ArticleId) -> Result<Vec<String>, StoreError> {
    tx.query(FORMER, vals![article], |row| row.col(0))
}
