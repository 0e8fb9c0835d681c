//! How much of each theme a text holds: its vector as a sum of the themes' directions with weights that are not negative
//! and leave the least square of a rest.

use super::vectors::{Vectors, add};

/// Passes of coordinate descent for each text.
const SWEEPS: usize = 4;
/// What counts as no theme at all when divided by.
const NOTHING: f64 = 1e-12;

/// `texts × themes` and `terms × themes`, row by row.
pub(super) struct Factors {
    pub(super) themes: usize,
    texts: Vec<f64>,
    terms: Vec<f64>,
}

impl Factors {
    pub(super) fn text(&self, text: usize) -> &[f64] {
        &self.texts[text * self.themes..][..self.themes]
    }

    pub(super) fn term(&self, term: usize) -> &[f64] {
        &self.terms[term * self.themes..][..self.themes]
    }
}

/// Decomposes all texts on the centres, `terms × themes` row by row.
pub(super) fn decompose(vectors: &Vectors, centres: Vec<f64>, themes: usize) -> Factors {
    let gram = gram(&centres, themes);
    let mut texts = vec![0.0; vectors.texts() * themes];
    let mut product = vec![0.0; themes];
    for (weights, row) in texts.chunks_exact_mut(themes).zip(vectors.rows()) {
        product.fill(0.0);
        for (term, value) in row {
            add(&mut product, &centres[*term as usize * themes..][..themes], *value);
        }
        for _ in 0..SWEEPS {
            descend(weights, &product, &gram);
        }
    }
    Factors {
        themes,
        texts,
        terms: centres,
    }
}

/// One pass of coordinate descent on ‖x − Fw‖², w ≥ 0, with `product` = Fᵀx and `gram` = FᵀF.
fn descend(weights: &mut [f64], product: &[f64], gram: &[f64]) {
    let themes = weights.len();
    for theme in 0..themes {
        let row = &gram[theme * themes..][..themes];
        if row[theme] <= NOTHING {
            continue;
        }
        let fitted: f64 = row.iter().zip(weights.iter()).map(|(a, b)| a * b).sum();
        weights[theme] = (weights[theme] + (product[theme] - fitted) / row[theme]).max(0.0);
    }
}

fn gram(factor: &[f64], themes: usize) -> Vec<f64> {
    let mut gram = vec![0.0; themes * themes];
    for row in factor.chunks_exact(themes) {
        for (theme, weight) in row.iter().enumerate().filter(|(_, weight)| **weight != 0.0) {
            add(&mut gram[theme * themes..][..themes], row, *weight);
        }
    }
    gram
}
