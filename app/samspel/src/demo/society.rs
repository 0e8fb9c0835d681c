//! The organisations that the municipality meets, agreements with some of them, a council, and what is done against one problem.

use super::organisations::{Met, Organisation, Told};
use super::stage::{Stage, fault};
use anyhow::Context as _;
use civil_society::{
    ActionPoint, Agreement, AgreementKind, Colour, Council, Decided, Decision, Draft, Function, GapKind, Invitation,
    Judged, Kind, Measure, Meeting, Noted, Problem, ProblemKind, Representative, Seat,
};
use db::Id;
use identity::{Grant, KeepRegister, PreventCrime};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// What was entered and is followed up later.
#[derive(Debug, Default)]
pub struct Entered {
    /// Somebody who speaks for an organisation.
    speaker: Option<Representative>,
    council: Option<Id>,
    seats: Vec<Id>,
    /// Measures by their place in the file.
    measures: Vec<Id>,
}

/// When each part happens.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    Begin,
    FollowUp,
}

impl Stage<'_> {
    /// The moments at which something happens with the organisations.
    pub fn society_days(&self) -> anyhow::Result<Vec<(Timestamp, Part)>> {
        let society = &self.content.society;
        let at = |day, hour| self.calendar.moment(self.calendar.working_day(day), hour, 40);
        Ok(vec![
            (at(society.begin, 9)?, Part::Begin),
            (at(society.follow_up, 15)?, Part::FollowUp),
        ])
    }

    /// Performs a part.
    pub async fn society(&self, at: Timestamp, part: Part, entered: &mut Entered) -> anyhow::Result<()> {
        self.clock.set(at);
        match part {
            Part::Begin => self.enter_society(entered).await,
            Part::FollowUp => self.follow_up_society(entered).await,
        }
    }

    async fn enter_society(&self, entered: &mut Entered) -> anyhow::Result<()> {
        let society = &self.content.society;
        let keeper: Grant<KeepRegister> = Grant::of(self.person(&society.by)?).map_err(fault)?;
        let mut known: BTreeMap<&str, Id> = BTreeMap::new();
        for one in &society.organisations {
            let id = civil_society::add(&self.site, &keeper, &draft(one)?, false, None).await;
            known.insert(
                &one.name,
                id.map_err(|refused| anyhow::anyhow!("{}: {refused:?}", one.name))?,
            );
        }
        let known = Known(known);
        for one in &society.agreements {
            self.agree(&keeper, &known, one).await?;
        }
        self.invite(&keeper, &known, entered).await?;
        let council = &society.council;
        let id = civil_society::write_council(&self.site, &keeper, None, &self.council(council), None)
            .await
            .map_err(fault)?;
        entered.council = Some(id);
        for seat in &council.seats {
            let seat = Seat {
                organisation: known.id(&seat.organisation)?,
                role: seat.role.clone(),
                is_leading: seat.leading,
                from_on: self.site.today(),
            };
            let taken = civil_society::take_seat(&self.site, &keeper, id, &seat, None).await;
            entered.seats.push(taken.map_err(fault)?);
        }
        self.prevent(&known, entered).await
    }

    async fn agree(&self, keeper: &Grant<KeepRegister>, known: &Known<'_>, one: &Told) -> anyhow::Result<()> {
        let agreement = Agreement {
            title: one.title.clone(),
            kind: AgreementKind::from_code(&one.kind).context("the kind of an agreement")?,
            purposes: one.purposes.clone(),
            areas: one.areas.clone(),
            our_commitment: one.commitment.clone(),
            // What is signed later than it is entered would be a draft until then.
            signed_on: Some(self.calendar.working_day(one.signed).min(self.site.today())),
            expires_on: Some(self.calendar.any_day(one.expires)),
            ..Agreement::default()
        };
        let id = civil_society::write_agreement(&self.site, keeper, None, &agreement, None)
            .await
            .map_err(fault)?;
        for party in &one.parties {
            let organisation = known.id(&party.organisation)?;
            civil_society::set_party(&self.site, keeper, id, organisation, Some(&party.commitment))
                .await
                .map_err(fault)?;
        }
        Ok(())
    }

    /// Somebody is invited to speak for an organisation, and says that they do.
    async fn invite(
        &self,
        keeper: &Grant<KeepRegister>,
        known: &Known<'_>,
        entered: &mut Entered,
    ) -> anyhow::Result<()> {
        let told = &self.content.society.representative;
        let (organisation, token) = (known.id(&told.organisation)?, self.site.token());
        let invitation = Invitation {
            role: told.role.clone(),
            name: told.name.clone(),
            email: told.email.clone(),
        };
        civil_society::invite_representative(&self.site, keeper, organisation, &invitation, &token)
            .await
            .map_err(fault)?;
        let speaker = civil_society::accept_invitation(&self.site, &token).await;
        entered.speaker = Some(speaker.map_err(fault)?);
        Ok(())
    }

    /// They want a fact of the register changed; it waits for an official.
    async fn want_change(&self, entered: &Entered) -> anyhow::Result<()> {
        let (society, told) = (&self.content.society, &self.content.society.representative);
        let speaker = entered.speaker.as_ref().context("somebody speaks before they ask")?;
        let mut all = society.organisations.iter();
        let stands = all.find(|one| one.name == told.organisation);
        let wanted = Draft {
            topics: told.topics.clone(),
            ..draft(stands.context("an organisation to speak for")?)?
        };
        // Nobody has written about it since it was entered.
        civil_society::ask_for_change(&self.site, speaker, 1, &wanted)
            .await
            .map_err(fault)?;
        Ok(())
    }

    fn council(&self, one: &Met) -> Council {
        Council {
            name: one.name.clone(),
            kind: one.kind.clone(),
            chair: one.chair.clone(),
            is_led_by_municipality: true,
            rhythm: one.rhythm.clone(),
            next_on: Some(self.calendar.working_day(one.met)),
            ..Council::default()
        }
    }

    /// The problem: its causes, who is needed, what is missing and what is to be done.
    async fn prevent(&self, known: &Known<'_>, entered: &mut Entered) -> anyhow::Result<()> {
        let (society, crime) = (&self.content.society, &self.content.society.problem);
        let who: Grant<PreventCrime> = Grant::of(self.person(&society.by)?).map_err(fault)?;
        let problem = Problem {
            title: crime.title.clone(),
            kind: ProblemKind::from_code(&crime.kind).context("the kind of a problem")?,
            place: crime.place.clone(),
            description: crime.description.clone(),
            picture: crime.picture.clone(),
            functions: crime.functions.iter().map(Function::of).collect(),
            is_closed: false,
        };
        let problem = civil_society::add_problem(&self.site, &who, &problem, None)
            .await
            .map_err(fault)?;
        let mut causes = Vec::new();
        for cause in &crime.causes {
            causes.push(
                civil_society::add_cause(&self.site, &who, problem, cause)
                    .await
                    .map_err(fault)?,
            );
        }
        for one in &crime.judgements {
            let judged = Judged {
                organisation: known.id(&one.organisation)?,
                problem,
                function: Function::of(&one.function),
                relevance: one.relevance,
                reason: one.reason.clone(),
                evidence: String::new(),
                judged_by: self.person(&society.by)?.name.clone(),
                judged_on: self.site.today(),
                review_on: self.calendar.any_day(300),
            };
            civil_society::judge(&self.site, &who, &judged, None)
                .await
                .map_err(fault)?;
        }
        for one in &crime.gaps {
            let decided = Decided {
                problem,
                function: Function::of(&one.function),
                kind: GapKind::from_code(&one.kind).context("the kind of a gap")?,
                decision: Decision::from_code(&one.decision).context("the decision about a gap")?,
                reason: one.reason.clone(),
                responsible: one.responsible.clone(),
                due_on: Some(self.calendar.working_day(one.due)),
                decided_on: self.site.today(),
            };
            civil_society::decide_gap(&self.site, &who, &decided, None)
                .await
                .map_err(fault)?;
        }
        for (place, one) in (1_i64..).zip(&crime.measures) {
            let organisation = match one.organisation.as_str() {
                "" => None,
                name => Some(known.id(name)?),
            };
            let measure = Measure {
                cause: *causes.get(one.cause).context("the cause of a measure")?,
                place,
                action: one.action.clone(),
                goal: one.goal.clone(),
                timing: one.timing.clone(),
                due_on: Some(self.calendar.working_day(one.due)),
                organisation,
                responsible: one.responsible.clone(),
                indicator: String::new(),
            };
            let id = civil_society::write_measure(&self.site, &who, None, &measure, None).await;
            entered.measures.push(id.map_err(fault)?);
        }
        Ok(())
    }

    /// The council has met, and some measures have got their colour.
    async fn follow_up_society(&self, entered: &Entered) -> anyhow::Result<()> {
        self.want_change(entered).await?;
        let (society, told) = (&self.content.society, &self.content.society.council);
        let keeper: Grant<KeepRegister> = Grant::of(self.person(&society.by)?).map_err(fault)?;
        let council = entered.council.context("the council is entered before it meets")?;
        let meeting = Meeting {
            on_day: self.calendar.working_day(told.met),
            place: String::new(),
            agenda: told.agenda.clone(),
            minutes: told.minutes.clone(),
        };
        let noted = Noted {
            present: entered.seats.clone(),
            document: None,
            next_on: Some(self.calendar.working_day(told.next)),
        };
        let meeting = civil_society::write_meeting(&self.site, &keeper, (council, None), &meeting, &noted, None)
            .await
            .map_err(fault)?;
        civil_society::approve_minutes(&self.site, &keeper, meeting, 1)
            .await
            .map_err(fault)?;
        let action = ActionPoint {
            task: told.task.clone(),
            responsible: told.responsible.clone(),
            due_on: self.calendar.working_day(told.due),
        };
        civil_society::add_action(&self.site, &keeper, meeting, &action, None)
            .await
            .map_err(fault)?;
        let who: Grant<PreventCrime> = Grant::of(self.person(&society.by)?).map_err(fault)?;
        for (id, one) in entered.measures.iter().zip(&society.problem.measures) {
            if let Some(colour) = Colour::from_code(&one.colour) {
                let told = (one.outcome.as_str(), one.effect.as_str());
                civil_society::follow_up_measure(&self.site, &who, *id, colour, told, self.site.today(), None)
                    .await
                    .map_err(fault)?;
            }
        }
        Ok(())
    }
}

/// The organisations that are entered, by name.
struct Known<'a>(BTreeMap<&'a str, Id>);

impl Known<'_> {
    fn id(&self, name: &str) -> anyhow::Result<Id> {
        self.0
            .get(name)
            .copied()
            .with_context(|| format!("no organisation is called {name}"))
    }
}

fn draft(one: &Organisation) -> anyhow::Result<Draft> {
    Ok(Draft {
        name: one.name.clone(),
        kind: Kind::from_code(&one.kind).with_context(|| format!("no kind {}", one.kind))?,
        aims: one.aims.clone(),
        topics: one.topics.clone(),
        groups: one.groups.clone(),
        areas: one.areas.clone(),
        contact_role: one.role.clone(),
        contact_address: one.address.clone(),
        source: "Föreningens webbplats".to_owned(),
        ..Draft::default()
    })
}
