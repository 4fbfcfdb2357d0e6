//! What the reader promises, on pages made for it and on outside data where that is at hand.

mod authors;
mod bounds;
mod dates;
mod embeds;
mod endless;
mod guides;
mod hard;
mod kinds;
mod links;
mod live;
mod memory;
mod outside;
mod pages;
mod sections;
mod templates;
