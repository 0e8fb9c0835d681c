//! What a person sent, kept exactly as typed so that a page can come back with it; and what was wrong with it.

use crate::Fault;
use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use jiff::civil::Date;
use std::sync::Arc;

/// A field holds at most this many characters; a longer one is an attack or an accident.
const FIELD_LIMIT: usize = 200_000;
/// A form has at most this many fields.
const FIELDS_LIMIT: usize = 5_000;

/// A sent form.
#[derive(Debug, Clone, Default)]
pub struct Form {
    fields: Arc<Vec<(String, String)>>,
    files: Arc<Vec<(String, Upload)>>,
}

/// A sent file.
#[derive(Debug, Clone)]
pub struct Upload {
    /// The name on the sender's device, without any folder.
    pub name: String,
    /// What the sender's device says it is. Never trusted.
    pub media_type: String,
    /// The content.
    pub bytes: Bytes,
}

impl Form {
    /// A form made by the program itself: tests and the demonstration.
    pub fn from_pairs<K: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (K, V)>) -> Form {
        let fields = pairs
            .into_iter()
            .map(|(key, value)| (key.into(), value.into()))
            .collect();
        Form {
            fields: Arc::new(fields),
            files: Arc::default(),
        }
    }

    pub(crate) async fn read(headers: &HeaderMap, body: Bytes) -> Result<Option<Form>, Fault> {
        let kind = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if let Ok(boundary) = multer::parse_boundary(kind) {
            return Self::read_multipart(boundary, body).await.map(Some);
        }
        if kind.starts_with("application/x-www-form-urlencoded") {
            let fields = parse_urlencoded(&body)?;
            return Ok(Some(Form {
                fields: Arc::new(fields),
                files: Arc::default(),
            }));
        }
        Ok(None)
    }

    async fn read_multipart(boundary: String, body: Bytes) -> Result<Form, Fault> {
        let unreadable = |_| Fault::BadRequest("web-fault-unreadable-form");
        let stream = futures_once(body);
        let mut parts = multer::Multipart::new(stream, boundary);
        let (mut fields, mut files) = (Vec::new(), Vec::new());
        while let Some(part) = parts.next_field().await.map_err(unreadable)? {
            if fields.len() + files.len() >= FIELDS_LIMIT {
                return Err(Fault::TooLarge);
            }
            let name = part.name().unwrap_or_default().to_owned();
            if let Some(file_name) = part.file_name().map(bare_name) {
                let media_type = part.content_type().map(ToString::to_string).unwrap_or_default();
                let bytes = part.bytes().await.map_err(unreadable)?;
                if !file_name.is_empty() {
                    files.push((
                        name,
                        Upload {
                            name: file_name,
                            media_type,
                            bytes,
                        },
                    ));
                }
            } else {
                fields.push((name, checked(part.bytes().await.map_err(unreadable)?.to_vec())?));
            }
        }
        Ok(Form {
            fields: Arc::new(fields),
            files: Arc::new(files),
        })
    }

    /// The field as typed.
    pub fn raw(&self, name: &str) -> String {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
            .unwrap_or_default()
    }

    /// The field without blanks around it; empty when it was not sent.
    pub fn text(&self, name: &str) -> String {
        self.raw(name).trim().to_owned()
    }

    /// All values of a field (tick boxes).
    pub fn all(&self, name: &str) -> Vec<String> {
        self.fields
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.trim().to_owned())
            .collect()
    }

    /// Whether the field was sent (buttons, tick boxes).
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(key, _)| key == name)
    }

    /// All fields, in the order they stood.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The file, if one was chosen.
    pub fn file(&self, name: &str) -> Option<&Upload> {
        self.files.iter().find(|(key, _)| key == name).map(|(_, file)| file)
    }

    /// A whole number; blanks between digits are allowed.
    pub fn int(&self, name: &str) -> Option<i64> {
        let text: String = self.raw(name).chars().filter(|c| !c.is_whitespace()).collect();
        text.replace('−', "-").parse().ok()
    }

    /// A date from `name-day`, `name-month`, `name-year`, or from `name` as year-month-day. `Ok(None)` when empty.
    #[expect(
        clippy::result_unit_err,
        reason = "the page knows the field and says what is missing"
    )]
    pub fn date(&self, name: &str) -> Result<Option<Date>, ()> {
        let whole = self.text(name);
        if !whole.is_empty() {
            return whole.parse().map(Some).map_err(|_| ());
        }
        let parts = ["year", "month", "day"].map(|part| self.text(&format!("{name}-{part}")));
        if parts.iter().all(String::is_empty) {
            return Ok(None);
        }
        let [year, month, day] = parts;
        let year: i16 = year.parse().map_err(|_| ())?;
        if !(1900..=2200).contains(&year) {
            return Err(());
        }
        Date::new(year, month.parse().map_err(|_| ())?, day.parse().map_err(|_| ())?)
            .map(Some)
            .map_err(|_| ())
    }

    /// The date as typed, ready to stand in the form again: ISO, or empty.
    pub fn date_text(&self, name: &str) -> String {
        self.date(name)
            .ok()
            .flatten()
            .map(|date| date.to_string())
            .unwrap_or_else(|| self.text(name))
    }
}

fn futures_once(body: Bytes) -> impl futures_core::Stream<Item = Result<Bytes, std::convert::Infallible>> {
    OnceStream(Some(body))
}

struct OnceStream(Option<Bytes>);

impl futures_core::Stream for OnceStream {
    type Item = Result<Bytes, std::convert::Infallible>;
    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

/// Some devices send the whole path.
fn bare_name(name: &str) -> String {
    name.rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_control())
        .take(200)
        .collect()
}

/// Bytes to text as a browser sends it: UTF-8, `\r\n` as `\n`, no NUL (which neither engine stores alike).
fn checked(bytes: Vec<u8>) -> Result<String, Fault> {
    let text = String::from_utf8(bytes).map_err(|_| Fault::BadRequest("web-fault-encoding"))?;
    if text.len() > FIELD_LIMIT {
        return Err(Fault::TooLarge);
    }
    if text.contains('\r') || text.contains('\0') {
        return Ok(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', ""));
    }
    Ok(text)
}

pub(crate) fn parse_urlencoded(body: &[u8]) -> Result<Vec<(String, String)>, Fault> {
    let mut fields = Vec::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if fields.len() >= FIELDS_LIMIT {
            return Err(Fault::TooLarge);
        }
        let cut = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        let value = pair.get(cut + 1..).unwrap_or_default();
        fields.push((checked(decode(&pair[..cut]))?, checked(decode(value))?));
    }
    Ok(fields)
}

fn decode(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter().copied();
    while let Some(byte) = rest.next() {
        let made = match byte {
            b'+' => b' ',
            b'%' => {
                let mut ahead = rest.clone();
                match (ahead.next().and_then(hex), ahead.next().and_then(hex)) {
                    (Some(high), Some(low)) => {
                        rest = ahead;
                        high * 16 + low
                    }
                    _ => b'%',
                }
            }
            other => other,
        };
        out.push(made);
    }
    out
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// What was wrong with a form: one message for each field, in the order of the page.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    list: Vec<(String, String)>,
}

impl Errors {
    /// Notes a fault. `field` is the id of the input; `message` names the remedy.
    pub fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.list.push((field.into(), message.into()));
    }

    /// Nothing was wrong.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The message for that field.
    pub fn on(&self, field: &str) -> Option<&str> {
        self.list
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, message)| message.as_str())
    }

    /// All messages: `(field, message)`.
    pub fn list(&self) -> &[(String, String)] {
        &self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_typed() {
        let fields = parse_urlencoded("a=B%C3%A5t+1&tom=&x=100%25&y=%zz".as_bytes()).unwrap();
        let form = Form {
            fields: Arc::new(fields),
            files: Arc::default(),
        };
        assert_eq!(
            (form.text("a"), form.text("x"), form.text("y")),
            ("Båt 1".into(), "100%".into(), "%zz".into())
        );
        assert!(form.has("tom") && !form.has("saknas"));
    }

    #[test]
    fn wrong_encoding_is_refused_and_not_guessed() {
        assert!(matches!(parse_urlencoded(b"a=%E5"), Err(Fault::BadRequest(_))));
    }

    #[test]
    fn a_date_is_whole_or_faulty() {
        let form = |pairs: &[(&str, &str)]| Form::from_pairs(pairs.iter().copied());
        let parts = [("d-day", "17"), ("d-month", "3"), ("d-year", "2026")];
        assert_eq!(form(&parts).date("d"), Ok(Some(jiff::civil::date(2026, 3, 17))));
        assert_eq!(
            form(&[("d-day", "17"), ("d-month", ""), ("d-year", "2026")]).date("d"),
            Err(())
        );
        assert_eq!(
            form(&[("d-day", "31"), ("d-month", "2"), ("d-year", "2026")]).date("d"),
            Err(())
        );
        assert_eq!(form(&[]).date("d"), Ok(None));
    }
}
