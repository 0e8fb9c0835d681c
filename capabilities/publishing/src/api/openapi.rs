//! The description of the API (OpenAPI 3.1), written by hand so that it reads as documentation, and held against the
//! routes and the real answers by tests.

use serde_json::{Value, json};

/// The description, served from this address.
pub fn document(base_url: &str) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Samspel open data",
            "version": "1.0.0",
            "summary": "Citizen dialogues of a municipality: promises, results and answers.",
            "description": "The same facts as on the public pages. No personal data: contributions are counted, never listed, and counts below five are null.",
            "license": { "name": "CC0 1.0", "identifier": "CC0-1.0" }
        },
        "servers": [
            { "url": base_url, "description": "Texts in Swedish" },
            { "url": format!("{base_url}/en"), "description": "Texts in English where they are translated" }
        ],
        "paths": paths(),
        "components": { "schemas": schemas(), "responses": { "Problem": {
            "description": "What went wrong (RFC 9457)",
            "content": { "application/problem+json": { "schema": reference("Problem") } }
        } } }
    })
}

fn paths() -> Value {
    let slug = json!({ "name": "slug", "in": "path", "required": true, "schema": { "type": "string" }, "description": "The word in the dialogue's address" });
    let query = |name: &str, schema: Value, about: &str| json!({ "name": name, "in": "query", "schema": schema, "description": about });
    json!({
        "/api/v1/openapi.json": { "get": {
            "operationId": "description", "summary": "This description",
            "responses": { "200": { "description": "OpenAPI 3.1", "content": { "application/json": { "schema": { "type": "object" } } } } }
        } },
        "/api/v1/dialogues": { "get": {
            "operationId": "dialogues", "summary": "Published dialogues, open ones first",
            "parameters": [
                query("q", json!({ "type": "string" }), "Words in title, summary or question"),
                query("status", json!({ "enum": ["open", "coming", "closed", "decided", "answered"] }), "Where the dialogue is"),
                query("area", json!({ "type": "string" }), "Area of the municipality"),
                query("topic", json!({ "type": "string" }), "Topic"),
                query("level", json!({ "enum": LEVELS }), "Step on the participation ladder"),
                query("page", json!({ "type": "integer", "minimum": 1 }), "Page, from 1")
            ],
            "responses": answers("DialogueList")
        } },
        "/api/v1/dialogues/{slug}": { "get": {
            "operationId": "dialogue", "summary": "One dialogue with its promise, dates and documents",
            "parameters": [slug], "responses": answers("Dialogue")
        } },
        "/api/v1/dialogues/{slug}/results": { "get": {
            "operationId": "results", "summary": "What was said, counted; from when the answers are compiled",
            "parameters": [slug], "responses": answers("Results")
        } },
        "/api/v1/dialogues/{slug}/answers": { "get": {
            "operationId": "answers", "summary": "What was decided and what the municipality does about what was said",
            "parameters": [slug], "responses": answers("Answers")
        } }
    })
}

const LEVELS: [&str; 5] = ["information", "consultation", "dialogue", "influence", "co-decision"];

fn answers(schema: &str) -> Value {
    json!({
        "200": { "description": "The answer", "content": { "application/json": { "schema": reference(schema) } } },
        "304": { "description": "Unchanged since the ETag sent in If-None-Match" },
        "404": { "$ref": "#/components/responses/Problem" },
        "500": { "$ref": "#/components/responses/Problem" }
    })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// An object whose properties are all always there.
fn object(properties: Value) -> Value {
    let required: Vec<String> = properties
        .as_object()
        .map(|map| map.keys().cloned().collect())
        .unwrap_or_default();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn maybe(kind: &str) -> Value {
    json!({ "type": [kind, "null"] })
}

fn maybe_date() -> Value {
    json!({ "type": ["string", "null"], "format": "date" })
}

fn maybe_moment() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

fn schemas() -> Value {
    let mut dialogue = summary_properties();
    if let (Value::Object(all), Value::Object(more)) = (&mut dialogue, detail_properties()) {
        all.extend(more);
    }
    json!({
        "DialogueList": object(json!({
            "items": list(reference("DialogueSummary")), "total": count(), "page": count(), "perPage": count(), "next": maybe("integer")
        })),
        "DialogueSummary": object(summary_properties()),
        "Dialogue": object(dialogue),
        "Results": object(json!({
            "dialogue": text(), "contributions": count(),
            "smallestShown": { "type": "integer", "description": "Counts below this are null" },
            "questions": list(reference("Question")),
            "themes": object(json!({ "base": count(), "items": list(object(json!({ "name": text(), "count": count() }))) })),
            "participants": list(object(json!({
                "question": text(), "base": count(), "source": text(),
                "groups": list(object(json!({ "label": text(), "count": maybe("integer"), "population": count() })))
            })))
        })),
        "Question": object(json!({
            "activity": text(), "question": text(), "kind": text(), "background": { "type": "boolean" },
            "base": { "type": "integer", "description": "n: those who saw the question" },
            "answered": count(),
            "answers": list(json!({ "type": "object", "properties": { "label": text(), "count": maybe("integer"), "meanPosition": maybe("number") }, "required": ["label", "count"] })),
            "median": maybe("number"), "mean": maybe("number")
        })),
        "Answers": object(json!({
            "dialogue": text(), "feedbackOn": maybe_date(),
            "decisions": list(object(json!({
                "body": text(), "decidedOn": { "type": "string", "format": "date" }, "paragraph": text(), "wording": text(),
                "effect": { "enum": ["none", "partly", "large"] }, "reason": text()
            }))),
            "answers": list(object(json!({
                "youSaid": text(), "outcome": { "enum": ["done", "partly", "investigated", "under-way", "no", "outside"] },
                "weDo": text(), "responsible": text(), "due": text(), "publishedAt": maybe_moment()
            })))
        })),
        "Problem": { "type": "object", "properties": {
            "type": text(), "title": text(), "status": { "type": "integer" }, "detail": text(), "instance": text()
        }, "required": ["type", "title", "status"] }
    })
}

fn summary_properties() -> Value {
    json!({
        "id": { "type": "string", "format": "uuid" }, "slug": text(), "url": { "type": "string", "format": "uri" },
        "title": text(), "summary": text(),
        "status": { "enum": ["information", "coming", "open", "closed", "deciding", "decided", "answered", "ended", "paused", "cancelled"] },
        "level": maybe("string"), "area": text(), "topic": text(),
        "opensOn": maybe_date(), "closesOn": maybe_date(), "feedbackOn": maybe_date(),
        "publishedAt": maybe_moment(), "updatedAt": maybe_moment()
    })
}

fn detail_properties() -> Value {
    json!({
        "question": text(), "purpose": list(text()), "promise": text(),
        "ladder": { "oneOf": [
            object(json!({ "key": { "enum": LEVELS }, "step": count(), "of": count(), "name": text() })),
            { "type": "null" }
        ] },
        "canInfluence": list(text()),
        "cannotInfluence": list(object(json!({ "part": maybe("string"), "reason": maybe("string") }))),
        "decidingBody": text(), "whoMayTakePart": text(), "caseNumber": text(),
        "phases": list(object(json!({
            "name": text(), "standing": { "enum": ["done", "now", "late", "coming"] }, "from": maybe_date(), "until": maybe_date()
        }))),
        "documents": list(object(json!({
            "title": text(), "url": { "type": "string", "format": "uri" }, "mediaType": text(), "bytes": count()
        }))),
        "contact": object(json!({ "name": text(), "phone": text(), "email": text() }))
    })
}
