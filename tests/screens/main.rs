//! Every screen in every language, in both themes, at every width, in real Chromium over the real client: nothing is cut
//! off, axe finds nothing, and nothing happens that the page's policy has to stop (`UI_SPEC` 9). One test per language.

mod judge;

use std::sync::Arc;

use anyhow::{Result, ensure};
use doorward_client::{MemoryKeychain, Options, Workplace};
use doorward_domain::Locale;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::judge::Rules;
use doorward_suite::place;
use doorward_suite::world::cast::MIHKEL;
use doorward_suite::world::{Situation, World};
use url::Url;

use crate::judge::Judge;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_stands_in_english() -> Result<()> {
    stands_in(Locale::En).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_stands_in_russian() -> Result<()> {
    stands_in(Locale::Ru).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_stands_in_estonian() -> Result<()> {
    stands_in(Locale::Et).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_screen_stands_in_romanian() -> Result<()> {
    stands_in(Locale::Ro).await
}

async fn stands_in(locale: Locale) -> Result<()> {
    let mut world = World::open(0).await?;
    let mut judge = Judge::open(locale).await?;
    let folder = tempfile::tempdir()?;
    let options = Options::new(folder.path().into(), Arc::new(MemoryKeychain::default()));
    judge
        .look(Workplace::open(options).await?.into(), &place::nobody())
        .await?;
    judge
        .look(world.device(&MIHKEL).await?, &place::staff())
        .await?;
    let places = place::online(&world)?;
    judge
        .look(world.olga(Situation::Online).await?, &places)
        .await?;
    judge
        .look(world.olga(Situation::Conflict).await?, &place::conflict())
        .await?;
    let findings = judge.findings();
    ensure!(
        findings.is_empty(),
        "{} findings in {}:\n{}",
        findings.len(),
        locale.tag(),
        findings.join("\n")
    );
    Ok(())
}

/// The judge must see what it is there to see: a page on which everything is wrong.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_cut_off_is_found() -> Result<()> {
    let page = "<!doctype html><html lang='en'><title>Wrong</title><body style='margin:0;font:13px sans-serif'>
        <main><h1>Wrong</h1>
        <div style='width:60px;overflow:hidden;white-space:nowrap'>far too long for its box</div>
        <div style='height:9px;overflow:hidden'>too low a box</div>
        <button style='width:50px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis'>Approve everybody</button>
        <div style='width:90px;overflow-x:auto'><p style='width:300px'>wide</p></div>
        <div style='position:relative;height:40px'>
          <button style='position:absolute;left:0'>one over</button><button style='position:absolute;left:20px'>the other</button>
        </div>
        <button><svg width='16' height='16' style='vertical-align:6px'></svg>askew</button>
        <p style='color:#bbb'>pale</p>
        <p style='position:absolute;left:2000px;width:200px'>out there</p></main>";
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    window.look(Look::default()).await?;
    window.will_be_judged().await?;
    window.go_to(&Url::parse("about:blank")?).await?;
    window
        .run("document.write(arguments[0])", vec![page.into()])
        .await?;
    let misfits = window.misfits().await?.join("\n");
    for what in [
        "cut off sideways: div \"far too long",
        "cut off below: div \"too low",
        "cut off sideways: button \"Approve everybody",
        "scrolls sideways by",
        "over one another",
        "icon out of line: button \"askew",
        "outside the window: p \"out there",
        "the page is",
    ] {
        ensure!(misfits.contains(what), "{what} is not found:\n{misfits}");
    }
    let barriers = window.barriers(Rules::Contrast).await?.join("\n");
    ensure!(
        barriers.contains("color-contrast"),
        "what is pale is not found: {barriers}"
    );
    window.close().await
}
