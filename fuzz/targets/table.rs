//! Any bytes as a CSV file in any encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(table) = text::table::read(bytes) {
        for record in &table.records {
            assert!(record.row > 1);
        }
    }
});
