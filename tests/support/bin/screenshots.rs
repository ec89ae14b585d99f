//! Takes the pictures that people are shown: `screenshots FOLDER --scale 2`. Never shipped.

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

/// Takes the pictures of the situations that screens are judged by.
#[derive(Debug, Parser)]
#[command(name = "screenshots")]
struct Arguments {
    /// Where they go.
    folder: PathBuf,
    /// Pixels of a picture for one of the page.
    #[arg(long, default_value_t = 2.0)]
    scale: f32,
    /// Where small ones of some of them go.
    #[arg(long, value_name = "FOLDER")]
    readme: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let Arguments {
        folder,
        scale,
        readme,
    } = Arguments::parse();
    doorward_suite::shots::take(&folder, scale, readme.as_deref()).await
}
