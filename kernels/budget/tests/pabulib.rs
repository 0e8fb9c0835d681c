use budget::{pabulib, *};
fn folder() -> String { concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/pabulib/").to_owned() }
#[test]
fn look() {
    let mut names: Vec<_> = std::fs::read_dir(folder()).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e=="pb")).collect();
    names.sort();
    for name in names {
        let read = match pabulib::read(&std::fs::read(&name).unwrap()) { Ok(r) => r, Err(e) => { println!("{name:?} {e}"); continue } };
        println!("{:?} n={} d={} notices {} {:?}", name.file_name().unwrap(), read.election.voters(), read.election.distinct_ballots(), read.notices.len(), read.notices.first().map(|n| n.to_string()));
        if let (Some(rule), Some(official)) = (read.rule(), &read.official) {
            let o = rule.decide(&read.election, TieBreak::Id).unwrap();
            let mut w = o.winners.clone(); w.sort();
            println!("   {:?} official same: {} ", read.meta.get("rule"), &w == official);
            if &w != official { println!("    {:?} {:?} {:?}", w, official, o.ties); }
        }
    }
}
