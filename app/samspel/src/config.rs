//! Configuration: one TOML file, then the environment, each key once. `docs/samspel.example.toml` explains every key and
//! a test keeps it true.

use anyhow::{Context as _, bail};
use serde::{Deserialize, Serialize};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// How a site is run.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the program listens.
    pub listen: SocketAddr,
    /// `sqlite:FILE` or `postgres://…`.
    pub database: String,
    /// Where the public finds the site.
    pub base_url: String,
    /// A file of word vectors that suggested themes go by besides the words; empty for none.
    pub word_vectors: String,
    /// Whether public pages are kept in memory; off only when measuring.
    pub page_cache: bool,
    /// `text` or `json`.
    pub log_format: String,
    /// What is logged: `info`, `warn`, `samspel=debug,info` …
    pub log_level: String,
    /// The mail server.
    pub mail: MailConfig,
    /// Rate limits for each address and minute.
    pub limits: web::Limits,
}

/// The mail server.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// The host; empty means that letters wait in the outbox.
    pub host: String,
    /// The port.
    pub port: u16,
    /// `none`, `starttls` or `tls`.
    pub security: String,
    /// The user, if the server asks.
    pub user: String,
    /// The password, if the server asks.
    pub password: String,
    /// The sender.
    pub from: String,
}

impl Default for MailConfig {
    fn default() -> Self {
        MailConfig {
            host: String::new(),
            port: 587,
            security: "starttls".into(),
            user: String::new(),
            password: String::new(),
            from: "Samspel <dialog@localhost>".into(),
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Config {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            database: "sqlite:data/samspel.db".into(),
            base_url: "http://127.0.0.1:8080".into(),
            word_vectors: String::new(),
            page_cache: true,
            log_format: "text".into(),
            log_level: "info".into(),
            mail: MailConfig::default(),
            limits: web::Limits::default(),
        }
    }
}

impl Config {
    /// Reads the file (or the defaults, when none is named and none lies here) and then the environment.
    ///
    /// # Errors
    /// Names the file, the line, or the variable.
    pub fn load(path: Option<&Path>, environment: impl Iterator<Item = (String, String)>) -> anyhow::Result<Config> {
        let file = path
            .map(PathBuf::from)
            .or_else(|| Some(PathBuf::from("samspel.toml")).filter(|path| path.exists()));
        let mut table = match &file {
            None => toml::Table::new(),
            Some(file) => {
                let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
                text.parse()
                    .with_context(|| format!("{} is not sound", file.display()))?
            }
        };
        for (name, value) in environment {
            if let Some(key) = name.strip_prefix("SAMSPEL_").filter(|key| !key.starts_with("TEST_")) {
                set(&mut table, key, &value).with_context(|| format!("the variable {name}"))?;
            }
        }
        let from = file.map_or_else(|| "the environment".to_owned(), |file| file.display().to_string());
        let config: Config = table
            .try_into()
            .with_context(|| format!("the configuration from {from}"))?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> anyhow::Result<()> {
        if !self.base_url.starts_with("http://") && !self.base_url.starts_with("https://") {
            bail!(
                "base_url must begin with http:// or https://, it is {:?}",
                self.base_url
            );
        }
        if !["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|kind| self.database.starts_with(kind))
        {
            bail!(
                "database must be sqlite:FILE or postgres://…, it is {:?}",
                self.database
            );
        }
        if !self.word_vectors.is_empty() {
            let found = std::fs::metadata(&self.word_vectors);
            if !found.is_ok_and(|found| found.is_file()) {
                bail!(
                    "word_vectors: there is no file {}; name one, or leave it empty",
                    self.word_vectors
                );
            }
        }
        if !["none", "starttls", "tls"].contains(&self.mail.security.as_str()) {
            bail!(
                "mail.security must be none, starttls or tls, it is {:?}",
                self.mail.security
            );
        }
        Ok(())
    }

    /// The transport to the mail server, if one is named.
    pub fn smtp(&self) -> anyhow::Result<Option<mail::Smtp>> {
        if self.mail.host.is_empty() {
            return Ok(None);
        }
        let options = mail::SmtpOptions {
            host: self.mail.host.clone(),
            port: self.mail.port,
            security: self.mail.security.clone(),
            user: self.mail.user.clone(),
            password: self.mail.password.clone(),
            from: self.mail.from.clone(),
        };
        mail::Smtp::new(&options)
            .map(Some)
            .context("the mail server's settings")
    }
}

/// `SAMSPEL_LISTEN`, `SAMSPEL_MAIL_HOST`, `SAMSPEL_LIMITS_SEND`: the section, then the key.
fn set(table: &mut toml::Table, key: &str, value: &str) -> anyhow::Result<()> {
    let key = key.to_lowercase();
    let parsed = value
        .parse::<i64>()
        .map(toml::Value::Integer)
        .or_else(|_| value.parse::<bool>().map(toml::Value::Boolean));
    let value = parsed.unwrap_or_else(|_| toml::Value::String(value.to_owned()));
    for section in ["mail", "limits"] {
        if let Some(name) = key.strip_prefix(section).and_then(|rest| rest.strip_prefix('_')) {
            let inner = table
                .entry(section)
                .or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let Some(inner) = inner.as_table_mut() else {
                bail!("{section} must be a section")
            };
            inner.insert(name.to_owned(), value);
            return Ok(());
        }
    }
    table.insert(key, value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str, environment: &[(&str, &str)]) -> anyhow::Result<Config> {
        let file = std::env::temp_dir().join(format!("samspel-config-{:?}.toml", std::thread::current().id()));
        std::fs::write(&file, text)?;
        Config::load(
            Some(&file),
            environment.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())),
        )
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let config = load(
            "listen = \"0.0.0.0:80\"\n[mail]\nhost = \"a\"\n",
            &[("SAMSPEL_MAIL_HOST", "b"), ("SAMSPEL_LIMITS_SEND", "7")],
        );
        let config = config.unwrap();
        assert_eq!(
            (config.listen.port(), config.mail.host.as_str(), config.limits.send),
            (80, "b", 7)
        );
    }

    #[test]
    fn an_unknown_key_and_a_wrong_value_are_named() {
        assert!(format!("{:#}", load("lisen = 1", &[]).unwrap_err()).contains("lisen"));
        let gone = load("word_vectors = \"/nowhere/sv.vec\"", &[]).unwrap_err();
        assert!(format!("{gone:#}").contains("word_vectors: there is no file /nowhere/sv.vec"));
        assert!(format!("{:#}", load("base_url = \"dialog.se\"", &[]).unwrap_err()).contains("base_url"));
    }

    #[test]
    fn the_example_file_names_every_key_with_its_default() {
        let text = include_str!("../../../docs/samspel.example.toml");
        let uncommented: String = text
            .lines()
            .map(|line| format!("{}\n", line.strip_prefix("#: ").unwrap_or(line)))
            .collect();
        let example: Config = toml::from_str(&uncommented).unwrap();
        assert_eq!(example, Config::default());
        let written = toml::Table::try_from(Config::default()).unwrap();
        for (key, value) in &written {
            assert!(uncommented.contains(key.as_str()), "{key}");
            for inner in value.as_table().into_iter().flat_map(toml::Table::keys) {
                assert!(uncommented.contains(inner.as_str()), "{key}.{inner}");
            }
        }
    }
}
