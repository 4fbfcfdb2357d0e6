//! What discover promises, as cases, as properties, and measured on the test suites of others.

mod addresses;
mod feeds;
mod fronts;
mod moved;
mod opml;
mod outside;
mod outside_feedparser;
mod outside_gofeed;
mod outside_sitemaps;
mod outside_urlcanon;
mod pages;
mod sitemaps;
mod texts;
mod torn;
