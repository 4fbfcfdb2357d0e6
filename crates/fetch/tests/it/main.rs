//! The fetcher against servers that misbehave, and against the collections of outside test data.

mod bytes;
mod conditional;
mod limits;
mod manners;
mod outside;
mod redirects;
mod replay;
mod robots;
mod safety;
mod secure;
mod server;
