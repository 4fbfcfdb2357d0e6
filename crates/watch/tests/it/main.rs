//! The watcher from outside: what looks are taken for, as histories that a reader can follow; what sources bring, off
//! a socket; deeds across a crash; a lost database.

#[cfg(test)]
mod adding;
#[cfg(test)]
mod budget;
#[cfg(test)]
mod deeds;
#[cfg(test)]
mod filed;
#[cfg(test)]
mod fronts;
#[cfg(test)]
mod memories;
#[cfg(test)]
mod outlet;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod rebuild;
#[cfg(test)]
mod sources;
mod verdicts;
