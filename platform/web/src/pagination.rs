//! Pages of a long list: which numbers to show, and where a page starts.

/// The page one is on, of how many. Made from what the address says and what the database counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pagination {
    page: i64,
    per_page: i64,
    total: i64,
}

/// A number in the row of pages, or the gap between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageItem {
    pub number: i64,
    pub current: bool,
    pub gap: bool,
}

impl Pagination {
    /// `page` is what the visitor asked for, from one; anything outside the list becomes its nearest page.
    pub fn new(page: Option<i64>, per_page: i64, total: i64) -> Self {
        let per_page = per_page.max(1);
        let total = total.max(0);
        let last = ((total + per_page - 1) / per_page).max(1);
        Self {
            page: page.unwrap_or(1).clamp(1, last),
            per_page,
            total,
        }
    }

    /// The page shown, from one.
    pub fn page(&self) -> i64 {
        self.page
    }

    /// How many rows there are on all pages.
    pub fn total(&self) -> i64 {
        self.total
    }

    /// How many rows come before this page.
    pub fn offset(&self) -> i64 {
        (self.page - 1) * self.per_page
    }

    /// How many rows a page holds.
    pub fn per_page(&self) -> i64 {
        self.per_page
    }

    fn last(&self) -> i64 {
        ((self.total + self.per_page - 1) / self.per_page).max(1)
    }

    /// Whether there is more than one page.
    pub fn many(&self) -> bool {
        self.last() > 1
    }

    pub fn has_previous(&self) -> bool {
        self.page > 1
    }

    pub fn has_next(&self) -> bool {
        self.page < self.last()
    }

    /// The number before this one; only when `has_previous`.
    pub fn previous(&self) -> i64 {
        self.page - 1
    }

    /// The number after this one; only when `has_next`.
    pub fn next(&self) -> i64 {
        self.page + 1
    }

    /// First, last, this one and its neighbours, with gaps between: at most nine items.
    pub fn items(&self) -> Vec<PageItem> {
        let mut items = Vec::with_capacity(9);
        let mut shown = 0;
        let near = [1, self.page - 1, self.page, self.page + 1, self.last()];
        for number in near.into_iter().filter(|number| (1..=self.last()).contains(number)) {
            if number <= shown {
                continue;
            }
            // A gap of one page is no shorter than the page itself, so the page stands there.
            match number - shown {
                1 => {}
                2 => items.push(self.item(shown + 1)),
                _ => items.push(PageItem {
                    number: 0,
                    current: false,
                    gap: true,
                }),
            }
            items.push(self.item(number));
            shown = number;
        }
        items
    }

    fn item(&self, number: i64) -> PageItem {
        PageItem {
            number,
            current: number == self.page,
            gap: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(page: i64, total: i64) -> String {
        let shown = |item: &PageItem| match item {
            PageItem { gap: true, .. } => "…".to_owned(),
            PageItem {
                current: true, number, ..
            } => format!("[{number}]"),
            PageItem { number, .. } => number.to_string(),
        };
        Pagination::new(Some(page), 10, total)
            .items()
            .iter()
            .map(shown)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn the_row_shows_ends_and_neighbours() {
        assert_eq!(row(1, 5), "[1]");
        assert_eq!(row(2, 25), "1 [2] 3");
        assert_eq!(row(1, 100), "[1] 2 … 10");
        assert_eq!(row(4, 100), "1 2 3 [4] 5 … 10", "a gap of one page is the page");
        assert_eq!(row(6, 1000), "1 … 5 [6] 7 … 100");
    }

    #[test]
    fn an_impossible_page_becomes_the_nearest() {
        assert_eq!(Pagination::new(Some(99), 10, 25).offset(), 20);
        assert_eq!(Pagination::new(Some(-3), 10, 25).page(), 1);
        assert_eq!(Pagination::new(None, 10, 0).page(), 1);
    }
}
