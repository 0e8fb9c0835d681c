//! Who is who: officials, their sign-in and rights; and the contact data of participants who asked for an answer.
//!
//! * A handler holds its permission as a type: `Grant<PlanDialogue>`. Nobody can make one without the role.
//! * To add a permission: a line in [`permission`], and `cargo xtask check` shows what it opens.
//! * A permission can be withheld from an account for a time ([`withhold`]): the roles stay, the session goes without it.
//! * Participants need no account. Contact data lie in their own table with their own time to be erased; never here:
//!   anything they said.

mod accounts;
pub mod contacts;
mod desk;
mod pages;
mod permission;
mod session;
mod settings;
mod store;
mod totp;
mod withheld;

pub use accounts::{
    NewAccount, account_counts, create_account, official, officials, set_password, staff_by_email, staff_name,
};
pub use permission::*;
pub use session::{Grant, Staff};
pub use settings::{load_settings, save_settings};
pub use withheld::{Reason, Withheld, restore, staff_in_use, withheld, withhold};

use web::{Capability, MenuItem, Routes};

/// What identity brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "identity",
        routes: routes(),
        texts: texts::source!("identity"),
        menu: vec![
            MenuItem::new("/arbetsyta/konton", "identity-menu-accounts", Administer::NAME, 90),
            MenuItem::new(
                "/arbetsyta/installningar",
                "identity-menu-settings",
                Administer::NAME,
                91,
            ),
            MenuItem::new("/arbetsyta/logg", "identity-menu-log", Administer::NAME, 92),
        ],
    }
}

fn routes() -> Routes {
    Routes::new()
        .get("/logga-in", pages::sign_in_form)
        .post("/logga-in", pages::sign_in)
        .get("/logga-in/kod", pages::code_form)
        .post("/logga-in/kod", pages::code)
        .post("/logga-ut", pages::sign_out)
        .get("/bekrafta/{token}", pages::confirm_form)
        .post("/bekrafta/{token}", pages::confirm)
        .get("/avsluta-bevakning/{token}", pages::leave_form)
        .post("/avsluta-bevakning/{token}", pages::leave)
        .get("/arbetsyta/mitt-konto", desk::my_account)
        .post("/arbetsyta/mitt-konto/losenord", desk::change_password)
        .get("/arbetsyta/mitt-konto/tvasteg", desk::second_factor_form)
        .post("/arbetsyta/mitt-konto/tvasteg", desk::second_factor)
        .post("/arbetsyta/mitt-konto/tvasteg/av", desk::second_factor_off)
        .get("/arbetsyta/konton", desk::accounts)
        .get("/arbetsyta/konton/nytt", desk::new_account_form)
        .post("/arbetsyta/konton/nytt", desk::new_account)
        .get("/arbetsyta/konton/{account}", desk::account_form)
        .post("/arbetsyta/konton/{account}", desk::save_account)
        .get("/arbetsyta/installningar", desk::settings_form)
        .post("/arbetsyta/installningar", desk::save_settings_form)
        .get("/arbetsyta/logg", desk::log)
}

#[cfg(test)]
mod tests;
