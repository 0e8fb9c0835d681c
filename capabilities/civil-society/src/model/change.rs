//! A change that an organisation asks for, and how it meets what the register says by then. Officials may have written in between: what
//! they changed stays, unless the organisation changed the same fact, which a person must choose between.

use super::choices;
use super::organisation::{Draft, Kind};
use jiff::civil::Date;
use serde_json::{Value, json};

choices! {
    /// What came of a change that an organisation asked for.
    Verdict {
        Approved = "approved", "civil-change-approved";
        Refused = "refused", "civil-change-refused";
        /// The organisation sent another.
        Replaced = "replaced", "civil-change-replaced";
    }
}

/// The facts that an organisation can want changed, with the keys of their names. The source is the municipality's own note.
pub(crate) const FACTS: &[(&str, &str)] = &[
    ("name", "civil-field-name"),
    ("number", "civil-field-number"),
    ("kind", "civil-field-kind"),
    ("aims", "civil-field-aims"),
    ("topics", "civil-field-topics"),
    ("groups", "civil-field-groups"),
    ("areas", "civil-field-areas"),
    ("website", "civil-field-website"),
    ("contact-role", "civil-field-contact-role"),
    ("contact-address", "civil-field-contact-address"),
    ("meeting", "civil-field-meeting"),
];

/// The facts as they are kept with a change.
pub(crate) fn facts_of(draft: &Draft) -> Value {
    json!({
        "name": draft.name,
        "number": draft.number,
        "kind": draft.kind.code(),
        "aims": draft.aims,
        "topics": draft.topics,
        "groups": draft.groups,
        "areas": draft.areas,
        "website": draft.website,
        "contact-role": draft.contact_role,
        "contact-address": draft.contact_address,
        "meeting": draft.meeting_on.map(|day| day.to_string()),
    })
}

/// The draft that facts make, with the source that stands.
pub(crate) fn draft_of(facts: &Value, source: &str) -> Draft {
    let text = |key: &str| facts[key].as_str().unwrap_or_default().to_owned();
    let list = |key: &str| super::list_of(facts[key].clone());
    Draft {
        name: text("name"),
        number: text("number"),
        kind: Kind::from_code(&text("kind")).unwrap_or(Kind::Other),
        aims: text("aims"),
        topics: list("topics"),
        groups: list("groups"),
        areas: list("areas"),
        website: text("website"),
        contact_role: text("contact-role"),
        contact_address: text("contact-address"),
        source: source.to_owned(),
        meeting_on: text("meeting").parse::<Date>().ok(),
    }
}

/// What a change makes of the register.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Merged {
    /// The facts to write.
    pub facts: Value,
    /// Keys of the facts that the organisation changed.
    pub changed: Vec<&'static str>,
    /// Those of them that somebody else changed meanwhile, to something else.
    pub disputed: Vec<&'static str>,
}

/// Lays a change over what stands: only what differs between `stood` (when it was written) and `wanted` is taken.
pub(crate) fn merge(stood: &Value, wanted: &Value, stands: &Value) -> Merged {
    let mut merged = Merged {
        facts: stands.clone(),
        changed: Vec::new(),
        disputed: Vec::new(),
    };
    for &(key, _) in FACTS {
        if stood[key] == wanted[key] {
            continue;
        }
        merged.changed.push(key);
        if stands[key] != stood[key] && stands[key] != wanted[key] {
            merged.disputed.push(key);
        }
        merged.facts[key] = wanted[key].clone();
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn draft(name: &str, aims: &str, topics: &[&str]) -> Draft {
        Draft {
            name: name.into(),
            aims: aims.into(),
            topics: topics.iter().map(|&one| one.to_owned()).collect(),
            meeting_on: Some(date(2026, 3, 1)),
            source: "Webbplatsen".into(),
            ..Draft::default()
        }
    }

    #[test]
    fn facts_are_kept_whole() {
        let whole = Draft {
            number: "8024000000".into(),
            groups: vec!["Barn".into()],
            areas: vec!["Norr".into(), "Söder".into()],
            website: "https://exempel.se".into(),
            contact_role: "Kansliet".into(),
            contact_address: "kansli@exempel.se".into(),
            kind: Kind::Network,
            ..draft("Scouterna", "Friluftsliv", &["scouting"])
        };
        assert_eq!(draft_of(&facts_of(&whole), "Webbplatsen"), whole);
        let keys: Vec<_> = FACTS.iter().map(|(key, _)| *key).collect();
        let facts = facts_of(&whole);
        let kept = facts.as_object().map(|map| map.len());
        assert_eq!(kept, Some(keys.len()), "each fact has a name");
        assert!(keys.iter().all(|key| !facts[*key].is_null()));
    }

    #[test]
    fn what_an_official_changed_meanwhile_stays_unless_the_organisation_changed_the_same() {
        let stood = facts_of(&draft("Scouterna", "Friluft", &["scouting"]));
        let wanted = facts_of(&draft("Scouterna", "Friluftsliv för alla", &["scouting", "läger"]));
        let stands = facts_of(&draft("Exempelby scoutkår", "Friluft och mat", &["scouting"]));
        let merged = merge(&stood, &wanted, &stands);
        assert_eq!(merged.changed, ["aims", "topics"]);
        assert_eq!(merged.disputed, ["aims"]);
        assert_eq!(merged.facts["name"], "Exempelby scoutkår");
        assert_eq!(merged.facts["aims"], "Friluftsliv för alla");
        // Both wrote the same: nobody needs to choose.
        assert_eq!(merge(&stood, &wanted, &wanted).disputed, Vec::<&str>::new());
    }

    proptest! {
        #[test]
        fn each_fact_comes_from_the_organisation_or_from_the_register(
            stood in "[a-c]{0,2}", wanted in "[a-c]{0,2}", stands in "[a-c]{0,2}", other in "[a-c]{0,2}"
        ) {
            let [first, second, third] = [&stood, &wanted, &stands].map(|aims| facts_of(&draft("Namn", aims, &[&other])));
            let merged = merge(&first, &second, &third);
            let taken = if stood == wanted { &stands } else { &wanted };
            prop_assert_eq!(merged.facts["aims"].as_str(), Some(taken.as_str()));
            prop_assert_eq!(&merged.facts["topics"], &third["topics"]);
            prop_assert!(merged.disputed.iter().all(|key| merged.changed.contains(key)));
            // Taking it again changes nothing more.
            prop_assert_eq!(merge(&first, &second, &merged.facts).facts, merged.facts);
        }
    }
}
