//! JSON Schema for whoever edits a pack: names, kinds, closed words and what each pair is for, as the editor shows them. Made
//! from the types that read the files, so the two cannot differ. A schema knows one file at a time; whether references lead
//! somewhere and nothing is missing is told by the check.

use super::{raw, raw_courses, raw_information, raw_library};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The schema of a sort of file.
#[derive(Debug)]
pub struct Schema {
    /// What it is called, as `fields`.
    pub name: &'static str,
    /// The files it is for, as a pattern within the pack's folder.
    pub files: &'static str,
    /// JSON Schema, draft 7: the newest that editors of TOML know.
    pub schema: Value,
}

/// The schemas of all files of structure.
pub fn schemas() -> Vec<Schema> {
    vec![
        of::<raw::PackFile>("pack", "pack.toml"),
        of::<raw::LadderFile>("ladder", "ladder.toml"),
        of::<raw::FieldsFile>("fields", "fields.toml"),
        of::<raw::ProcessFile>("process", "processes/*.toml"),
        of::<raw::ChecklistFile>("checklists", "checklists.toml"),
        of::<raw::SheetsFile>("templates", "templates.toml"),
        of::<raw_library::HandbookFile>("handbook", "handbook.toml"),
        of::<raw_library::GlossaryFile>("glossary", "glossary.toml"),
        of::<raw_library::PrinciplesFile>("principles", "principles.toml"),
        of::<raw_library::MethodFile>("method", "methods/*.toml"),
        of::<raw_courses::CourseFile>("course", "courses/*/course.toml"),
        of::<raw_information::InformationFile>("information", "information.toml"),
        of::<raw_information::GuideFile>("guide", "guide.toml"),
    ]
}

/// Every sort of file of structure, as patterns.
pub(super) const STRUCTURE: [&str; 13] = [
    "pack.toml",
    "ladder.toml",
    "fields.toml",
    "processes/*.toml",
    "checklists.toml",
    "templates.toml",
    "handbook.toml",
    "glossary.toml",
    "principles.toml",
    "methods/*.toml",
    "courses/*/course.toml",
    "information.toml",
    "guide.toml",
];

/// Does a file's name fit the pattern, in which `*` is anything but a slash?
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), name.split('/').collect());
    let part = |(pattern, name): (&&str, &&str)| match pattern.split_once('*') {
        Some((before, after)) => name.starts_with(before) && name.ends_with(after),
        None => pattern == name,
    };
    pattern.len() == name.len() && pattern.iter().zip(&name).all(part)
}

fn of<T: JsonSchema>(name: &'static str, files: &'static str) -> Schema {
    let generator = SchemaGenerator::new(SchemaSettings::draft07());
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    every_object(&mut schema, &mut loosen);
    // The file itself is no entry: it need not name its key, and is not taken away.
    if let Some(whole) = schema.as_object_mut() {
        whole.remove("required");
    }
    if let Some(pairs) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        own_pairs(name, pairs);
    }
    removable(&mut schema);
    if name == "process" {
        inherits(&mut schema);
    }
    Schema { name, files, schema }
}

fn every_object(value: &mut Value, visit: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(pairs) => {
            visit(pairs);
            pairs.values_mut().for_each(|one| every_object(one, visit));
        }
        Value::Array(list) => list.iter_mut().for_each(|one| every_object(one, visit)),
        _ => {}
    }
}

/// A file that is laid over another, or inherits from one, says only what differs. So of what the whole must have only the
/// key remains.
fn loosen(object: &mut Map<String, Value>) {
    if let Some(Value::Array(required)) = object.get_mut("required") {
        required.retain(|one| one == "key");
    }
    if object.get("required").is_some_and(|left| left == &json!([])) {
        object.remove("required");
    }
}

/// An entry of the file's own lists can be taken away by its key.
fn removable(schema: &mut Value) {
    let lists = schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let entries: Vec<String> = lists
        .filter_map(|(_, list)| list.pointer("/items/$ref")?.as_str()?.strip_prefix('#'))
        .map(|entry| format!("{entry}/properties"))
        .collect();
    for entry in entries {
        if let Some(pairs) = schema.pointer_mut(&entry).and_then(Value::as_object_mut)
            && pairs.contains_key("key")
        {
            let description = "true takes the entry of this key away.";
            pairs.insert(
                "removed".into(),
                json!({ "type": "boolean", "description": description }),
            );
        }
    }
}

/// The pairs that say how files are laid over one another; they are gone before the types read the whole.
fn own_pairs(name: &str, pairs: &mut Map<String, Value>) {
    match name {
        "pack" => pairs.insert(
            "overlays".into(),
            json!({ "type": "string", "description": "The pack that these files are laid over." }),
        ),
        "process" => pairs.insert(
            "only".into(),
            json!({
                "type": "object",
                "description": "Which entries of a list remain, and in which order.",
                "additionalProperties": { "type": "array", "items": { "type": "string" } },
            }),
        ),
        _ => None,
    };
}

fn inherits(schema: &mut Value) {
    let pairs = schema.pointer_mut("/definitions/Template/properties");
    if let Some(pairs) = pairs.and_then(Value::as_object_mut) {
        pairs.insert(
            "extends".into(),
            json!({ "type": "string", "description": "The process it inherits everything from." }),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::embedded;

    fn value(text: &str) -> Value {
        let table: toml::Table = toml::from_str(text).expect("it parses");
        serde_json::to_value(table).expect("a table is JSON")
    }

    #[test]
    fn every_sort_of_structure_has_its_schema() {
        let patterns: Vec<&str> = schemas().iter().map(|one| one.files).collect();
        assert_eq!(patterns, STRUCTURE);
    }

    #[test]
    fn every_file_of_the_shipped_packs_fits_exactly_one_schema() {
        let schemas = schemas();
        let files = crate::EMBEDDED.iter().flat_map(|pack| embedded(pack));
        for (name, text) in files.filter(|(name, _)| name.ends_with(".toml")) {
            let its: Vec<&Schema> = schemas.iter().filter(|schema| fits(schema.files, &name)).collect();
            assert_eq!(its.len(), 1, "{name}");
            let validator = jsonschema::draft7::new(&its[0].schema).expect("a schema");
            let faults: Vec<String> = validator
                .iter_errors(&value(&text))
                .map(|fault| format!("{name} {}: {fault}", fault.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{faults:#?}");
        }
    }

    #[test]
    fn what_an_editor_should_underline_does_not_fit() {
        let faulty = [
            ("fields", "[[field]]\nkey = \"a\"\ntype = \"txt\""),
            ("fields", "[[field]]\ntype = \"text\""),
            ("fields", "[[field]]\nkey = \"a\"\nlabel = \"only one language\""),
            ("process", "[template]\nkey = \"a\"\nextend = \"standard\""),
            ("process", "[[state]]\nkey = \"a\"\nphase = \"ajar\""),
            ("method", "purposes = [\"understand\", \"shine\"]"),
            ("information", "[[page]]\nkey = \"a\"\naudience = \"everyone\""),
        ];
        let sound = [
            ("fields", "[[field]]\nkey = \"a\"\ntype = \"text\""),
            ("fields", "[[field]]\nkey = \"a\"\nremoved = true"),
            (
                "process",
                "[template]\nkey = \"a\"\nextends = \"standard\"\n[only]\nstep = [\"b\"]",
            ),
            ("pack", "overlays = \"medborgardialog\""),
        ];
        let schemas = schemas();
        let holds = |name: &str, text: &str| {
            let schema = schemas.iter().find(|schema| schema.name == name).expect("a schema");
            jsonschema::draft7::is_valid(&schema.schema, &value(text))
        };
        for (name, text) in faulty {
            assert!(!holds(name, text), "{name}: {text}");
        }
        for (name, text) in sound {
            assert!(holds(name, text), "{name}: {text}");
        }
    }

    #[test]
    fn every_pair_says_what_it_is_for() {
        for mut schema in schemas() {
            let name = schema.name;
            let mut silent = Vec::new();
            every_object(&mut schema.schema, &mut |object| {
                if let Some(Value::Object(pairs)) = object.get("properties") {
                    let without = pairs.iter().filter(|(_, pair)| pair.get("description").is_none());
                    silent.extend(without.map(|(pair, _)| pair.clone()));
                }
            });
            assert!(silent.is_empty(), "{name}: {silent:?}");
        }
    }
}
