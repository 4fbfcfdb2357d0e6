//! What discover promises, as cases, as properties, and measured on the test suites of others.

mod addresses;
mod feedparser;
mod feeds;
mod fronts;
mod gofeed;
mod moved;
mod opml;
mod outside;
mod outside_sitemaps;
mod pages;
mod sitemaps;
mod texts;
mod torn;
mod urlcanon;
