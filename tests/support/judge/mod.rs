//! Judging a page as it stands in Chromium: what is cut off or out of line, what axe finds, and what the page did that
//! it should not. Findings are sentences for people.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::programs;
use crate::window::Window;

const FITS: &str = include_str!("fits.js");
const AXE: &str = include_str!("axe.js");
const FAULTS: &str = include_str!("faults.js");
const STALLS: &str = include_str!("stalls.js");

/// The usual width of the window, and those at which it changes; 680 is the usual one at twice the size.
pub const WIDTHS: [u32; 4] = [1360, 1100, 1000, 680];

/// Which of axe's rules are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All of WCAG 2.2 A and AA, and what is good practice.
    All,
    /// Those that words can break.
    AllButContrast,
    /// Only those that another theme can break.
    Contrast,
}

impl Window {
    /// Prepares every page that is opened from now on for being judged.
    pub async fn will_be_judged(&self) -> Result<()> {
        self.runs_first(&axe()?).await?;
        let ids = json!(message_ids()?);
        let ids = format!("window.messageIds = new Set({ids});");
        self.runs_first(&ids).await?;
        self.runs_first(FAULTS).await.map(drop)
    }

    /// Has the pages that are opened from now on wait for the answer to one question, or get none, in a language that
    /// the system prefers; answers by what this is undone with [`Self::runs_no_more`].
    pub async fn stalls(&self, asked: &str, fails: bool, language: &str) -> Result<String> {
        let stalled = json!([asked, fails, language]).to_string();
        self.runs_first(&format!("{{ {} }}", STALLS.replace("STALLED", &stalled)))
            .await
    }

    /// What cannot be read because it is cut off, sticks out or lies under something.
    pub async fn misfits(&self) -> Result<Vec<String>> {
        self.findings(FITS, Value::Null).await
    }

    /// What axe finds; it must be there already.
    pub async fn barriers(&self, rules: Rules) -> Result<Vec<String>> {
        let contrast = "color-contrast";
        let asked = match rules {
            Rules::All => json!({}),
            Rules::AllButContrast => json!({ "but": contrast }),
            Rules::Contrast => json!({ "only": contrast }),
        };
        self.findings(AXE, asked).await
    }

    /// What axe finds in a page that could not be prepared for it.
    pub async fn barriers_here(&self) -> Result<Vec<String>> {
        self.run(&axe()?, vec![]).await?;
        self.barriers(Rules::All).await
    }

    /// Errors of the page's scripts, and what its policy had to stop.
    pub async fn faults(&self) -> Result<Vec<String>> {
        self.findings("arguments[1](window.faults)", Value::Null)
            .await
    }

    async fn findings(&self, script: &str, with: Value) -> Result<Vec<String>> {
        let found = self.run_async(script, vec![with]).await?;
        serde_json::from_value(found).context("findings are a list of sentences")
    }
}

/// The ids of all messages that are no word of their own.
fn message_ids() -> Result<Vec<String>> {
    let mut ids = Vec::new();
    for file in std::fs::read_dir(programs::root().join("locales/en"))? {
        let text = std::fs::read_to_string(file?.path())?;
        let heads = text.lines().filter_map(|line| line.split_once(" ="));
        let names = heads.map(|it| it.0).filter(|it| it.contains('-'));
        let is_id = |it: &&str| !it.starts_with('-') && !it.contains([' ', '#', '.']);
        ids.extend(names.filter(is_id).map(str::to_owned));
    }
    Ok(ids)
}

fn axe() -> Result<String> {
    let file = programs::root().join("ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(file).context("axe is missing; `cargo xtask setup` installs it")
}
