//! Who sits in a panel after some have left, and the lottery for the seats they leave.

use super::terms::{Pool, Quotas, problem};
use panel::Error;

/// Those who sit: the panel first drawn and those drawn for empty seats, without those who left. Each lottery for empty seats is
/// `(gone, drawn)`, in their order.
pub(crate) fn sitting(first: &[String], later: &[(Vec<String>, Vec<String>)]) -> Vec<String> {
    let mut sitting = first.to_vec();
    for (gone, drawn) in later {
        sitting.retain(|id| !gone.contains(id));
        sitting.extend(drawn.iter().cloned());
    }
    sitting.sort();
    sitting
}

/// Pool, quotas and seats of the lottery for the seats of `gone`. Whoever left once, or cannot be asked, is not in the pool.
pub(crate) fn empty_seats(
    quotas: &Quotas,
    pool: &Pool,
    seats: u32,
    sitting: &[String],
    gone: &[String],
    unavailable: &[String],
) -> Result<(Quotas, Pool, u32), Error> {
    let whole = problem(quotas, pool, seats)?;
    let places = |ids: &[String]| -> Vec<usize> {
        let people = whole.people().iter().enumerate();
        people
            .filter(|(_, one)| ids.contains(&one.id))
            .map(|(place, _)| place)
            .collect()
    };
    let open = panel::replacement(&whole, &places(sitting), &places(gone), &places(unavailable))?;
    let left = Pool {
        gone: gone.to_vec(),
        unavailable: unavailable.to_vec(),
        ..Pool::of(open.people())
    };
    Ok((Quotas::of(open.categories()), left, open.size()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::terms::{Bound, Member};

    fn ids(list: &[&str]) -> Vec<String> {
        list.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn who_left_and_who_came_is_counted_lottery_by_lottery() {
        let later = [(ids(&["a"]), ids(&["d"])), (ids(&["d", "b"]), ids(&["e", "f"]))];
        assert_eq!(sitting(&ids(&["a", "b", "c"]), &later), ["c", "e", "f"]);
        assert_eq!(sitting(&ids(&["b", "a"]), &[]), ["a", "b"]);
    }

    #[test]
    fn the_seats_that_are_empty_keep_the_quotas() {
        let bound = |group: &str| Bound {
            group: group.into(),
            low: 1,
            high: 1,
        };
        let quotas = Quotas(vec![("Kön".into(), vec![bound("Kvinna"), bound("Man")])]);
        let member = |n: usize| Member {
            id: format!("p{n}"),
            groups: vec![n % 2],
            household: None,
        };
        let pool = Pool {
            people: (0..8).map(member).collect(),
            ..Pool::default()
        };
        let (open, left, seats) =
            empty_seats(&quotas, &pool, 2, &ids(&["p0", "p1"]), &ids(&["p0"]), &ids(&["p2"])).unwrap();
        assert_eq!(seats, 1);
        let highs: Vec<u32> = open.0[0].1.iter().map(|bound| bound.high).collect();
        assert_eq!(highs, [1, 0], "the man stays");
        let numbers: Vec<&str> = left.people.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(numbers, ["p3", "p4", "p5", "p6", "p7"]);
        assert_eq!((left.gone, left.unavailable), (ids(&["p0"]), ids(&["p2"])));
    }
}
