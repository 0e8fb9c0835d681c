//! Reads templates as far as the checks need: which letters a person would see, and which texts are asked for.

/// Words that stand in a template as text or in an attribute that is read aloud, with their lines.
pub fn visible_words(template: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let bare = without_attributes(&without_expressions(&without_settings(template)));
    let mut rest = bare.as_str();
    let mut line = 1;
    while let Some(open) = rest.find('<') {
        note(&rest[..open], line, &mut found);
        line += rest[..open].matches('\n').count();
        rest = &rest[open..];
        let length = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else {
            tag_length(rest)
        };
        let tag = &rest[..length];
        if !tag.starts_with("<!") {
            for value in read_attributes(tag) {
                note(&value, line, &mut found);
            }
        }
        line += tag.matches('\n').count();
        rest = &rest[length..];
    }
    note(rest, line, &mut found);
    found
}

/// Blanks blocks that set a word for the layout, such as `{% block width %}narrow{% endblock %}`: no text for people.
fn without_settings(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    for line in template.split_inclusive('\n') {
        let set = line
            .trim()
            .strip_prefix("{% block ")
            .and_then(|rest| rest.strip_suffix("{% endblock %}"));
        let word = set
            .and_then(|rest| rest.split_once(" %}"))
            .filter(|(name, _)| *name != "title")
            .map(|(_, word)| word);
        let setting = word.is_some_and(|word| word.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == ' '));
        out.push_str(if setting { "\n" } else { line });
    }
    out
}

/// Blanks `name="value"` that stands outside a tag: a macro that writes attributes.
fn without_attributes(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut inside_tag = false;
    for line in template.split_inclusive('\n') {
        let mut rest = line;
        while let Some(at) = rest.find(['<', '>', '=']) {
            let (before, sign) = (&rest[..at], rest.as_bytes()[at]);
            let value = rest[at + 1..].strip_prefix('"').and_then(|value| value.find('"'));
            match (sign, value) {
                (b'=', Some(end)) if !inside_tag => {
                    out.push_str(before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '-'));
                    rest = &rest[at + end + 3..];
                }
                _ => {
                    inside_tag = if sign == b'=' { inside_tag } else { sign == b'<' };
                    out.push_str(&rest[..=at]);
                    rest = &rest[at + 1..];
                }
            }
        }
        out.push_str(rest);
    }
    out
}

/// The template with expressions, statements and comments blanked.
fn without_expressions(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((at, close)) = next_opening(rest) {
        out.push_str(&rest[..at]);
        let inside = &rest[at..];
        let end = inside.find(close).map_or(inside.len(), |end| end + close.len());
        // One blank keeps words apart; line ends keep the count.
        out.push(' ');
        out.extend(inside[..end].chars().filter(|letter| *letter == '\n'));
        rest = &inside[end..];
    }
    out.push_str(rest);
    out
}

fn next_opening(text: &str) -> Option<(usize, &'static str)> {
    [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
        .iter()
        .filter_map(|(open, close)| text.find(open).map(|at| (at, *close)))
        .min_by_key(|(at, _)| *at)
}

fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            (None, '>') => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Values of attributes that people meet as text.
fn read_attributes(tag: &str) -> Vec<String> {
    const READ: &[&str] = &[
        "alt",
        "aria-label",
        "title",
        "placeholder",
        "aria-description",
        "summary",
        "label",
    ];
    let mut names: Vec<&str> = READ.to_vec();
    if tag.starts_with("<input") && (tag.contains("type=\"submit\"") || tag.contains("type=\"button\"")) {
        names.push("value");
    }
    let mut values = Vec::new();
    for name in names {
        for (at, _) in tag.match_indices(&format!("{name}=\"")) {
            if !tag[..at].ends_with(char::is_whitespace) {
                continue;
            }
            let value = &tag[at + name.len() + 2..];
            values.push(value[..value.find('"').unwrap_or(value.len())].to_string());
        }
    }
    values
}

fn note(text: &str, line: usize, found: &mut Vec<(usize, String)>) {
    for (offset, part) in text.lines().enumerate() {
        let clean = without_entities(part);
        for word in clean.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.')) {
            if word.chars().any(char::is_alphabetic) {
                found.push((line + offset, word.trim_matches(['-', '.']).to_string()));
            }
        }
    }
}

fn without_entities(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        match tail.find(';').filter(|end| *end < 12 && !tail[..*end].contains(' ')) {
            Some(end) => rest = &tail[end + 1..],
            None => {
                out.push('&');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_meets_is_a_word() {
        let template = "{# why #}{% block main %}\n<p class=\"lead\">{{ cx.t(\"x\") }} · &nbsp;</p>\n<!-- no -->\n\
                        <img alt=\"Karta\" src=\"a.png\"><button aria-label='{{ x }}'>Skicka svar</button>";
        let words: Vec<String> = visible_words(template)
            .into_iter()
            .map(|(line, word)| format!("{line}:{word}"))
            .collect();
        assert_eq!(words, ["4:Karta", "4:Skicka", "4:svar"]);
    }

    #[test]
    fn words_for_the_layout_and_written_attributes_are_no_text() {
        let template = "{% block width %}narrow{% endblock %}\n{% block title %}Rubrik{% endblock %}\n\
                        {% macro m() %} aria-invalid=\"true\" id=\"{{ x }}-hint\"{% endmacro %}\n\
                        <button name=\"a\" value=\"ljus\"{% if x %} class=\"b\"{% endif %}>{{ y }}</button>";
        let words: Vec<String> = visible_words(template)
            .into_iter()
            .map(|(line, word)| format!("{line}:{word}"))
            .collect();
        assert_eq!(words, ["2:Rubrik"]);
    }
}
