//! The chain of effects: what is changed has an effect, which becomes a benefit to somebody and serves a goal; obstacles may stop it
//! (Digg's effektkedja). Read from the benefits of a project and the measures that lead to them.

use super::node::Node;
use chart::{Flow, FlowArrow, FlowBox, FlowColumn};
use db::Id;
use method::Facts;
use method::pack::{NodeKind, NodeTemplate};
use std::collections::HashMap;

/// A benefit with what it comes from and what it serves.
#[derive(Debug, Clone)]
pub(crate) struct Benefit<'a> {
    pub node: &'a Node,
    pub measures: Vec<&'a Node>,
    pub obstacles: Vec<String>,
    pub effect: String,
    pub goal: String,
}

/// The benefits among a project's nodes, by what their fields say and the links that lead to them.
pub(crate) fn benefits<'a>(
    nodes: &'a [Node],
    said: &HashMap<Id, Facts>,
    links: &[(Id, Id)],
    template: &NodeTemplate,
) -> Vec<Benefit<'a>> {
    let text = |facts: Option<&Facts>, field: &Option<String>| {
        let text = facts.zip(field.as_ref()).map(|(facts, field)| facts.text(field));
        text.unwrap_or_default().trim().to_owned()
    };
    let benefit = |node: &'a Node| {
        let facts = said.get(&node.id);
        let leads = |one: &&Node| one.kind() == NodeKind::Measure && links.contains(&(one.id, node.id));
        let obstacles = facts.zip(template.obstacles.as_ref());
        Benefit {
            node,
            measures: nodes.iter().filter(leads).collect(),
            obstacles: obstacles.map(|(facts, field)| facts.list(field)).unwrap_or_default(),
            effect: text(facts, &template.effect),
            goal: text(facts, &template.goal),
        }
    };
    nodes
        .iter()
        .filter(|node| node.kind() == NodeKind::Effect)
        .map(benefit)
        .collect()
}

/// The measures of a project that lead to no benefit.
pub(crate) fn without_benefit<'a>(nodes: &'a [Node], benefits: &[Benefit<'_>]) -> Vec<&'a Node> {
    let leads = |node: &Node| {
        benefits
            .iter()
            .any(|one| one.measures.iter().any(|measure| measure.id == node.id))
    };
    nodes
        .iter()
        .filter(|node| node.kind() == NodeKind::Measure && !leads(node))
        .collect()
}

/// The words of the picture.
pub(crate) struct Words {
    /// The headings: change, effect, benefit, goal.
    pub headings: [String; 4],
    /// Before an obstacle.
    pub obstacle: String,
    /// In place of words that were erased.
    pub erased: String,
}

/// Where things stand while the picture grows: the same effect or goal has one box.
#[derive(Default)]
struct Layers {
    boxes: [Vec<FlowBox>; 4],
    places: HashMap<(usize, String), usize>,
    arrows: Vec<FlowArrow>,
}

impl Layers {
    fn place(&mut self, layer: usize, key: &str, text: &str, faint: bool) -> (usize, usize) {
        let next = self.boxes[layer].len();
        let row = *self.places.entry((layer, key.to_lowercase())).or_insert(next);
        if row == next {
            let text = text.to_owned();
            self.boxes[layer].push(FlowBox { text, faint });
        }
        (layer, row)
    }

    fn node(&mut self, layer: usize, node: &Node, erased: &str) -> (usize, usize) {
        let text = if node.is_erased() { erased } else { &node.title };
        self.place(layer, &node.id.to_string(), text, node.is_erased())
    }

    fn arrow(&mut self, from: (usize, usize), to: (usize, usize), against: bool) {
        let arrow = FlowArrow { from, to, against };
        if !self.arrows.contains(&arrow) {
            self.arrows.push(arrow);
        }
    }
}

const CHANGE: usize = 0;
const EFFECT: usize = 1;
const BENEFIT: usize = 2;
const GOAL: usize = 3;

/// The picture: from the left what is changed, its effect, the benefit and the goal; obstacles stand among the changes and their arrows
/// speak against. Columns without anything are left out.
pub(crate) fn flow(benefits: &[Benefit<'_>], loose: &[&Node], words: &Words) -> Flow {
    let mut layers = Layers::default();
    for one in benefits {
        let benefit = layers.node(BENEFIT, one.node, &words.erased);
        let first = match one.effect.is_empty() {
            true => benefit,
            false => layers.place(EFFECT, &one.effect, &one.effect, false),
        };
        if first != benefit {
            layers.arrow(first, benefit, false);
        }
        for measure in &one.measures {
            let change = layers.node(CHANGE, measure, &words.erased);
            layers.arrow(change, first, false);
        }
        for obstacle in &one.obstacles {
            let text = format!("{} {obstacle}", words.obstacle);
            let stops = layers.place(CHANGE, &text, &text, true);
            layers.arrow(stops, first, true);
        }
        if !one.goal.is_empty() {
            let goal = layers.place(GOAL, &one.goal, &one.goal, false);
            layers.arrow(benefit, goal, false);
        }
    }
    for measure in loose {
        layers.node(CHANGE, measure, &words.erased);
    }
    drawn(layers, words)
}

fn drawn(layers: Layers, words: &Words) -> Flow {
    let is_used = layers.boxes.each_ref().map(|boxes| !boxes.is_empty());
    let column = |layer: usize| is_used[..layer].iter().filter(|used| **used).count();
    let moved = |(layer, row): (usize, usize)| (column(layer), row);
    let arrows = layers.arrows.iter().map(|arrow| FlowArrow {
        from: moved(arrow.from),
        to: moved(arrow.to),
        against: arrow.against,
    });
    let arrows = arrows.collect();
    let titled = words.headings.iter().zip(layers.boxes);
    let columns = titled
        .filter(|(_, boxes)| !boxes.is_empty())
        .map(|(title, boxes)| FlowColumn {
            title: title.clone(),
            boxes,
        });
    Flow {
        columns: columns.collect(),
        arrows,
    }
}
