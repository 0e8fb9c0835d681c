//! Choosing among items, and what counts as late or as a link.

use super::*;

fn line(owner: Option<Id>, status: TickStatus) -> Line {
    Line {
        key: "F05".into(),
        list: "standard".into(),
        phase: "before".into(),
        text: "Kontrollera kalendern.".into(),
        role: "Dialogsamordnare".into(),
        proof: Proof::Text,
        status,
        by_itself: false,
        tick: None,
        work: Work {
            owner,
            due_on: Some(jiff::civil::date(2026, 3, 17)),
            ..Work::default()
        },
        is_own: false,
    }
}

fn wanted(query: &[(&'static str, &'static str)]) -> Wanted {
    Wanted::read(|name| query.iter().find(|(key, _)| *key == name).map(|(_, word)| *word))
}

#[test]
fn what_is_asked_for_decides_what_is_shown() {
    let ids = db::Ids::seeded(1);
    let (me, other) = (ids.next(&db::SystemClock), ids.next(&db::SystemClock));
    let mine = line(Some(me), TickStatus::Open);
    let cases: [(&[(&'static str, &'static str)], bool); 10] = [
        (&[], true),
        (&[("vem", "mig")], true),
        (&[("vem", "ingen")], false),
        (&[("vem", "vem som helst")], true),
        (&[("visa", "oppna")], true),
        (&[("visa", "klara")], false),
        (&[("lista", "standard")], true),
        (&[("lista", OWN)], false),
        (&[("fas", "after")], false),
        (&[("fas", "senare")], true),
    ];
    for (query, shown) in cases {
        assert_eq!(wanted(query).takes(&mine, me), shown, "{query:?}");
    }
    assert!(!wanted(&[("vem", "mig")]).takes(&line(Some(other), TickStatus::Open), me));
    assert!(wanted(&[("vem", "ingen")]).takes(&line(None, TickStatus::Open), me));
    assert!(wanted(&[("visa", "klara")]).takes(&line(None, TickStatus::NotApplicable), me));
}

#[test]
fn an_address_asks_for_what_it_was_made_from() {
    let asked = wanted(&[
        ("vem", "mig"),
        ("visa", "oppna"),
        ("lista", "children"),
        ("fas", "after"),
    ]);
    assert_eq!(asked.query(), "?vem=mig&visa=oppna&lista=children&fas=after");
    assert_eq!(Wanted::default().query(), "");
}

#[test]
fn only_what_is_open_can_be_late() {
    let day = jiff::civil::date(2026, 3, 18);
    assert!(line(None, TickStatus::Open).is_late(day));
    assert!(!line(None, TickStatus::Done).is_late(day));
    assert!(!line(None, TickStatus::Open).is_late(jiff::civil::date(2026, 3, 17)));
}

#[test]
fn a_link_is_an_address_on_the_web() {
    for good in ["https://exempelby.example/protokoll.pdf", "http://a.se"] {
        assert!(is_link(good), "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        "https://",
        "exempelby.se",
        "https://a b.se",
        "ftp://a.se",
        "https://.se",
    ] {
        assert!(!is_link(bad), "{bad}");
    }
}
