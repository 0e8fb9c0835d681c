//! Desk pages of identity: one's own account, the accounts of others, settings, the log.

use crate::{
    Administer, Grant, NewAccount, Role, SeeDesk,
    accounts::{PASSWORD_LENGTH, password_fits},
    contacts, create_account, save_settings, set_password, store, totp,
};
use askama::Template;
use web::{Cx, Errors, Fault, Form, Reply, Req, Settings, invalid, page};

#[derive(Template)]
#[template(path = "identity/my-account.html")]
struct MyAccount {
    cx: Cx,
    errors: Errors,
    name: String,
    email: String,
    roles: Vec<String>,
    has_second_factor: bool,
}

async fn my_page(req: &Req, who: &Grant<SeeDesk>, errors: Errors) -> Result<MyAccount, Fault> {
    let mut read = req.site.db.read().await?;
    let account = store::account(&mut read, who.staff.id).await?;
    Ok(MyAccount {
        cx: if errors.is_empty() {
            who.cx(req)
        } else {
            who.cx(req).failed()
        },
        errors,
        name: account.name.clone(),
        email: account.email.clone(),
        roles: who.staff.roles.iter().map(|role| req.t(role.label())).collect(),
        has_second_factor: !account.totp_secret.is_empty(),
    })
}

pub(crate) async fn my_account(req: Req, who: Grant<SeeDesk>) -> Reply {
    page(&my_page(&req, &who, Errors::default()).await?)
}

pub(crate) async fn change_password(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let (old, new) = (form.raw("old"), form.raw("new"));
    let mut errors = Errors::default();
    req.site.guard.sign_in(&req, &who.staff.email)?;
    let mut read = req.site.db.read().await?;
    let account = store::account(&mut read, who.staff.id).await?;
    drop(read);
    if !password_fits(account.password_hash, old).await? {
        errors.add("old", req.t("identity-error-old-password"));
    }
    if new.chars().count() < PASSWORD_LENGTH {
        errors.add("new", req.t("identity-error-short-password"));
    }
    if !errors.is_empty() {
        return invalid(&my_page(&req, &who, errors).await?);
    }
    let id = who.staff.id;
    req.site
        .db
        .write(who.actor(), async |tx| set_password(tx, id, new).await)
        .await?;
    req.done("/logga-in", "identity-done-password")
}

#[derive(Template)]
#[template(path = "identity/second-factor.html")]
struct SecondFactor {
    cx: Cx,
    errors: Errors,
    secret: String,
    picture: String,
}

fn second_factor_page(req: &Req, who: &Grant<SeeDesk>, secret: String, errors: Errors) -> Result<SecondFactor, Fault> {
    let address = totp::address(&secret, &who.staff.email, &req.site.settings().site_name);
    let cx = if errors.is_empty() {
        who.cx(req)
    } else {
        who.cx(req).failed()
    };
    Ok(SecondFactor {
        cx,
        errors,
        picture: totp::picture(&address)?,
        secret,
    })
}

pub(crate) async fn second_factor_form(req: Req, who: Grant<SeeDesk>) -> Reply {
    let secret = totp::secret(req.site.random_bytes());
    page(&second_factor_page(&req, &who, secret, Errors::default())?)
}

/// The secret is taken into use only when the phone has shown that it holds it.
pub(crate) async fn second_factor(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    let secret: String = form
        .text("secret")
        .chars()
        .filter(|c| c.is_ascii_alphanumeric())
        .take(32)
        .collect();
    let Some(step) = totp::step_of(&secret, &form.text("code"), req.now).filter(|_| secret.len() == 32) else {
        let mut errors = Errors::default();
        errors.add("code", req.t("identity-error-code"));
        let secret = if secret.len() == 32 {
            secret
        } else {
            totp::secret(req.site.random_bytes())
        };
        return invalid(&second_factor_page(&req, &who, secret, errors)?);
    };
    let id = who.staff.id;
    req.site
        .db
        .write(who.actor(), async |tx| -> Result<(), Fault> {
            store::set_totp(tx, id, &secret).await?;
            store::use_totp_step(tx, id, step).await?;
            store::end_sessions_of(tx, id).await?;
            tx.audit("account.second-factor-on", "account", id, serde_json::json!({}))
                .await?;
            Ok(())
        })
        .await?;
    req.done("/logga-in", "identity-done-second-factor")
}

pub(crate) async fn second_factor_off(req: Req, who: Grant<SeeDesk>) -> Reply {
    let form = req.form()?;
    req.site.guard.sign_in(&req, &who.staff.email)?;
    let mut read = req.site.db.read().await?;
    let account = store::account(&mut read, who.staff.id).await?;
    drop(read);
    if !password_fits(account.password_hash, form.raw("password")).await? {
        let mut errors = Errors::default();
        errors.add("password", req.t("identity-error-old-password"));
        return invalid(&my_page(&req, &who, errors).await?);
    }
    let id = who.staff.id;
    req.site
        .db
        .write(who.actor(), async |tx| -> Result<(), Fault> {
            store::set_totp(tx, id, "").await?;
            tx.audit("account.second-factor-off", "account", id, serde_json::json!({}))
                .await?;
            Ok(())
        })
        .await?;
    req.done("/arbetsyta/mitt-konto", "identity-done-second-factor-off")
}

struct AccountLine {
    href: String,
    name: String,
    email: String,
    unit: String,
    roles: String,
    active: bool,
    has_second_factor: bool,
}

#[derive(Template)]
#[template(path = "identity/accounts.html")]
struct Accounts {
    cx: Cx,
    accounts: Vec<AccountLine>,
}

pub(crate) async fn accounts(req: Req, who: Grant<Administer>) -> Reply {
    let mut read = req.site.db.read().await?;
    let rows = store::accounts(&mut read).await?;
    let accounts = rows.into_iter().map(|row| AccountLine {
        href: req.url(&format!("/arbetsyta/konton/{}", row.id)),
        roles: row
            .staff()
            .roles
            .iter()
            .map(|role| req.t(role.label()))
            .collect::<Vec<_>>()
            .join(", "),
        has_second_factor: !row.totp_secret.is_empty(),
        name: row.name,
        email: row.email,
        unit: row.unit,
        active: row.active,
    });
    page(&Accounts {
        cx: who.cx(&req),
        accounts: accounts.collect(),
    })
}

#[derive(Template)]
#[template(path = "identity/account.html")]
struct AccountForm {
    cx: Cx,
    errors: Errors,
    is_new: bool,
    email: String,
    name: String,
    unit: String,
    roles: Vec<(String, String)>,
    chosen: Vec<String>,
    active: bool,
    revision: i64,
    conflict: bool,
}

impl AccountForm {
    fn typed(req: &Req, cx: Cx, form: &Form, errors: Errors, is_new: bool) -> AccountForm {
        AccountForm {
            cx,
            errors,
            is_new,
            email: form.text("email"),
            name: form.text("name"),
            unit: form.text("unit"),
            roles: role_options(req),
            chosen: form.all("roles"),
            active: form.has("active"),
            revision: form.int("revision").unwrap_or(0),
            conflict: false,
        }
    }
}

fn role_options(req: &Req) -> Vec<(String, String)> {
    Role::ALL
        .iter()
        .map(|role| (role.code().to_owned(), req.t(role.label())))
        .collect()
}

fn check_account(req: &Req, form: &Form) -> Errors {
    let mut errors = Errors::default();
    if form.text("name").is_empty() {
        errors.add("name", req.t("identity-error-name"));
    }
    if !contacts::is_address(&form.text("email")) {
        errors.add("email", req.t("identity-error-email"));
    }
    if form
        .all("roles")
        .iter()
        .filter_map(|code| Role::from_code(code))
        .count()
        == 0
    {
        errors.add("roles", req.t("identity-error-roles"));
    }
    errors
}

pub(crate) async fn new_account_form(req: Req, who: Grant<Administer>) -> Reply {
    let empty = Form::from_pairs([("active", "ja")]);
    page(&AccountForm::typed(&req, who.cx(&req), &empty, Errors::default(), true))
}

pub(crate) async fn new_account(req: Req, who: Grant<Administer>) -> Reply {
    let form = req.form()?;
    let mut errors = check_account(&req, &form);
    let password = form.raw("password");
    if password.chars().count() < PASSWORD_LENGTH {
        errors.add("password", req.t("identity-error-short-password"));
    }
    if errors.is_empty() {
        let new = NewAccount {
            email: form.text("email"),
            name: form.text("name"),
            unit: form.text("unit"),
            password,
            roles: form
                .all("roles")
                .iter()
                .filter_map(|code| Role::from_code(code))
                .collect(),
        };
        match req
            .site
            .db
            .write(who.actor(), async |tx| create_account(tx, &new).await)
            .await
        {
            Ok(_) => return req.done("/arbetsyta/konton", "identity-done-account"),
            Err(Fault::Db(db::Error::Unique(_))) => errors.add("email", req.t("identity-error-email-taken")),
            Err(fault) => return Err(fault),
        }
    }
    invalid(&AccountForm::typed(&req, who.cx(&req).failed(), &form, errors, true))
}

pub(crate) async fn account_form(req: Req, who: Grant<Administer>) -> Reply {
    let mut read = req.site.db.read().await?;
    let row = store::account(&mut read, req.id_param("account")?).await?;
    page(&AccountForm {
        cx: who.cx(&req),
        errors: Errors::default(),
        is_new: false,
        chosen: row.staff().roles.iter().map(|role| role.code().to_owned()).collect(),
        roles: role_options(&req),
        email: row.email,
        name: row.name,
        unit: row.unit,
        active: row.active,
        revision: row.revision,
        conflict: false,
    })
}

pub(crate) async fn save_account(req: Req, who: Grant<Administer>) -> Reply {
    let (id, form) = (req.id_param("account")?, req.form()?);
    let mut errors = check_account(&req, &form);
    let password = form.raw("password");
    if !password.is_empty() && password.chars().count() < PASSWORD_LENGTH {
        errors.add("password", req.t("identity-error-short-password"));
    }
    let mut read = req.site.db.read().await?;
    let keeps_an_administrator =
        form.all("roles").iter().any(|code| code == Role::Administrator.code()) && form.has("active");
    if !keeps_an_administrator && store::administrators_left(&mut read, id).await? == 0 {
        errors.add("roles", req.t("identity-error-last-administrator"));
    }
    let mut row = store::account(&mut read, id).await?;
    drop(read);
    if !errors.is_empty() {
        return invalid(&AccountForm::typed(&req, who.cx(&req).failed(), &form, errors, false));
    }
    let stands = row.revision;
    row.revision = form.int("revision").unwrap_or(0);
    (row.email, row.name, row.unit, row.active) = (
        form.text("email"),
        form.text("name"),
        form.text("unit"),
        form.has("active"),
    );
    row.roles = form
        .all("roles")
        .iter()
        .filter_map(|code| Role::from_code(code))
        .map(Role::code)
        .collect::<Vec<_>>()
        .join(",");
    let saved = req
        .site
        .db
        .write(who.actor(), async |tx| -> Result<(), Fault> {
            store::change_account(tx, &row).await?;
            if !row.active {
                store::end_sessions_of(tx, id).await?;
            }
            if !password.is_empty() {
                set_password(tx, id, password).await?;
            }
            let detail = serde_json::json!({ "roles": row.roles, "active": row.active });
            tx.audit("account.change", "account", id, detail).await?;
            Ok(())
        })
        .await;
    match saved {
        Ok(()) => req.done("/arbetsyta/konton", "identity-done-account"),
        Err(Fault::Conflict) => {
            let mut again = AccountForm::typed(&req, who.cx(&req), &form, Errors::default(), false);
            (again.revision, again.conflict) = (stands, true);
            invalid(&again)
        }
        Err(Fault::Db(db::Error::Unique(_))) => {
            errors.add("email", req.t("identity-error-email-taken"));
            invalid(&AccountForm::typed(&req, who.cx(&req).failed(), &form, errors, false))
        }
        Err(fault) => Err(fault),
    }
}

#[derive(Template)]
#[template(path = "identity/settings.html")]
struct SettingsForm {
    cx: Cx,
    errors: Errors,
    settings: Settings,
    areas: String,
    per_area: String,
    signatures: String,
    adjustments: Vec<String>,
}

impl SettingsForm {
    fn new(cx: Cx, errors: Errors, settings: Settings) -> SettingsForm {
        let adjustments = web::theme::Colour::from_hex(&settings.brand_colour)
            .map(|brand| web::theme::Theme::from_brand(brand, None, None).adjustments())
            .unwrap_or_default();
        let adjustments = adjustments.iter().map(|one| cx.t(one.key())).collect();
        let (areas, signatures) = (settings.areas.join("\n"), settings.signatures.join("\n"));
        SettingsForm {
            cx,
            errors,
            areas,
            per_area: settings.dialogues_per_area.to_string(),
            signatures,
            adjustments,
            settings,
        }
    }
}

pub(crate) async fn settings_form(req: Req, who: Grant<Administer>) -> Reply {
    let settings = (*req.site.settings()).clone();
    page(&SettingsForm::new(who.cx(&req), Errors::default(), settings))
}

pub(crate) async fn save_settings_form(req: Req, who: Grant<Administer>) -> Reply {
    let form = req.form()?;
    let lines = |name: &str| -> Vec<String> {
        form.raw(name)
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let per_area = form.int("dialogues-per-area").and_then(|most| most.try_into().ok());
    let settings = Settings {
        municipality: form.text("municipality"),
        site_name: form.text("site-name"),
        brand_colour: form.text("brand-colour"),
        office: form.text("office"),
        board: form.text("board"),
        controller: form.text("controller"),
        data_protection_contact: form.text("data-protection-contact"),
        contact_email: form.text("contact-email"),
        contact_phone: form.text("contact-phone"),
        contact_address: form.text("contact-address"),
        areas: lines("areas"),
        dialogues_per_area: per_area.unwrap_or(0),
        signatures: lines("signatures"),
    };
    let mut errors = Errors::default();
    let required = [
        ("municipality", &settings.municipality),
        ("site-name", &settings.site_name),
        ("office", &settings.office),
        ("board", &settings.board),
        ("controller", &settings.controller),
    ];
    for (field, value) in required {
        if value.is_empty() {
            errors.add(field, req.t("identity-error-setting"));
        }
    }
    if !web::Site::colour_is_readable(&settings.brand_colour) {
        errors.add("brand-colour", req.t("identity-error-colour"));
    }
    if per_area.is_none_or(|most| most == 0) {
        errors.add("dialogues-per-area", req.t("identity-error-per-area"));
    }
    if !errors.is_empty() {
        let mut again = SettingsForm::new(who.cx(&req).failed(), errors, settings);
        again.per_area = form.raw("dialogues-per-area");
        return invalid(&again);
    }
    req.site
        .db
        .write(who.actor(), async |tx| save_settings(tx, &settings).await)
        .await?;
    req.site.apply(settings);
    req.done("/arbetsyta/installningar", "identity-done-settings")
}

struct LogLine {
    moment: String,
    who: String,
    act: String,
    object: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "identity/log.html")]
struct Log {
    cx: Cx,
    lines: Vec<LogLine>,
    act: String,
    object: String,
    earlier: Option<String>,
}

const LOG_PAGE: i64 = 100;

pub(crate) async fn log(req: Req, who: Grant<Administer>) -> Reply {
    let (act, object) = (
        req.query("handling").unwrap_or_default(),
        req.query("objekt").unwrap_or_default(),
    );
    let offset = (req.page_number() - 1) * LOG_PAGE;
    let mut read = req.site.db.read().await?;
    let mut rows = store::log(&mut read, act, object, LOG_PAGE + 1, offset).await?;
    drop(read);
    let has_more = rows.len() > usize::try_from(LOG_PAGE).unwrap_or(0);
    rows.truncate(usize::try_from(LOG_PAGE).unwrap_or(0));
    let cx = who.cx(&req);
    let line = |row: store::LogRow| LogLine {
        moment: cx.moment(&row.at),
        who: row
            .actor_name
            .unwrap_or_else(|| cx.t(&format!("identity-actor-{}", row.actor_kind))),
        act: row.act,
        object: format!("{} {}", row.object_kind, row.object_id),
        detail: row.detail,
    };
    let lines = rows.into_iter().map(line).collect();
    let next = req.page_number() + 1;
    let earlier = has_more.then(|| req.url(&format!("/arbetsyta/logg?handling={act}&objekt={object}&sida={next}")));
    page(&Log {
        lines,
        act: act.to_owned(),
        object: object.to_owned(),
        earlier,
        cx,
    })
}
