//! Organisation numbers: ten digits whose third is at least 2 (otherwise it is somebody's personal number), with a check digit.

/// Why a number cannot stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// Not ten digits, or the check digit does not fit.
    NoNumber,
    /// It reads as the number of a person.
    Personal,
}

impl Wrong {
    pub(crate) fn text(self) -> &'static str {
        match self {
            Wrong::NoNumber => "civil-error-number",
            Wrong::Personal => "civil-error-number-personal",
        }
    }
}

/// The ten digits of a number as somebody wrote it; empty for none.
pub(crate) fn read(written: &str) -> Result<String, Wrong> {
    let kept: String = written
        .chars()
        .filter(|c| !matches!(c, '-' | '–') && !c.is_whitespace())
        .collect();
    if kept.is_empty() {
        return Ok(kept);
    }
    // Some registers write the century code 16 first.
    let digits = match kept.strip_prefix("16") {
        Some(rest) if kept.len() == 12 => rest,
        _ => &kept,
    };
    let values: Option<Vec<u32>> = digits.chars().map(|c| c.to_digit(10)).collect();
    let values = values.ok_or(Wrong::NoNumber)?;
    if values.len() == 12 && matches!(values[..2], [1, 9] | [2, 0]) {
        return Err(Wrong::Personal);
    }
    let [nine @ .., last] = values.as_slice() else {
        return Err(Wrong::NoNumber);
    };
    let nine: [u32; 9] = nine.try_into().map_err(|_| Wrong::NoNumber)?;
    if nine[2] < 2 {
        return Err(Wrong::Personal);
    }
    if text::personal_data::check_digit(nine) != *last {
        return Err(Wrong::NoNumber);
    }
    Ok(digits.to_owned())
}

/// "802412-1234".
pub(crate) fn shown(number: &str) -> String {
    match (number.get(..6), number.get(6..)) {
        (Some(first), Some(rest)) if !rest.is_empty() => format!("{first}-{rest}"),
        _ => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_written() {
        for written in [
            "212000-0142",
            "2120000142",
            " 212000 0142",
            "162120000142",
            "212000–0142",
        ] {
            assert_eq!(read(written).as_deref(), Ok("2120000142"), "{written}");
        }
        assert_eq!(read(" "), Ok(String::new()));
        assert_eq!(shown("2120000142"), "212000-0142");
    }

    #[test]
    fn a_person_is_not_an_organisation() {
        assert_eq!(read("811218-9876"), Err(Wrong::Personal));
        assert_eq!(read("19811218-9876"), Err(Wrong::Personal));
        for wrong in ["212000-0143", "212000", "abc", "21200001421"] {
            assert_eq!(read(wrong), Err(Wrong::NoNumber), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again_the_same(written in "[0-9 –-]{0,14}|\\PC{0,20}") {
            if let Ok(number) = read(&written) {
                prop_assert_eq!(read(&shown(&number)), Ok(number));
            }
        }
    }
}
