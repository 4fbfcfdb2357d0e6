//! Opening, locks, versions, transactions: what SQLite in a folder does.
