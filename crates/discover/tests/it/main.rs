//! What discover promises, as cases, as properties, and measured on the test suites of others.

mod addresses;
mod feedparser;
mod feeds;
mod gofeed;
mod outside;
mod pages;
mod texts;
mod torn;
mod urlcanon;
