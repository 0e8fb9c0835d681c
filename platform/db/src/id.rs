//! Identifiers: UUID version 7 (RFC 9562 §5.7), ordered by the time they were made.

use crate::Clock;
use jiff::Timestamp;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr, sync::Mutex};
use uuid::Uuid;

/// The identifier of a row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(pub(crate) Uuid);

impl Id {
    /// Greater than every identifier that is given out: where a list read from the newest begins.
    pub const MAX: Id = Id(Uuid::max());

    /// The sixteen bytes.
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        Uuid::parse_str(s).map(Id)
    }
}

/// Makes identifiers that sort in the order they were made, also within one millisecond.
pub struct Ids {
    state: Mutex<State>,
}

struct State {
    random: StdRng,
    millis: u64,
    count: u16,
}

/// The twelve bits after the version count identifiers within a millisecond (RFC 9562 §6.2, method 1).
const COUNT_LIMIT: u16 = 0x0fff;

impl Ids {
    /// Seeded from the operating system.
    pub fn random() -> Self {
        Self::from(StdRng::from_rng(&mut rand::rng()))
    }

    /// The same identifiers in every run, for tests.
    pub fn seeded(seed: u64) -> Self {
        Self::from(StdRng::seed_from_u64(seed))
    }

    fn from(random: StdRng) -> Self {
        Self {
            state: Mutex::new(State {
                random,
                millis: 0,
                count: 0,
            }),
        }
    }

    /// The next identifier.
    pub fn next(&self, clock: &dyn Clock) -> Id {
        self.at(clock.now())
    }

    fn at(&self, now: Timestamp) -> Id {
        let mut state = self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let now = u64::try_from(now.as_millisecond()).unwrap_or(0);
        if now > state.millis {
            state.millis = now;
            state.count = 0;
        } else if state.count < COUNT_LIMIT {
            state.count += 1;
        } else {
            state.millis += 1;
            state.count = 0;
        }
        let mut bytes = [0_u8; 10];
        state.random.fill_bytes(&mut bytes);
        let [high, low] = state.count.to_be_bytes();
        (bytes[0], bytes[1]) = (high, low);
        Id(uuid::Builder::from_unix_timestamp_millis(state.millis, &bytes).into_uuid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_sort_in_the_order_they_were_made() {
        let ids = Ids::seeded(1);
        let made: Vec<Id> = (0..10_000).map(|_| ids.at(Timestamp::UNIX_EPOCH)).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
