//! Jitter: a number between 0 and 1 that only looks like chance.

/// Returns a number in `0.0..1.0` that depends on nothing but its arguments.
///
/// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit of the arguments moves
/// about half the bits of the answer, so that neighbouring ids do not come due together.
pub(crate) fn unit(seed: u64, step: u64) -> f64 {
    let mut z = seed.wrapping_add(step.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^= z >> 31;
    // 53 bits are what an f64 holds exactly.
    (z >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_spreads_over_the_whole_interval() {
        let mut tenths = [0_u32; 10];
        for seed in 0..10_000 {
            tenths[(unit(seed, 1_800) * 10.0) as usize] += 1;
        }
        assert!(tenths.iter().all(|n| (850..1_150).contains(n)), "{tenths:?}");
        assert_eq!(unit(7, 3), unit(7, 3));
    }
}
