//! S-62: the application where secrets are kept in a keychain, under a passphrase, or nowhere.

use std::path::Path;

use anyhow::{Result, ensure};
use doorward_domain::Preset;
use doorward_suite::cast::{OLGA, STEFAN};
use doorward_suite::desktop::{Desktop, Secrets};
use doorward_suite::house::House;
use doorward_suite::wait;
use walkdir::WalkDir;

use crate::front_desk::{FrontDesk, id};

/// What a file begins with that anybody can read.
const PLAIN: &[u8] = b"SQLite format 3";
const PASSPHRASE: &str = "nine tall poplars by the canal";

/// A house, Olga's desktop, and her application on which she is signed in.
async fn at_work(secrets: Secrets) -> Result<(House, Desktop, FrontDesk)> {
    let house = House::open().await?;
    let desktop = Desktop::start_with(house.server.url(), secrets).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(OLGA, house.server.url()).await?;
    Ok((house, desktop, desk))
}

/// The files that the device keeps, each with whether anybody can read it.
fn files(desktop: &Desktop) -> Result<Vec<(String, bool)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(desktop.kept()) {
        let Ok(entry) = entry else { continue };
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours = name.starts_with("account.") || name.starts_with("org-");
        if is_ours && is_database(&name) || name == "vault" || name == "current" {
            let is_plain = std::fs::read(entry.path())?.starts_with(PLAIN);
            files.push((name, is_plain));
        }
    }
    Ok(files)
}

fn is_database(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == "db")
}

fn are_encrypted(desktop: &Desktop) -> Result<()> {
    let files = files(desktop)?;
    let databases = files.iter().filter(|(name, _)| is_database(name));
    ensure!(databases.count() >= 2, "work is kept: {files:?}");
    ensure!(
        files.iter().all(|(_, is_plain)| !is_plain),
        "nobody else can read it: {files:?}"
    );
    Ok(())
}

/// Closes the application, unlocks the keychain and opens the application anew: everything is there.
async fn is_kept_for_later(desktop: &Desktop, desk: FrontDesk) -> Result<()> {
    desk.close().await?;
    desktop.unlocks_keychain().await?;
    let desk = FrontDesk::open(desktop).await?;
    desk.is_signed_in().await?;
    desk.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_62_a_keychain_that_answers_keeps_somebody_signed_in() -> Result<()> {
    let (_house, desktop, desk) = at_work(Secrets::Kept).await?;
    desk.close().await?;
    are_encrypted(&desktop)?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.is_signed_in().await?;
    desk.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_62_a_locked_keychain_is_said_and_opens_what_it_kept_once_it_is_unlocked() -> Result<()> {
    let (_house, desktop, desk) = at_work(Secrets::Kept).await?;
    desk.close().await?;
    let before = files(&desktop)?;
    desktop.locks_keychain().await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.window().element(&id("try-again")).await?;
    ensure!(files(&desktop)? == before, "{:?}", files(&desktop)?);
    are_encrypted(&desktop)?;
    is_kept_for_later(&desktop, desk).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_62_a_keychain_that_refuses_is_said_and_nothing_is_overwritten() -> Result<()> {
    let (_house, desktop, desk) = at_work(Secrets::KeptOrRefused).await?;
    desk.close().await?;
    let before = files(&desktop)?;
    desktop.locks_keychain().await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.window().click(&id("try-again")).await?;
    let still = format!("{}:not([aria-busy='true'])", id("try-again"));
    desk.window().element(&still).await?;
    ensure!(files(&desktop)? == before, "{:?}", files(&desktop)?);
    is_kept_for_later(&desktop, desk).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_62_without_a_keychain_a_passphrase_keeps_what_is_written() -> Result<()> {
    let house = House::open().await?;
    let desktop = Desktop::start_with(house.server.url(), Secrets::NotKept).await?;
    let desk = FrontDesk::open(&desktop).await?;
    let window = desk.window();
    window.fill(&id("passphrase"), PASSPHRASE).await?;
    window.fill(&id("passphrase-again"), PASSPHRASE).await?;
    window.click(&id("passphrase-submit")).await?;
    desk.sign_in(OLGA, house.server.url()).await?;
    desk.close().await?;
    are_encrypted(&desktop)?;

    let desk = FrontDesk::open(&desktop).await?;
    let window = desk.window();
    window.element(&id("sealed")).await?;
    window
        .fill(&id("passphrase"), "nine tall poplars by the road")
        .await?;
    window.click(&id("unseal")).await?;
    window
        .element(&format!("{} [aria-invalid='true']", id("sealed")))
        .await?;
    window.fill(&id("passphrase"), PASSPHRASE).await?;
    window.click(&id("unseal")).await?;
    desk.is_signed_in().await?;
    desk.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_62_with_nothing_kept_closing_asks_while_something_is_unsent() -> Result<()> {
    let mut house = House::open().await?;
    house.take_requests().await?;
    house.asks_to_join(STEFAN).await?;
    let desktop = Desktop::start_with(house.server.url(), Secrets::NotKept).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.window().click(&id("passphrase-decline")).await?;
    desk.sign_in(OLGA, house.server.url()).await?;
    desk.sees_request(STEFAN).await?;
    house.server.kill();
    desk.is_offline().await?;
    desk.approve(STEFAN, Preset::Staff).await?;

    desktop.closes_window().await?;
    desk.window().click(&id("closing-stay")).await?;
    desk.window().is_gone(&id("closing-sheet")).await?;
    desk.has_queued(1).await?;
    desktop.closes_window().await?;
    desk.window().click(&id("closing-close")).await?;
    wait::until("the application has ended", async || {
        Ok(desk.window().url().await.is_err().then_some(()))
    })
    .await?;
    drop(desk.close().await);
    ensure!(files(&desktop)?.is_empty(), "{:?}", files(&desktop)?);

    let desk = FrontDesk::open(&desktop).await?;
    desk.window().element(&id("passphrase-decline")).await?;
    desk.close().await
}
