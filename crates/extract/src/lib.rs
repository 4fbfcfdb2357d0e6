//! A page's bytes become a Reading and what kind of page it is
