//! Every word of a file ("word TAB stem" on each line) held against its stem:
//! `cargo run --release -p text --example measure_stems -- FILE`.
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::time::Instant;
use text::stem::stem_of;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the file of words and stems")?;
    let lines = std::fs::read_to_string(path)?;
    let known: Vec<(&str, &str)> = lines.lines().filter_map(|line| line.split_once('\t')).collect();
    let begun = Instant::now();
    let equal = known.iter().filter(|(word, stem)| stem_of(word) == *stem).count();
    println!("{equal} of {} equal, {:?}", known.len(), begun.elapsed());
    Ok(())
}
