//! Newsrooms are played here: their files, their answers, their truth, and their sockets.

mod answers;
mod docs;
mod faults;
mod judge;
mod replay;
mod shipped;
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
    newsroom::When::try_from(clock.to_owned()).unwrap().on(script.start())
}

fn shipped() -> Script {
    Script::shipped().unwrap()
}
