//! People in the plane, and a few points that stand for many of them.

/// Weighted points, as three columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Points {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub weight: Vec<f64>,
}

impl Points {
    pub(crate) fn of(places: impl IntoIterator<Item = [f64; 2]>) -> Points {
        let mut points = Points::default();
        for [x, y] in places {
            points.push([x, y], 1.0);
        }
        points
    }

    fn push(&mut self, [x, y]: [f64; 2], weight: f64) {
        self.x.push(x);
        self.y.push(y);
        self.weight.push(weight);
    }

    pub(crate) fn len(&self) -> usize {
        self.x.len()
    }

    pub(crate) fn place(&self, point: usize) -> [f64; 2] {
        [self.x[point], self.y[point]]
    }

    /// At most `most` points, each the centre of people who stand close together.
    ///
    /// Halves at the median across the wider side until there are `most` parts, so that dense places get fine parts
    /// (the k-d tree of Bentley, 1975). Within `most`, everybody is their own point. O(people · log most).
    pub(crate) fn condensed(&self, most: usize) -> Points {
        if self.len() <= most {
            return self.clone();
        }
        let mut condensed = Points::default();
        let mut people: Vec<u32> = (0..self.len() as u32).collect();
        let mut parts: Vec<(&mut [u32], usize)> = vec![(&mut people, most)];
        while let Some((part, shares)) = parts.pop() {
            if shares <= 1 || part.len() <= 1 {
                let (place, weight) = self.centre(part);
                condensed.push(place, weight);
                continue;
            }
            let along = self.wider_side(part);
            let middle = part.len() / 2;
            part.select_nth_unstable_by(middle, |a, b| {
                along[*a as usize].total_cmp(&along[*b as usize]).then(a.cmp(b))
            });
            let (low, high) = part.split_at_mut(middle);
            parts.push((high, shares - shares / 2));
            parts.push((low, shares / 2));
        }
        condensed
    }

    fn wider_side(&self, part: &[u32]) -> &[f64] {
        let width = |values: &[f64]| {
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            for person in part {
                low = low.min(values[*person as usize]);
                high = high.max(values[*person as usize]);
            }
            high - low
        };
        if width(&self.y) > width(&self.x) {
            &self.y
        } else {
            &self.x
        }
    }

    fn centre(&self, part: &mut [u32]) -> ([f64; 2], f64) {
        // In one order, whatever the selection left: sums of floats depend on it.
        part.sort_unstable();
        let (mut x, mut y, mut weight) = (0.0, 0.0, 0.0);
        for person in part.iter().map(|person| *person as usize) {
            x += self.weight[person] * self.x[person];
            y += self.weight[person] * self.y[person];
            weight += self.weight[person];
        }
        ([x / weight, y / weight], weight)
    }
}

pub(crate) fn squared_distance(a: [f64; 2], b: [f64; 2]) -> f64 {
    let (x, y) = (a[0] - b[0], a[1] - b[1]);
    x * x + y * y
}

/// In four sums side by side, always in the same order.
pub(crate) fn total(numbers: &[f64]) -> f64 {
    let (fours, rest) = numbers.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for four in fours {
        for lane in 0..4 {
            sums[lane] += four[lane];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest.iter().sum::<f64>()
}
