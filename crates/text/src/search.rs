//! Search: what a text is found by, and what somebody asks for.
//!
//! One cut of words for both sides: [`index_tokens`] of a text, and the phrases of a [`Query`]. Whatever database
//! keeps the index, it keeps these tokens and nothing of its own making. Folding is for finding alone
//! (`fold`): nothing is concluded from it, and what is found is always shown as it was written.

mod changed;
mod fold;
mod found;
mod query;
mod token;
mod when;

pub use changed::{InChanges, change_tokens};
pub use query::{LONGEST_QUERY, MOST_PHRASES, Query, QueryError};
pub use token::{IndexToken, Phrase, Sought, index_tokens};
