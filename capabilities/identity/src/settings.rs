//! The municipality's settings, kept as one JSON value.

use crate::store;
use db::{Conn, Tx};
use web::{Fault, Settings};

const NAME: &str = "site";

/// The settings as they stand; the defaults when none were saved.
pub async fn load_settings(conn: &mut Conn) -> Result<Settings, Fault> {
    let Some(text) = store::setting(conn, NAME).await? else {
        return Ok(Settings::default());
    };
    serde_json::from_str(&text).map_err(Fault::internal)
}

/// Saves settings. Call [`web::Site::apply`] after the transaction.
pub async fn save_settings(tx: &mut Tx<'_>, settings: &Settings) -> Result<(), Fault> {
    let value = serde_json::to_value(settings).map_err(Fault::internal)?;
    store::set_setting(tx, NAME, &value.to_string()).await?;
    tx.audit("settings.save", "settings", NAME, value).await?;
    tx.touch("settings");
    Ok(())
}
