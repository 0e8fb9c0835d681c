//! The text itself: one piece of WordprocessingML per block.

use crate::clean::{clean, one_line};
use crate::html::escape;
use crate::model::{Block, Document, Figure, Inline, Table, heading_levels, safe_href};
use crate::svg::safe_svg;
use std::fmt::Write;

/// Text width of an A4 page with our margins, in twentieths of a point.
const TEXT_WIDTH: u32 = 9070;
/// The same in the unit of drawings (EMU).
const TEXT_WIDTH_EMU: u64 = 5_759_450;

/// A paragraph to write on. Word draws one frame around like neighbours, so the line between them is named too.
const LINE: &str = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8A8A8A\"/>\
    <w:between w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"8A8A8A\"/></w:pBdr><w:spacing w:before=\"240\" w:after=\"0\"/>";

/// `document.xml` with what it refers to.
pub(super) struct Body {
    pub(super) xml: String,
    pub(super) links: Vec<String>,
    pub(super) pictures: Vec<Picture>,
    pub(super) ordered_lists: usize,
}

/// A drawing with the bitmap that readers without SVG show.
pub(super) struct Picture {
    pub(super) svg: String,
    pub(super) png: Vec<u8>,
}

impl Body {
    pub(super) fn of(document: &Document) -> Body {
        let mut body = Body {
            xml: String::new(),
            links: Vec::new(),
            pictures: Vec::new(),
            ordered_lists: 0,
        };
        body.xml.push_str(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" \
             xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"><w:body>",
        );
        body.head(document);
        let mut levels = heading_levels(&document.blocks).into_iter();
        for block in &document.blocks {
            match block {
                Block::Contents { title, depth } => body.contents(title, *depth, &document.blocks),
                _ => body.block(block, &mut levels),
            }
        }
        body.xml.push_str(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/><w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/><w:footerReference w:type=\"first\" r:id=\"rIdFooter\"/>\
             <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1700\" w:right=\"1418\" w:bottom=\"1500\" w:left=\"1418\" w:header=\"850\" w:footer=\"700\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>",
        );
        body
    }

    fn head(&mut self, document: &Document) {
        for (style, text) in [
            ("Organisation", &document.organisation),
            ("Normal", &document.unit),
            ("Normal", &document.kind),
        ] {
            if !text.is_empty() {
                self.paragraph(style, "", &run(text, ""));
            }
        }
        if !document.head.is_empty() {
            self.facts(&document.head);
        }
        if !document.recipient.is_empty() {
            self.paragraph("Normal", "<w:spacing w:before=\"320\"/>", &run(&document.recipient, ""));
        }
        self.paragraph("Title", "", &run(&one_line(&document.title), ""));
    }

    fn block(&mut self, block: &Block, levels: &mut impl Iterator<Item = u8>) {
        match block {
            Block::Heading { text, .. } => self.paragraph(
                &format!("Heading{}", levels.next().unwrap_or(1)),
                "",
                &run(&one_line(text), ""),
            ),
            Block::Paragraph { text } => self.running("Normal", "", text),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Quote { text, source, language } => {
                let look = language
                    .as_deref()
                    .map(|code| format!("<w:lang w:val=\"{}\"/>", escape(&one_line(code))))
                    .unwrap_or_default();
                self.paragraph("Quote", "", &run(text, &look));
                if !source.trim().is_empty() {
                    self.paragraph("Quote", "", &run(&format!("– {source}"), "<w:i/>"));
                }
            }
            Block::Facts { rows } => self.facts(rows),
            Block::Signatures { people } => {
                for person in people {
                    self.paragraph(
                        "Signature",
                        "",
                        &format!(
                            "{}<w:r><w:br/></w:r>{}",
                            run(&person.name, "<w:b/>"),
                            run(&person.role, "")
                        ),
                    );
                }
            }
            // Written where all blocks are at hand.
            Block::Contents { .. } => {}
            Block::PageBreak => self.xml.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
            Block::Note { text } => self.running("Note", "", text),
            Block::Lines { count } => {
                for _ in 0..*count {
                    self.paragraph("Normal", LINE, "");
                }
            }
            Block::Boxes { options } => {
                for option in options {
                    self.paragraph("ListParagraph", "", &run(&format!("☐ {option}"), ""));
                }
            }
        }
    }

    /// The headings as a field that the word processor renews with pages; until then it shows them without.
    fn contents(&mut self, title: &str, depth: u8, blocks: &[Block]) {
        self.paragraph("Normal", "<w:keepNext/>", &run(&one_line(title), "<w:b/>"));
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let begin = format!(
            "{}<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-{depth}\" \\h \\z </w:instrText></w:r>{}",
            field("begin"),
            field("separate")
        );
        let headings = blocks.iter().filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text),
            _ => None,
        });
        let mut before = begin;
        for (text, level) in headings
            .zip(heading_levels(blocks))
            .filter(|(_, level)| *level <= depth)
        {
            let indent = format!("<w:ind w:left=\"{}\"/>", 340 * u32::from(level - 1));
            let runs = std::mem::take(&mut before) + &run(&one_line(text), if level == 1 { "<w:b/>" } else { "" });
            self.paragraph("Normal", &format!("<w:spacing w:after=\"40\"/>{indent}"), &runs);
        }
        self.paragraph("Normal", "", &(before + &field("end")));
    }

    fn paragraph(&mut self, style: &str, properties: &str, runs: &str) {
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>"
        );
    }

    fn running(&mut self, style: &str, properties: &str, parts: &[Inline]) {
        let runs: String = parts.iter().map(|part| self.part(part)).collect();
        self.paragraph(style, properties, &runs);
    }

    fn part(&mut self, part: &Inline) -> String {
        match part {
            Inline::Text { text } => run(text, ""),
            Inline::Bold { text } => run(text, "<w:b/>"),
            Inline::Emphasis { text } => run(text, "<w:i/>"),
            Inline::Link { text, href } => match safe_href(href) {
                Some(href) => {
                    self.links.push(href.to_owned());
                    format!(
                        "<w:hyperlink r:id=\"rIdLink{}\" w:history=\"1\">{}</w:hyperlink>",
                        self.links.len() - 1,
                        run(text, "<w:rStyle w:val=\"Hyperlink\"/>")
                    )
                }
                None => run(text, ""),
            },
        }
    }

    fn list(&mut self, ordered: bool, items: &[Vec<Inline>]) {
        let number = if ordered {
            self.ordered_lists += 1;
            self.ordered_lists + 1
        } else {
            1
        };
        let properties = format!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr>");
        for item in items {
            self.running("ListParagraph", &properties, item);
        }
    }

    fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        if !table.caption.trim().is_empty() {
            self.paragraph("Caption", "", &run(&table.caption, ""));
        }
        let widths: Vec<u32> = table.widths().iter().map(|share| share * TEXT_WIDTH / 100).collect();
        self.open_table(&widths, &table.caption, true, table.header_column);
        // `tblHeader` repeats the row on every page and tells a screen reader that it names the columns.
        self.xml.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (column, width) in table.columns.iter().zip(&widths) {
            self.cell(*width, column.numeric, &run(&column.title, "<w:b/>"));
        }
        self.xml.push_str("</w:tr>");
        for row in table.even_rows() {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (i, text) in row.into_iter().enumerate() {
                self.cell(widths[i], table.columns[i].numeric, &run(text, ""));
            }
            self.xml.push_str("</w:tr>");
        }
        self.close_table();
    }

    fn facts(&mut self, rows: &[(String, String)]) {
        if rows.is_empty() {
            return;
        }
        let widths = [TEXT_WIDTH * 3 / 10, TEXT_WIDTH * 7 / 10];
        self.open_table(&widths, "", false, true);
        for (label, value) in rows {
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            self.cell(widths[0], false, &run(label, "<w:b/>"));
            self.cell(widths[1], false, &run(value, ""));
            self.xml.push_str("</w:tr>");
        }
        self.close_table();
    }

    fn open_table(&mut self, widths: &[u32], caption: &str, first_row: bool, first_column: bool) {
        let named = if caption.trim().is_empty() {
            String::new()
        } else {
            format!("<w:tblCaption w:val=\"{}\"/>", escape(&one_line(caption)))
        };
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"Samspel\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:val=\"{:04X}\" w:firstRow=\"{}\" w:lastRow=\"0\" w:firstColumn=\"{}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{named}</w:tblPr><w:tblGrid>",
            // Bits of ST_TblLook: no banding, and which edges of the table style apply. Older readers know only the sum.
            0x0600 + u16::from(first_row) * 0x20 + u16::from(first_column) * 0x80,
            u8::from(first_row),
            u8::from(first_column)
        );
        for width in widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
    }

    fn cell(&mut self, width: u32, numeric: bool, runs: &str) {
        let _ = write!(
            self.xml,
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
        );
        self.paragraph("TableText", if numeric { "<w:jc w:val=\"right\"/>" } else { "" }, runs);
        self.xml.push_str("</w:tc>");
    }

    fn close_table(&mut self) {
        // Two tables in a row would grow together without a paragraph between them.
        self.xml.push_str(
            "</w:tbl><w:p><w:pPr><w:spacing w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:p>",
        );
    }

    fn figure(&mut self, figure: &Figure) {
        let alt = one_line(if figure.alt.trim().is_empty() {
            &figure.caption
        } else {
            &figure.alt
        });
        match safe_svg(&figure.svg).and_then(|svg| bitmap(svg).map(|bitmap| (svg, bitmap))) {
            Some((svg, Bitmap { png, width, height })) => {
                self.pictures.push(Picture {
                    svg: svg.to_owned(),
                    png,
                });
                let drawing = drawing(self.pictures.len(), &alt, width, height);
                self.paragraph("Normal", "<w:keepNext/>", &drawing);
            }
            None => self.paragraph("Note", "", &run(&alt, "")),
        }
        if !figure.caption.trim().is_empty() {
            self.paragraph("Caption", "", &run(&figure.caption, ""));
        }
    }
}

/// A run of text; line ends become breaks.
fn run(text: &str, look: &str) -> String {
    let mut out = String::new();
    for (index, line) in clean(text).split('\n').enumerate() {
        let line_break = if index > 0 { "<w:br/>" } else { "" };
        let look = if look.is_empty() {
            String::new()
        } else {
            format!("<w:rPr>{look}</w:rPr>")
        };
        let _ = write!(
            out,
            "<w:r>{look}{line_break}<w:t xml:space=\"preserve\">{}</w:t></w:r>",
            escape(line)
        );
    }
    out
}

fn drawing(number: usize, alt: &str, width: u32, height: u32) -> String {
    let tall = TEXT_WIDTH_EMU * u64::from(height) / u64::from(width.max(1));
    format!(
        "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{TEXT_WIDTH_EMU}\" cy=\"{tall}\"/><wp:docPr id=\"{number}\" name=\"image{number}\" descr=\"{alt}\"/>\
         <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"image{number}.svg\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
         <pic:blipFill><a:blip r:embed=\"rIdPng{number}\"><a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip r:embed=\"rIdSvg{number}\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
         <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{TEXT_WIDTH_EMU}\" cy=\"{tall}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
        alt = escape(alt)
    )
}

struct Bitmap {
    png: Vec<u8>,
    width: u32,
    height: u32,
}

/// The picture as PNG at twice the size it is read in; none if it cannot be drawn.
#[cfg(feature = "pdf")]
fn bitmap(svg: &str) -> Option<Bitmap> {
    use resvg::{tiny_skia, usvg};
    const WIDE: f32 = 1360.0;
    let mut options = usvg::Options {
        font_family: "Noto Sans".to_owned(),
        ..usvg::Options::default()
    };
    let fonts = options.fontdb_mut();
    for file in crate::pdf::fonts::files() {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family("Noto Sans");
    let tree = usvg::Tree::from_str(svg, &options).ok()?;
    let scale = WIDE / tree.size().width();
    let size = tree.size().to_int_size().scale_by(scale)?;
    if size.height() > 6000 {
        return None;
    }
    let mut canvas = tiny_skia::Pixmap::new(size.width(), size.height())?;
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut canvas.as_mut(),
    );
    Some(Bitmap {
        png: canvas.encode_png().ok()?,
        width: size.width(),
        height: size.height(),
    })
}

/// Without the PDF engine there is nothing that draws; the alternative text stands for the picture.
#[cfg(not(feature = "pdf"))]
fn bitmap(_svg: &str) -> Option<Bitmap> {
    None
}
