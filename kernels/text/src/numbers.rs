//! Arithmetic that is the same on every machine. The logarithm of the standard library is the platform's own and may
//! differ in its last bit from one to another; a theme must not.

/// The natural logarithm of a positive finite number, to about 1e-15 relative; of anything else 0.
///
/// x = m · 2ᵉ with m in [√½, √2), and ln m = 2 artanh((m − 1) / (m + 1)) by its series.
pub(crate) fn ln(x: f64) -> f64 {
    if !(x.is_finite() && x >= f64::MIN_POSITIVE) {
        return 0.0;
    }
    let bits = x.to_bits();
    let mut exponent = ((bits >> 52) & 0x7ff) as i64 - 1023;
    let mut mantissa = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if mantissa > std::f64::consts::SQRT_2 {
        mantissa /= 2.0;
        exponent += 1;
    }
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let series = (0..12)
        .rev()
        .fold(0.0, |sum, n| sum * square + 1.0 / f64::from(2 * n + 1));
    exponent as f64 * std::f64::consts::LN_2 + 2.0 * s * series
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the random stream of this crate.
pub(crate) struct Stream(pub(crate) u64);

impl Stream {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let value = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ (value >> 31)
    }

    /// Evenly from 0 up to 1, in steps of 2⁻⁵³.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_logarithm_is_the_logarithm(x in 1e-300_f64..1e300) {
            proptest::prop_assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().abs().max(1.0));
        }
    }

    #[test]
    fn what_has_no_logarithm_is_nothing() {
        for x in [0.0, -1.0, f64::NAN, f64::INFINITY, 1.0] {
            assert_eq!(ln(x), 0.0);
        }
    }
}
