//! The theme engine: one municipal colour in, contrast-safe colour roles out, light and dark.
//!
//! A municipality has a colour, not a palette. Every role (text, border, fill …) has a relative luminance of its own
//! (WCAG 2.2, "relative luminance"); the colour is mixed with white or black until it has that luminance. So the
//! contrast between two roles is the same whatever colour comes in, and no choice of brand can make a page unreadable.
//! `every_brand_colour_passes` tries 18³ colours in both schemes.

use std::fmt::{self, Write as _};
use std::sync::OnceLock;

/// An sRGB colour, eight bits a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }
}

const WHITE: Colour = Colour::rgb(255, 255, 255);
/// Near-black ink: pure black on a saturated fill flickers for many readers.
const INK: Colour = Colour::rgb(0x11, 0x11, 0x11);
/// The neutral used when the municipality names none: a cold dark grey.
const NEUTRAL: Colour = Colour::rgb(0x2b, 0x34, 0x40);
/// The colours of states. They are not the municipality's: red must mean the same everywhere.
const STATES: [(&str, Colour); 4] = [
    ("info", Colour::rgb(0x0a, 0x5f, 0xa8)),
    ("ok", Colour::rgb(0x0b, 0x7a, 0x3b)),
    ("warn", Colour::rgb(0xb2, 0x6a, 0x00)),
    ("bad", Colour::rgb(0xb3, 0x26, 0x1e)),
];

/// Role, luminance in the light scheme, luminance in the dark scheme.
/// `line-strong` reaches 3:1, `text-soft` 4.5:1 and `text` 7:1 on each of the first four.
const ROLES: [(&str, f64, f64); 9] = [
    ("bg", 1.0, 0.009),
    ("bg-tint", 0.90, 0.014),
    ("surface", 1.0, 0.021),
    ("surface-tint", 0.81, 0.027),
    ("surface-hover", 0.70, 0.036),
    ("line", 0.50, 0.080),
    ("line-strong", 0.165, 0.240),
    ("text-soft", 0.085, 0.420),
    ("text", 0.0245, 0.840),
];

impl Colour {
    /// A colour from its three channels.
    pub const fn rgb(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b }
    }

    /// Reads `#1a2b3c`, with or without the number sign; `None` for anything else.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, r, g, b] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self { r, g, b })
    }

    /// Relative luminance by WCAG 2.2, from 0 (black) to 1 (white).
    pub fn luminance(self) -> f64 {
        let linear = linear_light();
        0.2126 * linear[usize::from(self.r)]
            + 0.7152 * linear[usize::from(self.g)]
            + 0.0722 * linear[usize::from(self.b)]
    }

    /// Contrast ratio by WCAG 2.2, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour mixed with white or black until it has the wanted luminance; 20 bisections are more than 8 bits hold.
    fn at_luminance(self, target: f64) -> Self {
        let lighter = self.luminance() < target;
        let end = if lighter { WHITE } else { Self::rgb(0, 0, 0) };
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..20 {
            let middle = (low + high) / 2.0;
            let luminance = self.mixed(end, middle).luminance();
            let short = if lighter {
                luminance < target
            } else {
                luminance > target
            };
            if short { low = middle } else { high = middle }
        }
        self.mixed(end, (low + high) / 2.0)
    }

    fn mixed(self, other: Self, share: f64) -> Self {
        // A value between two bytes is a byte, so the cast cannot cut anything off.
        let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Self::rgb(
            channel(self.r, other.r),
            channel(self.g, other.g),
            channel(self.b, other.b),
        )
    }
}

/// The sRGB transfer curve for the 256 values a channel can have.
fn linear_light() -> &'static [f64; 256] {
    static TABLE: OnceLock<[f64; 256]> = OnceLock::new();
    TABLE.get_or_init(|| {
        std::array::from_fn(|byte| {
            let share = byte as f64 / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Light,
    Dark,
}

/// All roles of one colour in one scheme, as CSS custom properties without the leading `--`.
#[derive(Debug, Clone)]
struct Scale {
    name: &'static str,
    roles: Vec<(&'static str, Colour)>,
}

impl Scale {
    fn new(name: &'static str, base: Colour, scheme: Scheme) -> Self {
        let mut roles: Vec<(&'static str, Colour)> = ROLES
            .iter()
            .map(|&(role, light, dark)| match scheme {
                Scheme::Light if role == "bg" => (role, WHITE),
                Scheme::Light => (role, base.at_luminance(light)),
                Scheme::Dark => (role, base.at_luminance(dark)),
            })
            .collect();
        let fill = Fill::new(base, scheme);
        let (page, border) = (role(&roles, "bg"), role(&roles, "line-strong"));
        // A pale fill keeps an edge that can be seen against the page (WCAG 1.4.11).
        let edge = if fill.colour.contrast(page) >= 3.0 {
            fill.colour
        } else {
            border
        };
        roles.extend([
            ("fill", fill.colour),
            ("on-fill", fill.ink),
            ("fill-hover", fill.hover),
            ("fill-edge", edge),
        ]);
        Self { name, roles }
    }

    fn role(&self, name: &str) -> Colour {
        role(&self.roles, name)
    }
}

/// The named role; every name asked for stands in `ROLES` or is added by `Scale::new`, else the ink is a safe answer.
fn role(roles: &[(&'static str, Colour)], name: &str) -> Colour {
    roles
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(INK, |(_, colour)| *colour)
}

/// The colour of a button: the brand itself where its text can be read, moved as little as needed otherwise.
struct Fill {
    colour: Colour,
    ink: Colour,
    hover: Colour,
}

impl Fill {
    fn new(base: Colour, scheme: Scheme) -> Self {
        let wished = match scheme {
            Scheme::Light => base,
            Scheme::Dark => base.at_luminance(0.36),
        };
        let white_text = WHITE.contrast(wished) >= 4.5;
        let ink = if white_text { WHITE } else { INK };
        let colour = match ink.contrast(wished) >= 4.5 {
            true => wished,
            false => wished.at_luminance(0.215),
        };
        let hover_luminance = match white_text {
            true => colour.luminance() * 0.62,
            false => (colour.luminance() * 1.25 + 0.02).min(0.9),
        };
        Self {
            colour,
            ink,
            hover: colour.at_luminance(hover_luminance),
        }
    }
}

/// What the engine had to do to a municipality's colour; shown in words in the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Adjustment {
    /// The colour stands as it is on buttons, with white text.
    None,
    /// White text could not be read on the colour, so button text is dark.
    DarkText,
    /// The colour is too pale to show against the page, so buttons have a darker edge.
    Edge,
    /// Neither white nor dark text could be read, so the button colour was moved a little.
    Moved,
}

impl Adjustment {
    /// The text that says so to the administrator.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "web-theme-unchanged",
            Self::DarkText => "web-theme-dark-text",
            Self::Edge => "web-theme-edge",
            Self::Moved => "web-theme-moved",
        }
    }
}

/// Contrast-safe colour roles for brand, accent, neutral and the four states, light and dark.
#[derive(Debug, Clone)]
pub struct Theme {
    brand: Colour,
    light: Vec<Scale>,
    dark: Vec<Scale>,
}

impl Theme {
    /// A whole theme from one colour. Without an accent the brand serves; without a neutral a cold grey does.
    pub fn from_brand(brand: Colour, accent: Option<Colour>, neutral: Option<Colour>) -> Self {
        let given = [
            ("brand", brand),
            ("accent", accent.unwrap_or(brand)),
            ("n", neutral.unwrap_or(NEUTRAL)),
        ];
        let scales = |scheme| {
            given
                .iter()
                .chain(&STATES)
                .map(|&(name, base)| Scale::new(name, base, scheme))
                .collect()
        };
        Self {
            brand,
            light: scales(Scheme::Light),
            dark: scales(Scheme::Dark),
        }
    }

    /// The stylesheet: custom properties for light, dark by the system's wish, and dark or light by the visitor's choice.
    /// Dark holds on screens only, so that a print never drinks a cartridge.
    pub fn css(&self) -> String {
        let (light, dark) = (properties(&self.light), properties(&self.dark));
        format!(
            ":root{{color-scheme:light;{light}}}\n\
             @media screen and (prefers-color-scheme:dark){{:root:not([data-scheme=light]){{color-scheme:dark;{dark}}}}}\n\
             @media screen{{:root[data-scheme=dark]{{color-scheme:dark;{dark}}}}}\n"
        )
    }

    /// What was done to the brand colour to keep pages readable; at least one line, each with a text key.
    pub fn adjustments(&self) -> Vec<Adjustment> {
        let Some(brand) = self.light.first() else {
            return Vec::new();
        };
        let fill = brand.role("fill");
        let mut found = Vec::new();
        if fill != self.brand {
            found.push(Adjustment::Moved);
        }
        if brand.role("on-fill") == INK {
            found.push(Adjustment::DarkText);
        }
        if brand.role("fill-edge") != fill {
            found.push(Adjustment::Edge);
        }
        if found.is_empty() {
            found.push(Adjustment::None);
        }
        found
    }

    /// The button colour of the light scheme, for `<meta name="theme-color">` and mail.
    pub fn fill(&self) -> Colour {
        self.light.first().map_or(INK, |brand| brand.role("fill"))
    }
}

fn properties(scales: &[Scale]) -> String {
    let mut css = String::with_capacity(4096);
    for scale in scales {
        for (role, colour) in &scale.roles {
            // Writing to a String cannot fail.
            let _ = write!(css, "--{}-{role}:{colour};", scale.name);
        }
    }
    css.pop();
    css
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of roles that a component may put on each other, with the contrast it must reach.
    fn failures(theme: &Theme) -> Vec<String> {
        let mut bad = Vec::new();
        for (scheme, scales) in [("light", &theme.light), ("dark", &theme.dark)] {
            let neutral = scales.iter().find(|s| s.name == "n").unwrap();
            for scale in scales {
                for ground in ["bg", "bg-tint", "surface", "surface-tint"] {
                    for (front, least) in [("text", 7.0), ("text-soft", 4.5), ("line-strong", 3.0)] {
                        for on in [scale, neutral] {
                            let got = scale.role(front).contrast(on.role(ground));
                            if got < least {
                                bad.push(format!(
                                    "{scheme} {}-{front} on {}-{ground}: {got:.2} < {least}",
                                    scale.name, on.name
                                ));
                            }
                        }
                    }
                }
                for fill in ["fill", "fill-hover"] {
                    let got = scale.role("on-fill").contrast(scale.role(fill));
                    if got < 4.5 {
                        bad.push(format!("{scheme} {} text on {fill}: {got:.2}", scale.name));
                    }
                }
                let edge = scale.role("fill-edge").contrast(neutral.role("bg"));
                if edge < 3.0 {
                    bad.push(format!("{scheme} {} edge on the page: {edge:.2}", scale.name));
                }
            }
        }
        bad
    }

    #[test]
    fn every_brand_colour_passes() {
        let steps = || (0..=255u8).step_by(15);
        let mut tried = 0;
        for (red, green, blue) in steps().flat_map(|r| steps().flat_map(move |g| steps().map(move |b| (r, g, b)))) {
            let brand = Colour::rgb(red, green, blue);
            let bad = failures(&Theme::from_brand(brand, None, None));
            assert!(bad.is_empty(), "{brand}: {bad:?}");
            tried += 1;
        }
        assert_eq!(tried, 18 * 18 * 18);
    }

    #[test]
    fn any_neutral_passes_too() {
        for neutral in ["#000000", "#ffffff", "#7a5c3a", "#00ff00", "#808080", "#2b3440"] {
            let theme = Theme::from_brand(Colour::rgb(0, 62, 107), None, Colour::from_hex(neutral));
            assert_eq!(failures(&theme), Vec::<String>::new(), "{neutral}");
        }
    }

    #[test]
    fn the_engine_says_what_it_did() {
        let said = |brand: &str| Theme::from_brand(Colour::from_hex(brand).unwrap(), None, None).adjustments();
        assert_eq!(said("#003e6b"), [Adjustment::None]);
        assert_eq!(said("#ffd500"), [Adjustment::DarkText, Adjustment::Edge]);
        assert!(
            said("#e4002b").contains(&Adjustment::None),
            "a deep red carries white text"
        );
    }

    #[test]
    fn a_colour_is_read_or_refused() {
        assert_eq!(Colour::from_hex("#003E6b").unwrap().to_string(), "#003e6b");
        assert_eq!(Colour::from_hex(" ffd500 ").unwrap().to_string(), "#ffd500");
        for text in ["", "#fff", "blå", "#12345g", "#1234567", "expression(1)"] {
            assert!(Colour::from_hex(text).is_none(), "{text}");
        }
    }

    #[test]
    fn the_stylesheet_names_every_role_in_both_schemes() {
        let css = Theme::from_brand(Colour::rgb(0, 62, 107), None, None).css();
        for name in ["brand", "accent", "n", "info", "ok", "warn", "bad"] {
            for role in [
                "bg",
                "text",
                "line-strong",
                "fill",
                "on-fill",
                "fill-hover",
                "fill-edge",
            ] {
                assert_eq!(css.matches(&format!("--{name}-{role}:#")).count(), 3, "--{name}-{role}");
            }
        }
    }
}
