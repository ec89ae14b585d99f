//! QR codes are read by a real reader from what stands on the screen and on the paper: they lead where the link leads, in
//! both themes and on every sheet (R-50, BTX-7).

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::loopback::{self, Loopback};
use doorward_suite::place;
use doorward_suite::window::Window;
use doorward_suite::world::{Situation, World};
use serde_json::json;

/// What zbar reads in a picture of the page.
async fn read(window: &Window, folder: &Path, what: &str) -> Result<Vec<String>> {
    let file = folder.join(format!("{what}.png"));
    std::fs::write(&file, window.picture().await?)?;
    let read = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .arg(&file)
        .output()
        .context("zbarimg is there")?;
    let said = String::from_utf8(read.stdout)?;
    Ok(said.lines().map(str::to_owned).collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_code_is_read_by_a_real_reader_on_screen_and_on_paper_btx_7() -> Result<()> {
    let mut world = World::open(0).await?;
    let olga = world.olga(Situation::Online).await?;
    let page = Loopback::serve(olga, loopback::build().await?, 0).await?;
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    let folder = tempfile::tempdir()?;
    let places = place::links();
    let link = places.iter().find(|it| it.name == "link");
    let link = link.context("there is a link to look at")?;
    for theme in ["light", "dark"] {
        let look = Look {
            theme,
            ..Look::default()
        };
        window.look(look).await?;
        link.open(&window, page.url(), "en").await?;
        let url = window
            .reads("[data-testid='link-url']", "a link", |it| {
                it.contains("/j/")
            })
            .await?;
        let found = read(&window, folder.path(), theme).await?;
        ensure!(found == [url.trim()], "in {theme} it reads {found:?}");
    }
    let url = window
        .reads("[data-testid='link-url']", "a link", |it| {
            it.contains("/j/")
        })
        .await?;
    window.click("[data-testid='print-open']").await?;
    window
        .choose("[data-testid='print-second-language']", "ru")
        .await?;
    for size in ["a4", "a5", "a6"] {
        window.choose("[data-testid='print-size']", size).await?;
        // As it comes out of the printer: dark on screen, white on paper.
        let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        window.devtools("Emulation.setEmulatedMedia", media).await?;
        let paper = Look {
            size: (794, 1123),
            theme: "dark",
            ..Look::default()
        };
        window.has_size(paper).await?;
        let found = read(&window, folder.path(), size).await?;
        ensure!(found == [url.trim()], "on {size} it reads {found:?}");
        let screen = json!({ "media": "screen" });
        window
            .devtools("Emulation.setEmulatedMedia", screen)
            .await?;
        window.has_size(Look::default()).await?;
    }
    window.close().await
}
