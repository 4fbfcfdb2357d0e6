//! Pages, feeds and terminal text from fixture timelines.

mod attacks;
mod blame;
mod feeds;
mod fixture;
mod pages;
mod proofs;
mod records;
mod terminal;
mod watched;
