//! Civil society: the register of organisations, agreements with them, and the municipality's crime prevention, which rests on
//! knowing which organisation is needed for what.
//!
//! * To add a fact about an organisation: [`Draft`], the form, its page, and a column of the import if registers have it.
//! * The register holds organisations and roles. Persons lie in their own table, are seen by few, and can be removed.
//! * Never here: a text about a single person in crime prevention. Every form says so, and what reading can find is stopped.
//! * Judgements and decisions are only added: what somebody judged last year can be read next year.

mod acts;
mod desk;
mod duties;
mod figures;
mod model;
mod pages;
mod paper;
mod picture;
mod representative;
mod source;
mod store;
mod words;

pub use acts::agreements::{end_agreement, follow_up_agreement, set_party, tick, write_agreement};
pub use acts::changes::{approve_change, ask_for_change, refuse_change};
pub use acts::councils::{
    Noted, add_action, approve_minutes, close_action, leave_seat, take_seat, write_council, write_meeting,
};
pub use acts::crime::{
    add_cause, add_problem, change_problem, decide_gap, finish_report, follow_up_measure, judge, write_measure,
};
pub use acts::promises::{follow_up_promise, meet_demand, write_promise};
pub use acts::proposals::{answer_proposal, propose, propose_for, take_proposal};
pub use acts::referral::{
    Letters, PartyChange, add_answer, answer_as, ask, change_party, note_outcome, set_referral, write_letters,
};
pub use acts::register::{Refused, add, archive, change, confirm, confirm_as, note_event, remove_person, write_person};
pub use acts::representatives::{accept_invitation, end_representative, hand_over, invite_representative, leave_as};
pub use figures::{Figures, figures};
pub use model::agreement::{Agreement, AgreementKind};
pub use model::clock::{Demand, Met};
pub use model::council::{ActionPoint, Council, Meeting, Seat};
pub use model::measure::{Colour, Measure};
pub use model::organisation::{Contact, Draft, Kind, Person};
pub use model::promise::Promise;
pub use model::proposal::{Proposal, ProposalAnswer};
pub use model::referral::{OrganisationAnswer, Outcome};
pub use model::relevance::{Decided, Decision, Function, GapKind, Judged, Problem, ProblemKind};
pub use model::representative::Invitation;
pub use representative::Representative;
pub use source::source;

use identity::{PreventCrime, SeeDesk};
use web::{Capability, MenuItem, Routes};

/// The register.
const REGISTER: &str = "/arbetsyta/organisationer";
/// Where a file comes in.
const IMPORT: &str = "/arbetsyta/organisationer/importera";
const AGREEMENTS: &str = "/arbetsyta/overenskommelser";
/// Councils and forums.
const COUNCILS: &str = "/arbetsyta/rad";
/// Where an organisation proposes something, without an account.
const PROPOSE: &str = "/foreslag-samverkan";
/// Where whoever speaks for an organisation signs in.
const DOOR: &str = "/forening";
/// Where an invitation to speak for an organisation leads.
const INVITED: &str = "/forening/inbjudan";
/// What organisations have proposed.
const PROPOSALS: &str = "/arbetsyta/samverkansforslag";
/// The problems of the situation picture, and the ways on.
const CRIME: &str = "/arbetsyta/brottsforebyggande";
/// The matrix of judgements.
const RELEVANCE: &str = "/arbetsyta/brottsforebyggande/relevans";
const GAPS: &str = "/arbetsyta/brottsforebyggande/gap";
/// The plan.
const MEASURES: &str = "/arbetsyta/brottsforebyggande/atgarder";
/// What the act asks for every other year.
const DEMANDS: &str = "/arbetsyta/brottsforebyggande/lagkrav";
/// Promises to residents.
const PROMISES: &str = "/arbetsyta/brottsforebyggande/medborgarlofte";
/// Reports to the council.
const REPORTS: &str = "/arbetsyta/brottsforebyggande/rapport";

/// What civil society brings to the site.
pub fn capability() -> Capability {
    Capability {
        name: "civil-society",
        routes: own_routes(asked_routes(crime_routes(council_routes(agreement_routes(
            register_routes(),
        ))))),
        texts: texts::source!("civil-society"),
        menu: vec![
            MenuItem::new(REGISTER, "civil-menu-register", SeeDesk::NAME, 50),
            MenuItem::new(AGREEMENTS, "civil-agreements", SeeDesk::NAME, 51),
            MenuItem::new(COUNCILS, "civil-councils", SeeDesk::NAME, 52),
            MenuItem::new(PROPOSALS, "civil-proposals", SeeDesk::NAME, 53),
            MenuItem::new(CRIME, "civil-crime", PreventCrime::NAME, 54),
        ],
    }
}

/// The pages that civil society keeps of every process with organisations.
pub fn pages() -> Vec<method::Page> {
    let page = |address, name_key| method::Page {
        pack: method::CIVIL_SOCIETY,
        address,
        name_key,
        listed: true,
    };
    vec![
        page(desk::asked::ASKED, "civil-asked"),
        page(desk::parties::PARTIES, "civil-parties"),
    ]
}

/// What concerns those who speak for an organisation: on the desk, and for themselves.
fn own_routes(routes: Routes) -> Routes {
    pages::own_routes(desk::representative_routes(routes))
}

fn asked_routes(routes: Routes) -> Routes {
    let at = |part: &str| format!("{}/{{id}}/{part}", dialogues::Kind::Collaboration.base());
    routes
        .get(at("organisationer"), desk::asked::show)
        .post(at("organisationer"), desk::asked_forms::ask)
        .post(at("organisationer/svarstid"), desk::asked_forms::set)
        .post(at("organisationer/brev"), desk::asked_forms::write)
        .post(at("organisationer/utfall"), desk::asked_forms::outcome)
        .post(at("organisationer/svar"), desk::asked_forms::answer)
        .get(at("parter"), desk::parties::show)
        .post(at("parter"), desk::parties::enter)
        .post(at("parter/underskrift"), desk::parties::sign)
        .get("/samverkan/{id}/organisationer", pages::asked::show)
        .get(PROPOSE, pages::proposal::form)
        .post(PROPOSE, pages::proposal::send)
        .post("/foreslag-samverkan/kod", pages::proposal::look_up)
        .get("/foreslag-samverkan/{code}", pages::proposal::receipt)
        .get(PROPOSALS, desk::proposals::list)
        .get("/arbetsyta/samverkansforslag/{proposal}", desk::proposals::show)
        .post("/arbetsyta/samverkansforslag/{proposal}/ansvar", desk::proposals::take)
        .post("/arbetsyta/samverkansforslag/{proposal}/svar", desk::proposals::answer)
}

fn register_routes() -> Routes {
    Routes::new()
        .get(REGISTER, desk::register::list)
        .get(
            "/arbetsyta/organisationer/fil/organisationer.csv",
            desk::register::export,
        )
        .get("/arbetsyta/organisationer/natverk", desk::network::show)
        .get("/arbetsyta/organisationer/ny", desk::organisation_form::new)
        .post("/arbetsyta/organisationer/ny", desk::organisation_form::create)
        .get(IMPORT, desk::imports::form)
        .post(IMPORT, desk::imports::upload)
        .get("/arbetsyta/organisationer/importera/{import}", desk::imports::preview)
        .post("/arbetsyta/organisationer/importera/{import}", desk::imports::confirm)
        .get("/arbetsyta/organisationer/import/{import}", desk::imports::report)
        .post("/arbetsyta/organisationer/import/{import}/angra", desk::imports::undo)
        .get("/arbetsyta/organisationer/{organisation}", desk::organisation::show)
        .get(
            "/arbetsyta/organisationer/{organisation}/andra",
            desk::organisation_form::edit,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/andra",
            desk::organisation_form::save,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/granskad",
            desk::organisation::confirm,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/arkivera",
            desk::organisation::archive,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/tillbaka",
            desk::organisation::restore,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/handelse",
            desk::organisation::note_event,
        )
        .get("/arbetsyta/organisationer/{organisation}/person", desk::person::new)
        .post("/arbetsyta/organisationer/{organisation}/person", desk::person::create)
        .get(
            "/arbetsyta/organisationer/{organisation}/person/{person}",
            desk::person::edit,
        )
        .post(
            "/arbetsyta/organisationer/{organisation}/person/{person}",
            desk::person::save,
        )
}

fn agreement_routes(routes: Routes) -> Routes {
    routes
        .get(AGREEMENTS, desk::agreements::list)
        .get("/arbetsyta/overenskommelser/ny", desk::agreement_form::new)
        .post("/arbetsyta/overenskommelser/ny", desk::agreement_form::create)
        .get("/arbetsyta/overenskommelser/{agreement}", desk::agreements::show)
        .get(
            "/arbetsyta/overenskommelser/{agreement}/andra",
            desk::agreement_form::edit,
        )
        .post(
            "/arbetsyta/overenskommelser/{agreement}/andra",
            desk::agreement_form::save,
        )
        .post("/arbetsyta/overenskommelser/{agreement}/part", desk::agreements::party)
        .post(
            "/arbetsyta/overenskommelser/{agreement}/uppfoljning",
            desk::agreements::follow_up,
        )
        .post("/arbetsyta/overenskommelser/{agreement}/avsluta", desk::agreements::end)
}

fn council_routes(routes: Routes) -> Routes {
    routes
        .get(COUNCILS, desk::councils::list)
        .get("/arbetsyta/rad/nytt", desk::councils::new)
        .post("/arbetsyta/rad/nytt", desk::councils::create)
        .get("/arbetsyta/rad/{council}", desk::council::show)
        .get("/arbetsyta/rad/{council}/andra", desk::councils::edit)
        .post("/arbetsyta/rad/{council}/andra", desk::councils::save)
        .post("/arbetsyta/rad/{council}/ledamot", desk::council::seat)
        .post(
            "/arbetsyta/rad/{council}/atgard/{action}/klar",
            desk::council::close_action,
        )
        .get("/arbetsyta/rad/{council}/mote/nytt", desk::meeting_form::new)
        .post("/arbetsyta/rad/{council}/mote/nytt", desk::meeting_form::create)
        .get("/arbetsyta/rad/{council}/mote/{meeting}", desk::meeting::show)
        .get(
            "/arbetsyta/rad/{council}/mote/{meeting}/andra",
            desk::meeting_form::edit,
        )
        .post(
            "/arbetsyta/rad/{council}/mote/{meeting}/andra",
            desk::meeting_form::save,
        )
        .post(
            "/arbetsyta/rad/{council}/mote/{meeting}/justera",
            desk::meeting::approve,
        )
        .post(
            "/arbetsyta/rad/{council}/mote/{meeting}/atgard",
            desk::meeting::add_action,
        )
        .get(
            "/arbetsyta/rad/{council}/mote/{meeting}/dokument",
            desk::meeting::document,
        )
}

fn crime_routes(routes: Routes) -> Routes {
    routes
        .get(CRIME, desk::crime::overview)
        .get("/arbetsyta/brottsforebyggande/problem/nytt", desk::crime::new)
        .post("/arbetsyta/brottsforebyggande/problem/nytt", desk::crime::create)
        .get("/arbetsyta/brottsforebyggande/problem/{problem}", desk::crime::show)
        .get(
            "/arbetsyta/brottsforebyggande/problem/{problem}/andra",
            desk::crime::edit,
        )
        .post(
            "/arbetsyta/brottsforebyggande/problem/{problem}/andra",
            desk::crime::save,
        )
        .post(
            "/arbetsyta/brottsforebyggande/problem/{problem}/orsak",
            desk::crime::add_cause,
        )
        .get(RELEVANCE, desk::relevance::matrix)
        .get(
            "/arbetsyta/brottsforebyggande/relevans/{problem}/{function}",
            desk::relevance::show,
        )
        .post(
            "/arbetsyta/brottsforebyggande/relevans/{problem}/{function}",
            desk::relevance::judge,
        )
        .get(GAPS, desk::gaps::list)
        .get(
            "/arbetsyta/brottsforebyggande/gap/{problem}/{function}",
            desk::gaps::show,
        )
        .post(
            "/arbetsyta/brottsforebyggande/gap/{problem}/{function}",
            desk::gaps::decide,
        )
        .get(MEASURES, desk::measures::list)
        .get("/arbetsyta/brottsforebyggande/atgarder/ny", desk::measure::new)
        .post("/arbetsyta/brottsforebyggande/atgarder/ny", desk::measure::create)
        .get("/arbetsyta/brottsforebyggande/atgarder/{measure}", desk::measure::show)
        .post("/arbetsyta/brottsforebyggande/atgarder/{measure}", desk::measure::save)
        .post(
            "/arbetsyta/brottsforebyggande/atgarder/{measure}/uppfoljning",
            desk::measure::follow_up,
        )
        .get(DEMANDS, desk::demands::show)
        .post(DEMANDS, desk::demands::meet)
        .get(PROMISES, desk::promises::list)
        .get(
            "/arbetsyta/brottsforebyggande/medborgarlofte/nytt",
            desk::promise_form::new,
        )
        .post(
            "/arbetsyta/brottsforebyggande/medborgarlofte/nytt",
            desk::promise_form::create,
        )
        .get(
            "/arbetsyta/brottsforebyggande/medborgarlofte/{promise}",
            desk::promises::show,
        )
        .get(
            "/arbetsyta/brottsforebyggande/medborgarlofte/{promise}/andra",
            desk::promise_form::edit,
        )
        .post(
            "/arbetsyta/brottsforebyggande/medborgarlofte/{promise}/andra",
            desk::promise_form::save,
        )
        .post(
            "/arbetsyta/brottsforebyggande/medborgarlofte/{promise}/uppfoljning",
            desk::promises::follow_up,
        )
        .get(REPORTS, desk::reports::form)
        .post(REPORTS, desk::reports::finish)
        .get("/arbetsyta/brottsforebyggande/rapport/{report}", desk::reports::show)
        .get(
            "/arbetsyta/brottsforebyggande/rapport/{report}/{form}",
            desk::reports::file,
        )
}

#[cfg(test)]
mod tests;
