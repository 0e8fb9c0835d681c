//! Pages for everybody, and for those who speak for an organisation.

pub(crate) mod asked;
mod door;
mod own;
mod own_facts;
mod own_people;
mod own_proposals;
mod own_referral;
pub(crate) mod proposal;

use web::Routes;

/// Signing in as somebody who speaks for an organisation, and their pages.
pub(crate) fn own_routes(routes: Routes) -> Routes {
    routes
        .get(crate::DOOR, door::form)
        .post(crate::DOOR, door::send)
        .get("/forening/kod/{token}", door::code_form)
        .post("/forening/kod/{token}", door::code)
        .get("/forening/inbjudan/{token}", door::invitation)
        .post("/forening/inbjudan/{token}", door::accept)
        .post("/forening/logga-ut", door::sign_out)
        .get(own::START, own::show)
        .post("/forening/stammer", own::confirm)
        .post("/forening/byt", own::turn)
        .get(own_facts::FACTS, own_facts::form)
        .post(own_facts::FACTS, own_facts::send)
        .get("/forening/remiss/{id}", own_referral::show)
        .post("/forening/remiss/{id}", own_referral::answer)
        .get(own_proposals::NEW, own_proposals::form)
        .post(own_proposals::NEW, own_proposals::send)
        .get("/forening/forslag/{proposal}", own_proposals::show)
        .get(own_people::PEOPLE, own_people::show)
        .post(own_people::PEOPLE, own_people::invite)
        .post("/forening/foretradare/sluta", own_people::leave)
}
