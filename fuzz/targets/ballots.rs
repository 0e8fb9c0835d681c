//! Any text as ranked ballots; what can be read is counted, and no more are elected than there are seats or candidates.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stats::{ballots, schulze::Duels, stv};

fuzz_target!(|text: &str| {
    let Ok(contest) = ballots::read(text) else { return };
    let candidates = contest.ballots.candidates();
    if candidates > 40 {
        return;
    }
    let order = Duels::of(&contest.ballots).order();
    assert_eq!(order.tiers.iter().map(Vec::len).sum::<usize>(), candidates);
    let lot: Vec<usize> = (0..candidates).collect();
    if let Ok(count) = stv::count(&contest.ballots, contest.seats, &lot) {
        assert!(count.elected.len() <= contest.seats.min(candidates));
    }
});
