//! Newsrooms are played here: their files, their answers, their truth, and their sockets.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod docs;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod judge;
#[cfg(test)]
mod replay;
#[cfg(test)]
mod shipped;
#[cfg(test)]
mod socket;

use std::sync::LazyLock;

use jiff::Timestamp;
use newsroom::Script;

/// A time of the shipped day.
fn at(clock: &str) -> Timestamp {
    static SHIPPED: LazyLock<Script> = LazyLock::new(shipped);
    on(&SHIPPED, clock)
}

fn on(script: &Script, clock: &str) -> Timestamp {
    newsroom::When::try_from(clock.to_owned()).expect("a time").on(script.start())
}

fn shipped() -> Script {
    Script::shipped().expect("the shipped day loads")
}
