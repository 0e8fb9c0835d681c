//! Interface texts live in Fluent files, in both languages, each key used and each used key there;
//! templates and code hold none; and what is written keeps to klarspråk (no abbreviations, no "klicka här").

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::house::{House, Room, files};
use crate::markup;
use crate::source::Rust;
use crate::stage::Outcome;

/// Calls whose first text is always a key; what stands right before the literal.
const ASKS: &[&str] = &[
    ".t(",
    ".tn(",
    ".ta(",
    "Gone(",
    "BadRequest(",
    "Rule { key:",
    "title_key:",
    "label_key:",
];

/// Findings about keys, languages and words.
pub fn run(house: &House) -> Result<Outcome> {
    let mut findings = Vec::new();
    let mut keys: BTreeMap<String, String> = BTreeMap::new();
    for room in house.rooms() {
        collect_keys(house, &room, &mut keys, &mut findings)?;
    }
    let mut uses = Uses::default();
    for room in house.rooms() {
        let samples = room.test_modules();
        for path in files(&room.path, "rs") {
            let text = std::fs::read_to_string(&path)?;
            let place = house.short(&path).display().to_string();
            uses.in_rust(&place, &Rust::read(&text));
            let sample = path
                .file_stem()
                .is_some_and(|stem| samples.contains(&*stem.to_string_lossy()));
            if room.folder != "app" && !is_test(&place) && !sample {
                swedish_in_code(&place, &Rust::read(&text), &mut findings);
            }
        }
        for path in files(&room.path.join("templates"), "html") {
            let text = std::fs::read_to_string(&path)?;
            let place = house.short(&path).display().to_string();
            uses.in_template(&place, &text);
            for (line, word) in markup::visible_words(&text) {
                if !house.rules.texts.names.contains(&word) {
                    findings.push(format!("{place}:{line}: interface text in a template: «{word}»"));
                }
            }
        }
    }
    for path in files(&house.root.join("content"), "toml")
        .iter()
        .chain(&files(&house.root.join("content"), "md"))
    {
        let text = std::fs::read_to_string(path)?;
        let place = house.short(path).display().to_string();
        uses.in_content(&text);
        if path.extension().is_some_and(|ending| ending == "toml") {
            plain_content(house, &place, &text, &mut findings);
        } else if !place.ends_with(".en.md") {
            plain(house, &place, &text, &mut findings);
        }
    }
    for (key, place) in &uses.asked {
        if !keys.contains_key(key) && !uses.begun_by(key) {
            findings.push(format!("{place}: the key `{key}` has no text"));
        }
    }
    for (key, place) in &keys {
        if !uses.of(key) {
            findings.push(format!("{place}: the key `{key}` is used nowhere"));
        }
    }
    Ok(Outcome::of(findings, format!("{} keys in two languages", keys.len())))
}

fn is_test(place: &str) -> bool {
    place.ends_with("tests.rs") || place.contains("/tests/") || place.contains("testkit/")
}

/// The keys of a room, which must be the same in both languages and take the same arguments.
fn collect_keys(
    house: &House,
    room: &Room,
    keys: &mut BTreeMap<String, String>,
    findings: &mut Vec<String>,
) -> Result<()> {
    let (swedish, english) = (room.path.join("texts/sv.ftl"), room.path.join("texts/en.ftl"));
    if !swedish.is_file() && !english.is_file() {
        return Ok(());
    }
    let sv = messages(house, &swedish, findings);
    let en = messages(house, &english, findings);
    for key in sv.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (sv.get(key), en.get(key)) {
            (Some(ours), Some(theirs)) if ours.arguments != theirs.arguments => findings.push(format!(
                "{}: `{key}` takes {:?}, in English {:?}",
                ours.place, ours.arguments, theirs.arguments
            )),
            (Some(ours), None) => findings.push(format!("{}: `{key}` has no English text", ours.place)),
            (None, Some(theirs)) => findings.push(format!("{}: `{key}` has no Swedish text", theirs.place)),
            _ => {}
        }
    }
    if let Ok(text) = std::fs::read_to_string(&swedish) {
        let place = house.short(&swedish).display().to_string();
        plain(house, &place, &text, findings);
        for (number, line) in text.lines().enumerate() {
            if line.contains('!') && !line.trim_start().starts_with('#') {
                findings.push(format!("{place}:{}: an exclamation mark", number + 1));
            }
        }
    }
    for (key, message) in sv.into_iter().chain(en) {
        keys.entry(key).or_insert(message.place);
    }
    Ok(())
}

struct Message {
    place: String,
    arguments: BTreeSet<String>,
}

fn messages(house: &House, path: &Path, findings: &mut Vec<String>) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let place = house.short(path).display().to_string();
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                findings.push(format!("{place}:{}: {}", line_at(&text, error.pos.start), error.kind));
            }
            resource
        }
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_string();
        let line = text.lines().position(|line| {
            line.strip_prefix(&*key)
                .is_some_and(|rest| rest.trim_start().starts_with('='))
        });
        let mut arguments = BTreeSet::new();
        if let Some(value) = &message.value {
            pattern_arguments(value, &mut arguments);
        }
        let place = format!("{place}:{}", line.map_or(0, |line| line + 1));
        if found
            .insert(
                key.clone(),
                Message {
                    place: place.clone(),
                    arguments,
                },
            )
            .is_some()
        {
            findings.push(format!("{place}: `{key}` stands twice"));
        }
    }
    found
}

fn line_at(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().matches('\n').count() + 1
}

fn pattern_arguments(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_arguments(expression, arguments);
        }
    }
}

fn expression_arguments(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => inline_arguments(inline, arguments),
        Expression::Select { selector, variants } => {
            inline_arguments(selector, arguments);
            for variant in variants {
                pattern_arguments(&variant.value, arguments);
            }
        }
    }
}

fn inline_arguments(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_string());
        }
        InlineExpression::Placeable { expression } => expression_arguments(expression, arguments),
        InlineExpression::FunctionReference { arguments: given, .. } => {
            for one in &given.positional {
                inline_arguments(one, arguments);
            }
        }
        _ => {}
    }
}

/// Which keys the code and the templates ask for.
#[derive(Default)]
struct Uses {
    /// Keys that are surely asked for, and where.
    asked: BTreeMap<String, String>,
    /// Every literal that could be a key.
    named: BTreeSet<String>,
    /// Beginnings that keys are made from: `format!("level-{key}")`, `"level-" ~ key`.
    begun: BTreeSet<String>,
}

impl Uses {
    fn of(&self, key: &str) -> bool {
        self.named.contains(key) || self.begun_by(key)
    }

    fn begun_by(&self, key: &str) -> bool {
        self.begun.iter().any(|begin| key.starts_with(begin.as_str()))
    }

    fn literal(&mut self, text: &str) {
        if let Some(at) = text.find('{') {
            self.beginning(&text[..at]);
        } else if text.ends_with('-') {
            self.beginning(text);
        } else if is_key(text) {
            self.named.insert(text.to_string());
        }
    }

    /// A beginning counts from two parts on (`identity-role-`), so that one careless `"identity-"` hides nothing.
    fn beginning(&mut self, text: &str) {
        if text.ends_with('-') && text.matches('-').count() >= 2 && is_key(text.trim_end_matches('-')) {
            self.begun.insert(text.to_string());
        }
    }

    fn in_rust(&mut self, place: &str, rust: &Rust) {
        for literal in &rust.literals {
            self.literal(&literal.text);
            if is_key(&literal.text)
                && literal.at < rust.tests_from
                && ASKS.iter().any(|ask| rust.before(literal).ends_with(ask))
            {
                self.asked
                    .entry(literal.text.clone())
                    .or_insert(format!("{place}:{}", literal.line));
            }
        }
    }

    fn in_template(&mut self, place: &str, template: &str) {
        for (number, line) in template.lines().enumerate() {
            let mut pieces = line.split('"');
            let mut before = pieces.next().unwrap_or_default();
            // Every second piece between quotation marks is a literal or an attribute; attributes are no keys in use.
            for piece in pieces {
                self.literal(piece);
                if is_key(piece) && ASKS.iter().any(|ask| before.trim_end().ends_with(ask)) {
                    self.asked
                        .entry(piece.to_string())
                        .or_insert(format!("{place}:{}", number + 1));
                }
                before = piece;
            }
        }
    }

    fn in_content(&mut self, text: &str) {
        for word in text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
            if is_key(word) {
                self.named.insert(word.to_string());
            }
        }
    }
}

fn is_key(text: &str) -> bool {
    text.contains('-')
        && !text.ends_with('-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Swedish letters in a text of several words are interface text, which belongs in Fluent or in content.
fn swedish_in_code(place: &str, rust: &Rust, findings: &mut Vec<String>) {
    for literal in &rust.literals {
        let swedish = literal.text.contains(['å', 'ä', 'ö', 'Å', 'Ä', 'Ö']);
        if swedish && literal.text.trim().contains(' ') && literal.at < rust.tests_from {
            let text: String = literal.text.chars().take(50).collect();
            findings.push(format!(
                "{place}:{}: interface text in code: «{}»",
                literal.line,
                text.replace('\n', " ")
            ));
        }
    }
}

/// Words that klarspråk does without.
fn plain(house: &House, place: &str, text: &str, findings: &mut Vec<String>) {
    for (number, line) in text.lines().enumerate() {
        if line.trim_start().starts_with('#') && place.ends_with(".ftl") {
            continue;
        }
        let lower = line.to_lowercase();
        for word in &house.rules.texts.avoid {
            if whole_word(&lower, word) {
                findings.push(format!("{place}:{}: «{word}» (ux.md 6.1)", number + 1));
            }
        }
    }
}

/// As [`plain`], for the Swedish texts of a pack: every text but those under the key `en`.
fn plain_content(house: &House, place: &str, text: &str, findings: &mut Vec<String>) {
    let content = match text.parse::<toml::Table>() {
        Ok(content) => toml::Value::Table(content),
        Err(error) => {
            findings.push(format!("{place}: {}", error.message()));
            return;
        }
    };
    let mut texts = Vec::new();
    swedish_texts(&content, &mut texts);
    for found in texts {
        let lower = found.to_lowercase();
        for word in house.rules.texts.avoid.iter().filter(|word| whole_word(&lower, word)) {
            let start: String = found.chars().take(40).collect();
            let line = text
                .find(start.lines().next().unwrap_or_default())
                .map_or(0, |at| line_at(text, at));
            findings.push(format!("{place}:{line}: «{word}» (ux.md 6.1) in «{start}»"));
        }
    }
}

fn swedish_texts<'a>(value: &'a toml::Value, texts: &mut Vec<&'a str>) {
    match value {
        // A text of one word is a key or a code, not something to read.
        toml::Value::String(text) if text.contains(' ') => texts.push(text),
        toml::Value::Array(values) => values.iter().for_each(|value| swedish_texts(value, texts)),
        toml::Value::Table(table) => {
            table
                .iter()
                .filter(|(key, _)| *key != "en")
                .for_each(|(_, value)| swedish_texts(value, texts));
        }
        _ => {}
    }
}

fn whole_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().unwrap_or(' ');
        let after = line[at + word.len()..].chars().next().unwrap_or(' ');
        let joined = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        !joined(before) && !joined(after)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_made_from_parts_count_as_used() {
        let mut uses = Uses::default();
        uses.in_rust(
            "a.rs",
            &Rust::read("cx.t(&format!(\"method-level-{level}\")); cx.t(\"web-x\"); f(\"field-id\")"),
        );
        uses.in_template(
            "a.html",
            "<p id=\"some-id\">{{ cx.t(\"web-lead\") }}{{ cx.t(\"cases-outcome-\" ~ x) }}",
        );
        assert!(uses.of("method-level-dialogue") && uses.of("cases-outcome-yes") && uses.of("web-lead"));
        assert!(!uses.of("method-other") && !uses.of("web-y"));
        assert_eq!(uses.asked.keys().collect::<Vec<_>>(), ["web-lead", "web-x"]);
    }

    #[test]
    fn whole_words_only() {
        assert!(whole_word("skriv t.ex. så", "t.ex.") && whole_word("vänligen fyll", "vänligen"));
        assert!(!whole_word("feedback-on", "feedback"));
    }
}
