//! Markdown tables, as the generated document has them.

use std::fmt;

/// A table under construction.
#[derive(Debug)]
pub struct Table {
    text: String,
}

impl Table {
    /// A table with these heads and no rows yet.
    pub fn with_heads(heads: &[&str]) -> Self {
        let text = format!(
            "| {} |\n|{}\n",
            heads.join(" | "),
            "---|".repeat(heads.len())
        );
        Self { text }
    }

    /// Adds a row.
    pub fn row(&mut self, name: &str, cells: impl IntoIterator<Item = impl fmt::Display>) {
        self.text.extend(["| ", name, " |"]);
        for cell in cells {
            self.text.extend([" ", &cell.to_string(), " |"]);
        }
        self.text.push('\n');
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
