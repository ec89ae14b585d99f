//! A picture of a page in real Chromium: `look URL FILE.png --language ru --theme dark --do "press j"`. Never shipped.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Parser;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
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
    };
    let chromium = Chromium::start().await?;
    let window = chromium.open(&arguments.language).await?;
    window.look(look).await?;
    window.go_to(&arguments.url).await?;
    window.settles().await?;
    for step in &arguments.steps {
        take(&window, step).await.with_context(|| step.clone())?;
    }
    std::fs::write(&arguments.file, window.picture().await?)?;
    window.close().await
}

async fn take(window: &Window, step: &str) -> Result<()> {
    let (verb, what) = step.split_once(' ').context("a step has two words")?;
    match verb {
        "click" => window.click(what).await,
        "press" => window.press(what).await,
        "type" => window.types(what).await,
        "wait" => window.element(what).await.map(drop),
        "gone" => window.is_gone(what).await,
        _ => bail!("there is no step {verb}"),
    }
}
