//! Any text as a published lottery from which somebody draws.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|document: &str| {
    if let Ok(draw) = panel::draw::draw(document, "2026-11-28") {
        assert!(draw.number >= 1);
    }
});
