//! Proposals of organisations: sent without an account, taken by somebody, answered with reasons.

use crate::model::proposal::{Proposal, ProposalAnswer, first_due};
use crate::representative::Representative;
use crate::store;
use db::{Actor, Conn, Id};
use identity::{Grant, KeepRegister};
use jiff::civil::Date;
use mail::Mail;
use participation::model::receipt::Code;
use serde_json::json;
use texts::Lang;
use web::{Fault, Site};

/// Sends a proposal; the same form sent twice is one proposal, with one receipt.
///
/// # Errors
/// The database's.
pub async fn propose(site: &Site, submit_key: &str, proposal: &Proposal) -> Result<Code, Fault> {
    send(site, submit_key, proposal, None).await
}

/// Sends a proposal of the organisation that somebody speaks for. They see it when signed in, so it needs no code.
///
/// # Errors
/// The database's.
pub async fn propose_for(
    site: &Site,
    who: &Representative,
    submit_key: &str,
    proposal: &Proposal,
) -> Result<(), Fault> {
    send(site, submit_key, proposal, Some(who.organisation)).await?;
    Ok(())
}

async fn send(site: &Site, submit_key: &str, proposal: &Proposal, organisation: Option<Id>) -> Result<Code, Fault> {
    let code = Code::from_submit_key(submit_key);
    let due_on = first_due(site.today());
    site.db
        .write(Actor::Participant, async |tx| {
            if let Some(id) = store::add_proposal(tx, code.hash(), proposal, organisation, due_on).await? {
                let detail =
                    json!({ "title": proposal.title, "role": proposal.role, "is_own": organisation.is_some() });
                tx.audit("proposal.send", "collaboration-proposal", id, detail).await?;
            }
            Ok(code)
        })
        .await
}

/// The proposal that a receipt belongs to.
pub(crate) async fn by_code(conn: &mut Conn, code: Code) -> Result<Option<store::StoredProposal>, Fault> {
    Ok(store::proposal_by_receipt(conn, code.hash()).await?)
}

/// Says which role answers, and until when.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`, or answered.
pub async fn take_proposal(
    site: &Site,
    who: &Grant<KeepRegister>,
    (id, revision): (Id, i64),
    responsible: &str,
    due_on: Date,
) -> Result<(), Fault> {
    site.db
        .write(who.actor(), async |tx| {
            store::take_proposal(tx, id, revision, responsible, due_on).await?;
            let detail = json!({ "responsible": responsible, "due": due_on.to_string() });
            tx.audit("proposal.take", "collaboration-proposal", id, detail).await?;
            Ok(())
        })
        .await
}

/// Answers a proposal, and writes to the organisation if it left an address.
///
/// # Errors
/// [`Fault::Conflict`] when somebody wrote after `revision`, or answered.
pub async fn answer_proposal(
    site: &Site,
    who: &Grant<KeepRegister>,
    (id, revision): (Id, i64),
    answer: &ProposalAnswer,
) -> Result<(), Fault> {
    let today = site.today();
    site.db
        .write(who.actor(), async |tx| {
            let proposal = store::proposal(tx, id).await?;
            store::answer_proposal(tx, id, revision, answer, today).await?;
            if !proposal.contact_address.is_empty() {
                mail::queue(tx, letter(site, &proposal, answer)).await?;
            }
            tx.audit(
                "proposal.answer",
                "collaboration-proposal",
                id,
                json!({ "outcome": answer.outcome }),
            )
            .await?;
            Ok(())
        })
        .await
}

/// The letter with the answer; Swedish, since nobody asked in which language they read.
fn letter(site: &Site, proposal: &store::StoredProposal, answer: &ProposalAnswer) -> Mail {
    let outcomes = crate::words::choices(site, Lang::Sv, crate::words::OUTCOMES);
    let values = [
        ("title", proposal.title.as_str().into()),
        ("outcome", crate::words::name(&outcomes, &answer.outcome).into()),
        ("answer", answer.answer.as_str().into()),
        ("address", format!("{}{}", site.base_url, crate::PROPOSE).into()),
    ];
    Mail {
        to: proposal.contact_address.clone(),
        subject: site.texts.with(Lang::Sv, "civil-proposal-mail-subject", &values),
        body: site.texts.with(Lang::Sv, "civil-proposal-mail", &values),
    }
}
