//! What a rule says when it refuses: a text key and its arguments. The page puts it into words.

use text::table;

/// A value set into a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Text(String),
    Number(i64),
    /// Kronor: written with its thousands apart, as the language does.
    Kronor(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}
impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Why something was refused, as a key in `texts/*.ftl`; every such text names the remedy.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Problem {
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

/// What is wrong with a file, or with a row of it.
impl From<table::Fault> for Problem {
    fn from(fault: table::Fault) -> Self {
        use table::Fault;
        match fault {
            Fault::Empty => Problem::new("participation-import-empty"),
            Fault::NoRows => Problem::new("participation-import-no-rows"),
            Fault::TooLarge { max } => Problem::new("participation-import-too-large").with("max", max),
            Fault::TooManyRows { max } => Problem::new("participation-import-too-many-rows").with("max", max),
            Fault::NotATable { broken } => Problem::new("participation-import-not-a-table").with("broken", broken),
            Fault::Workbook => Problem::new("participation-import-workbook"),
            Fault::Encoding => Problem::new("participation-import-encoding"),
            Fault::Cells { cells, columns } => Problem::new("participation-import-cells")
                .with("cells", cells)
                .with("columns", columns),
            Fault::NotText => Problem::new("participation-import-nul"),
            Fault::UnclosedQuote => Problem::new("participation-import-quote"),
            Fault::AfterQuote => Problem::new("participation-import-after-quote"),
            Fault::LongRow => Problem::new("participation-import-row-long"),
        }
    }
}
