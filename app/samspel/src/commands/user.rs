//! `samspel user`: the first account, and the way back in when a password is forgotten.

use crate::{commands::open_site, config::Config};
use anyhow::{Context as _, bail};
use db::Actor;
use identity::{NewAccount, Role};
use std::{io::BufRead as _, process::ExitCode};
use web::Fault;

/// Makes an account, or with --new-password sets the password of one. The password is read from standard input.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:  echo 'en lång mening att minnas' | samspel user anna.ek@kommun.se --name 'Anna Ek' --role administrator"
)]
pub struct Options {
    /// The e-mail address to sign in with.
    email: String,
    /// The name (for a new account).
    #[arg(long, default_value = "")]
    name: String,
    /// The unit (for a new account).
    #[arg(long, default_value = "")]
    unit: String,
    /// A role: administrator, coordinator, project-lead, moderator, elected, registrar. May be given several times.
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,
    /// Set a new password of an account that is there.
    #[arg(long)]
    new_password: bool,
}

pub async fn run(config: &Config, options: Options) -> anyhow::Result<ExitCode> {
    if !identity::contacts::is_address(&options.email) {
        bail!("{:?} is not an e-mail address", options.email);
    }
    let mut roles = Vec::new();
    for code in &options.roles {
        let role = Role::from_code(code).with_context(|| {
            let known: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
            format!("no role {code:?}; the roles are {}", known.join(", "))
        })?;
        roles.push(role);
    }
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let password = password.trim_end_matches(['\n', '\r']).to_owned();
    if password.chars().count() < 12 {
        bail!("give a password of at least 12 characters on standard input");
    }
    let site = open_site(config).await?;
    if options.new_password {
        let staff = identity::staff_by_email(&mut site.db.read().await?, &options.email).await?;
        let staff = staff.with_context(|| format!("no account in use has the address {}", options.email))?;
        site.db
            .write(Actor::System, async |tx| {
                identity::set_password(tx, staff.id, password).await
            })
            .await?;
        eprintln!("the password of {} is set", options.email);
    } else {
        if roles.is_empty() || options.name.is_empty() {
            bail!("a new account needs --name and at least one --role");
        }
        let new = NewAccount {
            email: options.email,
            name: options.name,
            unit: options.unit,
            password,
            roles,
        };
        match site
            .db
            .write(Actor::System, async |tx| identity::create_account(tx, &new).await)
            .await
        {
            Ok(_) => eprintln!("{} can sign in", new.email),
            Err(Fault::Db(db::Error::Unique(_))) => bail!("there is already an account with the address {}", new.email),
            Err(fault) => return Err(fault.into()),
        }
    }
    site.db.close().await?;
    Ok(ExitCode::SUCCESS)
}
