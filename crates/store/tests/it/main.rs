//! The store from outside.

#[cfg(test)]
mod copying;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod postgres_server;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod stage;
#[cfg(test)]
mod statements;
#[cfg(test)]
mod suite;
