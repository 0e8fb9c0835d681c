//! Reads Rust source as far as the checks need: code without comments, and the string literals with their places.
//! A full parser would be slower to build than everything else in this tool together.

/// One string literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Literal {
    /// Counted from 1.
    pub line: usize,
    /// Where it begins in [`Rust::code`].
    pub at: usize,
    /// What it says, escapes undone where that matters (`\n`, `\"`, `\\`).
    pub text: String,
}

/// A Rust source, taken apart.
pub struct Rust {
    /// The code, with comments and the insides of strings blanked; same length and same lines as the source.
    pub code: String,
    pub literals: Vec<Literal>,
    /// From here on the file is its own tests (`#[cfg(test)]` followed by a `mod`).
    pub tests_from: usize,
}

impl Rust {
    /// Takes a source apart.
    pub fn read(text: &str) -> Rust {
        let mut reader = Reader {
            bytes: text.as_bytes(),
            code: vec![b' '; text.len()],
            literals: Vec::new(),
            at: 0,
            line: 1,
        };
        reader.read();
        // Blanking writes spaces and copies whole ASCII bytes only, so this is always UTF-8.
        let code = String::from_utf8(reader.code).unwrap_or_default();
        let tests_from = tests_begin(&code).unwrap_or(text.len());
        Rust {
            code,
            literals: reader.literals,
            tests_from,
        }
    }

    /// The line where `word` first stands in code outside the tests.
    pub fn line_of(&self, word: &str) -> Option<usize> {
        let at = self.code[..self.tests_from].find(word)?;
        Some(self.line_at(at))
    }

    /// As [`Rust::line_of`], and `path` is not the tail of a longer name.
    pub fn line_of_path(&self, path: &str) -> Option<usize> {
        let code = &self.code[..self.tests_from];
        let (at, _) = code.match_indices(path).find(|(at, _)| {
            let before = code[..*at].chars().next_back().unwrap_or(' ');
            !(before.is_alphanumeric() || before == '_')
        })?;
        Some(self.line_at(at))
    }

    /// The line, counted from 1, of a place in the code.
    pub fn line_at(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// Literals inside each call of `name!(…)`, with the call's place.
    pub fn macro_calls(&self, name: &str) -> Vec<(usize, Vec<&Literal>)> {
        let mut calls = Vec::new();
        for (at, _) in self.code.match_indices(name) {
            let before = self.code[..at].chars().next_back().unwrap_or(' ');
            let open = at + name.len();
            if before.is_alphanumeric() || before == '_' || !self.code[open..].starts_with(['(', '{', '[']) {
                continue;
            }
            let end = open + closing(&self.code[open..]);
            calls.push((at, self.literals.iter().filter(|l| l.at > open && l.at < end).collect()));
        }
        calls
    }

    /// What stands right before the literal in code, without the spaces.
    pub fn before(&self, literal: &Literal) -> &str {
        self.code[..literal.at].trim_end()
    }
}

/// Length up to the bracket that closes the first one.
fn closing(code: &str) -> usize {
    let mut depth = 0_i32;
    for (at, letter) in code.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    code.len()
}

fn tests_begin(code: &str) -> Option<usize> {
    code.match_indices("#[cfg(test)]")
        .find(|(at, mark)| code[at + mark.len()..].trim_start().starts_with("mod "))
        .map(|(at, _)| at)
}

struct Reader<'a> {
    bytes: &'a [u8],
    code: Vec<u8>,
    literals: Vec<Literal>,
    at: usize,
    line: usize,
}

impl Reader<'_> {
    fn read(&mut self) {
        while self.at < self.bytes.len() {
            let rest = &self.bytes[self.at..];
            if rest.starts_with(b"//") {
                self.skip(rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()));
            } else if rest.starts_with(b"/*") {
                self.skip(block_comment(rest));
            } else if let Some(hashes) = raw_opening(rest).filter(|_| !self.in_word()) {
                self.raw(hashes);
            } else if rest[0] == b'"' {
                self.plain();
            } else if rest[0] == b'\'' {
                let length = char_literal(rest);
                self.skip(length);
            } else {
                self.keep(1);
            }
        }
    }

    fn in_word(&self) -> bool {
        self.at > 0 && (self.bytes[self.at - 1].is_ascii_alphanumeric() || self.bytes[self.at - 1] == b'_')
    }

    fn keep(&mut self, count: usize) {
        for at in self.at..self.at + count {
            if self.bytes[at].is_ascii() {
                self.code[at] = self.bytes[at];
            }
        }
        self.skip(count);
    }

    fn skip(&mut self, count: usize) {
        let end = (self.at + count).min(self.bytes.len());
        for at in self.at..end {
            if self.bytes[at] == b'\n' {
                self.code[at] = b'\n';
                self.line += 1;
            }
        }
        self.at = end;
    }

    fn raw(&mut self, hashes: usize) {
        let opening = 2 + hashes;
        let mut close = vec![b'"'];
        close.extend(std::iter::repeat_n(b'#', hashes));
        let inside = &self.bytes[self.at + opening..];
        let length = inside
            .windows(close.len())
            .position(|window| window == close)
            .unwrap_or(inside.len());
        let text = String::from_utf8_lossy(&inside[..length]).into_owned();
        self.literals.push(Literal {
            line: self.line,
            at: self.at,
            text,
        });
        self.code[self.at] = b'"';
        self.skip(opening + length + close.len());
    }

    fn plain(&mut self) {
        let inside = &self.bytes[self.at + 1..];
        let mut length = 0;
        while length < inside.len() && inside[length] != b'"' {
            length += if inside[length] == b'\\' { 2 } else { 1 };
        }
        let text = String::from_utf8_lossy(&inside[..length.min(inside.len())]);
        self.literals.push(Literal {
            line: self.line,
            at: self.at,
            text: unescaped(&text),
        });
        self.code[self.at] = b'"';
        self.skip(length + 2);
    }
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => out.push('\n'),
            // A line that ends in a backslash goes on at the next word.
            Some('\n') => while letters.next_if(|next| next.is_whitespace()).is_some() {},
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

/// How many `#` a raw string opens with, if one opens here.
fn raw_opening(rest: &[u8]) -> Option<usize> {
    let after = rest.strip_prefix(b"r")?;
    let hashes = after.iter().take_while(|byte| **byte == b'#').count();
    (after.get(hashes) == Some(&b'"')).then_some(hashes)
}

fn block_comment(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// A character literal's length, or 1 for the tick of a lifetime.
fn char_literal(rest: &[u8]) -> usize {
    if rest.get(1) == Some(&b'\\') {
        let close = rest[2..].iter().skip(1).position(|byte| *byte == b'\'').unwrap_or(0);
        return close + 4;
    }
    // One letter may take up to four bytes.
    let close = rest.iter().skip(2).take(4).position(|byte| *byte == b'\'');
    match close {
        Some(0) => 3,
        Some(extra) if !rest[1].is_ascii() => extra + 3,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_not_code() {
        let rust = Rust::read(
            "let a = \"sql! // x\"; // sql!\n/* sql! /* deep */ */ let c = '\"'; let l: &'static str = r#\"a\"b\"#;",
        );
        assert_eq!(rust.line_of("sql!"), None);
        let texts: Vec<&str> = rust.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["sql! // x", "a\"b"]);
        assert!(rust.code.contains("static str"));
    }

    #[test]
    fn escapes_and_continued_lines_are_read() {
        let rust = Rust::read("x(\"a\\\"b \\\n   c\", '\\'', '\\\\', 'å', \"d\")");
        let texts: Vec<&str> = rust.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(texts, ["a\"b c", "d"]);
        assert_eq!(rust.literals[1].line, 2);
    }

    #[test]
    fn a_macro_call_holds_its_own_literals_only() {
        let rust = Rust::read("f(db::sql!(\"one\"), \"two\"); sql!(sqlite: \"three\", postgres: \"four\")");
        let calls = rust.macro_calls("sql!");
        let texts: Vec<Vec<&str>> = calls
            .iter()
            .map(|(_, l)| l.iter().map(|l| l.text.as_str()).collect())
            .collect();
        assert_eq!(texts, [vec!["one"], vec!["three", "four"]]);
    }

    #[test]
    fn the_tests_of_a_file_are_told_apart() {
        let rust = Rust::read("use axum::x;\n#[cfg(test)]\nmod tests { fn f() { lettre::y() } }");
        assert_eq!(rust.line_of_path("axum::"), Some(1));
        assert_eq!(rust.line_of_path("lettre::"), None);
        assert_eq!(Rust::read("myaxum::x;\nweb::axum::y").line_of_path("axum::"), Some(2));
    }
}
