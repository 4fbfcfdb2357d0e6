//! What is recorded, for programs. Lists of changes are feeds ([`crate::feed`]).

use news::{Outlet, Refusal, Timeline};
use serde::Serialize;

use crate::page::Problem;

/// Everything recorded of an article, as `news::Timeline` is serialised.
pub fn timeline(timeline: &Timeline) -> String {
    written(timeline)
}

/// What robots.txt keeps us from looking at, of an outlet: `{"outlet", "refused", "next"}`, the last the address of the
/// next page of the list, or null.
pub fn refusals(outlet: &Outlet, refused: &[Refusal], next: Option<&str>) -> String {
    #[derive(Serialize)]
    struct Refusals<'a> {
        outlet: &'a Outlet,
        refused: &'a [Refusal],
        next: Option<&'a str>,
    }
    written(&Refusals { outlet, refused, next })
}

/// A problem as RFC 9457 has it: `{"status", "title", "detail"}`, `type` being `about:blank`.
pub fn problem(problem: &Problem) -> String {
    written(problem)
}

fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("these values have string keys only and always serialise")
}
