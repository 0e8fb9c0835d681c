//! Choosing an organisation by writing it: a register of thousands fits in no list of choices.

use crate::model::{number, organisation::folded};
use crate::store::{self, Search};
use db::{Conn, Id};
use web::{Errors, Fault, Req};

/// Names told when several fit.
const TOLD: i64 = 6;

/// The organisation that was written, by number, by name, or by words that only one has. Otherwise the field says what to do.
pub(super) async fn organisation(
    req: &Req,
    conn: &mut Conn,
    written: &str,
    errors: &mut Errors,
    field: &'static str,
) -> Result<Option<Id>, Fault> {
    if written.is_empty() {
        errors.add(field, req.t("civil-error-organisation"));
        return Ok(None);
    }
    let search = Search {
        words: written.to_owned(),
        ..Search::default()
    };
    let fits = store::found(conn, &search, TOLD, 0).await?;
    let is_it = |one: &&store::Organisation| {
        folded(&one.draft.name) == folded(written)
            || number::read(written).is_ok_and(|number| !number.is_empty() && number == one.draft.number)
    };
    let exact: Vec<_> = fits.iter().filter(is_it).collect();
    match (exact.as_slice(), fits.as_slice()) {
        ([one], _) => Ok(Some(one.id)),
        ([], [one]) => Ok(Some(one.id)),
        ([], []) => {
            errors.add(field, req.t("civil-error-organisation-unknown"));
            Ok(None)
        }
        (_, several) => {
            let names: Vec<&str> = several.iter().map(|one| one.draft.name.as_str()).collect();
            errors.add(
                field,
                req.ta("civil-error-organisation-many", &[("names", names.join(", ").into())]),
            );
            Ok(None)
        }
    }
}
