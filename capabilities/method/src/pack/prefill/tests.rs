//! Expressions are read, joined and refused; no text makes the reader stumble.

use super::*;

fn known(origin: &Origin) -> String {
    match origin {
        Origin::Fact { field, .. } if field == "empty" => String::new(),
        Origin::Fact {
            field,
            column: Some(column),
        } => format!("{field}/{column}"),
        Origin::Fact { field, .. } => field.clone(),
        Origin::Date(field) => format!("17 mars ({field})"),
        other => format!("{other:?}"),
    }
}

#[test]
fn terms_are_joined_in_order() {
    let text = |expression: &str| Prefill::parse(expression).expect(expression).text(known);
    assert_eq!(text("fact:purpose"), "purpose");
    assert_eq!(
        text(" 'Dialog om '+fact:area + ', ' + date:opens-on "),
        "Dialog om area, 17 mars (opens-on)"
    );
    assert_eq!(text("fact:target-groups.group"), "target-groups/group");
    assert_eq!(text("'a + b'"), "a + b");
    assert_eq!(text("level.promise"), "LevelPromise");
}

#[test]
fn half_a_sentence_is_none() {
    let prefill = Prefill::parse("'Om ' + fact:empty + ' i ' + fact:area").expect("it is sound");
    assert_eq!(prefill.text(known), "");
}

#[test]
fn each_flaw_is_told() {
    let long = format!("'{}'", "x".repeat(LONGEST));
    let many = vec!["'x'"; MOST_TERMS + 1].join("+");
    for (expression, says) in [
        ("", "no source"),
        ("+", "no source"),
        ("fact:a +", "no source"),
        ("fact:a fact:b", "cannot be read at \"fact:b\""),
        ("'x", "have no end"),
        ("system(1)", "no source \"system\""),
        ("level.rank", "no source \"level.rank\""),
        (long.as_str(), "characters"),
        (many.as_str(), "too many terms"),
    ] {
        let told = Prefill::parse(expression).expect_err(expression).problem;
        assert!(told.contains(says), "{expression}: {told}");
    }
}

proptest::proptest! {
    /// Whatever stands there: an expression within its limits, or a flaw with a remedy.
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,400}") {
        check(&text)?;
    }

    /// The same for texts that are nearly right.
    #[test]
    fn nearly_right_texts_are_read_or_refused(parts in proptest::collection::vec("fact:[a-z.]{0,6}|date:[a-z]{0,3}|today|level\\.name|'[å ']{0,4}'?|[+: ]{1,2}", 0..20)) {
        check(&parts.concat())?;
    }
}

fn check(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    match Prefill::parse(text) {
        Ok(prefill) => {
            proptest::prop_assert!(text.chars().count() <= LONGEST);
            proptest::prop_assert!(!prefill.terms.is_empty() && prefill.terms.len() <= MOST_TERMS);
            let filled = prefill.text(known);
            proptest::prop_assert!(filled.chars().count() <= LONGEST * 20);
        }
        Err(flaw) => proptest::prop_assert!(!flaw.problem.is_empty() && !flaw.remedy.is_empty()),
    }
    Ok(())
}
