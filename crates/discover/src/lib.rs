//! Bytes of a feed or a front page become entries; addresses become article keys
