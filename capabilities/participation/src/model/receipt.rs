//! The receipt code: what a person keeps to see, change or withdraw an answer given without a name.
//!
//! Twelve characters of Crockford's base32 (no I, L, O, U) in groups of four, the last one a check
//! character, so that a slip in copying is told apart from a code that does not exist. Eleven free characters
//! are 55 bits: with the rate limit on look-ups nobody finds another's answer by trying. Only a hash is stored.

use sha2::{Digest, Sha256};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;

/// A well-formed code; shown as `7F3A-9KQM-2XWT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misread {
    /// Not twelve characters of the alphabet.
    Form,
    /// Twelve characters, but the check character says that one of them is wrong.
    Slip,
}

impl Code {
    /// The code that belongs to a one-time submit key. Sending the same form twice therefore leads to the
    /// same receipt, although the code itself is stored nowhere.
    pub fn from_submit_key(submit_key: &str) -> Self {
        let digest = hash("samspel receipt code of submit key", submit_key.as_bytes());
        let mut code = [0; LENGTH];
        for (value, byte) in code.iter_mut().zip(digest) {
            *value = byte & 31;
        }
        code[LENGTH - 1] = check_character(&code);
        Self(code)
    }

    /// Reads what a person typed: any case, spaces and hyphens, O for 0, I and L for 1.
    pub fn read(typed: &str) -> Result<Self, Misread> {
        let mut code = [0; LENGTH];
        let mut at = 0;
        for c in typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '‐' | '‑' | '−'))
        {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            };
            let value = u8::try_from(c)
                .ok()
                .and_then(|b| ALPHABET.iter().position(|a| *a == b))
                .ok_or(Misread::Form)?;
            *code.get_mut(at).ok_or(Misread::Form)? = value as u8;
            at += 1;
        }
        if at != LENGTH {
            return Err(Misread::Form);
        }
        if code[LENGTH - 1] == check_character(&code) {
            Ok(Self(code))
        } else {
            Err(Misread::Slip)
        }
    }

    /// What is stored instead of the code.
    pub fn hash(&self) -> Vec<u8> {
        hash("samspel receipt", &self.0).to_vec()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (i, value) in self.0.iter().enumerate() {
            if i > 0 && i % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(ALPHABET[usize::from(*value)]))?;
        }
        Ok(())
    }
}

/// SHA-256 of a value under a name of its use, so that hashes of different uses never meet.
pub fn hash(domain: &str, value: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(domain.as_bytes());
    hasher.update([0]);
    hasher.update(value);
    hasher.finalize().into()
}

/// Sum of the first eleven values, each times its own power of a generator of GF(32): finds every single
/// wrong character and every swap of two.
fn check_character(code: &[u8; LENGTH]) -> u8 {
    // Horner's rule: sum of value_i * g^(11-i).
    code[..LENGTH - 1]
        .iter()
        .fold(0, |sum, value| times_generator(sum ^ value))
}

/// Multiplies by x in GF(2)[x] / (x⁵ + x² + 1), whose x generates all 31 non-zero elements.
fn times_generator(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        (shifted ^ 0b10_0101) & 31
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_three_groups_of_four() {
        let code = Code::from_submit_key("en nyckel").to_string();
        assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
    }

    #[test]
    fn the_same_form_sent_twice_gives_the_same_code() {
        assert_eq!(Code::from_submit_key("k1"), Code::from_submit_key("k1"));
        assert_ne!(Code::from_submit_key("k1"), Code::from_submit_key("k2"));
    }

    #[test]
    fn a_text_of_another_length_is_no_code() {
        assert_eq!(Code::read(""), Err(Misread::Form));
        assert_eq!(Code::read("7F3A-9KQM-2XW"), Err(Misread::Form));
        assert_eq!(Code::read("åäö"), Err(Misread::Form));
        assert_eq!(Code::read(&"0".repeat(10_000)), Err(Misread::Form));
    }

    proptest! {
        #[test]
        fn a_code_is_read_however_it_is_typed(key in ".{1,20}") {
            let code = Code::from_submit_key(&key);
            let shown = code.to_string();
            prop_assert_eq!(Code::read(&shown), Ok(code));
            let sloppy = format!(" {} ", shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
            prop_assert_eq!(Code::read(&sloppy), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_a_slip(key in ".{1,20}", at in 0..LENGTH, other in 1u8..32) {
            let mut code = Code::from_submit_key(&key);
            code.0[at] = (code.0[at] + other) % 32;
            prop_assert_eq!(Code::read(&code.to_string()), Err(Misread::Slip));
        }

        #[test]
        fn two_swapped_characters_are_a_slip(key in ".{1,20}", a in 0..LENGTH, b in 0..LENGTH) {
            let code = Code::from_submit_key(&key);
            let mut swapped = code;
            swapped.0.swap(a, b);
            prop_assume!(swapped != code);
            prop_assert_eq!(Code::read(&swapped.to_string()), Err(Misread::Slip));
        }

        #[test]
        fn any_text_is_read_or_refused(typed in ".{0,40}") {
            let _ = Code::read(&typed);
        }
    }
}
