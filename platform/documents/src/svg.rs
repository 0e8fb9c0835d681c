//! Lets through pictures that hold nothing but shapes and text.
//!
//! Figures are drawn by our own chart kernel, but an adopted document is read back from the database and put
//! into a public page, so the picture is looked at once more before it goes in as markup.

const ELEMENTS: [&str; 18] = [
    "svg",
    "g",
    "rect",
    "line",
    "path",
    "circle",
    "ellipse",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
    "desc",
    "defs",
    "pattern",
    "clipPath",
    "marker",
    "linearGradient",
];

/// The picture when every element in it is a known shape and no attribute acts or fetches.
pub(crate) fn safe_svg(svg: &str) -> Option<&str> {
    let svg = svg.trim();
    if !svg.starts_with("<svg") || !svg.ends_with("</svg>") || svg.contains("<!") || svg.contains("<?") {
        return None;
    }
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let (inside, after) = until_tag_end(&rest[start + 1..])?;
        if !is_safe_tag(inside) {
            return None;
        }
        rest = after;
    }
    Some(svg)
}

/// Splits at the `>` that ends a tag, stepping over quoted values.
fn until_tag_end(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (i, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some((&text[..i], &text[i + 1..])),
            (None, '"' | '\'') => quote = Some(c),
            (None, '<') => return None,
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn is_safe_tag(inside: &str) -> bool {
    let tag = inside.trim_start_matches('/').trim_end_matches('/');
    let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let (name, attributes) = tag.split_at(name_end);
    let lower = attributes.to_ascii_lowercase();
    let acts = lower
        .split(|c: char| c.is_whitespace() || c == '/' || c == '"' || c == '\'')
        .any(|word| {
            let attribute = word.split('=').next().unwrap_or("");
            (attribute.starts_with("on") && word.contains('='))
                || attribute.contains("href")
                || attribute == "style"
                || word.contains("javascript:")
        });
    // A fill may point at a pattern in the same picture, `url(#…)`, never elsewhere.
    let fetches = lower
        .match_indices("url(")
        .any(|(i, _)| !lower[i + 4..].trim_start_matches(['"', '\'', ' ']).starts_with('#'));
    ELEMENTS.contains(&name) && !acts && !fetches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_pass_and_what_acts_does_not() {
        assert!(safe_svg(r#"<svg viewBox="0 0 1 1"><title>a &gt; b</title><rect fill="url(#p)" width="1"/><text>10 %</text></svg>"#).is_some());
        for bad in [
            "<svg><script>1</script></svg>",
            r#"<svg onload="x()"></svg>"#,
            r#"<svg><a href="https://x">y</a></svg>"#,
            r#"<svg><rect fill="url(https://x)"/></svg>"#,
            r#"<svg><image href="x"/></svg>"#,
            r#"<svg><rect style="x"/></svg>"#,
            "<svg><foreignObject/></svg>",
            "<!DOCTYPE svg><svg></svg>",
            "<svg",
            "text",
        ] {
            assert_eq!(safe_svg(bad), None, "{bad}");
        }
    }
}
