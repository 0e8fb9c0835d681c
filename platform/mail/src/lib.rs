//! Mail goes out through an outbox: the letter is written in the same transaction as the act that causes it, and a
//! worker hands it to the SMTP server afterwards, again and again until it is taken. So no answer is lost between us
//! and the mail server, and no request waits for one.

mod outbox;
mod transport;

pub use outbox::{Counts, counts, deliver_due, queue};
pub use transport::{Smtp, SmtpOptions, Transport, TransportError};

/// A letter in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// The address it goes to.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The text, lines ended by `\n`.
    pub body: String,
}
