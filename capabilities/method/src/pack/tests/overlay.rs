//! A municipality's own files over the base, and processes that extend one another.

use super::*;
use texts::Lang;

fn own(files: &[(&str, &str)]) -> Files {
    let head = [("pack.toml", "overlays = \"medborgardialog\"\n")];
    head.iter()
        .chain(files)
        .map(|(name, text)| ((*name).to_string(), (*text).to_string()))
        .collect()
}

fn over(files: &[(&str, &str)]) -> Result<Edition, Vec<PackFault>> {
    read_over(&real(), &own(files))
}

const PANEL: &str = r#"[template]
key = "citizens-panel"
extends = "standard"
name = { sv = "Medborgarpanel", en = "Citizens' panel" }
about = { sv = "En omgång i panelen.", en = "One round of the panel." }

[[state]]
key = "draft"
name = { sv = "Panelutkast", en = "Panel draft" }

[[step]]
key = "recruit"
name = { sv = "Rekrytera", en = "Recruit" }
question = { sv = "Vilka ska lottas?", en = "Who is to be drawn?" }
role = { sv = "Panelägaren", en = "The panel's owner" }
output = { sv = "En panel", en = "A panel" }
tasks = ["groups"]
"#;

#[test]
fn a_process_of_ones_own_inherits_from_the_base() {
    let edition = over(&[("processes/citizens-panel.toml", PANEL)]).unwrap_or_else(|faults| panic!("{faults:?}"));
    let panel = edition.template("citizens-panel").expect("the panel is there");
    let standard = edition.template("standard").expect("so is the base");
    assert_eq!(panel.template_name.sv, "Medborgarpanel");
    assert_eq!(panel.steps.len(), standard.steps.len() + 1);
    assert_eq!(panel.state_name("draft", Lang::Sv), "Panelutkast");
    assert_eq!(standard.state_name("draft", Lang::Sv), "Utkast");
    assert_ne!(edition.name, read(&real()).unwrap_or_else(|_| panic!()).name);
}

#[test]
fn one_key_of_an_entry_is_replaced_and_the_rest_stays() {
    let text = "[[item]]\nkey = \"F06\"\ntext = { sv = \"Vår text.\", en = \"Our text.\" }\n";
    let edition = over(&[("checklists.toml", text)]).unwrap_or_else(|faults| panic!("{faults:?}"));
    let (ours, theirs) = (edition.templates[0].item("F06"), standard());
    let (ours, theirs) = (ours.expect("it is there"), theirs.item("F06").expect("it is there"));
    assert_eq!(ours.text.sv, "Vår text.");
    assert_eq!(
        (&ours.role, &ours.fields, ours.from_level),
        (&theirs.role, &theirs.fields, theirs.from_level)
    );
    let told = differences(&real(), &edition.files);
    assert_eq!(
        told.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(),
        ["text.en", "text.sv"]
    );
}

#[test]
fn faults_name_the_file_they_were_written_in() {
    let broken = PANEL.replace("tasks = [\"groups\"]", "tasks = [\"grupper\"]");
    let faults = over(&[("processes/citizens-panel.toml", &broken)]).expect_err("a fault");
    let line = broken
        .lines()
        .position(|line| line.contains("grupper"))
        .unwrap_or_default()
        + 1;
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert_eq!(
        (faults[0].file.as_str(), faults[0].line),
        ("processes/citizens-panel.toml", line)
    );
    // What breaks the base is told at the base's line.
    let faults = over(&[(
        "checklists.toml",
        "[[item]]\nkey = \"F06\"\nremoved = true\n[[role]]\nkey = \"project-lead\"\nremoved = true\n",
    )])
    .expect_err("items need the role");
    assert!(
        faults
            .iter()
            .all(|fault| fault.file == "base:checklists.toml" && fault.line > 1),
        "{faults:?}"
    );
}

#[test]
fn what_is_extended_must_be_there_and_lead_somewhere() {
    for (from, to) in [("\"standard\"", "\"nothing\""), ("\"standard\"", "\"citizens-panel\"")] {
        let broken = PANEL.replacen(&format!("extends = {from}"), &format!("extends = {to}"), 1);
        let faults = over(&[("processes/citizens-panel.toml", &broken)]).expect_err("a fault");
        assert_eq!(
            (faults[0].file.as_str(), faults[0].line),
            ("processes/citizens-panel.toml", 3),
            "{faults:?}"
        );
    }
    let wrong = [("pack.toml".to_string(), "overlays = \"another\"\n".to_string())].into();
    assert!(read_over(&real(), &wrong).is_err());
}

#[test]
fn only_chooses_among_what_is_inherited() {
    let text = "[template]\nkey = \"short\"\nextends = \"standard\"\n\n[only]\nstep = [\"conduct\", \"initiation\"]\n";
    let edition = over(&[("processes/short.toml", text)]).unwrap_or_else(|faults| panic!("{faults:?}"));
    let steps: Vec<&str> = edition
        .template("short")
        .map_or(&[][..], |one| &one.steps)
        .iter()
        .map(|step| step.key.as_str())
        .collect();
    assert_eq!(steps, ["conduct", "initiation"]);
    let faults = over(&[("processes/short.toml", &text.replace("conduct", "samtal"))]).expect_err("a fault");
    assert_eq!((faults[0].line, faults[0].file.as_str()), (6, "processes/short.toml"));
}

#[test]
fn a_state_that_residents_cannot_know_is_told() {
    let faults = faults_after(
        STANDARD,
        "key = \"examined\"\n",
        "key = \"examined\"\nphase = \"somewhere\"\n",
    );
    assert!(
        faults[0].problem.contains("somewhere") && faults[0].remedy.contains("decided"),
        "{faults:?}"
    );
    assert_eq!(standard().phase("draft"), "hidden");
    assert_eq!(standard().phase("handed-over"), "handed-over");
}
