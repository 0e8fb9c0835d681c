//! Makes the table of `text::language` from a folder with a file `CODE.txt` for each language, which `language_texts.py` gathers:
//! `cargo run --release -p text --example train_language -- FOLDER 2500 > kernels/text/src/language/model.txt`
//! (2,500 pieces a language, and six times as many for Swedish, Danish and Bokmål, which differ in small things),
//! or counts the lines of `CODE.txt` in another folder that the present table gets right: `… -- --try FOLDER`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::read_to_string;
use std::path::PathBuf;
use std::time::Instant;
use text::language::{Guess, MISSING, UNITS, each_piece, guess};

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let [first, second] = &given[..] else {
        return Err("name a folder and a number of pieces, or --try and a folder".into());
    };
    if first == "--try" {
        return try_on(second);
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
        let neighbours = if ["sv", "da", "nb"].contains(&code.as_str()) {
            6
        } else {
            1
        };
        for (piece, count) in order.into_iter().take(second.parse::<usize>()? * neighbours) {
            let cost = (-(f64::from(count) / all).ln() * UNITS as f64).round();
            if cost < f64::from(MISSING) {
                print!(" {} {cost}", unpack(piece));
            }
        }
        println!();
    }
    Ok(())
}

fn unpack(piece: u64) -> String {
    let parts = [48, 32, 16, 0].map(|shift| char::from_u32((piece >> shift) as u32 & 0xffff));
    let letters = parts.into_iter().flatten().filter(|letter| *letter != '\0');
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
