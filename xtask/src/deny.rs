//! Licences and sources of what we use (`deny.toml`), where cargo-deny is installed: building it here would take
//! longer than the rest of the check.

use anyhow::Result;

use crate::house::House;
use crate::stage::Outcome;
use crate::tools;

/// `cargo deny check` without advisories, which need the network.
pub fn run(house: &House) -> Result<Outcome> {
    if tools::quietly(house.cargo().args(["deny", "--version"])).is_err() {
        return Ok(Outcome::Skipped(
            "cargo-deny is not installed (cargo install --locked cargo-deny)".into(),
        ));
    }
    let words = [
        "deny",
        "--offline",
        "--log-level",
        "error",
        "check",
        "bans",
        "licenses",
        "sources",
    ];
    let good = tools::run(house.cargo().args(words))?;
    Ok(if good {
        Outcome::Holds(String::new())
    } else {
        Outcome::Broken(vec!["cargo deny: see above".into()])
    })
}
