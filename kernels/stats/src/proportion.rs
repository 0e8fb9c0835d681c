//! A share with its base, and how far chance alone could have moved it.

/// `count` of `n`. The base travels with the share, so that no page can show one without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proportion {
    pub count: u64,
    pub n: u64,
}

/// Lower and upper end, as fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// The standard normal quantile for 95 %.
pub const Z_95: f64 = 1.959_963_984_540_054;

impl Proportion {
    pub fn new(count: u64, n: u64) -> Proportion {
        Proportion { count, n }
    }

    /// 0–1; `None` when nobody was asked.
    pub fn share(self) -> Option<f64> {
        (self.n > 0).then(|| self.count as f64 / self.n as f64)
    }

    /// Wilson's score interval (E. B. Wilson, JASA 22, 1927) at 95 %:
    /// `(p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n)`. It keeps within 0–1 and holds for small n and for shares near
    /// the ends, where p ± 2·SE does not.
    pub fn wilson(self) -> Option<Interval> {
        self.wilson_at(Z_95)
    }

    /// [`Proportion::wilson`] with another normal quantile.
    pub fn wilson_at(self, z: f64) -> Option<Interval> {
        wilson_of(self.share()?, self.n as f64, z)
    }
}

/// Wilson's interval of a share whose base is no whole number, as the effective n of weighted answers. `None` unless the
/// share is within 0–1, n above 0 and z a number.
pub fn wilson_of(share: f64, n: f64, z: f64) -> Option<Interval> {
    if !((0.0..=1.0).contains(&share) && n > 0.0 && n.is_finite() && z.is_finite()) {
        return None;
    }
    let z2 = z * z;
    let middle = share + z2 / (2.0 * n);
    let half = z.abs() * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Some(Interval {
        low: ((middle - half) / scale).max(0.0),
        high: ((middle + half) / scale).min(1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    #[test]
    fn wilson_gives_newcombes_published_intervals() {
        for (count, n, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let interval = Proportion::new(count, n).wilson().expect("n > 0");
            assert!((interval.low - low).abs() < 5e-5, "{count}/{n}: {interval:?}");
            assert!((interval.high - high).abs() < 5e-5, "{count}/{n}: {interval:?}");
        }
    }

    #[test]
    fn nobody_asked_is_no_share() {
        assert_eq!(Proportion::new(0, 0).share(), None);
        assert_eq!(Proportion::new(0, 0).wilson(), None);
    }

    proptest::proptest! {
        #[test]
        fn the_interval_holds_the_share(n in 1_u64..1_000_000, part in 0.0_f64..=1.0) {
            let proportion = Proportion::new((n as f64 * part) as u64, n);
            let (share, interval) = (proportion.share().expect("n > 0"), proportion.wilson().expect("n > 0"));
            proptest::prop_assert!(interval.low <= share + 1e-12 && share <= interval.high + 1e-12);
            proptest::prop_assert!(0.0 <= interval.low && interval.high <= 1.0);
        }
    }
}
