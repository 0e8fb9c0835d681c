//! The promises of the real pack, and the acts on a real database.

mod editions;
mod promises;
mod stories;
