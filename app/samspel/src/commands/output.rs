//! What a command answers, on stdout.

use anyhow::Context as _;
use std::io::Write as _;

/// Writes it. Who reads the first lines only (`| head`) has got what they wanted: that is no fault.
pub fn emit(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error).context("cannot write the answer"),
        _ => Ok(()),
    }
}

/// A line of the answer, written as `println!` is, for functions that return a `Result`.
macro_rules! say {
    ($($what:tt)*) => { $crate::commands::output::emit(&(format!($($what)*) + "\n"))? };
}
pub(crate) use say;
