//! `demo --check`: plays a day as fast as it goes and holds what was found against the truth.

pub mod day;
mod fold;
pub mod newsroom_process;
pub mod play;
pub mod replay;
