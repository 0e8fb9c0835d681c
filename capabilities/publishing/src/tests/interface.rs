//! The JSON interface answers as it describes itself.

use super::*;
use crate::api::openapi;

/// Every answer of the API holds exactly what the description says.
pub async fn the_answers_are_as_described(story: &Story) {
    let document = openapi::document("https://dialog.example.se");
    let (cx, today, dialogue) = (story.cx(), story.site.today(), story.dialogue().await);
    let bodies = [
        (
            "DialogueList",
            api::list_body(&cx, &Asked::default(), None, today).await.unwrap(),
        ),
        ("Dialogue", api::one_body(&cx, &dialogue, today).await.unwrap()),
        ("Results", api::results_body(&cx, &dialogue).await.unwrap()),
        ("Answers", api::answers_body(&cx, &dialogue).await.unwrap()),
    ];
    for (name, body) in bodies {
        conforms(&body, &document["components"]["schemas"][name], &document, name);
    }
}

fn conforms(value: &Value, schema: &Value, document: &Value, place: &str) {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = document
            .pointer(reference.trim_start_matches('#'))
            .unwrap_or_else(|| panic!("{place}: {reference} is not there"));
        return conforms(value, target, document, place);
    }
    if let Some(options) = schema["oneOf"].as_array() {
        let kind = if value.is_null() { "null" } else { "object" };
        let option = options
            .iter()
            .find(|option| option["type"] == kind)
            .unwrap_or_else(|| panic!("{place}: {value}"));
        return conforms(value, option, document, place);
    }
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{place}: {value} is none of {words:?}");
        return;
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => vec![kind.as_str().unwrap_or("nothing")],
    };
    let fits = |kind: &&str| match *kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    };
    assert!(kinds.iter().any(fits), "{place}: {value} is no {kinds:?}");
    if let (Some(map), Some(properties)) = (value.as_object(), schema["properties"].as_object()) {
        for key in map.keys() {
            assert!(properties.contains_key(key), "{place}: {key} is not described");
        }
        for key in schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            assert!(map.contains_key(key), "{place}: {key} is promised and not there");
        }
        map.iter()
            .for_each(|(key, value)| conforms(value, &properties[key], document, &format!("{place}.{key}")));
    }
    for (index, one) in value.as_array().into_iter().flatten().enumerate() {
        conforms(one, &schema["items"], document, &format!("{place}[{index}]"));
    }
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let document = openapi::document("https://dialog.example.se");
    let described: std::collections::BTreeSet<&str> = document["paths"]
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let table = crate::routes().table();
    let routed: std::collections::BTreeSet<&str> = table
        .iter()
        .map(|route| &*route.path)
        .filter(|path| path.starts_with("/api/"))
        .collect();
    assert_eq!(described, routed);
    assert!(
        table
            .iter()
            .filter(|route| route.path.starts_with("/api/"))
            .all(|route| route.method == "GET")
    );
}
