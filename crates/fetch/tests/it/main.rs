//! The fetcher against servers that misbehave, and against the collections of outside test data.

mod bytes;
mod conditional;
mod frames;
mod http2;
mod http2_attacks;
mod limits;
mod manners;
mod outside;
mod redirects;
mod replay;
mod robots;
mod safety;
mod secure;
mod server;
mod tls_server;
