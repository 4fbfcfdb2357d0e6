//! Tables of words: looked up for every word of a text, so hashed by a function that is fast on short keys.

use std::collections::{HashMap, HashSet};

use rustc_hash::FxBuildHasher;

/// A table by words. For words from lists, or of one text: its hash is no defence against chosen keys.
pub type WordMap<K, V> = HashMap<K, V, FxBuildHasher>;
/// A set of words.
pub type WordSet<K> = HashSet<K, FxBuildHasher>;
