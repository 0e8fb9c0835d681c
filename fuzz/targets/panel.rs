//! Quotas, a line of hashes, and a pool: faults with their line, or a problem.
#![no_main]

use libfuzzer_sys::fuzz_target;
use panel::Problem;
use panel::read::{Columns, pool, quotas};

fuzz_target!(|bytes: &[u8]| {
    let parted = bytes.windows(5).position(|five| five == b"\n###\n");
    let (first, second) = match parted {
        Some(place) => (&bytes[..place + 1], &bytes[place + 5..]),
        None => (bytes, &[][..]),
    };
    let Ok(categories) = quotas(first) else { return };
    let columns = Columns {
        household: &["household"],
        ..Columns::default()
    };
    if let Ok(people) = pool(second, &categories, &columns) {
        let _ = Problem::new(categories, people, 4);
    }
});
