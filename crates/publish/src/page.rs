//! Pages: one function each, from values to a whole HTML document.

mod about;
mod article;
mod articles;
mod blame;
mod change;
mod frame;
mod front;
mod looks;
mod outlets;
mod problem;
mod refused;
mod search;
mod version;
mod versions;
mod watched;

pub use about::{Figures, NotShown, about};
pub use article::{ArticlePage, article};
pub use articles::{ArticleLine, Articles, articles};
pub use blame::{BlamePage, blame};
pub use change::{ChangePage, change, standalone};
pub use front::{Front, front};
pub use outlets::{OutletLine, outlets};
pub use problem::{Problem, problem};
pub use refused::{RefusedPage, refused};
pub use search::{Found, Results, search};
pub use version::version;
pub use versions::all_versions;
pub use watched::Watching;

pub use crate::part::View;
