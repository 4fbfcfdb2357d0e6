//! HTTP in, HTTP out
