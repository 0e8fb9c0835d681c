//! One binary, so that it links once.

mod conversation;
mod groups;
mod polis;
mod properties;
mod reading;
mod reference;
