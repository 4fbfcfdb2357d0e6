//! What is recorded, for programs. Lists of changes are feeds ([`crate::feed`]).

use news::Timeline;
use serde::Serialize;

use crate::page::Problem;

/// Everything recorded of an article, as `news::Timeline` is serialised.
pub fn timeline(timeline: &Timeline) -> String {
    written(timeline)
}

/// A problem as RFC 9457 has it: `{"status", "title", "detail"}`, `type` being `about:blank`.
pub fn problem(problem: &Problem) -> String {
    written(problem)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these values have string keys only and always serialise")
}
