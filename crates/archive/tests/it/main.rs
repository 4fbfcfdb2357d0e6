//! The archive from outside: what goes in comes out, whatever happens in between.

mod crash;
mod foreign;
mod judge;
mod polls;
mod revisit;
mod round_trip;
mod stage;
mod sweep;
