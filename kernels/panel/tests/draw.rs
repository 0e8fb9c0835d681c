//! The draw, against `sha256sum` and against documents that somebody changed.

use panel::draw::{draw, fingerprint, number};

const DOCUMENT: &str = "panel lottery 1\t4\t2\t3\n1\ta\tb\n2\ta\tc\n3\tb\td\n";

/// Figures from the shell commands in the documentation of the module, run with coreutils.
#[test]
fn anybody_can_repeat_the_draw_with_sha256sum() {
    assert_eq!(
        fingerprint(DOCUMENT),
        "3438dc90942261f59e63ed95e3d7194d8b00d27213f0ea759d448e858de611cd"
    );
    assert_eq!(number(&fingerprint(DOCUMENT), "2026-11-28 4 8 15 16 23 42", 1_000), 357);
    assert_eq!(number(&fingerprint(DOCUMENT), "Åmål", 1_000), 750);
}

#[test]
fn the_draw_takes_the_line_of_its_number() {
    for seed in ["", "a", "b", "c", "d", "e", "f"] {
        let drawn = draw(DOCUMENT, seed).expect("a lottery");
        let line = DOCUMENT.lines().nth(drawn.number).expect("a line");
        assert_eq!(line, format!("{}\t{}", drawn.number, drawn.ids.join("\t")));
        assert_eq!(drawn.number, number(&fingerprint(DOCUMENT), seed, 3));
    }
}

#[test]
fn a_document_that_is_not_whole_names_the_line() {
    for (document, line) in [
        ("", 1),
        ("panel lottery 2\t4\t2\t3\n", 1),
        ("panel lottery 1\t4\t2\n1\ta\tb\n", 1),
        ("panel lottery 1\t4\t-2\t3\n", 1),
        ("panel lottery 1\t4\t2\t0\n", 2),
        ("panel lottery 1\t4\t2\t3\n1\ta\tb\n2\ta\tc\n", 4),
        ("panel lottery 1\t4\t2\t3\n1\ta\tb\n3\ta\tc\n2\tb\td\n", 3),
        ("panel lottery 1\t4\t2\t3\n1\ta\tb\n2\ta\n3\tb\td\n", 3),
        ("panel lottery 1\t4\t2\t1\n1\ta\tb\n2\ta\tc\n", 4),
    ] {
        assert_eq!(draw(document, "seed").expect_err(document).line, line, "{document:?}");
    }
}

#[test]
fn every_panel_is_as_likely() {
    let mut counts = [0_u32; 10];
    for seed in 0..20_000 {
        counts[number("fingerprint", &seed.to_string(), 10) - 1] += 1;
    }
    let chi_square: f64 = counts.iter().map(|count| (f64::from(*count) - 2e3).powi(2) / 2e3).sum();
    assert!(
        chi_square < 27.9,
        "{counts:?}: nine degrees of freedom, one in a thousand"
    );
}
