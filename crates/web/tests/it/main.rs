//! The site over real connections: scripts of requests and what they expect, limits, stopping.

mod agreement;
mod blame;
mod limits;
mod live;
mod merged;
mod metrics;
mod script;
mod stage;
