//! Words that the method brings: which choices a field of the pack for civil society has, and what they are called. A
//! municipality that writes its own pack meets its own words here.

use web::{Cx, Lang, Site};

/// The choices of a field: the word in the database and in forms, and the name. None when the pack has no such field.
pub(crate) fn choices(site: &Site, lang: Lang, field: &str) -> Vec<(String, String)> {
    let edition = method::packs(site).edition(method::CIVIL_SOCIETY);
    let template = edition.as_ref().and_then(|edition| edition.templates.first());
    let field = template.and_then(|template| template.field(field));
    let options = field.map(|field| field.options.iter()).unwrap_or_default();
    options
        .map(|one| (one.key.clone(), one.name.get(lang).to_owned()))
        .collect()
}

/// The name of a choice; one that the pack no longer has is called what it is kept as.
pub(crate) fn name(choices: &[(String, String)], code: &str) -> String {
    let found = choices.iter().find(|(key, _)| key == code);
    found.map_or(code, |(_, name)| name).to_owned()
}

/// What a problem can need somebody to bring.
pub(crate) fn functions(cx: &Cx) -> Vec<(String, String)> {
    choices(cx.site(), cx.lang, FUNCTIONS)
}

/// The fields of the pack that name who stands behind a text of an organisation, and what a proposal is answered with.
pub(crate) const MANDATES: &str = "proposal-mandate";
pub(crate) const OUTCOMES: &str = "proposal-outcome";
/// The field that names what a problem can need.
pub(crate) const FUNCTIONS: &str = "relevance-function";
