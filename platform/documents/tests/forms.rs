//! One document in every form, and any text in any place. The files are left in cargo's temporary folder for a look.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use documents::{Block, Column, Document, Figure, Inline, Signature, Table, to_docx, to_html};
use std::io::Read;

const CHART: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 150"><g font-family="sans-serif" font-size="14">
<text x="0" y="28">Gång- och cykelväg</text><rect x="230" y="12" width="320" height="24" fill="#0b4f8a"/><text x="560" y="30">48 %</text>
<text x="0" y="78">Belysning</text><rect x="230" y="62" width="200" height="24" fill="#0b4f8a"/><text x="440" y="80">30 %</text>
<text x="0" y="128">Parkering &amp; buss</text><rect x="230" y="112" width="140" height="24" fill="#0b4f8a"/><text x="380" y="130">21 %</text></g></svg>"##;

fn sample() -> Document {
    let rows = (1..=45)
        .map(|n| vec![format!("Område nummer {n}"), format!("{}", n * 3), format!("{} %", n)])
        .collect();
    Document {
        title: "Redovisning av dialog om Trafikplatsen".into(),
        language: "sv-SE".into(),
        kind: "Tjänsteutlåtande".into(),
        organisation: "Danderyds kommun".into(),
        unit: "Kommunledningskontoret".into(),
        author: "Kommunledningskontoret".into(),
        date: jiff::civil::date(2026, 3, 17),
        case_number: "KS 2026/0123".into(),
        subject: "Vad invånarna sa om Trafikplatsen".into(),
        recipient: "Kommunstyrelsen".into(),
        head: vec![
            ("Datum".into(), "17 mars 2026".into()),
            ("Diarienummer".into(), "KS 2026/0123".into()),
            ("Handläggare".into(), "Anna Lind".into()),
        ],
        blocks: vec![
            Block::Contents {
                title: "Innehåll".into(),
                depth: 1,
            },
            Block::heading(1, "Ärendet"),
            Block::paragraph(
                "Kommunstyrelsen uppdrog den 22 april 2024 (§ 69) åt kommunledningskontoret att utreda tre förbättringsförslag. Sammanlagt 312 personer deltog.\nEn ny rad i samma stycke.",
            ),
            Block::Paragraph {
                text: vec![
                    Inline::text("Läs mer på "),
                    Inline::link("kommunens webbplats", "https://exempel.se/dialog"),
                    Inline::text(" eller "),
                    Inline::bold("ring"),
                    Inline::text(" oss."),
                ],
            },
            Block::heading(1, "Kommunledningskontorets förslag till beslut"),
            Block::heading(2, "Kommunstyrelsens beslut"),
            Block::numbered([
                "Kommunstyrelsen noterar informationen och lägger rapporteringen till handlingarna.",
                "Uppdraget av den 22 april 2024 (§ 69) är därmed genomfört.",
            ]),
            Block::heading(1, "Resultat"),
            Block::bullets(["Fler träd", "Tryggare gångväg – särskilt kvällstid"]),
            Block::Quote {
                text: "Jag vågar inte gå där på kvällen.".into(),
                source: "Invånare i Djursholm".into(),
                language: None,
            },
            Block::Quote {
                text: "أريد المزيد من الأشجار في الحديقة".into(),
                source: "Invånare".into(),
                language: Some("ar".into()),
            },
            Block::Figure(Figure {
                svg: CHART.into(),
                alt: "Stapeldiagram: gång- och cykelväg 48 procent, belysning 30, parkering 21.".into(),
                caption: "Vad som är viktigast (n = 312)".into(),
            }),
            Block::Table(Table {
                caption: "Svar per område (n = 312)".into(),
                columns: vec![Column::text("Område"), Column::number("Antal"), Column::number("Andel")],
                header_column: true,
                rows,
            }),
            Block::Facts {
                rows: vec![
                    ("Nivå".into(), "Konsultation".into()),
                    ("Löfte".into(), "Vi lyssnar och berättar hur svaren har använts.".into()),
                ],
            },
            Block::note(
                "Den som svarar väljer själv att delta. Resultatet gäller dem som svarade, inte alla invånare.",
            ),
            Block::Signatures {
                people: vec![
                    Signature {
                        name: "Kerstin Berg".into(),
                        role: "Kommundirektör".into(),
                    },
                    Signature {
                        name: "Björn Sand".into(),
                        role: "Ekonomichef".into(),
                    },
                ],
            },
            Block::heading(2, "Att fylla i för hand"),
            Block::Boxes {
                options: vec!["Ja".into(), "Nej".into()],
            },
            Block::Lines { count: 4 },
            Block::PageBreak,
            Block::heading(1, "Handlingar i ärendet"),
            Block::numbered(["Tjänsteutlåtande", "Dialograpport"]),
        ],
    }
}

fn keep(name: &str, bytes: &[u8]) {
    std::fs::write(std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), bytes).unwrap();
}

fn part(file: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Every text of the sample replaced.
fn filled_with(text: &str) -> Document {
    let t = || text.to_owned();
    Document {
        title: t(),
        language: t(),
        kind: t(),
        organisation: t(),
        unit: t(),
        author: t(),
        date: jiff::civil::date(2026, 1, 1),
        case_number: t(),
        subject: t(),
        recipient: t(),
        head: vec![(t(), t())],
        blocks: vec![
            Block::heading(3, t()),
            Block::Paragraph {
                text: vec![
                    Inline::text(t()),
                    Inline::bold(t()),
                    Inline::Emphasis { text: t() },
                    Inline::link(t(), t()),
                    Inline::link(t(), format!("https://x.se/{}", text.len())),
                ],
            },
            Block::bullets([t(), t()]),
            Block::numbered([t()]),
            Block::Quote {
                text: t(),
                source: t(),
                language: Some(t()),
            },
            Block::Table(Table {
                caption: t(),
                columns: vec![Column::text(t()), Column::number(t()), Column::text(t())],
                header_column: true,
                rows: vec![vec![t(), t()], vec![t(), t(), t(), t()], vec![]],
            }),
            Block::Figure(Figure {
                svg: t(),
                alt: format!("x{text}"),
                caption: t(),
            }),
            Block::Figure(Figure {
                svg: CHART.replace("Belysning", &documents::escape(text)),
                alt: format!("x{text}"),
                caption: t(),
            }),
            Block::Facts { rows: vec![(t(), t())] },
            Block::Signatures {
                people: vec![Signature { name: t(), role: t() }],
            },
            Block::note(t()),
            Block::Lines { count: 1 },
            Block::Boxes {
                options: vec![t(), t()],
            },
        ],
    }
}

const HOSTILE: [&str; 16] = [
    "",
    " ",
    "\n\n",
    "#panic(\"x\") *fet* _kursiv_ $x^2$ `rå` @källa <etikett> [x](y) \\ // /* */ = rubrik",
    "<script>alert(1)</script>&amp;\"'",
    "]]><!--",
    "\u{0}\u{1}\u{8}\u{1b}\u{7f}\u{9f}",
    "\u{202e}evil\u{2066}\u{feff}\u{fffe}\u{ffff}\u{10ffff}",
    "سلام עולם ሰላም",
    "👩‍👩‍👧‍👦👍🏽❤️🇸🇪1️⃣",
    "漢字かな한글ไทยहिन्दी",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!",
    "\u{301}\u{200d}\u{200b}\u{ad}\u{e000}\u{f8ff}",
    "{\"json\": \"}\"}",
    "=HYPERLINK(\"x\")",
    "\u{1f3fb}\u{20e3}\u{5b0}\u{64b}",
];

#[test]
fn the_web_page_escapes_everything_and_keeps_the_order_of_headings() {
    let html = to_html(&sample(), 1);
    assert!(
        html.contains("<h2 id=\"avsnitt-1\">Ärendet</h2>")
            && html.contains("<h3 id=\"avsnitt-5\">Kommunstyrelsens beslut</h3>")
    );
    assert!(html.contains("<th scope=\"row\">Område nummer 1</th><td class=\"num\">3</td>"));
    assert!(html.contains("<blockquote class=\"quote\" lang=\"ar\" dir=\"auto\">"));
    assert!(html.contains("<ul class=\"boxes plain\"><li>Ja</li>"));
    assert!(html.contains("<div class=\"lines\" aria-hidden=\"true\"><i></i><i></i><i></i><i></i></div>"));
    for text in HOSTILE {
        let html = to_html(&filled_with(text), 1);
        assert!(!html.contains("<script") && !html.contains("<!--"), "{text:?}");
    }
    keep("sample.html", html.as_bytes());
}

#[test]
fn the_docx_has_real_styles_language_and_repeated_header_rows() {
    let file = to_docx(&sample()).unwrap();
    keep("sample.docx", &file);
    let body = part(&file, "word/document.xml");
    for expected in [
        "w:pStyle w:val=\"Heading1\"",
        "w:pStyle w:val=\"Heading2\"",
        "<w:tblHeader/>",
        "<w:tblCaption w:val=\"Svar per område (n = 312)\"/>",
        "<w:numId w:val=\"1\"/>",
        "<w:numId w:val=\"3\"/>",
        "r:id=\"rIdLink0\"",
        "<w:between w:val=\"single\"",
        "☐ Nej",
    ] {
        assert!(body.contains(expected), "{expected}");
    }
    assert!(part(&file, "word/styles.xml").contains("<w:lang w:val=\"sv-SE\""));
    assert!(part(&file, "docProps/core.xml").contains("<dc:title>Redovisning av dialog om Trafikplatsen</dc:title>"));
    assert!(part(&file, "word/footer1.xml").contains(" NUMPAGES "));
    assert_eq!(
        file,
        to_docx(&sample()).unwrap(),
        "the same document gives the same bytes"
    );
}

#[test]
fn hostile_text_stays_text_in_docx() {
    for text in HOSTILE {
        let file = to_docx(&filled_with(text)).unwrap();
        let body = part(&file, "word/document.xml");
        assert!(!body.contains("<script") && !body.contains('\u{0}'), "{text:?}");
    }
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::*;
    use documents::{Error, to_pdf};
    use proptest::prelude::*;

    #[test]
    fn the_pdf_says_that_it_is_tagged_and_archivable() {
        let file = to_pdf(&sample()).unwrap();
        keep("sample.pdf", &file);
        let text = String::from_utf8_lossy(&file);
        assert!(text.starts_with("%PDF-1.7"));
        for expected in [
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<rdf:li>sv-SE</rdf:li>",
        ] {
            assert!(text.contains(expected), "{expected}");
        }
    }

    #[test]
    fn a_figure_nobody_has_explained_is_refused() {
        let mut document = sample();
        document.blocks.push(Block::Figure(Figure {
            svg: CHART.into(),
            alt: " ".into(),
            caption: String::new(),
        }));
        assert!(matches!(
            to_pdf(&document),
            Err(Error::MissingAlternative { position: 2 })
        ));
    }

    #[test]
    fn hostile_text_stays_text_in_pdf() {
        for (number, text) in HOSTILE.iter().enumerate() {
            let file = to_pdf(&filled_with(text)).unwrap_or_else(|error| panic!("{text:?}: {error}"));
            keep(&format!("hostile-{number}.pdf"), &file);
        }
    }

    #[test]
    fn a_word_longer_than_the_page_does_not_stop_it() {
        keep("long.pdf", &to_pdf(&filled_with(&"å".repeat(3000))).unwrap());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn any_text_can_be_set(text in any::<String>(), marks in "[a-zא-ת\u{300}-\u{36f}\u{5b0}-\u{5c0}ء-ي\u{64b}-\u{652}\u{20d0}-\u{20ff}\u{1f300}-\u{1f6ff}\u{fe0f}\u{200d}#\\[\\]\\\\*_$]{0,80}") {
            prop_assert!(to_pdf(&filled_with(&text)).is_ok());
            prop_assert!(to_pdf(&filled_with(&marks)).is_ok());
            prop_assert!(to_docx(&filled_with(&text)).is_ok());
        }
    }
}
