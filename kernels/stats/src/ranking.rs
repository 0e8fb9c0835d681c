//! Answers that put things in order: mean position and how often first.

use crate::suppression::SMALLEST_SHOWN;

/// One thing that was ranked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// Which of the things, counted from 0 in the order of the question.
    pub item: usize,
    /// How many gave it a position.
    pub n: u64,
    /// 1 is best. `None` when fewer than five ranked it.
    pub mean_position: Option<f64>,
    /// How many put it first; `None` when that is one to four people.
    pub first: Option<u64>,
}

/// Each answer lists things from best to last; a thing left out has no position in it, and a thing listed
/// twice counts at its first place. The result is ordered from best mean position; unranked things come last.
pub fn summarise<'a>(items: usize, answers: impl IntoIterator<Item = &'a [usize]>) -> Vec<Ranked> {
    let mut sums = vec![(0_u64, 0_u64, 0_u64); items];
    for answer in answers {
        for (place, item) in answer.iter().enumerate() {
            let Some((n, positions, first)) = sums.get_mut(*item) else {
                continue;
            };
            if answer[..place].contains(item) {
                continue;
            }
            *n += 1;
            *positions += place as u64 + 1;
            *first += u64::from(place == 0);
        }
    }
    let mut ranked: Vec<Ranked> = sums
        .into_iter()
        .enumerate()
        .map(|(item, (n, positions, first))| Ranked {
            item,
            n,
            mean_position: (n >= SMALLEST_SHOWN).then(|| positions as f64 / n as f64),
            first: (n >= SMALLEST_SHOWN && !(1..SMALLEST_SHOWN).contains(&first)).then_some(first),
        })
        .collect();
    ranked.sort_by(|a, b| {
        let position = |ranked: &Ranked| ranked.mean_position.unwrap_or(f64::INFINITY);
        position(a).total_cmp(&position(b)).then(a.item.cmp(&b.item))
    });
    ranked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_placed_highest_on_average_stands_first() {
        let answers: Vec<Vec<usize>> = [vec![[1, 0, 2]; 6], vec![[0, 1, 2]; 5]]
            .concat()
            .into_iter()
            .map(Vec::from)
            .collect();
        let ranked = summarise(3, answers.iter().map(Vec::as_slice));
        assert_eq!(ranked.iter().map(|ranked| ranked.item).collect::<Vec<_>>(), [1, 0, 2]);
        assert_eq!(ranked[0].mean_position, Some((6.0 + 10.0) / 11.0));
        assert_eq!((ranked[0].n, ranked[0].first, ranked[2].first), (11, Some(6), Some(0)));
    }

    #[test]
    fn few_answers_things_unknown_and_twice_do_no_harm() {
        let answers: [&[usize]; 2] = [&[7, 0, 0], &[]];
        assert_eq!(
            summarise(1, answers),
            [Ranked {
                item: 0,
                n: 1,
                mean_position: None,
                first: None
            }]
        );
    }
}
