//! Any bytes as a file of votes: a table or a fault with its line; and what can be read can be analysed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opinion::{Settings, analyse, read::read_votes};

fuzz_target!(|bytes: &[u8]| {
    match read_votes(bytes) {
        Ok(votes) => {
            let found = analyse(&votes, &[], &Settings::default(), None);
            assert!(found.groups.iter().all(|group| group.size >= opinion::SMALLEST_GROUP));
        }
        Err(fault) => assert!(fault.line >= 1),
    }
});
