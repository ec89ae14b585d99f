//! A picture of a page in real Chromium: `look URL FILE.png --language ru --theme dark --do "press j"`. Never shipped.
#![expect(clippy::print_stdout, reason = "it talks to a person at a terminal")]

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Parser;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::judge::{Rules, WIDTHS};
use doorward_suite::window::Window;
use url::Url;

/// Takes a picture of a page.
#[derive(Debug, Parser)]
#[command(name = "look")]
struct Arguments {
    /// The page.
    url: Url,
    /// Where the picture goes, as PNG.
    file: PathBuf,
    /// The language that the browser prefers.
    #[arg(long, default_value = "en")]
    language: String,
    /// The theme of the system.
    #[arg(long, default_value = "light", value_parser = ["light", "dark"])]
    theme: String,
    /// Width and height of the window.
    #[arg(long, default_value = "1360x860")]
    size: String,
    /// Pixels of the picture for one of the page.
    #[arg(long, default_value_t = 1.0)]
    scale: f32,
    /// Be a phone.
    #[arg(long)]
    phone: bool,
    /// Also say what is cut off or out of line at every width, and what axe finds in both themes.
    #[arg(long)]
    judge: bool,
    /// Before the picture, in this order: `click CSS`, `press KEY`, `type TEXT`, `wait CSS`, `gone CSS`.
    #[arg(long = "do", value_name = "STEP")]
    steps: Vec<String>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let (width, height) = arguments
        .size
        .split_once('x')
        .context("a size is written 1360x860")?;
    let look = Look {
        size: (width.parse()?, height.parse()?),
        scale: arguments.scale,
        theme: if arguments.theme == "dark" {
            "dark"
        } else {
            "light"
        },
        is_phone: arguments.phone,
    };
    let chromium = Chromium::start().await?;
    let window = chromium.open(&arguments.language).await?;
    window.look(look).await?;
    window.will_be_judged().await?;
    window.go_to(&arguments.url).await?;
    window.settles().await?;
    for step in &arguments.steps {
        window.take(step).await.with_context(|| step.clone())?;
    }
    std::fs::write(&arguments.file, window.picture().await?)?;
    if arguments.judge {
        judge(&window, look).await?;
    }
    window.close().await
}

async fn judge(window: &Window, mut look: Look) -> Result<()> {
    let mut findings = window.barriers(Rules::All).await?;
    for width in WIDTHS {
        look.size.0 = width;
        window.look(look).await?;
        window.settles().await?;
        let misfits = window.misfits().await?;
        findings.extend(misfits.iter().map(|it| format!("at {width}: {it}")));
    }
    for theme in ["light", "dark"] {
        window.look(Look { theme, ..look }).await?;
        window.settles().await?;
        let barriers = window.barriers(Rules::Contrast).await?;
        findings.extend(barriers.iter().map(|it| format!("{theme}: {it}")));
    }
    findings.extend(window.faults().await?);
    for finding in findings {
        println!("{finding}");
    }
    Ok(())
}
