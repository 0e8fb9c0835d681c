//! The door of the program: reads the command line, starts the runtime, turns an error into a sentence and a code.

use clap::Parser as _;
use samspel::commands::{Arguments, run};
use std::process::ExitCode;

/// A page is made of hundreds of small texts: a quarter of its time went to the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Threads beside one for each core: statements run where they are asked for, so a long report holds its thread.
const THREADS_TO_SPARE: usize = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = match runtime.worker_threads(cores + THREADS_TO_SPARE).enable_all().build() {
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
