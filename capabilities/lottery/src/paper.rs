//! The protocol of a lottery: what it was made from, what was published when, what was drawn, and how anybody does it again. The same
//! on the page and in the file, and it stays when everybody's number is erased.

use crate::acts::{drawn_ids, members};
use crate::desk::{group_rows, show, title};
use crate::model::stage::Stage;
use crate::store::{self, Lottery};
use db::Conn;
use documents::{Block, Column, Document, Inline, Table};
use web::{Cx, Fault, Lang};

/// What finds the number of the panel, and the panel, with what every computer has. `SLUMPTAL` stands for a seed that is not known yet.
pub(crate) fn commands(lottery: &Lottery) -> Vec<String> {
    let seed = quoted(lottery);
    [
        "fingerprint=$(sha256sum < lottning.txt | cut -c 1-64)",
        "digits=$(printf '%s %s' \"$fingerprint\" SLUMPTAL | sha256sum | cut -c 1-15)",
        "grep -P \"^$((1 + 0x$digits % 1000))\\t\" lottning.txt",
    ]
    .map(|line| line.replace("SLUMPTAL", &seed))
    .into()
}

/// The seed as a shell takes it letter by letter: it may hold any signs.
fn quoted(lottery: &Lottery) -> String {
    match lottery.seed.as_str() {
        "" => "'SLUMPTAL'".to_owned(),
        seed => format!("'{}'", seed.replace('\'', r"'\''")),
    }
}

/// How anybody checks it: with the file that is public, or the copy that somebody kept; with the seed once it is known. `None` when nothing
/// was drawn and nothing will be.
pub(crate) fn how(lottery: &Lottery) -> Option<&'static str> {
    match (lottery.stage(), lottery.erased_at, lottery.seed.is_empty()) {
        (Stage::Cancelled, ..) => None,
        (_, Some(_), _) => Some("lottery-again-kept"),
        (_, None, true) => Some("lottery-again-how"),
        (_, None, false) => Some("lottery-again-public"),
    }
}

/// The protocol as it stands now.
pub(crate) async fn protocol(conn: &mut Conn, cx: &Cx, dialogue: &str, lottery: &Lottery) -> Result<Document, Fault> {
    let ids = drawn_ids(conn, lottery).await?;
    let for_seats = store::for_seats_of(conn, lottery).await?;
    let fingerprint = lottery.figures().map(|one| one.fingerprint).unwrap_or_default();
    let mut blocks = vec![Block::Facts {
        rows: std::iter::once((cx.t("lottery-field-dialogue"), dialogue.to_owned()))
            .chain(
                show::facts(cx, lottery)
                    .into_iter()
                    .map(|(term, value)| (term, in_groups(value, &fingerprint))),
            )
            .collect(),
    }];
    blocks.push(Block::heading(1, cx.t("lottery-protocol-how")));
    blocks.push(Block::numbered(STEPS.map(|key| cx.t(key))));
    if let Some(figures) = lottery.figures() {
        blocks.push(Block::heading(1, cx.t("lottery-chances-title")));
        blocks.extend(show::chances(cx, &figures).into_iter().map(Block::paragraph));
        blocks.push(groups(cx, &figures));
    }
    blocks.extend(panel(cx, lottery, &ids, &members(conn, lottery).await?));
    blocks.extend(replacements(cx, &for_seats));
    blocks.extend(again(cx, lottery));
    Ok(Document {
        title: cx.t1("lottery-protocol-title", "name", title(cx, lottery)),
        language: match cx.lang {
            Lang::Sv => "sv-SE".into(),
            Lang::En => "en-GB".into(),
        },
        kind: cx.t("lottery-protocol"),
        organisation: cx.settings.municipality.clone(),
        unit: cx.settings.office.clone(),
        author: cx.settings.municipality.clone(),
        date: cx
            .local()
            .day(lottery.drawn_at.or(lottery.published_at).unwrap_or(lottery.created_at)),
        case_number: String::new(),
        subject: dialogue.to_owned(),
        recipient: String::new(),
        head: vec![(cx.t("lottery-field-stage"), cx.t(lottery.stage().label()))],
        blocks,
    })
}

/// The steps of the method, in words.
const STEPS: [&str; 5] = [
    "lottery-step-quotas",
    "lottery-step-odds",
    "lottery-step-file",
    "lottery-step-seed",
    "lottery-step-number",
];

fn groups(cx: &Cx, figures: &crate::model::odds::Figures) -> Block {
    let heads = [
        ("lottery-table-category", false),
        ("lottery-table-group", false),
        ("lottery-table-pool", true),
        ("lottery-table-quota", true),
        ("lottery-table-expected", true),
        ("lottery-table-drawn", true),
    ];
    let column = |(key, numeric): (&str, bool)| {
        let title = cx.t(key);
        if numeric {
            Column::number(title)
        } else {
            Column::text(title)
        }
    };
    let row = |row: crate::desk::GroupRow| vec![row.category, row.group, row.pool, row.quota, row.expected, row.drawn];
    Block::Table(Table {
        caption: cx.t("lottery-table-title"),
        columns: heads.into_iter().map(column).collect(),
        header_column: true,
        rows: group_rows(cx, figures).into_iter().map(row).collect(),
    })
}

/// A checksum in groups of eight signs: a line of paper does not hold it whole, and eyes compare it so.
fn in_groups(value: String, fingerprint: &str) -> String {
    if value.is_empty() || value != fingerprint {
        return value;
    }
    let signs: Vec<char> = value.chars().collect();
    let groups: Vec<String> = signs.chunks(8).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// Those drawn, and those who sit now when seats have been filled since.
fn panel(cx: &Cx, lottery: &Lottery, ids: &[String], members: &[String]) -> Vec<Block> {
    if lottery.stage() != Stage::Drawn {
        return Vec::new();
    }
    let told = match lottery.erased_at {
        Some(at) => cx.t2(
            "lottery-panel-erased",
            ("seats", &cx.number(lottery.seats)),
            ("day", &cx.day(&at)),
        ),
        None => ids.join(", "),
    };
    let mut blocks = vec![Block::heading(1, cx.t("lottery-panel-title")), Block::paragraph(told)];
    if !members.is_empty() && members != ids {
        blocks.push(Block::paragraph(cx.t1("lottery-panel-now", "ids", members.join(", "))));
    }
    blocks
}

fn replacements(cx: &Cx, for_seats: &[Lottery]) -> Vec<Block> {
    if for_seats.is_empty() {
        return Vec::new();
    }
    let row = |one: &Lottery| {
        vec![
            cx.day(&one.created_at),
            cx.number(one.seats),
            one.reason.clone(),
            cx.t(one.stage().label()),
            if one.number > 0 {
                cx.number(one.number)
            } else {
                String::new()
            },
        ]
    };
    let table = Table {
        caption: cx.t("lottery-replaced-title"),
        columns: vec![
            Column::text(cx.t("lottery-field-begun")),
            Column::number(cx.t("lottery-field-seats")),
            Column::text(cx.t("lottery-field-why-empty")),
            Column::text(cx.t("lottery-field-stage")),
            Column::number(cx.t("lottery-field-number")),
        ],
        header_column: false,
        rows: for_seats.iter().map(row).collect(),
    };
    vec![Block::heading(1, cx.t("lottery-replaced-title")), Block::Table(table)]
}

/// How anybody does it again: with the published file alone, and for whoever has pool and quotas from the beginning.
fn again(cx: &Cx, lottery: &Lottery) -> Vec<Block> {
    let Some(how) = how(lottery) else {
        return Vec::new();
    };
    let figures = lottery.figures();
    let has_households = figures.is_some_and(|figures| figures.has_households);
    let household = if has_households { " --household household" } else { "" };
    let mut told = vec![Inline::text(cx.t(how))];
    if lottery.erased_at.is_none() {
        let file = cx.absolute(&crate::pages::address(lottery));
        told.extend([Inline::text(" "), Inline::link(cx.t("lottery-again-file"), file)]);
    }
    let mut blocks = vec![
        Block::heading(1, cx.t("lottery-again-title")),
        Block::Paragraph { text: told },
    ];
    blocks.extend(commands(lottery).into_iter().map(Block::paragraph));
    blocks.push(Block::paragraph(cx.t("lottery-again-whole")));
    blocks.push(Block::paragraph(format!(
        "samspel analyse panel --pool underlag.csv --quotas kvoter.csv --size {}{household} --seed {}",
        lottery.seats,
        quoted(lottery)
    )));
    blocks
}
