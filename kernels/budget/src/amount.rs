//! Money as whole ten-thousandths of the currency unit, so that costs, budgets and steps add and compare exactly.

use std::fmt;

/// An amount of money in ten-thousandths ("parts") of the currency unit: 1 krona is 10 000 parts.
///
/// Four decimals hold öre, eurocents and the fine steps by which Equal Shares may be completed. No amount exceeds
/// [`Amount::MOST`], so sums over all projects and products with the number of voters stay within 128 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Amount(u64);

/// Why a text is no amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnAmount {
    /// Something other than digits with at most one decimal sign: negative, empty, `NaN`, `1e6`, `1 000`.
    NotANumber,
    /// More than four decimals that are not zero.
    TooFine,
    /// More than [`Amount::MOST`].
    TooLarge,
}

impl Amount {
    /// Parts of one currency unit.
    pub const PARTS: u64 = 10_000;
    /// 100 000 million currency units: above any budget of a municipality.
    pub const MOST: Amount = Amount(100_000_000_000 * Self::PARTS);
    pub const ZERO: Amount = Amount(0);

    /// So many whole currency units; `None` above [`Amount::MOST`].
    pub fn units(units: u64) -> Option<Amount> {
        Self::parts(units.checked_mul(Self::PARTS)?)
    }

    /// So many ten-thousandths; `None` above [`Amount::MOST`].
    pub fn parts(parts: u64) -> Option<Amount> {
        (parts <= Self::MOST.0).then_some(Amount(parts))
    }

    /// The amount in ten-thousandths.
    pub fn in_parts(self) -> u64 {
        self.0
    }

    /// Reads `60000`, `60000.0`, `0,5`: digits, then perhaps a point or comma and decimals.
    pub fn read(text: &str) -> Result<Amount, NotAnAmount> {
        let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(decimals) || text.ends_with(['.', ',']) {
            return Err(NotAnAmount::NotANumber);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 4 {
            return Err(NotAnAmount::TooFine);
        }
        let whole: u64 = whole.parse().map_err(|_| NotAnAmount::TooLarge)?;
        let fraction = (0..4).fold(0, |sum, place| {
            let digit = decimals.as_bytes().get(place).map_or(0, |byte| u64::from(byte - b'0'));
            sum * 10 + digit
        });
        whole
            .checked_mul(Self::PARTS)
            .and_then(|parts| Self::parts(parts + fraction))
            .ok_or(NotAnAmount::TooLarge)
    }

    /// The difference, or nothing left.
    pub fn less(self, other: Amount) -> Amount {
        Amount(self.0.saturating_sub(other.0))
    }

    /// The sum; amounts above [`Amount::MOST`] only arise as sums of costs and are kept as they are.
    pub(crate) fn plus(self, other: Amount) -> Amount {
        Amount(self.0.saturating_add(other.0))
    }
}

impl fmt::Display for Amount {
    /// With a decimal point and no more decimals than needed.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (units, fraction) = (self.0 / Self::PARTS, self.0 % Self::PARTS);
        match fraction {
            0 => write!(out, "{units}"),
            _ => {
                let decimals = format!("{fraction:04}");
                write!(out, "{units}.{}", decimals.trim_end_matches('0'))
            }
        }
    }
}

impl fmt::Display for NotAnAmount {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            NotAnAmount::NotANumber => {
                "is not an amount; write digits and at most one decimal sign, such as 60000 or 0.5"
            }
            NotAnAmount::TooFine => "has more than four decimals; round it",
            NotAnAmount::TooLarge => "is more than 100000000000; state it in a larger unit of money",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_and_written_back() {
        for (text, parts, written) in [
            ("60000", 600_000_000, "60000"),
            ("60000.0", 600_000_000, "60000"),
            ("0,5", 5_000, "0.5"),
            ("12.3450", 123_450, "12.345"),
            ("1.23000000", 12_300, "1.23"),
        ] {
            let amount = Amount::read(text).expect(text);
            assert_eq!((amount.in_parts(), amount.to_string().as_str()), (parts, written));
        }
    }

    #[test]
    fn what_is_no_amount_is_said() {
        for text in ["", "-1", "NaN", "inf", "1e6", "1 000", "1.", ".5", "1.2.3", "٣"] {
            assert_eq!(Amount::read(text), Err(NotAnAmount::NotANumber), "{text}");
        }
        assert_eq!(Amount::read("1.00001"), Err(NotAnAmount::TooFine));
        for text in ["100000000000.1", "99999999999999999999999"] {
            assert_eq!(Amount::read(text), Err(NotAnAmount::TooLarge), "{text}");
        }
        assert_eq!(Amount::read("100000000000"), Ok(Amount::MOST));
    }
}
