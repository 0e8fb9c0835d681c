//! Reports as people get them: fetched from the running product, opened by a PDF reader and by an XML reader, and
//! held against the machine-checkable part of PDF/UA-1.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::browser;
use crate::house::{House, files};
use crate::stage::Outcome;
use crate::tools;

/// Fetches every kind of document from the demonstration and opens each.
pub fn run(house: &House) -> Result<Outcome> {
    let folder = house.root.join("e2e/out/documents");
    let mut node = browser::node(house)?;
    tools::quietly(node.arg("documents.mjs").arg(&folder)).context("fetching documents from the product")?;
    let python = tools::python(&house.target()?)?;
    let mut findings = Vec::new();
    let pdfs = files(&folder, "pdf");
    for pdf in &pdfs {
        opens(house, pdf, &mut findings)?;
    }
    held_against(house, &python, "pdfcheck.py", &pdfs, &mut findings);
    let packages: Vec<_> = ["docx", "xlsx"]
        .into_iter()
        .flat_map(|ending| files(&folder, ending))
        .collect();
    held_against(house, &python, "packagecheck.py", &packages, &mut findings);
    for (ending, found) in [
        ("pdf", pdfs.len()),
        ("docx", files(&folder, "docx").len()),
        ("xlsx", files(&folder, "xlsx").len()),
    ] {
        if found == 0 {
            findings.push(format!("the product gave no {ending}"));
        }
    }
    Ok(Outcome::of(
        findings,
        format!("{} PDF, {} DOCX and XLSX", pdfs.len(), packages.len()),
    ))
}

/// A PDF reader draws every page.
fn opens(house: &House, pdf: &Path, findings: &mut Vec<String>) -> Result<()> {
    let reader = tools::need("pdftoppm", "poppler-utils")?;
    let output = Command::new(reader)
        .args(["-r", "60", "-png"])
        .arg(pdf)
        .arg(pdf.with_extension(""))
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() || !said.trim().is_empty() {
        findings.push(format!("{}: pdftoppm: {}", house.short(pdf).display(), said.trim()));
    }
    Ok(())
}

fn held_against(
    house: &House,
    python: &Path,
    script: &str,
    documents: &[std::path::PathBuf],
    findings: &mut Vec<String>,
) {
    if documents.is_empty() {
        return;
    }
    let script = house.root.join("e2e/audit").join(script);
    if let Err(error) = tools::quietly(Command::new(python).arg(script).args(documents)) {
        findings.push(format!("{error:#}"));
    }
}
