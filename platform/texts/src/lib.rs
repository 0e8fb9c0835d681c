//! Interface text in Swedish and English, from Fluent files that lie beside the capability that speaks.
//!
//! Keys are named by meaning. To add a text: the same key in `texts/sv.ftl` and `texts/en.ftl` of the capability;
//! `cargo xtask check` names keys that are missing or unused. Never here: content of the method, which lives in packs.

mod format;
mod lang;

pub use fluent_bundle::FluentValue as Value;
pub use format::Local;
pub use lang::Lang;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use std::collections::HashMap;

/// The two files of one capability.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// The crate that speaks; named when a file has a fault.
    pub name: &'static str,
    /// `texts/sv.ftl`.
    pub sv: &'static str,
    /// `texts/en.ftl`.
    pub en: &'static str,
}

/// The texts of the calling crate.
#[macro_export]
macro_rules! source {
    ($name:literal) => {
        $crate::Source {
            name: $name,
            sv: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/sv.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/texts/en.ftl")),
        }
    };
}

/// All texts of the program.
pub struct Texts {
    sv: Catalogue,
    en: Catalogue,
}

/// One language. Texts without arguments are formatted once and then only looked up.
struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

impl Texts {
    /// Reads all sources.
    ///
    /// # Errors
    /// Names the file and the fault: a syntax error, or a key that two capabilities claim.
    pub fn load(sources: &[Source]) -> Result<Texts, String> {
        Ok(Texts {
            sv: Catalogue::load(Lang::Sv, sources)?,
            en: Catalogue::load(Lang::En, sources)?,
        })
    }

    fn catalogue(&self, lang: Lang) -> &Catalogue {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }

    /// Whether the key has a text.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        let catalogue = self.catalogue(lang);
        catalogue.plain.contains_key(key) || catalogue.bundle.has_message(key)
    }

    /// A text without arguments. A missing one shows its key, which the tests catch.
    pub fn get(&self, lang: Lang, key: &str) -> String {
        match self.catalogue(lang).plain.get(key) {
            Some(text) => text.clone(),
            None => self.with(lang, key, &[]),
        }
    }

    /// A text with arguments.
    pub fn with(&self, lang: Lang, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let bundle = &self.catalogue(lang).bundle;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            args.set(*name, value.clone());
        }
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }
}

impl Catalogue {
    fn load(lang: Lang, sources: &[Source]) -> Result<Catalogue, String> {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.identifier()]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for source in sources {
            let text = match lang {
                Lang::Sv => source.sv,
                Lang::En => source.en,
            };
            let name = source.name;
            let resource = FluentResource::try_new(text.to_owned())
                .map_err(|(_, faults)| format!("{name}/texts/{}.ftl: {faults:?}", lang.code()))?;
            for entry in resource.entries() {
                if let fluent_syntax::ast::Entry::Message(message) = entry {
                    keys.push(message.id.name.to_owned());
                }
            }
            bundle
                .add_resource(resource)
                .map_err(|faults| format!("{name}/texts/{}.ftl: {faults:?}", lang.code()))?;
        }
        let plain = keys.into_iter().filter_map(|key| plain(&bundle, key)).collect();
        Ok(Catalogue { bundle, plain })
    }
}

/// The finished text of a key that takes no arguments.
fn plain(bundle: &FluentBundle<FluentResource>, key: String) -> Option<(String, String)> {
    let pattern = bundle.get_message(&key)?.value()?;
    let mut faults = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut faults).into_owned();
    faults.is_empty().then_some((key, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: Source = Source {
        name: "test",
        sv: "hej = Hej\nsvar = { $n ->\n    [one] { $n } svar\n   *[other] { $n } svar i dag\n }\n",
        en: "hej = Hello\nsvar = { $n ->\n    [one] { $n } answer\n   *[other] { $n } answers\n }\n",
    };

    #[test]
    fn texts_are_found_in_both_languages_and_count() {
        let texts = Texts::load(&[SOURCE]).unwrap();
        assert_eq!(texts.get(Lang::En, "hej"), "Hello");
        assert_eq!(texts.with(Lang::En, "svar", &[("n", 2.into())]), "2 answers");
        assert_eq!(texts.with(Lang::Sv, "svar", &[("n", 1.into())]), "1 svar");
        assert_eq!(texts.get(Lang::Sv, "saknas"), "saknas");
    }

    #[test]
    fn a_key_claimed_twice_is_refused() {
        assert!(Texts::load(&[SOURCE, SOURCE]).is_err());
    }
}
