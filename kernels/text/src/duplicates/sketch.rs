//! From a text to its pieces, and from the pieces to a short sketch that similar texts share parts of.
//!
//! MinHash in one pass over the pieces: each hash sorts them into 64 bins and keeps the least value of each (Li, Owen and
//! Zhang, *One permutation hashing*, 2012); a bin without a piece borrows from another that is drawn from its own number
//! (Shrivastava, *Optimal densification for fast and accurate minwise hashing*, 2017).

/// Bands of a sketch, which is also the bins of each hash: a band is one bin of every hash.
pub(super) const BANDS: usize = 64;
/// Characters of a piece.
const PIECE: usize = 4;
const MOST_ROWS: usize = 8;
const EMPTY: u32 = u32::MAX;
/// Odd multipliers, one a hash: the fractional parts of the square roots of 2, 3, 5, … as fixed-point numbers.
const HASHES: [u64; MOST_ROWS] = [
    0x6a09_e667_f3bc_c909,
    0xbb67_ae85_84ca_a73b,
    0x3c6e_f372_fe94_f82b,
    0xa54f_f53a_5f1d_36f1,
    0x510e_527f_ade6_82d1,
    0x9b05_688c_2b3e_6c1f,
    0x1f83_d9ab_fb41_bd6b,
    0x5be0_cd19_137e_2179,
];

/// How many hashes make a band, and how alike two sketches must be for a closer look.
pub(super) struct Plan {
    pub(super) rows: usize,
    /// Equal bins, of `rows * BANDS`.
    pub(super) least_equal: usize,
}

impl Plan {
    /// The most rows with which a pair at the threshold shares at least one of the bands in 99 of 100 cases:
    /// it does so with probability 1 − (1 − tʳ)^bands.
    pub(super) fn for_threshold(threshold: f64) -> Option<Plan> {
        if !(0.1..=1.0).contains(&threshold) {
            return None;
        }
        let missed = |rows: usize| {
            let none = 1.0 - (0..rows).fold(1.0, |all, _| all * threshold);
            (0..BANDS).fold(1.0, |all, _| all * none)
        };
        let rows = (1..=MOST_ROWS).rev().find(|rows| missed(*rows) <= 0.01).unwrap_or(1);
        let bins = (rows * BANDS) as f64;
        // The share of equal bins estimates the similarity with a standard deviation of at most 1 / (2 √bins); five of
        // them below the threshold, a pair above it is practically never lost.
        let least = (threshold - 2.5 / bins.sqrt()) * bins;
        Some(Plan {
            rows,
            least_equal: least.max(0.0) as usize,
        })
    }
}

/// Letters and digits in lower case with one space between words.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            folded.extend(letter.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Every four characters that follow each other, packed into one number; a shorter text is one piece. Characters beyond
/// the basic plane of Unicode keep their low half only.
fn each_piece(folded: &str, mut take: impl FnMut(u64)) {
    let mut window = 0_u64;
    let mut seen = 0;
    for letter in folded.chars() {
        window = (window << 16) | (u64::from(u32::from(letter)) & 0xffff);
        seen += 1;
        if seen >= PIECE {
            take(window);
        }
    }
    if seen < PIECE {
        take(window);
    }
}

/// The different pieces, ascending.
pub(super) fn pieces(folded: &str) -> Box<[u64]> {
    let mut pieces = Vec::with_capacity(folded.len());
    each_piece(folded, |piece| pieces.push(piece));
    pieces.sort_unstable();
    pieces.dedup();
    pieces.into_boxed_slice()
}

/// The sketches of all texts: a key for each band, and eight bits of each bin (Li and König, *b-bit minwise hashing*, 2010).
pub(super) struct Sketches {
    keys: Vec<u32>,
    bits: Vec<u8>,
    width: usize,
}

impl Sketches {
    pub(super) fn draw(plan: &Plan, folded: &[String]) -> Sketches {
        let width = plan.rows * BANDS;
        let mut sketches = Sketches {
            keys: Vec::with_capacity(folded.len() * BANDS),
            bits: Vec::with_capacity(folded.len() * width),
            width,
        };
        let mut least = [[EMPTY; BANDS]; MOST_ROWS];
        for text in folded {
            let least = &mut least[..plan.rows];
            draw_one(text, least);
            sketches.keys.extend((0..BANDS).map(|band| key(least, band)));
            sketches.bits.extend(least.iter().flatten().map(|value| *value as u8));
        }
        sketches
    }

    pub(super) fn len(&self) -> usize {
        self.keys.len() / BANDS
    }

    pub(super) fn keys(&self, text: usize) -> &[u32] {
        &self.keys[text * BANDS..(text + 1) * BANDS]
    }

    /// Bins in which two sketches agree.
    pub(super) fn equal(&self, a: usize, b: usize) -> usize {
        let of = |text: usize| &self.bits[text * self.width..(text + 1) * self.width];
        // In chunks of at most 255, so that the counters stay bytes and the loop becomes vector instructions.
        let chunks = of(a).chunks(BANDS).zip(of(b).chunks(BANDS));
        chunks
            .map(|(a, b)| usize::from(a.iter().zip(b).map(|(x, y)| u8::from(x == y)).sum::<u8>()))
            .sum()
    }
}

fn draw_one(text: &str, least: &mut [[u32; BANDS]]) {
    least.fill([EMPTY; BANDS]);
    each_piece(text, |piece| {
        let mixed = mix(piece);
        for (bins, hash) in least.iter_mut().zip(HASHES) {
            let value = mixed.wrapping_mul(hash);
            let bin = &mut bins[(value >> 58) as usize];
            *bin = (*bin).min((value >> 26) as u32);
        }
    });
    for (row, bins) in least.iter_mut().enumerate() {
        lend(bins, row);
    }
}

/// Fills the empty bins. The lender depends on the number of the bin only, so similar texts borrow alike.
fn lend(bins: &mut [u32; BANDS], row: usize) {
    let own = *bins;
    for (at, bin) in bins.iter_mut().enumerate() {
        let mut draw = ((row * BANDS + at) as u64).wrapping_add(1);
        // A text has at least one piece, so that some bin is full; the draw visits all of them in the end.
        for step in 0..BANDS as u64 * 16 {
            if *bin != EMPTY {
                break;
            }
            draw = mix(draw.wrapping_add(step));
            *bin = own[(draw >> 58) as usize];
        }
    }
}

fn key(least: &[[u32; BANDS]], band: usize) -> u32 {
    let all = least
        .iter()
        .fold(band as u64, |all, bins| mix(all ^ u64::from(bins[band])));
    (all >> 32) as u32
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}
