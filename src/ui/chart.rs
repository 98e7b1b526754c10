//! Charts as SVG. Their places are shares of the drawing, so that a chart takes the room it
//! has and its words stay as large as any others; colours and heights are in the style sheet.
//! Only the server draws them. The same figures stand beside each as a table.

mod bars;
mod columns;
mod grid;

pub use bars::{Bar, bars};
pub use columns::{Column, columns};
pub use grid::{Field, grid};

fn percent(share: f64) -> String {
    format!("{}%", short(share))
}

fn em(size: f64) -> String {
    format!("{}em", short(size))
}

/// Two digits are finer than any screen.
fn short(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
