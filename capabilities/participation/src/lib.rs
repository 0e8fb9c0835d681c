//! The door where voices enter.
pub mod model;
mod store;
