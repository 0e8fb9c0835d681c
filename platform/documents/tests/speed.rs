use documents::*;
#[test]
fn speed() {
    let mut blocks = vec![];
    for i in 0..20 {
        blocks.push(Block::heading(1, format!("Avsnitt {i}")));
        for j in 0..4 { blocks.push(Block::paragraph(format!("{i} {j} ") + &"Kommunstyrelsen uppdrog åt kommunledningskontoret att utreda förbättringsförslag. ".repeat(8))); }
        blocks.push(Block::Table(Table { caption: format!("T{i}"), columns: vec![Column::text("a"), Column::number("b")], header_column: true, rows: (0..8).map(|k| vec![format!("rad {k}"), format!("{i}{k}")]).collect() }));
    }
    let d = Document { title: "T".into(), language: "sv-SE".into(), kind: "".into(), organisation: "O".into(), unit: "".into(), author: "".into(), date: jiff::civil::date(2026,1,1), case_number: "".into(), subject: "".into(), recipient: "".into(), head: vec![], blocks };
    for n in 0..4 {
        let mut d = d.clone(); d.title = format!("T{n}");
        let t = std::time::Instant::now();
        let f = to_pdf(&d).unwrap();
        println!("{n}: {:?} {} bytes pages {}", t.elapsed(), f.len(), String::from_utf8_lossy(&f).matches("/Type/Page/").count());
        std::fs::write("/tmp/fonts/speed.pdf", f).unwrap();
    }
}
