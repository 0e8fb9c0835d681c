//! The table as a network: a node for each row and each column, the row and the column of totals among them, and an arc for
//! each cell, so that "the cells of a row add up to its total" reads "what flows into a node flows out". Another table
//! with the same shown numbers is then a flow around circles of hidden cells, and how far a cell can rise or fall is the
//! largest flow between its ends (L. H. Cox, *JASA* 75, 1980; *JASA* 90, 1995).

pub(super) struct Network {
    rows: usize,
    columns: usize,
    /// The table with its totals, row by row: (rows + 1) · (columns + 1).
    values: Vec<u64>,
    hidden: Vec<bool>,
    smallest: u64,
}

/// One end of a cell: nodes 0..=rows are rows, the others columns.
type Node = usize;

impl Network {
    /// The last effort to show more is worth so many steps, and no more.
    pub(super) const MOST_STEPS: usize = 100_000_000;

    pub(super) fn new(rows: usize, columns: usize, counts: &[u64], smallest: u64) -> Network {
        let width = columns + 1;
        let mut values = vec![0; (rows + 1) * width];
        for (place, count) in counts.iter().enumerate() {
            let (row, column) = (place / columns, place % columns);
            for to in [
                row * width + column,
                row * width + columns,
                rows * width + column,
                rows * width + columns,
            ] {
                values[to] += count;
            }
        }
        let hidden = values.iter().map(|value| (1..smallest).contains(value)).collect();
        Network {
            rows,
            columns,
            values,
            hidden,
            smallest,
        }
    }

    pub(super) fn value(&self, cell: usize) -> u64 {
        self.values[cell]
    }

    pub(super) fn hidden(&self) -> &[bool] {
        &self.hidden
    }

    /// Hides further cells until the small ones are safe; whether that is possible.
    pub(super) fn protect(&mut self) -> bool {
        let small: Vec<usize> = (0..self.values.len()).filter(|cell| self.hidden[*cell]).collect();
        // A cell whose circle costs least is first hidden for itself, then serves the others.
        for cell in &small {
            if !self.is_safe_or_hide(*cell, true) {
                return false;
            }
        }
        let mut further: Vec<usize> = (0..self.values.len())
            .filter(|cell| self.hidden[*cell] && !self.is_small(*cell))
            .collect();
        further.sort_by_key(|cell| (std::cmp::Reverse(self.cost(*cell)), *cell));
        let nodes = self.rows + self.columns + 2;
        let steps = small.len().saturating_mul(further.len()).saturating_mul(nodes * nodes);
        for cell in further {
            // What is known anyway may as well be shown.
            let idle = !self.can_move(cell, 1, true, false) && !self.can_move(cell, 1, false, false);
            self.hidden[cell] = false;
            let needed =
                !idle && (steps > Self::MOST_STEPS || !small.iter().all(|small| self.is_safe_or_hide(*small, false)));
            self.hidden[cell] = needed;
        }
        true
    }

    fn is_small(&self, cell: usize) -> bool {
        (1..self.smallest).contains(&self.values[cell])
    }

    /// Whether the small cell could be anything from 1 to the threshold, hiding more if that is allowed and needed. Of a
    /// total the reader knows that it is no less than the number of its cells that are not zero, so nothing is asked below.
    fn is_safe_or_hide(&mut self, cell: usize, may_hide: bool) -> bool {
        let value = self.values[cell];
        let is_total = cell / (self.columns + 1) == self.rows || cell % (self.columns + 1) == self.columns;
        self.can_move(cell, self.smallest - value, true, may_hide)
            && (is_total || self.can_move(cell, value - 1, false, may_hide))
    }

    /// Whether the other hidden cells let this one rise or fall by the amount: a flow between its ends, found path by path,
    /// each the one that hides least.
    fn can_move(&mut self, cell: usize, amount: u64, up: bool, may_hide: bool) -> bool {
        let (tail, head) = self.ends(cell);
        let (from, to) = if up { (head, tail) } else { (tail, head) };
        let mut changed = self.values.clone();
        let mut left = amount;
        while left > 0 {
            let Some(path) = self.path(cell, from, to, &changed, may_hide) else {
                return false;
            };
            let room = path
                .iter()
                .filter(|(_, rises)| !rises)
                .map(|(cell, _)| changed[*cell] - 1)
                .min();
            let step = room.unwrap_or(left).min(left);
            for (cell, rises) in path {
                changed[cell] = if rises {
                    changed[cell] + step
                } else {
                    changed[cell] - step
                };
                self.hidden[cell] = true;
            }
            left -= step;
        }
        true
    }

    /// Where the cell's arc begins and ends. Totals of rows and columns run against the cells, so that flows add up.
    fn ends(&self, cell: usize) -> (Node, Node) {
        let (row, column) = (cell / (self.columns + 1), cell % (self.columns + 1));
        let (row_node, column_node) = (row, self.rows + 1 + column);
        match (row == self.rows) != (column == self.columns) {
            true => (column_node, row_node),
            false => (row_node, column_node),
        }
    }

    /// The cells of the cheapest path that does not use the cell itself, each with whether it rises (Dijkstra on a dense
    /// graph).
    fn path(
        &self,
        without: usize,
        from: Node,
        to: Node,
        changed: &[u64],
        may_hide: bool,
    ) -> Option<Vec<(usize, bool)>> {
        let nodes = self.rows + self.columns + 2;
        let mut reached: Vec<Option<(u128, usize, bool)>> = vec![None; nodes];
        let mut done = vec![false; nodes];
        reached[from] = Some((0, without, true));
        loop {
            let open = (0..nodes).filter(|node| !done[*node]);
            let (cost, node) = open
                .filter_map(|node| reached[node].map(|(cost, ..)| (cost, node)))
                .min()?;
            if node == to {
                break;
            }
            done[node] = true;
            for cell in self.cells_at(node) {
                let (tail, head) = self.ends(cell);
                let rises = tail == node;
                let other = if rises { head } else { tail };
                let usable = self.hidden[cell] || (may_hide && self.values[cell] > 0);
                if cell == without || done[other] || !usable || (!rises && changed[cell] <= 1) {
                    continue;
                }
                let cost = cost + if self.hidden[cell] { 0 } else { self.cost(cell) };
                if reached[other].is_none_or(|(known, ..)| cost < known) {
                    reached[other] = Some((cost, cell, rises));
                }
            }
        }
        let (mut path, mut node) = (Vec::new(), to);
        while node != from {
            let (_, cell, rises) = reached[node]?;
            path.push((cell, rises));
            let (tail, head) = self.ends(cell);
            node = if rises { tail } else { head };
        }
        Some(path)
    }

    fn cells_at(&self, node: Node) -> Box<dyn Iterator<Item = usize>> {
        let width = self.columns + 1;
        match node.checked_sub(self.rows + 1) {
            None => Box::new(node * width..(node + 1) * width),
            Some(column) => Box::new((column..self.values.len()).step_by(width)),
        }
    }

    /// What the reader loses: the people in the cell; a total only when no cells would do.
    fn cost(&self, cell: usize) -> u128 {
        let (row, column) = (cell / (self.columns + 1), cell % (self.columns + 1));
        let all = u128::from(self.values.last().copied().unwrap_or(0));
        let value = u128::from(self.values[cell]);
        match (row == self.rows, column == self.columns) {
            (false, false) => value,
            (true, true) => value + all * (self.values.len() as u128 + 1) * 2,
            _ => value + all * 2,
        }
    }
}
