//! The fetcher against servers that misbehave, and against the collections of outside test data.
