//! The second factor: one-time codes after RFC 6238 (SHA-1, six digits, thirty seconds), as every phone app makes them.

use jiff::Timestamp;
use web::Fault;

const STEP_SECONDS: i64 = 30;

/// A fresh secret in base32, for the phone.
pub(crate) fn secret(bytes: [u8; 20]) -> String {
    data_encoding::BASE32_NOPAD.encode(&bytes)
}

/// The address the phone reads from the picture.
pub(crate) fn address(secret: &str, account: &str, issuer: &str) -> String {
    let plain = |text: &str| -> String {
        text.bytes()
            .map(|b| {
                if b.is_ascii_alphanumeric() || b == b'@' || b == b'.' {
                    char::from(b).to_string()
                } else {
                    format!("%{b:02X}")
                }
            })
            .collect()
    };
    let (issuer, account) = (plain(issuer), plain(account));
    format!("otpauth://totp/{issuer}:{account}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30")
}

/// The same as a picture.
pub(crate) fn picture(address: &str) -> Result<String, Fault> {
    let code = qrcode::QrCode::new(address.as_bytes()).map_err(Fault::internal)?;
    let svg = code
        .render::<qrcode::render::svg::Color<'_>>()
        .min_dimensions(220, 220)
        .build();
    Ok(svg.split_once("?>").map_or(svg.clone(), |(_, rest)| rest.to_owned()))
}

/// The time step the code belongs to: now, or one step off either way for a slow clock. `None` when it is none of them.
pub(crate) fn step_of(secret: &str, code: &str, now: Timestamp) -> Option<i64> {
    let key = data_encoding::BASE32_NOPAD.decode(secret.as_bytes()).ok()?;
    let typed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let present = now.as_second() / STEP_SECONDS;
    [present, present - 1, present + 1]
        .into_iter()
        .find(|step| same(&code_at(&key, *step), &typed))
}

/// Compares without telling by time where the difference is.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |acc, (x, y)| acc | (x ^ y)) == 0
}

fn code_at(key: &[u8], step: i64) -> String {
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_secret(key.to_vec())
        .build_noncompliant();
    totp.generate(u64::try_from(step * STEP_SECONDS).unwrap_or(0))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238 appendix B, the SHA-1 rows, last six digits.
    #[test]
    fn codes_are_those_of_the_rfc() {
        let secret = data_encoding::BASE32_NOPAD.encode(b"12345678901234567890");
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(&secret, code, now), Some(second / 30), "{second}");
        }
        assert_eq!(step_of(&secret, "000000", Timestamp::from_second(59).unwrap()), None);
    }
}
