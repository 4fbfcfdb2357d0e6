//! All SQL: SQLite now, PostgreSQL next; agenda, timelines, lists
