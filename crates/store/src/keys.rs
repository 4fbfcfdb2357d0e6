//! Keys as they are stored: long ones cut, so that any database can index them.

use std::borrow::Cow;

use news::Digest;

/// The longest key that is stored as it is, in bytes. PostgreSQL indexes 2,704 at most; addresses may have
/// 8 KiB, and names that feeds give to their entries more.
const LONGEST: usize = 2_000;

/// Bytes of a longer key that stay before its digest, so that it can still be recognised.
const HEAD: usize = 1_000;

/// The key as it is stored: a longer one is its beginning and the digest of all of it.
pub(crate) fn stored(key: &str) -> Cow<'_, str> {
    if key.len() <= LONGEST {
        return Cow::Borrowed(key);
    }
    let end = (0..=HEAD).rev().find(|end| key.is_char_boundary(*end)).unwrap_or(0);
    let head = &key[..end];
    Cow::Owned(format!("{head}#sha256:{}", Digest::of(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_keys_are_cut_and_stay_apart() {
        let long = |end: &str| format!("{}{end}", "ø".repeat(4_000));
        assert_eq!(stored("ledger.example/ferry"), "ledger.example/ferry");
        assert!(stored(&long("a")).len() < LONGEST);
        assert_ne!(stored(&long("a")), stored(&long("b")));
        assert_eq!(stored(&stored(&long("a"))), stored(&long("a")));
    }
}
