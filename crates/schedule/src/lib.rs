//! An article's history and now become the time of the next look, or never again
