//! Timelines and changes become HTML, Atom and JSON
