//! The first view, as a phone fetches it: the page and everything it names, compressed, counted.

use anyhow::{Result, bail};

use crate::product::Server;
use crate::reference::gzipped;
use crate::table::{Measured, Row};

const KB: f64 = 1000.0;

/// Goal 6 without what only a browser sees (LCP and CLS are in the audit of `e2e`).
pub async fn first_view(server: &Server, path: &str, rows: &mut Vec<Row>) -> Result<()> {
    let page = server.page(path, true).await?;
    if page.header("content-encoding") != "gzip" {
        bail!("{path} is sent without compression");
    }
    let html = server.page(path, false).await?.text();
    let (mut css, mut js, mut other) = (0, 0, 0);
    let mut foreign = Vec::new();
    let named = named(&html);
    for address in &named {
        if !address.starts_with('/') || address.starts_with("//") {
            foreign.push(address.clone());
            continue;
        }
        let answer = server.page(address, true).await?;
        if answer.status != 200 {
            bail!("{address} answered {}", answer.status);
        }
        let size = if answer.header("content-encoding") == "gzip" {
            answer.body.len()
        } else {
            gzipped(&answer.body)?.len()
        };
        match answer.header("content-type") {
            kind if kind.starts_with("text/css") => css += size,
            kind if kind.contains("javascript") => js += size,
            _ => other += size,
        }
    }
    let all = page.body.len() + css + js + other;
    let mut row = |what: &str, bytes: usize, most: f64| {
        let measured = Measured::AtMost(bytes as f64 / KB, most);
        rows.push(Row {
            goal: 6,
            what: what.into(),
            product: String::new(),
            reference: String::new(),
            measured,
        });
    };
    row("HTML of the dialogue page, gzip, kB", page.body.len(), 20.0);
    row("CSS, gzip, kB", css, 12.0);
    row("JavaScript, gzip, kB", js, 10.0);
    row("whole first view of the dialogue page, gzip, kB", all, 40.0);
    let measured = Measured::AtMost(foreign.len() as f64, 0.0);
    let product = format!("{} requests in all {}", named.len() + 1, foreign.join(" "));
    rows.push(Row {
        goal: 6,
        what: "requests to third parties".into(),
        product,
        reference: String::new(),
        measured,
    });
    Ok(())
}

/// What a browser fetches by itself: style sheets, scripts, icons and pictures.
fn named(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split_whitespace().next().unwrap_or_default();
        let attribute = match name {
            "script" | "img" | "source" | "iframe" => "src=\"",
            "link" if tag.contains("stylesheet") || tag.contains("icon") || tag.contains("preload") => "href=\"",
            _ => continue,
        };
        if let Some((_, value)) = tag.split_once(attribute) {
            let address = value.split('"').next().unwrap_or_default().to_string();
            if !address.starts_with("data:") && !found.contains(&address) {
                found.push(address);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_fetches_by_itself() {
        let html = "<link rel=\"stylesheet\" href=\"/a.css\"><a href=\"/x\"><img alt=\"\" src=\"https://b/c.png\"><script type=\"module\" src=\"/k.js\"></script><link rel=\"alternate\" href=\"/f\">";
        assert_eq!(named(html), ["/a.css", "https://b/c.png", "/k.js"]);
    }
}
