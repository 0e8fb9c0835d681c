//! Any bytes as a file of statements.
#![no_main]

use libfuzzer_sys::fuzz_target;
use opinion::read::read_statements;

fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = read_statements(bytes) {
        assert!(fault.line >= 1);
    }
});
