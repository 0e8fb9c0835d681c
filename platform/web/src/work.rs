//! Work that takes a while, off the threads that answer.

use crate::Fault;
use std::fmt::Display;

/// The result of long computing (a PDF, a hash), done on a thread that may take its time.
///
/// # Errors
/// The work's own, or that it stopped half-way; both are faults of ours.
pub async fn computed<T, E, F>(work: F) -> Result<T, Fault>
where
    T: Send + 'static,
    E: Display + Send + 'static,
    F: FnOnce() -> Result<T, E> + Send + 'static,
{
    tokio::task::spawn_blocking(work)
        .await
        .map_err(Fault::internal)?
        .map_err(Fault::internal)
}
