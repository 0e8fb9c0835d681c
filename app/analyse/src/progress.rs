//! Word on stderr while something takes its time.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// The first word comes after this, and so do the next ones.
const STEP: Duration = Duration::from_secs(2);

/// Does the work; says on stderr what it is and how long it has taken if that is more than two seconds.
pub fn during<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (done, waits) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut seconds = 0;
            while waits.recv_timeout(STEP) == Err(RecvTimeoutError::Timeout) {
                seconds += STEP.as_secs();
                eprintln!("{what}: {seconds} s so far");
            }
        });
        let result = work();
        drop(done);
        result
    })
}
