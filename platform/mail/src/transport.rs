//! The way to the mail server.

use crate::Mail;
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::authentication::Credentials,
};
use std::{future::Future, pin::Pin};

/// Takes a letter or says why not.
pub trait Transport: Send + Sync {
    /// Hands the letter over.
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), TransportError>> + Send + 'a>>;
}

/// Why a letter was not taken.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// An address cannot be read.
    #[error("address: {0}")]
    Address(#[from] lettre::address::AddressError),
    /// The letter cannot be built.
    #[error("letter: {0}")]
    Letter(#[from] lettre::error::Error),
    /// The server does not answer or refuses.
    #[error("server: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

/// How to reach the server.
#[derive(Debug, Clone)]
pub struct SmtpOptions {
    /// The host.
    pub host: String,
    /// The port.
    pub port: u16,
    /// `none`, `starttls` or `tls`.
    pub security: String,
    /// The user, if the server asks.
    pub user: String,
    /// The password, if the server asks.
    pub password: String,
    /// The sender: `Danderyds kommun <dialog@example.se>`.
    pub from: String,
}

/// SMTP through lettre.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Prepares the connection; nothing is sent yet.
    pub fn new(options: &SmtpOptions) -> Result<Smtp, TransportError> {
        let builder = match options.security.as_str() {
            "tls" => AsyncSmtpTransport::<Tokio1Executor>::relay(&options.host)?,
            "starttls" => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&options.host)?,
            _ => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&options.host),
        };
        let mut builder = builder
            .port(options.port)
            .timeout(Some(std::time::Duration::from_secs(20)));
        if !options.user.is_empty() {
            builder = builder.credentials(Credentials::new(options.user.clone(), options.password.clone()));
        }
        Ok(Smtp {
            transport: builder.build(),
            from: options.from.parse()?,
        })
    }
}

impl Transport for Smtp {
    fn send<'a>(&'a self, mail: &'a Mail) -> Pin<Box<dyn Future<Output = Result<(), TransportError>> + Send + 'a>> {
        Box::pin(async move {
            let message = Message::builder()
                .from(self.from.clone())
                .to(mail.to.parse()?)
                .subject(mail.subject.clone())
                .header(ContentType::TEXT_PLAIN)
                .body(mail.body.clone())?;
            self.transport.send(message).await?;
            Ok(())
        })
    }
}
