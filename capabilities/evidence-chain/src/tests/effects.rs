//! The chain of effects: drawn from benefits and the measures that lead to them, with gaps where something lacks or was erased.

use super::*;

fn benefit(name: &str, effect: &str, goal: &str) -> Value {
    json!({ "benefit-name": name, "benefit-kind": "quality", "benefit-for-whom": "Unga", "benefit-effect": effect,
        "benefit-goal": goal, "benefit-obstacles": ["Ingen sköter lamporna"], "benefit-indicator": "Antal som går",
        "benefit-method": "Räkning", "benefit-baseline": "120", "benefit-baseline-on": "2026-03-01",
        "benefit-baseline-source": "Mätning", "benefit-target": "200", "benefit-target-on": "2026-12-01",
        "benefit-owner": "Gatuenheten", "benefit-status": "expected" })
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text
        .find(start)
        .unwrap_or_else(|| panic!("{start} is not on the page:\n{text}"));
    let rest = &text[from..];
    &rest[..rest.find(end).unwrap_or(rest.len())]
}

#[tokio::test]
async fn benefits_are_drawn_with_what_leads_to_them_and_the_same_stands_in_a_table() {
    for test in testkit::databases().await {
        let story = Story::begin(&test).await;
        let mut browser = story.browser().await;
        let here = format!("/arbetsyta/projekt/{}/nyttor", story.project);
        assert!(
            !browser.get(&here).await.body.contains("Effektkedja"),
            "nothing to draw"
        );

        let measure = |name: &str| measure(name, "proposed");
        let lights = story
            .add(NodeKind::Measure, measure("Ljus i tunneln"), &[])
            .await
            .expect("a measure");
        let signs = story
            .add(NodeKind::Measure, measure("Skyltar"), &[])
            .await
            .expect("a measure");
        story
            .add(NodeKind::Measure, measure("Bänkar <b>"), &[])
            .await
            .expect("a measure");
        let leads = [(lights, Sort::LeadsTo), (signs, Sort::LeadsTo)];
        let on = benefit("Fler går hem", "Vägen känns trygg", "Trygg kommun");
        story.add(NodeKind::Effect, on, &leads).await.expect("a benefit");
        let same = benefit("Färre skjutsas", "vägen känns trygg", "Mindre biltrafik");
        story.add(NodeKind::Effect, same, &leads[..1]).await.expect("a benefit");
        let alone = story
            .add(NodeKind::Effect, benefit("Gladare föräldrar", "", ""), &[])
            .await
            .expect("a benefit");

        let page = browser.get(&here).await.body;
        let figure = between(&page, "<figure", "</figure>");
        assert!(
            figure.contains("3 nyttor. Till 1 av dem leder ingen åtgärd."),
            "{figure}"
        );
        let svg = between(figure, "<svg", "</svg>");
        // Four changes with the obstacle among them, one effect, three benefits, two goals.
        assert_eq!(svg.matches("<rect").count(), 3 + 1 + 1 + 3 + 2, "{svg}");
        // Two measures to the effect and it to two benefits, those to a goal each, the obstacle to the effect and the third.
        assert_eq!(svg.matches("<path").count(), 2 + 2 + 2 + 2, "{svg}");
        assert!(svg.contains("Bänkar &lt;b&gt;") && !svg.contains("<b>"), "{svg}");
        let table = between(figure, "<table", "</table>");
        for words in [
            "Ljus i tunneln",
            "Skyltar",
            "Vägen känns trygg",
            "Mindre biltrafik",
            "Ingen sköter lamporna",
            "Ingen åtgärd leder hit",
        ] {
            assert!(table.contains(words), "{words}: {table}");
        }
        assert!(
            page.contains("leder inte till någon nytta än"),
            "the bench leads nowhere"
        );

        erase(&story.site, &story.who, alone, "Pekade ut en familj")
            .await
            .expect("erased");
        let page = browser.get(&here).await.body;
        let figure = between(&page, "<figure", "</figure>");
        assert!(
            figure.contains("Raderad text") && !figure.contains("Gladare föräldrar"),
            "{figure}"
        );
        assert!(
            browser
                .get(&format!("/en{here}"))
                .await
                .body
                .contains("Chain of effects")
        );
    }
}
