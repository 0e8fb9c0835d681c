//! What civil society tells the method: evidence for the gates of its pack; what waits on the desk stands in `duties`.
//!
//! The register, the judgements, the agreements and the plan are the municipality's, not one process's: what is proved is proved for
//! every process of the pack.

use crate::duties::duties;
use crate::picture::Picture;
use crate::store;
use db::{Conn, Id};
use method::{CIVIL_SOCIETY, Evidence, Process, Source};
use std::collections::HashSet;

/// Evidence about processes of the civil-society pack; duties for whoever keeps the register or prevents crime.
pub fn source() -> Source {
    Source {
        name: "civil-society",
        evidence: |conn, process| Box::pin(evidence(conn, process)),
        duties: |conn, asking| Box::pin(duties(conn, asking)),
    }
}

fn proof(key: &'static str, met: bool, (count, base): (usize, usize), href: &str) -> Evidence {
    Evidence {
        key,
        met,
        count: i64::try_from(count).unwrap_or(i64::MAX),
        base: i64::try_from(base).unwrap_or(i64::MAX),
        href: href.to_owned(),
    }
}

async fn evidence(conn: &mut Conn, process: Id) -> db::Result<Vec<Evidence>> {
    let process = method::process(conn, process).await?;
    if process.pack != CIVIL_SOCIETY {
        return Ok(Vec::new());
    }
    let picture = Picture::read(conn).await?;
    let (problems, judged) = (picture.problems.len(), picture.problems_judged());
    let (gaps, decided) = (picture.gaps.len(), picture.gaps_decided());
    let measures = store::measures(conn).await?;
    let followed: HashSet<Id> = store::measure_follow_ups(conn)
        .await?
        .iter()
        .map(|one| one.measure_id)
        .collect();
    let followed = measures.iter().filter(|one| followed.contains(&one.id)).count();
    let all = measures.len();
    let in_force = usize::try_from(store::count_in_force(conn).await?).unwrap_or(0);
    let mut proofs = asked(conn, &process).await?;
    proofs.extend([
        proof(
            "relevance-judged",
            problems > 0 && judged == problems,
            (judged, problems),
            crate::RELEVANCE,
        ),
        // Without a problem there is nothing to have gaps in.
        proof(
            "gaps-decided",
            problems > 0 && decided == gaps,
            (decided, gaps),
            crate::GAPS,
        ),
        proof(
            "agreements-in-force",
            in_force > 0,
            (in_force, in_force.max(1)),
            crate::AGREEMENTS,
        ),
        // The form takes no measure without cause, goal, time and somebody responsible.
        council_met(conn, &process).await?,
        proof("measures-linked", all > 0, (all, all.max(1)), crate::MEASURES),
        proof(
            "measures-followed-up",
            all > 0 && followed == all,
            (followed, all),
            crate::MEASURES,
        ),
    ]);
    Ok(proofs)
}

/// What is proved by the organisations that are asked in a process, by what they answered, and by the parties that sign.
async fn asked(conn: &mut Conn, process: &Process) -> db::Result<Vec<Evidence>> {
    let base = format!("{}/{}", dialogues::Kind::Collaboration.base(), process.id);
    let asked = format!("{base}/{}", crate::desk::asked::ASKED);
    let signing = format!("{base}/{}", crate::desk::parties::PARTIES);
    let invited = store::invited(conn, process.id).await?;
    let answers = store::organisation_answers(conn, process.id).await?.len();
    let parties = store::process_parties(conn, process.id).await?;
    let all = |count: usize, base: usize| (base > 0 && count == base, (count, base.max(1)));
    let reached = invited.iter().filter(|one| !one.address.is_empty()).count();
    let noted = invited.iter().filter(|one| !one.outcome.is_empty()).count();
    let signed = parties.iter().filter(|one| one.signed_on.is_some()).count();
    let one = |key, (met, counted), href: &str| proof(key, met, counted, href);
    Ok(vec![
        one("organisations-listed", all(reached, invited.len()), &asked),
        one("outcome-noted", all(noted, invited.len()), &asked),
        // The form takes no answer without role, mandate and for whom.
        one("mandates-stated", all(answers, answers), &asked),
        // Nor a party without a commitment.
        one("parties-listed", all(parties.len(), parties.len()), &signing),
        one("parties-signed", all(signed, parties.len()), &signing),
    ])
}

/// The strategic council has met since the process began, and the minutes of all those meetings are approved.
async fn council_met(conn: &mut Conn, process: &Process) -> db::Result<Evidence> {
    // The day in Greenwich: at most the one before in Sweden, when somebody begins a process at night.
    let begun_on = process.created_at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let (held, approved) = store::strategic_meetings(conn, begun_on).await?;
    Ok(Evidence {
        key: "council-met",
        met: held > 0 && approved == held,
        count: approved,
        base: held.max(1),
        href: crate::COUNCILS.to_owned(),
    })
}
