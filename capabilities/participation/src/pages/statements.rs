//! Statements, one at a time. The first stance is taken on the activity's own page and makes a receipt; from then on the person has
//! an address of their own, `/mitt-svar/{code}/pastaenden`, to go on at, come back to and change a stance.

use web::{Anyone, Errors, Fault, Form, Reply, Req};

use super::door;
use super::receipt::find as find_by_code;
use super::statement_page::{Place, Proposing, StatementPage, draw};
use super::taking_part::Arrival;
use crate::acts::{self, InUse, answers_of};
use crate::dialogue;
use crate::kinds::{Way, kind};
use crate::model::answer::Answers;
use crate::model::parse::clean;
use crate::model::receipt::hash;
use crate::model::stance::{MAX_PROPOSAL, PROPOSAL, Stance};
use crate::model::state::{Door, PassageState};
use crate::opinions::opinions;
use crate::store;

/// Somebody who goes on.
struct Mine {
    contribution: store::Contribution,
    used: InUse,
    place: Place,
}

/// `/mitt-svar/{code}/pastaenden`: the address of somebody who has taken a stance.
pub(super) fn own_address(code: impl std::fmt::Display) -> String {
    format!("/mitt-svar/{code}/pastaenden")
}

/// What somebody sends.
enum Said {
    Stance { statement: String, stance: Stance },
    Proposal(String),
}

impl Said {
    /// Reads the form; what is missing is said at its field.
    fn read(req: &Req, form: &Form) -> Result<Said, Errors> {
        let mut errors = Errors::default();
        if form.text("gor") == "foresla" {
            let words = clean(&form.raw("forslag"));
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            let over = words.chars().count().saturating_sub(MAX_PROPOSAL);
            match (words.is_empty(), over) {
                (true, _) => errors.add("forslag", req.t("participation-proposal-empty")),
                (_, 0) => return Ok(Said::Proposal(words)),
                (_, over) => {
                    let over = i64::try_from(over).unwrap_or(i64::MAX);
                    errors.add(
                        "forslag",
                        req.ta("participation-answer-text-long", &[("over", over.into())]),
                    );
                }
            }
            return Err(errors);
        }
        match Stance::named(&form.text("rost")) {
            Some(stance) => Ok(Said::Stance {
                statement: form.text("pastaende"),
                stance,
            }),
            None => {
                errors.add("pastaende", req.t("participation-answer-missing-stance"));
                Err(errors)
            }
        }
    }

    /// The key that the next page acknowledges.
    fn key(&self) -> &str {
        match self {
            Said::Stance { statement, .. } => statement,
            Said::Proposal(_) => PROPOSAL,
        }
    }

    /// A rule that said no, at its field.
    fn refused(&self, req: &Req, key: &str) -> Errors {
        let mut errors = Errors::default();
        let field = match self {
            Said::Stance { .. } => "pastaende",
            Said::Proposal(_) => "forslag",
        };
        errors.add(field, req.t(key));
        errors
    }
}

fn acknowledged(req: &Req, code: impl std::fmt::Display, said: &Said) -> Reply {
    req.see_other(&format!("{}?sparat={}", own_address(code), web::encode(said.key())))
}

/// The activity's own page: what it is, and the first statement.
pub(super) async fn first_page(req: &Req, arrival: Arrival, errors: Errors, form: Option<&Form>) -> Reply {
    let cx = if errors.is_empty() { req.cx() } else { req.cx().failed() };
    let chosen = form.map(|form| form.text("pastaende")).unwrap_or_default();
    let chance = u64::from_be_bytes(req.site.random_bytes::<8>());
    let key = statement_to_show(req, &arrival.used, &Answers::default(), chance, &chosen).await?;
    let lang = cx.lang.code();
    let place = Place {
        title: arrival.used.activity.title(lang).to_owned(),
        action: arrival.address(),
        code: String::new(),
        closes: arrival.closes(),
        leave: String::new(),
        dialogue: arrival.dialogue,
    };
    let (lead, intro) = (
        arrival.used.activity.lead(lang).to_owned(),
        arrival.used.definition.intro.said(lang).to_owned(),
    );
    let mut page = StatementPage::new(cx, errors, place, &arrival.used, &Answers::default(), key.as_deref());
    (page.lead, page.intro) = (lead, intro);
    keep_typed(&mut page, form);
    page.reply()
}

/// The first stance, or a statement proposed before any.
pub(super) async fn begin(req: &Req, arrival: Arrival, form: &Form) -> Reply {
    let said = match Said::read(req, form) {
        Ok(said) => said,
        Err(errors) => return first_page(req, arrival, errors, Some(form)).await,
    };
    req.site.guard.send(req)?;
    let (lang, nonce, used) = (req.lang.code(), form.text("nyckel"), &arrival.used);
    let begun = match &said {
        Said::Stance { statement, stance } => {
            acts::begin_stances(&req.site, used, statement, *stance, lang, &nonce).await
        }
        Said::Proposal(words) => acts::begin_with_proposal(&req.site, used, words, lang, &nonce).await,
    };
    match begun {
        Ok(sent) => acknowledged(req, sent.code, &said),
        Err(Fault::Rule { key, .. }) => first_page(req, arrival, said.refused(req, key), Some(form)).await,
        Err(fault) => Err(fault),
    }
}

async fn mine(req: &Req) -> Result<Mine, Fault> {
    let (code, contribution) = find_by_code(req).await?;
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_id(&mut conn, contribution.dialogue_id, req.today()).await?;
    let activity = store::activity(&mut conn, contribution.activity_id).await?;
    if kind(&activity.kind).way() != Way::Stances {
        return Err(Fault::NotFound);
    }
    if contribution.withdrawn_at.is_some() {
        return Err(Fault::Gone("participation-withdrawn-already"));
    }
    if dialogue.door(&activity, req.today()) != Door::Open {
        return Err(Fault::Gone("participation-change-closed"));
    }
    let place = Place {
        title: activity.title(req.lang.code()).to_owned(),
        action: own_address(code),
        code: code.to_string(),
        closes: activity.closes_on.or(dialogue.closes_on),
        leave: String::new(),
        dialogue,
    };
    let version = activity.version;
    Ok(Mine {
        used: acts::in_use(&mut conn, activity, version).await?,
        contribution,
        place,
    })
}

/// `GET /mitt-svar/{code}/pastaenden`
pub async fn show(req: Req, _: Anyone) -> Reply {
    let mine = mine(&req).await?;
    own_page(&req, mine, Errors::default(), None).await
}

/// `POST /mitt-svar/{code}/pastaenden`
pub async fn take(req: Req, _: Anyone) -> Reply {
    let form = req.form()?;
    let mine = match mine(&req).await {
        Err(Fault::Gone(why)) => return given_back(&req, why, &form).await,
        found => found?,
    };
    let said = match Said::read(&req, &form) {
        Ok(said) => said,
        Err(errors) => return own_page(&req, mine, errors, Some(&form)).await,
    };
    let (used, who) = (&mine.used, mine.contribution.id);
    let stored = match &said {
        Said::Stance { statement, stance } => {
            req.site.guard.stance(&req)?;
            acts::take_stance(&req.site, used, who, statement, *stance).await
        }
        Said::Proposal(words) => {
            req.site.guard.send(&req)?;
            acts::propose(&req.site, used, who, words).await
        }
    };
    match stored {
        Ok(()) => acknowledged(&req, &mine.place.code, &said),
        Err(Fault::Rule { key, .. }) => own_page(&req, mine, said.refused(&req, key), Some(&form)).await,
        Err(fault) => Err(fault),
    }
}

/// The door closed while somebody wrote: why, and the statement that they proposed.
async fn given_back(req: &Req, why: &'static str, form: &Form) -> Reply {
    let (_, contribution) = find_by_code(req).await?;
    let mut conn = req.site.db.read().await?;
    let dialogue = dialogue::by_id(&mut conn, contribution.dialogue_id, req.today()).await?;
    drop(conn);
    let cx = req.cx();
    let typed = door::proposed(&cx, form).into_iter().collect();
    door::given_back(cx, dialogue, why, typed)
}

async fn own_page(req: &Req, mine: Mine, errors: Errors, form: Option<&Form>) -> Reply {
    let answers = answers_of(&mine.contribution);
    let cx = if errors.is_empty() { req.cx() } else { req.cx().failed() };
    let chosen = match form {
        Some(form) => form.text("pastaende"),
        None => req.query("pastaende").unwrap_or_default().to_owned(),
    };
    // The same person with the same stances is shown the same statement however often the page is loaded.
    let drawn = format!("{} {}", mine.place.code, answers.0.len());
    let chance = hash("samspel next statement", drawn.as_bytes());
    let chance = chance[..8]
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte));
    let key = statement_to_show(req, &mine.used, &answers, chance, &chosen).await?;
    let state = match answers.seen(PROPOSAL) {
        true => cx.t(proposal_state(req, mine.contribution.id).await?),
        false => String::new(),
    };
    let mut page = StatementPage::new(cx, errors, mine.place, &mine.used, &answers, key.as_deref());
    page.acknowledge(req.query("sparat").unwrap_or_default());
    if let Proposing::Done { state: told, .. } = &mut page.proposing {
        *told = state;
    }
    keep_typed(&mut page, form);
    page.reply()
}

fn keep_typed(page: &mut StatementPage, form: Option<&Form>) {
    if let (Proposing::May { typed, .. }, Some(form)) = (&mut page.proposing, form) {
        *typed = clean(&form.raw("forslag"));
    }
}

/// The text key of what has become of a proposed statement.
async fn proposal_state(req: &Req, contribution: db::Id) -> Result<&'static str, Fault> {
    let mut conn = req.site.db.read().await?;
    let passages = store::passages_of_contribution(&mut conn, contribution).await?;
    let proposal = passages.iter().find(|passage| passage.question == PROPOSAL);
    Ok(match proposal.map_or(PassageState::Waiting, store::Passage::state) {
        PassageState::Waiting => "participation-proposal-waiting",
        PassageState::Published | PassageState::Masked => "participation-proposal-published",
        PassageState::Hidden => "participation-proposal-hidden",
    })
}

/// The statement asked for, or the one to take a stance on next.
async fn statement_to_show(
    req: &Req,
    used: &InUse,
    answers: &Answers,
    chance: u64,
    chosen: &str,
) -> Result<Option<String>, Fault> {
    if used.definition.statements().any(|question| question.key == chosen) {
        return Ok(Some(chosen.to_owned()));
    }
    let found = {
        let mut conn = req.site.db.read().await?;
        opinions(&mut conn, used.activity.id).await?
    };
    let priorities = found.map(|(found, _)| found.priorities).unwrap_or_default();
    Ok(draw(&used.definition, answers, &priorities, chance))
}
