//! Makes the table of `text::language` from a folder with a file `CODE.txt` for each language, which `language_texts.py` gathers:
//! `cargo run --release -p text --example train_language -- FOLDER 2500 > kernels/text/src/language/model.txt`
//! (2,500 pieces a language), and that of `text::language::neighbours`:
//! `… -- --neighbours FOLDER > kernels/text/src/language/neighbours.txt`;
//! or counts the lines of `CODE.txt` in another folder that the present table gets right: `… -- --try FOLDER`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::read_to_string;
use std::path::PathBuf;
use std::time::Instant;
use text::language::{FINE_UNITS, Guess, MISSING, NEIGHBOURS, UNITS, each_long_piece, each_piece, guess};

/// What each piece of the neighbours' table is thought to have been met besides, so that none is impossible.
const BESIDES: f64 = 0.1;
/// How often a piece must have been met in the three languages together.
const LEAST_MET: u32 = 4;
/// By how much a piece must speak against one of them, in steps of the table.
const LEAST_AGAINST: u8 = 4;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [first, second] = &given[..] else {
        return Err("name a folder and a number of pieces, --neighbours and a folder, or --try and a folder".into());
    };
    match first.as_str() {
        "--try" => return try_on(second),
        "--neighbours" => return neighbours(second),
        _ => {}
    }
    println!("# Pieces of one to four characters with -8 ln of their relative frequency, a language on each line.");
    println!("# Made by examples/train_language.rs; the texts are those of examples/language_texts.py.");
    for (code, path) in files(first)? {
        let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
        for line in read_to_string(path)?.lines() {
            each_piece(line, |piece| *counts.entry(piece).or_default() += 1);
        }
        let all: f64 = counts.values().map(|count| f64::from(*count)).sum();
        let mut order: Vec<(u64, u32)> = counts.into_iter().collect();
        order.sort_by_key(|(piece, count)| (u32::MAX - count, *piece));
        print!("{code}");
        for (piece, count) in order.into_iter().take(second.parse()?) {
            let cost = (-(f64::from(count) / all).ln() * UNITS as f64).round();
            if cost < f64::from(MISSING) {
                print!(" {} {cost}", unpack(piece, 16));
            }
        }
        println!();
    }
    Ok(())
}

fn neighbours(folder: &str) -> Result<(), Box<dyn Error>> {
    let mut counts: BTreeMap<u64, [u32; 3]> = BTreeMap::new();
    for (place, code) in NEIGHBOURS.iter().enumerate() {
        for line in read_to_string(PathBuf::from(folder).join(format!("{code}.txt")))?.lines() {
            each_long_piece(line, |piece| counts.entry(piece).or_default()[place] += 1);
        }
    }
    counts.retain(|_, counts| counts.iter().sum::<u32>() >= LEAST_MET);
    let besides = BESIDES * counts.len() as f64;
    let all = [0, 1, 2].map(|place| besides + counts.values().map(|counts| f64::from(counts[place])).sum::<f64>());
    println!("# Pieces of one to five characters, and 16 ln of how much each speaks against da, nb and sv.");
    println!("# Made by examples/train_language.rs; the texts are those of examples/language_texts.py.");
    for (piece, counts) in counts {
        let costs = [0, 1, 2].map(|place| -((f64::from(counts[place]) + BESIDES) / all[place]).ln());
        let least = costs.into_iter().fold(f64::INFINITY, f64::min);
        let against = costs.map(|cost| ((cost - least) * FINE_UNITS as f64).round() as u8);
        if against.iter().any(|against| *against >= LEAST_AGAINST) {
            println!("{} {} {} {}", unpack(piece, 12), against[0], against[1], against[2]);
        }
    }
    Ok(())
}

/// A piece as it is written in the tables, from so many bits a character.
fn unpack(piece: u64, bits: u32) -> String {
    let parts = (0..64 / bits)
        .rev()
        .map(|place| char::from_u32((piece >> (bits * place)) as u32 & ((1 << bits) - 1)));
    let letters = parts.flatten().filter(|letter| *letter != '\0');
    letters.map(|letter| if letter == ' ' { '_' } else { letter }).collect()
}

fn try_on(folder: &str) -> Result<(), Box<dyn Error>> {
    for (code, path) in files(folder)? {
        let text = read_to_string(path)?;
        let begun = Instant::now();
        let (mut all, mut right, mut unsure) = (0, 0, 0);
        for line in text.lines() {
            all += 1;
            match guess(line) {
                Guess::Language(found) => right += usize::from(found == code),
                Guess::TooShort | Guess::Unsure => unsure += 1,
            }
        }
        println!("{code}: {right} of {all} right, {unsure} unsure, {:?}", begun.elapsed());
    }
    Ok(())
}

fn files(folder: &str) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some(code) = path.file_stem().and_then(|stem| stem.to_str()) {
            files.push((code.to_owned(), path.clone()));
        }
    }
    files.sort();
    Ok(files)
}
