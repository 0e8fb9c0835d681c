//! The rules of a lottery: its stages, what a pool and its quotas may hold, the odds they give, the panel that a seed draws.

pub(crate) mod odds;
pub(crate) mod read;
pub(crate) mod replace;
pub(crate) mod stage;
pub(crate) mod terms;

/// A text with what stands in it; kept as JSON, so both are owned.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Told {
    /// The key of the text.
    pub key: String,
    /// What stands in it, by name.
    pub args: Vec<(String, String)>,
}

impl Told {
    pub(crate) fn new(key: &str) -> Told {
        Told {
            key: key.to_owned(),
            args: Vec::new(),
        }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Told {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// In the reader's language.
    pub(crate) fn say(&self, cx: &web::Cx) -> String {
        let args: Vec<(&str, web::Value<'_>)> = self
            .args
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str().into()))
            .collect();
        cx.ta(&self.key, &args)
    }
}
