//! The parts of the package around the text: styles, numbering, settings, properties, head and foot.

use super::body::Body;
use crate::clean::one_line;
use crate::html::escape;
use crate::model::Document;
use std::fmt::Write;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) const PACKAGE_RELATIONS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>"
);

pub(super) const APP_PROPERTIES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Samspel</Application></Properties>"
);

pub(super) fn content_types(pictures: usize) -> String {
    let mut out = format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    out.push_str("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    if pictures > 0 {
        out.push_str("<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>");
    }
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    for (part, kind) in [
        ("document", "document.main"),
        ("styles", "styles"),
        ("numbering", "numbering"),
        ("settings", "settings"),
        ("header1", "header"),
        ("footer1", "footer"),
    ] {
        let _ = write!(
            out,
            "<Override PartName=\"/word/{part}.xml\" ContentType=\"{word}.{kind}+xml\"/>"
        );
    }
    out.push_str("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>");
    out
}

pub(super) fn core_properties(document: &Document) -> String {
    let author = if document.author.is_empty() {
        &document.organisation
    } else {
        &document.author
    };
    format!(
        "{XML}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><cp:keywords>{}</cp:keywords><dc:language>{}</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified></cp:coreProperties>",
        escape(&one_line(&document.title)),
        escape(&one_line(&document.subject)),
        escape(&one_line(author)),
        escape(&one_line(&document.case_number)),
        escape(&one_line(&document.language)),
        date = document.date,
    )
}

pub(super) fn relations(body: &Body) -> String {
    let mut out =
        format!("{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (id, kind, target) in [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdHeader", "header", "header1.xml"),
        ("rIdFooter", "footer", "footer1.xml"),
    ] {
        let _ = write!(
            out,
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>"
        );
    }
    for (index, address) in body.links.iter().enumerate() {
        let _ = write!(
            out,
            "<Relationship Id=\"rIdLink{index}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(address)
        );
    }
    for number in 1..=body.pictures.len() {
        let _ = write!(
            out,
            "<Relationship Id=\"rIdPng{number}\" Type=\"{OFFICE}/image\" Target=\"media/image{number}.png\"/><Relationship Id=\"rIdSvg{number}\" Type=\"{OFFICE}/image\" Target=\"media/image{number}.svg\"/>"
        );
    }
    out + "</Relationships>"
}

pub(super) fn settings(language: &str) -> String {
    format!(
        "{XML}<w:settings {W}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"1134\"/><w:autoHyphenation w:val=\"true\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{}\"/></w:settings>",
        escape(&one_line(language))
    )
}

pub(super) fn header(title: &str, case_number: &str) -> String {
    format!(
        "{XML}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:hdr>",
        escape(title),
        escape(case_number)
    )
}

pub(super) fn footer(organisation: &str) -> String {
    let field = |code: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    format!(
        "{XML}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>{}<w:r><w:t xml:space=\"preserve\"> (</w:t></w:r>{}<w:r><w:t>)</w:t></w:r></w:p></w:ftr>",
        escape(organisation),
        field("PAGE"),
        field("NUMPAGES")
    )
}

/// Bullets are list 1; every numbered list is its own, so that each begins at 1.
pub(super) fn numbering(ordered_lists: usize) -> String {
    let level = |number: u8, format: &str, text: &str, symbol: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{number}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"567\" w:hanging=\"397\"/></w:pPr>{symbol}</w:lvl></w:abstractNum>"
        )
    };
    let mut out = format!(
        "{XML}<w:numbering {W}>{}{}<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "bullet", "•", ""),
        level(1, "decimal", "%1.", "")
    );
    for list in 0..ordered_lists {
        let _ = write!(
            out,
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            list + 2
        );
    }
    out + "</w:numbering>"
}

pub(super) fn styles(language: &str) -> String {
    let mut out = format!(
        "{XML}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:eastAsia=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\" w:line=\"288\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
        escape(&one_line(language))
    );
    out.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
    out.push_str("<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>");
    out.push_str("<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>");
    paragraph_style(
        &mut out,
        "Title",
        "Title",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"320\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:b/><w:sz w:val=\"38\"/><w:szCs w:val=\"38\"/>",
    );
    for (level, look) in [
        (1, "<w:b/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"),
        (2, "<w:b/><w:sz w:val=\"23\"/><w:szCs w:val=\"23\"/>"),
        (3, "<w:b/>"),
        (4, "<w:i/>"),
    ] {
        let properties = format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{}\" w:after=\"100\"/><w:outlineLvl w:val=\"{}\"/>",
            400 - 50 * level,
            level - 1
        );
        paragraph_style(
            &mut out,
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &properties,
            look,
        );
    }
    paragraph_style(
        &mut out,
        "ListParagraph",
        "List Paragraph",
        "<w:spacing w:after=\"80\"/>",
        "",
    );
    paragraph_style(
        &mut out,
        "Caption",
        "caption",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/>",
        "<w:b/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    );
    paragraph_style(
        &mut out,
        "Quote",
        "Quote",
        "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"8A8A8A\"/></w:pBdr><w:ind w:left=\"340\"/>",
        "",
    );
    paragraph_style(
        &mut out,
        "Note",
        "Note",
        "<w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"8A8A8A\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"6\" w:color=\"8A8A8A\"/></w:pBdr>",
        "",
    );
    paragraph_style(
        &mut out,
        "TableText",
        "Table Text",
        "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"252\" w:lineRule=\"auto\"/>",
        "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
    );
    paragraph_style(
        &mut out,
        "Organisation",
        "Organisation",
        "<w:spacing w:after=\"0\"/>",
        "<w:b/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>",
    );
    paragraph_style(
        &mut out,
        "Signature",
        "Signature",
        "<w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"1A1A1A\"/><w:between w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"1A1A1A\"/></w:pBdr><w:spacing w:before=\"900\"/><w:ind w:right=\"4500\"/>",
        "",
    );
    let tab = "<w:tabs><w:tab w:val=\"right\" w:pos=\"9070\"/></w:tabs><w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";
    paragraph_style(
        &mut out,
        "Header",
        "header",
        tab,
        "<w:color w:val=\"4A4A4A\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    );
    paragraph_style(
        &mut out,
        "Footer",
        "footer",
        tab,
        "<w:color w:val=\"4A4A4A\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>",
    );
    out.push_str("<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0B4F8A\"/><w:u w:val=\"single\"/></w:rPr></w:style>");
    out.push_str("<w:style w:type=\"table\" w:styleId=\"Samspel\"><w:name w:val=\"Samspel\"/><w:basedOn w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8A8A\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"8A8A8A\"/></w:tblBorders></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>");
    out + "</w:styles>"
}

fn paragraph_style(out: &mut String, id: &str, name: &str, paragraph: &str, run: &str) {
    let _ = write!(
        out,
        "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    );
}
