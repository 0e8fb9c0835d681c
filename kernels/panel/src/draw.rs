//! The public draw, and how anybody checks it.
//!
//! 1. The organiser publishes the [document](crate::Lottery::document) of the lottery and its fingerprint, the SHA-256 of its
//!    bytes, and names the seed to come: words that nobody can know or choose yet, such as the numbers of a lottery on
//!    a given date, and how they will be written.
//! 2. When the seed is known, the number of the panel is found from SHA-256 of `FINGERPRINT SEED` (64 hexadecimal
//!    digits, a space, the seed as UTF-8): its first 15 hexadecimal digits as a number, modulo the number of panels,
//!    plus one. (2⁶⁰ numbers for 1,000 panels: none is favoured by more than one part in 10¹⁵.)
//! 3. Anybody checks it with what every computer has:
//!
//! ```sh
//! fingerprint=$(sha256sum < lottery.txt | cut -c 1-64)
//! digits=$(printf '%s %s' "$fingerprint" "$seed" | sha256sum | cut -c 1-15)
//! grep -P "^$((1 + 0x$digits % 1000))\t" lottery.txt
//! ```

use crate::chance::{hash, hexadecimal};
use crate::lottery::HEAD;
use std::fmt;

/// What a draw gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draw {
    /// SHA-256 of the document, as `sha256sum` prints it.
    pub fingerprint: String,
    /// 1 to the number of panels.
    pub number: usize,
    /// The ids of the panel's members.
    pub ids: Vec<String>,
}

/// Why a document is no lottery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Line in the document, from 1.
    pub line: usize,
}

/// SHA-256 of the document's bytes, as `sha256sum` prints it: what is published beforehand.
pub fn fingerprint(document: &str) -> String {
    hexadecimal(&hash(document.as_bytes()))
}

/// The number of the panel, from 1 to `panels`.
pub fn number(fingerprint: &str, seed: &str, panels: usize) -> usize {
    let hash = hash(format!("{fingerprint} {seed}").as_bytes());
    let sixty_bits = hash
        .iter()
        .take(8)
        .fold(0_u64, |number, byte| number << 8 | u64::from(*byte))
        >> 4;
    1 + (sixty_bits % panels.max(1) as u64) as usize
}

/// Draws from a published document: what the organiser does, and what everybody can do again. The seed counts exactly
/// as it is given, blanks and capitals too.
pub fn draw(document: &str, seed: &str) -> Result<Draw, Unreadable> {
    let panels = read(document)?;
    let fingerprint = fingerprint(document);
    let number = number(&fingerprint, seed, panels.len());
    let ids = panels[number - 1].iter().map(|id| (*id).to_owned()).collect();
    Ok(Draw {
        fingerprint,
        number,
        ids,
    })
}

/// The panels of a document. Each has the seats that the head tells and the number of its line.
fn read(document: &str) -> Result<Vec<Vec<&str>>, Unreadable> {
    let mut lines = document.lines();
    let head = || Unreadable { line: 1 };
    let rest = lines
        .next()
        .and_then(|line| line.strip_prefix(HEAD)?.strip_prefix('\t'))
        .ok_or_else(head)?;
    let numbers: Vec<usize> = rest
        .split('\t')
        .map(|number| number.parse().map_err(|_| head()))
        .collect::<Result<_, _>>()?;
    let [_, seats, count] = numbers[..] else {
        return Err(head());
    };
    let mut panels = Vec::new();
    for (place, line) in lines.enumerate() {
        let mut cells = line.split('\t');
        let numbered = cells.next() == Some((place + 1).to_string().as_str());
        let ids: Vec<&str> = cells.collect();
        if !numbered || ids.len() != seats {
            return Err(Unreadable { line: place + 2 });
        }
        panels.push(ids);
    }
    if panels.is_empty() || panels.len() != count {
        return Err(Unreadable { line: panels.len() + 2 });
    }
    Ok(panels)
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}: this is no published lottery, or not the whole of it; take the file as it was published",
            self.line
        )
    }
}

impl std::error::Error for Unreadable {}
