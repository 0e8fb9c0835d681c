//! Swedish, Danish and Bokmål told from each other. They share most of their pieces, so what counts is the many rare ones that
//! they do not: the same naive Bayes on one to five letters, with every piece that was met often enough. The table
//! `neighbours.txt` holds only by how much a piece speaks against a language, compared with that which it speaks for
//! most; a piece that was never met speaks against none.

use super::{PieceHasher, each_run};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// In the order of the table.
pub const NEIGHBOURS: [&str; 3] = ["da", "nb", "sv"];
/// Steps to one unit of the natural logarithm in the table.
pub const UNITS: u64 = 16;
/// How much likelier the best must be than the next: √e times. There are but three.
const LEAST_LEAD: u64 = UNITS / 2;

type Table = HashMap<u64, [u8; 3], BuildHasherDefault<PieceHasher>>;

static TABLE: LazyLock<Table> = LazyLock::new(|| read(include_str!("neighbours.txt")));

/// Whether a language is one of them.
pub(super) fn is_one(code: &str) -> bool {
    NEIGHBOURS.contains(&code)
}

/// Hands over each run of one to five characters, packed twelve bits a character, as [`super::each_piece`] does.
pub fn each_piece(text: &str, take: impl FnMut(u64)) -> usize {
    each_run::<5>(text, take)
}

/// Which of the three it is, of a text that is in one of them.
pub(super) fn guess(text: &str) -> Option<&'static str> {
    let table = &*TABLE;
    let mut against = [0_u64; 3];
    each_piece(text, |piece| {
        if let Some(row) = table.get(&piece) {
            against
                .iter_mut()
                .zip(row)
                .for_each(|(sum, against)| *sum += u64::from(*against));
        }
    });
    let mut order = [0, 1, 2];
    order.sort_by_key(|language| (against[*language], *language));
    (against[order[1]] - against[order[0]] >= LEAST_LEAD).then(|| NEIGHBOURS[order[0]])
}

/// On each line a piece, `_` for a space, and three numbers.
fn read(table: &'static str) -> Table {
    let mut pieces = Table::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split(' ');
        let Some(piece) = fields.next() else { continue };
        let mut row = [0; 3];
        for (to, field) in row.iter_mut().zip(fields) {
            *to = field.parse().unwrap_or(0);
        }
        pieces.insert(pack(piece), row);
    }
    pieces
}

fn pack(piece: &str) -> u64 {
    piece.chars().fold(0, |packed, letter| {
        let letter = if letter == '_' { ' ' } else { letter };
        (packed << 12) | (u64::from(u32::from(letter)) & 0xfff)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let lines = || {
            include_str!("neighbours.txt")
                .lines()
                .filter(|line| !line.starts_with('#'))
        };
        for line in lines() {
            let fields: Vec<&str> = line.split(' ').collect();
            assert!(
                (1..=5).contains(&fields[0].chars().count()) && fields.len() == 4,
                "{line}"
            );
            assert!(fields[1..].iter().all(|field| field.parse::<u8>().is_ok()), "{line}");
            assert!(fields[1..].contains(&"0"), "{line}: it speaks for none");
        }
        assert_eq!(TABLE.len(), lines().count());
    }

    #[test]
    fn neighbours_are_told_apart_by_short_sentences() {
        for (code, text) in [
            ("sv", "Vi behöver en ny skolgård."),
            ("sv", "När kommer bussen?"),
            ("da", "Vi har brug for en ny legeplads."),
            ("da", "Hvornår kommer bussen?"),
            ("nb", "Vi trenger en ny lekeplass."),
            ("nb", "Når kommer bussen hit?"),
        ] {
            assert_eq!(guess(text), Some(code), "{text}");
        }
    }
}
