//! Commands as they are called, on files in a folder of their own for each test.

use clap::Parser;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: analyse::Command,
}

/// A folder for the files of one test.
pub struct Desk(PathBuf);

static DESKS: AtomicU32 = AtomicU32::new(0);

impl Desk {
    pub fn new() -> Desk {
        let number = DESKS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("samspel-analyse-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Desk(folder)
    }

    pub fn put(&self, name: &str, content: impl AsRef<[u8]>) -> &Desk {
        std::fs::write(self.0.join(name), content).unwrap();
        self
    }

    /// Runs a command; words that name a file of this desk become its path.
    pub fn run(&self, line: &str) -> Result<String, String> {
        let path = |word: &str| match word.strip_prefix('@') {
            Some(name) => self.0.join(name).display().to_string(),
            None => word.to_owned(),
        };
        let words = std::iter::once("analyse".to_owned()).chain(line.split(' ').map(path));
        let arguments = Arguments::try_parse_from(words).map_err(|fault| fault.to_string())?;
        analyse::run(&arguments.command).map_err(|fault| format!("{fault:#}").replace(&self.at(""), ""))
    }

    pub fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// Runs a command that must succeed, and holds its answer to the schema of that name.
    pub fn json(&self, schema: &str, line: &str) -> Value {
        let told = self.run(&format!("{line} --json")).unwrap();
        let value: Value = serde_json::from_str(&told).unwrap();
        fits(schema, &value);
        value
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Holds an answer to the schema of that name.
pub fn fits(schema: &str, value: &Value) {
    let shapes = analyse::schemas();
    let shape = shapes.iter().find(|shape| shape.name == schema).unwrap();
    let validator = jsonschema::draft202012::new(&shape.schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(value).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{schema}: {faults:?}");
    assert!(!validator.is_valid(&json!({ "other": 1 })), "{schema} takes anything");
}
