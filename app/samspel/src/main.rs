//! The door of the program: reads the command line, starts the runtime, turns an error into a sentence and a code.

use clap::Parser as _;
use samspel::commands::{Arguments, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("samspel: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(arguments)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("samspel: {error:#}");
            ExitCode::from(2)
        }
    }
}
