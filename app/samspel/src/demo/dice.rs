//! Chance that falls the same way every time, on every machine and with every version of every crate: SplitMix64
//! (Steele, Lea and Flood 2014). The demonstration must not differ between a picture in a report and what one sees.

/// A die with a seed.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// The same word, the same throws.
    pub fn new(word: &str) -> Dice {
        // FNV-1a, so that each dialogue has its own row of throws.
        Dice(word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        }))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, `below`; 0 when there is nothing to choose from.
    pub fn below(&mut self, below: usize) -> usize {
        let below = u64::try_from(below).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % below).unwrap_or(0)
    }

    /// From 0 up to, not including, 1.
    pub fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True that many times of a hundred.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// A place among the weights, a heavy one more often.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.part() * weights.iter().sum::<f64>();
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return place;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// Several different places among the weights, in the order drawn.
    pub fn several(&mut self, weights: &[f64], count: usize) -> Vec<usize> {
        let mut left = weights.to_vec();
        let mut drawn = Vec::new();
        while drawn.len() < count.min(weights.len()) {
            let place = self.weighted(&left);
            if left[place] <= 0.0 {
                break;
            }
            left[place] = 0.0;
            drawn.push(place);
        }
        drawn
    }

    /// Puts things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_throws_the_same() {
        let throws = |word: &str| {
            let mut dice = Dice::new(word);
            (0..5).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(throws("park"), throws("park"));
        assert_ne!(throws("park"), throws("torg"));
    }

    #[test]
    fn heavy_weights_win_more_often_and_nothing_is_drawn_twice() {
        let mut dice = Dice::new("vikt");
        let first = (0..1000).filter(|_| dice.weighted(&[9.0, 1.0]) == 0).count();
        assert!((850..950).contains(&first), "{first}");
        let mut drawn = dice.several(&[1.0, 2.0, 3.0], 5);
        drawn.sort_unstable();
        assert_eq!(drawn, [0, 1, 2]);
    }
}
