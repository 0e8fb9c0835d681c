//! Standing phrases of proposals for decision. They are written as if already decided, so that they can be moved into the
//! minutes: independent sentences, one action each (design-civil-law.md 4.4).

use crate::model::Assignment;
use web::Cx;

/// A phrase that can be put into the proposal: its word in the form, and the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub code: String,
    pub sentence: String,
}

/// The phrases for a dialogue. One that ends each open assignment comes with its own day and paragraph.
pub(crate) fn phrases(cx: &Cx, body: &str, office: &str, title: &str, assignments: &[Assignment]) -> Vec<Phrase> {
    let fixed = |code: &str| {
        let values = [
            ("body", body.into()),
            ("office", office.into()),
            ("title", title.into()),
        ];
        Phrase {
            code: code.to_owned(),
            sentence: cx.ta(&format!("cases-phrase-{code}"), &values),
        }
    };
    let ended = |one: &Assignment| {
        let office = if one.responsible.is_empty() {
            office
        } else {
            &one.responsible
        };
        let cited = cited(cx, one.decided_on, &one.paragraph);
        let values = [
            ("office", genitive(office).into()),
            ("cited", cited.into()),
            ("wording", one.wording.as_str().into()),
        ];
        Phrase {
            code: format!("ends-{}", one.id),
            sentence: cx.ta("cases-phrase-ends", &values),
        }
    };
    let open = assignments.iter().filter(|one| one.status().is_open());
    let mut list = vec![fixed("note")];
    list.extend(open.map(ended));
    list.extend(["assign", "adopt", "approve"].map(fixed));
    list
}

/// "22 april 2024 (§ 69)", as the municipality cites a decision.
pub(crate) fn cited(cx: &Cx, day: jiff::civil::Date, paragraph: &str) -> String {
    let day = cx.short_date(&day);
    if paragraph.is_empty() {
        day
    } else {
        format!("{day} (§ {paragraph})")
    }
}

/// The Swedish genitive of a name: "Kommunstyrelsens", "Danderyds".
pub(crate) fn genitive(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() || name.ends_with(['s', 'x', 'z', 'S', 'X', 'Z']) {
        name.to_owned()
    } else {
        format!("{name}s")
    }
}

/// The proposal with the phrases added that do not stand there already, one a line.
pub(crate) fn with_phrases(written: &str, chosen: &[String]) -> String {
    let mut text = written.trim_end().to_owned();
    for sentence in chosen {
        if !text.contains(sentence.as_str()) {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(sentence);
        }
    }
    text
}
