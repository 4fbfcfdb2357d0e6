//! Captures to WARC and back: durable before anything is concluded from them
