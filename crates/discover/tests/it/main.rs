//! What discover promises, as cases, as properties, and measured on the test suites of others.

mod feedparser;
mod gofeed;
mod outside;
mod texts;
mod urlcanon;
