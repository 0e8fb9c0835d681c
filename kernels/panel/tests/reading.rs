//! Pool and quota files as people send them, and what is wrong with them by line.

use panel::read::{Columns, Fault, pool, quotas};
use panel::{Category, Quota};
use proptest::prelude::*;

const QUOTAS: &str =
    "category,feature,min,max\nKön,kvinna,1,2\nKön,man,1,2\nÅlder,\"ung, under 30\",0,1\nÅlder,äldre,1,3\n";

fn categories() -> Vec<Category> {
    quotas(QUOTAS.as_bytes()).expect("readable")
}

fn quota_fault(text: &str) -> (usize, Fault) {
    let error = quotas(text.as_bytes()).expect_err(text);
    assert!(error.to_string().starts_with(&format!("line {}: ", error.line)));
    (error.line, error.fault)
}

fn pool_fault(text: &str) -> (usize, Fault) {
    let error = pool(text.as_bytes(), &categories(), &Columns::default()).expect_err(text);
    (error.line, error.fault)
}

#[test]
fn quotas_keep_the_order_of_the_file() {
    let categories = categories();
    let names: Vec<&str> = categories.iter().map(|category| category.name.as_str()).collect();
    assert_eq!(names, ["Kön", "Ålder"]);
    let young = Quota {
        feature: "ung, under 30".into(),
        low: 0,
        high: 1,
        flex: None,
    };
    assert_eq!(categories[1].quotas[0], young);
}

#[test]
fn the_names_and_flex_of_other_tools_are_read() {
    let text = "feature,value,min,max,min_flex,max_flex\r\nGender,Female,11,12,0,22\r\nGender,Male,10,11,10,11\r\n";
    let categories = quotas(text.as_bytes()).expect("readable");
    assert_eq!(categories[0].name, "Gender");
    assert_eq!(categories[0].quotas[0].flex, Some((11, 10)));
    assert_eq!(categories[0].quotas[1].flex, Some((0, 0)));
}

#[test]
fn a_pool_has_ids_features_and_households() {
    let text = "\u{feff}nationbuilder_id;kön;ålder;gata;ort\n\
                p1;Kvinna;\"Ung, under 30\";Storgatan 1;Lund\n\n\
                p2; man ;äldre;storgatan 1;LUND\n\
                p3;man;äldre;;\n";
    let columns = Columns {
        id: None,
        household: &["Gata", "Ort"],
    };
    let people = pool(text.as_bytes(), &categories(), &columns).expect("readable");
    let ids: Vec<&str> = people.iter().map(|person| person.id.as_str()).collect();
    assert_eq!(ids, ["p1", "p2", "p3"]);
    assert_eq!(people[0].features, [0, 0]);
    assert_eq!(people[1].features, [1, 1]);
    assert!(people[0].household.is_some() && people[0].household == people[1].household);
    assert_eq!(people[2].household, None, "no address is no shared address");
    let columns = Columns {
        id: Some("ort"),
        household: &[],
    };
    assert_eq!(
        pool(text.as_bytes(), &categories(), &columns)
            .expect_err("an empty id")
            .line,
        5
    );
}

#[test]
fn people_without_ids_are_numbered() {
    let people = pool(
        "Kön\tÅlder\nman\täldre\nman\täldre".as_bytes(),
        &categories(),
        &Columns::default(),
    )
    .expect("readable");
    assert_eq!((people[0].id.as_str(), people[1].id.as_str()), ("1", "2"));
    assert_eq!(people[0].household, None);
}

#[test]
fn faults_of_quotas_name_their_line() {
    let head = "category,feature,min,max\n";
    let text = |rows: &str| quota_fault(&format!("{head}{rows}"));
    assert_eq!(quota_fault(""), (1, Fault::Empty));
    assert_eq!(quota_fault("\n \n,,\n"), (1, Fault::Empty));
    assert_eq!(quota_fault(head), (1, Fault::NoRows));
    assert_eq!(
        quota_fault("\nfeature,min,max\na,1,2\n"),
        (
            2,
            Fault::MissingColumn {
                name: "category".into()
            }
        )
    );
    assert_eq!(
        quota_fault("category,feature,min\na,b,1\n"),
        (1, Fault::MissingColumn { name: "max".into() })
    );
    assert_eq!(
        quota_fault("category,feature,min,Min\na,b,1,1\n"),
        (1, Fault::SameColumn { name: "min".into() })
    );
    assert_eq!(text("a,b,1,2\n\na,c,3\n"), (4, Fault::Cells { cells: 3, columns: 4 }));
    assert_eq!(
        text("a,b,1,2\na,,1,2\n"),
        (
            3,
            Fault::EmptyCell {
                column: "feature".into()
            }
        )
    );
    for cell in ["-1", "1.5", "NaN", "inf", "4294967296", "ett"] {
        let fault = Fault::NotANumber {
            column: "min".into(),
            cell: cell.into(),
        };
        assert_eq!(text(&format!("a,b,{cell},2\n")), (2, fault));
    }
    assert_eq!(text("a,b,3,2\n"), (2, Fault::Crossed { low: 3, high: 2 }));
    let same = Fault::SameFeature {
        category: "A".into(),
        feature: "B".into(),
        first: 2,
    };
    assert_eq!(text("a,b,1,2\na,c,1,2\nA,B,1,2\n"), (4, same));
    let flex = "category,feature,min,max,min_flex,max_flex\na,b,1,2,2,2\n";
    assert_eq!(quota_fault(flex), (2, Fault::Flex));
}

#[test]
fn faults_of_a_pool_name_their_line() {
    let head = "id,kön,ålder\n";
    let text = |rows: &str| pool_fault(&format!("{head}{rows}"));
    assert_eq!(
        pool_fault("id,kön\n1,man\n"),
        (1, Fault::MissingColumn { name: "Ålder".into() })
    );
    let unknown = Fault::UnknownFeature {
        category: "Kön".into(),
        feature: "mann".into(),
    };
    assert_eq!(text("1,man,äldre\n2,mann,äldre\n"), (3, unknown));
    assert_eq!(
        text("1,man,äldre\n2,,äldre\n"),
        (3, Fault::EmptyCell { column: "kön".into() })
    );
    assert_eq!(
        text("1,man,äldre\n2,man,äldre\n1,man,äldre\n"),
        (
            4,
            Fault::SameId {
                id: "1".into(),
                first: 2
            }
        )
    );
    assert_eq!(
        text("1,man,äldre\n,man,äldre\n"),
        (3, Fault::EmptyCell { column: "id".into() })
    );
    assert_eq!(text("\"1\t2\",man,äldre\n"), (2, Fault::Id { id: "1\t2".into() }));
    assert_eq!(
        text("1,man,äldre\n2,\"man,äldre\n3,man,äldre\n"),
        (3, Fault::UnclosedQuote)
    );
    assert_eq!(text("1,\"man\"x,äldre\n"), (2, Fault::AfterQuote));
    // A cell over two lines: the next row stands where the editor shows it.
    assert_eq!(text("\"1\n\",man,äldre\n2,x,äldre\n").0, 4);
}

#[test]
fn other_encodings_are_named() {
    let latin = b"category,feature,min,max\nK\xf6n,man,1,2\n";
    let error = quotas(latin).expect_err("not UTF-8");
    assert_eq!((error.line, error.fault), (2, Fault::NotUtf8));
    assert_eq!(quotas(&[0xff, 0xfe, 0, 0]).expect_err("UTF-16").fault, Fault::NotUtf8);
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_fail(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = quotas(&bytes);
        let _ = pool(&bytes, &categories(), &Columns::default());
    }

    #[test]
    fn no_text_makes_a_reader_fail(text in "[a,;\"\n\r\t 1Å]{0,80}") {
        let _ = quotas(format!("category,feature,min,max\n{text}").as_bytes());
        let _ = pool(format!("kön,ålder\n{text}").as_bytes(), &categories(), &Columns { id: None, household: &["kön"] });
    }
}
