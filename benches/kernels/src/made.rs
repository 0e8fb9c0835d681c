//! Made-up data of any size, from a seed: what public collections lack, and what counts of instructions are taken on.

use std::fmt::Write;

/// Splitmix64 (Steele, Lea & Flood 2014): enough for made-up data.
pub struct Numbers(pub u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    /// From 0 up to, not including, 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// A conversation as a file of votes in the columns of a Polis export: three camps that think differently of the statements,
/// people of different patience who see statements at random.
pub fn conversation(people: usize, statements: usize, mean_votes: f64, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let agree: Vec<[f64; 3]> = (0..statements)
        .map(|_| [numbers.unit(), numbers.unit(), numbers.unit()])
        .collect();
    let mut text = String::from("timestamp,datetime,comment-id,voter-id,vote\n");
    let mut time = 1_500_000_000_000_u64;
    for person in 0..people {
        let camp = [0, 0, 0, 1, 1, 2][numbers.below(6)];
        // Between a fifth and nine fifths of the mean, so few vote on much.
        let patience = (0.2 + 1.6 * numbers.unit()) * mean_votes / statements as f64;
        for (statement, agree) in agree.iter().enumerate() {
            if numbers.unit() >= patience {
                continue;
            }
            let vote = match numbers.unit() {
                chance if chance < 0.15 => 0,
                _ if numbers.unit() < agree[camp] => 1,
                _ => -1,
            };
            time += 37;
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{time},,{statement},{person},{vote}");
        }
    }
    text
}

/// A pool and its quotas as files: categories whose features answer the call unequally, and the panel that the town would have.
pub fn pool(people: usize, seats: usize, categories: &[usize], seed: u64) -> (String, String) {
    let mut numbers = Numbers(seed);
    let names: Vec<String> = (1..=categories.len()).map(|category| format!("c{category}")).collect();
    let mut pool = format!("id,{}\n", names.join(","));
    for person in 0..people {
        // The smaller of two draws: later features answer less.
        let features: Vec<String> = (categories.iter())
            .map(|features| numbers.below(*features).min(numbers.below(*features)).to_string())
            .collect();
        let _ = writeln!(pool, "p{person},{}", features.join(","));
    }
    let mut quotas = String::from("category,feature,min,max\n");
    for (name, features) in names.iter().zip(categories) {
        for feature in 0..*features {
            // The town's share lies between that of the pool and an equal one.
            let (n, place) = (*features as f64, feature as f64);
            let drawn = (2.0 * (n - place) - 1.0) / (n * n);
            let due = seats as f64 * (drawn + 1.0 / n) / 2.0;
            let _ = writeln!(quotas, "{name},{feature},{},{}", due.floor(), due.ceil());
        }
    }
    (pool, quotas)
}

/// An election as a `.pb` file: approvals of up to eight projects that differ in popularity and price.
pub fn election(voters: usize, projects: usize, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let costs: Vec<usize> = (0..projects).map(|_| 1_000 * (5 + numbers.below(200))).collect();
    let budget = costs.iter().sum::<usize>() / 3;
    let mut text = format!(
        "META\nkey;value\ndescription;made up\ncountry;-\nunit;-\ninstance;1\nnum_projects;{projects}\nnum_votes;{voters}\n\
         budget;{budget}\nvote_type;approval\nrule;greedy\nPROJECTS\nproject_id;cost\n"
    );
    for (project, cost) in costs.iter().enumerate() {
        let _ = writeln!(text, "{project};{cost}");
    }
    text.push_str("VOTES\nvoter_id;vote\n");
    for voter in 0..voters {
        let mut chosen: Vec<usize> = (0..=numbers.below(8))
            .map(|_| numbers.below(projects).min(numbers.below(projects)))
            .collect();
        chosen.sort_unstable();
        chosen.dedup();
        let chosen: Vec<String> = chosen.iter().map(usize::to_string).collect();
        let _ = writeln!(text, "{voter};{}", chosen.join(","));
    }
    text
}

/// Texts of Swedish words, each about one of five subjects; every twentieth is one before it with some words changed. Empty without
/// words.
pub fn texts(count: usize, words: &[&str], seed: u64) -> Vec<String> {
    let mut numbers = Numbers(seed);
    let mut texts: Vec<String> = Vec::new();
    for text in 0..if words.is_empty() { 0 } else { count } {
        let about = words.len() / 5 * numbers.below(5);
        let word = |numbers: &mut Numbers| {
            let place = if numbers.below(3) == 0 {
                about + numbers.below(words.len() / 5 + 1)
            } else {
                numbers.below(words.len()).min(numbers.below(words.len()))
            };
            words[place % words.len()].to_owned()
        };
        let written: Vec<String> = if text % 20 == 19 {
            let earlier: Vec<String> = texts[numbers.below(text)].split(' ').map(str::to_owned).collect();
            (earlier.into_iter())
                .map(|old| {
                    if numbers.below(15) == 0 {
                        word(&mut numbers)
                    } else {
                        old
                    }
                })
                .collect()
        } else {
            (0..10 + numbers.below(40)).map(|_| word(&mut numbers)).collect()
        };
        texts.push(written.join(" "));
    }
    texts
}

/// Who answered a survey: for each margin the category of each respondent. Later categories answer less.
pub fn survey(people: usize, margins: &[usize], seed: u64) -> Vec<Vec<Option<u16>>> {
    let mut numbers = Numbers(seed);
    (margins.iter())
        .map(|size| {
            (0..people)
                .map(|_| Some(numbers.below(*size).min(numbers.below(*size)) as u16))
                .collect()
        })
        .collect()
}

/// Winner and loser of each choice between things whose strengths are spread evenly over three log-odds.
pub fn choices(things: usize, count: usize, seed: u64) -> Vec<(usize, usize)> {
    let mut numbers = Numbers(seed);
    let strength = |thing: usize| 3.0 * (thing as f64 / things as f64 - 0.5);
    let mut choices = Vec::new();
    while choices.len() < count {
        let (first, second) = (numbers.below(things), numbers.below(things));
        let chance = 1.0 / (1.0 + (strength(second) - strength(first)).exp());
        let wins = numbers.unit() < chance;
        if first != second {
            choices.push(if wins { (first, second) } else { (second, first) });
        }
    }
    choices
}

/// Ranked ballots as a file of the Scottish kind: how many, then who.
pub fn ballots(voters: usize, candidates: usize, seats: usize, seed: u64) -> String {
    let mut numbers = Numbers(seed);
    let mut text = format!("{candidates},{seats},\n");
    for _ in 0..voters {
        let mut order: Vec<usize> = (1..=candidates).collect();
        let long = 1 + numbers.below(candidates);
        for place in 0..long {
            let other = place + numbers.below(candidates - place).min(numbers.below(candidates - place));
            order.swap(place, other);
        }
        let order: Vec<String> = order[..long].iter().map(usize::to_string).collect();
        let _ = writeln!(text, "1,{},", order.join(","));
    }
    for candidate in 1..=candidates {
        let _ = writeln!(text, "\"Candidate {candidate}\",\"Party\",");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_data_and_the_kernels_read_it() {
        let votes = conversation(50, 20, 10.0, 1);
        assert_eq!(votes, conversation(50, 20, 10.0, 1));
        assert_ne!(votes, conversation(50, 20, 10.0, 2));
        let read = opinion::read::read_votes(votes.as_bytes()).expect("votes");
        assert_eq!(read.len(), votes.lines().count() - 1);
        budget::pabulib::read(election(50, 10, 1).as_bytes()).expect("an election");
        stats::ballots::read(&ballots(50, 5, 2, 1)).expect("ballots");
        let (pool, quotas) = pool(60, 10, &[2, 3], 1);
        let categories = panel::read::quotas(quotas.as_bytes()).expect("quotas");
        let columns = panel::read::Columns {
            id: Some("id"),
            household: &[],
        };
        let people = panel::read::pool(pool.as_bytes(), &categories, &columns).expect("a pool");
        panel::leximin(&panel::Problem::new(categories, people, 10).expect("a problem")).expect("odds");
        assert_eq!(texts(40, &["park", "väg", "skola", "torg", "buss"], 1).len(), 40);
        assert!(texts(3, &[], 1).is_empty());
        assert_eq!((survey(10, &[2, 3], 1).len(), choices(5, 30, 1).len()), (2, 30));
    }
}
