//! The short way through a file of votes: a row in which every number is written plainly is read in one go, eight bytes at a time and
//! without a list of its cells. Nearly every row of an export is. What is not, and whatever is wrong, is left to the readers that
//! tell what they met.

use super::records::LONGEST;
use crate::votes::{Cast, Vote};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Time,
    Statement,
    Participant,
    Vote,
    Other,
}

/// The vote and the time of the row that `bytes` begin with, and the row's length with its line break. `None` when the row does not end
/// here or is not plain: spaces, signs, quotation marks, numbers over sixteen digits, too few or too many cells.
///
/// Always part of its one caller: the answer would otherwise be written to memory and read again for each row.
#[inline(always)]
pub(super) fn vote(bytes: &[u8], columns: &[Column]) -> Option<((Cast, i64), usize)> {
    let mut cast = Cast {
        participant: 0,
        statement: 0,
        vote: Vote::Pass,
    };
    let (mut time, mut at) = (0, 0);
    for (place, column) in columns.iter().enumerate() {
        at = match column {
            Column::Other => end_of_cell(bytes, at)?,
            Column::Vote => {
                let (vote, end) = position(bytes, at)?;
                cast.vote = vote;
                end
            }
            Column::Time | Column::Statement | Column::Participant => {
                let (number, end) = digits(bytes, at)?;
                match column {
                    Column::Time => time = number as i64,
                    Column::Statement => cast.statement = number,
                    _ => cast.participant = number,
                }
                end
            }
        };
        if place + 1 < columns.len() {
            if *bytes.get(at)? != b',' {
                return None;
            }
            at += 1;
        }
    }
    let length = match bytes.get(at..)? {
        [b'\n', ..] => at + 1,
        [b'\r', b'\n', ..] => at + 2,
        _ => return None,
    };
    (length <= LONGEST).then_some(((cast, time), length))
}

/// Computed without a jump, since what somebody voted is what a processor cannot guess.
#[inline]
fn position(bytes: &[u8], at: usize) -> Option<(Vote, usize)> {
    const VOTES: [Vote; 3] = [Vote::Disagree, Vote::Pass, Vote::Agree];
    let [first, second] = *bytes.get(at..)?.first_chunk()?;
    let is_minus = usize::from(first == b'-');
    let digit = usize::from([first, second][is_minus].wrapping_sub(b'0'));
    // 1 after a minus sign, 1 or 0 without one.
    if digit > 1 || digit < is_minus {
        return None;
    }
    Some((VOTES[1 + digit - 2 * is_minus], at + 1 + is_minus))
}

const ONES: u64 = 0x0101_0101_0101_0101;
const TENS: [u64; 9] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// One to sixteen digits, and where they end.
#[inline]
fn digits(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let (first, count) = up_to_eight(bytes, at)?;
    if count < 8 {
        return (count > 0).then_some((first, at + count));
    }
    let (second, more) = up_to_eight(bytes, at + 8)?;
    (more < 8).then_some((first * TENS[more] + second, at + 8 + more))
}

/// The value of the digits that stand here, and how many there are, at most eight. `None` so near the end of the bytes that eight cannot
/// be looked at together.
#[inline]
fn up_to_eight(bytes: &[u8], at: usize) -> Option<(u64, usize)> {
    let eight = u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
    // A digit becomes its value, any other byte ten or more. The highest bit of each byte then tells which it is: seventy-six
    // hexadecimal carries ten to it, and nothing past it.
    let values = eight ^ (ONES * u64::from(b'0'));
    let other = (((values & (ONES * 0x7f)) + ONES * 0x76) | values) & (ONES << 7);
    let count = (other.trailing_zeros() / 8) as usize;
    if count == 0 {
        return Some((0, 0));
    }
    // The first digit stands in the lowest byte. Shifted up, zeros stand before it, and what follows is gone. Then neighbours are joined:
    // digits to pairs, pairs to fours, fours to eight.
    let digits = values << (64 - 8 * count);
    let pairs = digits.wrapping_mul((10 << 8) | 1) >> 8 & 0x00ff_00ff_00ff_00ff;
    let fours = pairs.wrapping_mul((100 << 16) | 1) >> 16 & 0x0000_ffff_0000_ffff;
    Some((fours.wrapping_mul((10_000 << 32) | 1) >> 32, count))
}

/// Where a cell that is not looked at ends: at a comma or line break. `None` at a quotation mark.
#[inline]
fn end_of_cell(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        let eight = u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?);
        let marks = super::records::equal_bytes(eight, b',')
            | super::records::equal_bytes(eight, b'\n')
            | super::records::equal_bytes(eight, b'"');
        if marks == 0 {
            at += 8;
            continue;
        }
        at += (marks.trailing_zeros() / 8) as usize;
        let is_return = bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r';
        return (bytes[at] != b'"').then_some(at - usize::from(is_return));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 5] = [
        Column::Time,
        Column::Other,
        Column::Statement,
        Column::Participant,
        Column::Vote,
    ];

    fn read(row: &str) -> Option<((Cast, i64), usize)> {
        vote(format!("{row}next row").as_bytes(), &COLUMNS)
    }

    #[test]
    fn plain_rows_are_read_to_their_line_break() {
        let cast = |statement, participant, vote| Cast {
            participant,
            statement,
            vote,
        };
        for (row, expected) in [
            (
                "1500232652930,Mon Jul 17,0,12345678,-1\n",
                (cast(0, 12_345_678, Vote::Disagree), 1_500_232_652_930),
            ),
            (
                "7,,1234567,99999999,1\r\n",
                (cast(1_234_567, 99_999_999, Vote::Agree), 7),
            ),
            (
                "0,a,0,123456789012345,0\n",
                (cast(0, 123_456_789_012_345, Vote::Pass), 0),
            ),
        ] {
            assert_eq!(read(row), Some((expected, row.len())), "{row}");
        }
    }

    #[test]
    fn every_number_is_its_value() {
        for digits in 1..16 {
            for number in [
                10_u64.pow(digits) - 1,
                10_u64.pow(digits - 1),
                1_234_567_890_123_456 / 10_u64.pow(16 - digits),
            ] {
                let row = format!("{number},,1,2,0\n");
                assert_eq!(read(&row).map(|((_, time), _)| time), Some(number as i64), "{row}");
            }
        }
    }

    #[test]
    fn what_is_not_plain_is_left_to_others() {
        for row in [
            "1,\"a,b\",1,2,1\n",
            "1,a\"b,1,2,1\n",
            "1,a, 1,2,1\n",
            "1,a,1,2,2\n",
            "1,a,1,2,10\n",
            "1,a,1,2,1 \n",
            "1,a,1,2\n",
            "1,a,1,2,1,1\n",
            "-1,a,1,2,1\n",
            ",a,1,2,1\n",
            "1,a,1,,1\n",
            "1,a,1:,2,1\n",
            "12345678901234567,a,1,2,1\n",
            "\n",
        ] {
            assert_eq!(read(row), None, "{row:?}");
        }
        assert_eq!(vote(b"1,a,1,2,1", &COLUMNS), None);
        let long = format!("1,{},1,2,1\n", "a".repeat(LONGEST));
        assert_eq!(read(&long), None);
    }
}
