//! Chance that anybody can repeat: a stream of numbers from SHA-256 (FIPS 180-4), the hash that every computer has.

use sha2::{Digest, Sha256};

/// Block number i is SHA-256(key ‖ i as eight bytes, highest first), read as four numbers of 64 bits.
#[derive(Debug, Clone)]
pub(crate) struct Stream {
    key: [u8; 32],
    block: u64,
    ready: Vec<u64>,
}

impl Stream {
    pub fn new(key: [u8; 32]) -> Stream {
        Stream {
            key,
            block: 0,
            ready: Vec::new(),
        }
    }

    fn next(&mut self) -> u64 {
        if self.ready.is_empty() {
            let mut hash = Sha256::new();
            hash.update(self.key);
            hash.update(self.block.to_be_bytes());
            self.block += 1;
            let numbers = hash.finalize();
            self.ready = numbers
                .chunks_exact(8)
                .rev()
                .map(|bytes| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
                .collect();
        }
        self.ready.pop().unwrap_or(0)
    }

    /// A number from 0 up to, not including, `end`, all equally likely: numbers that would favour the low ones are
    /// thrown away. 0 when `end` is 0.
    pub fn below(&mut self, end: u64) -> u64 {
        if end <= 1 {
            return 0;
        }
        let fair = u64::MAX - u64::MAX % end;
        loop {
            let number = self.next();
            if number < fair {
                return number % end;
            }
        }
    }

    /// Any order equally likely (Fisher & Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last as u64 + 1) as usize;
            items.swap(last, other);
        }
    }
}

/// SHA-256 of bytes.
pub(crate) fn hash(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// As `sha256sum` prints it.
pub(crate) fn hexadecimal(hash: &[u8]) -> String {
    use std::fmt::Write;
    hash.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        // FIPS 180-4, example "abc".
        assert_eq!(
            hexadecimal(&hash(b"abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_stream_is_the_one_described() {
        let key = hash(b"seed");
        let first = hash(&[key.as_slice(), &0_u64.to_be_bytes()].concat());
        let numbers: Vec<u64> = first
            .chunks_exact(8)
            .map(|eight| u64::from_be_bytes(eight.try_into().expect("eight bytes")))
            .collect();
        let mut stream = Stream::new(key);
        assert_eq!(
            [stream.next(), stream.next(), stream.next(), stream.next()].as_slice(),
            numbers
        );
    }

    #[test]
    fn every_number_is_as_likely() {
        let mut stream = Stream::new(hash(b"dice"));
        let mut counts = [0_u32; 6];
        (0..60_000).for_each(|_| counts[stream.below(6) as usize] += 1);
        let chi_square: f64 = counts.iter().map(|count| (f64::from(*count) - 1e4).powi(2) / 1e4).sum();
        assert!(
            chi_square < 20.5,
            "{counts:?}: five degrees of freedom, one in a thousand"
        );
    }
}
