//! Going through requests by key: the next one is selected in the frame of the key, before anything is painted.

use anyhow::{Result, ensure};
use doorward_suite::window::Window;
use doorward_suite::world::World;
use serde_json::json;

use crate::shown::Shown;

/// How many wait.
const MANY: usize = 10_000;

/// Presses keys one by one, each in a frame of its own, and answers those that had selected no other row by the time
/// their frame was to be painted.
const PRESS: &str = "\
const frame = () => new Promise(requestAnimationFrame);
const selected = () => document.querySelector(\"[data-testid='request'][aria-current='true']\");
const press = (key, code) =>
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
const keys = arguments[0];
const goThrough = async () => {
  let late = '';
  for (const key of keys) {
    await frame();
    const before = selected();
    press(key, `Key${key.toUpperCase()}`);
    // Still within the frame: only what is waiting to be done at once is done.
    for (let turn = 0; turn < 20; turn += 1) await null;
    if (!selected() || selected() === before) late += key;
  }
  return late;
};
const done = arguments[arguments.length - 1];
goThrough().then(done);";

/// The place of a row in the list, from nought.
const PLACE: &str = "\
const row = document.querySelector(arguments[0]);
return (row.closest('[data-index]') ?? row.querySelector('[data-index]'))?.dataset.index ?? 'nowhere';";

/// Presses keys and fails on those whose frame came to an end before another row was selected.
async fn select_in_their_frames(window: &Window, keys: &str) -> Result<()> {
    window.settles().await?;
    let late = window.run_async(PRESS, vec![json!(keys)]).await?;
    ensure!(late == "", "selected after their frame: {late} of {keys}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_request_is_selected_in_the_frame_of_the_key() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let selected = "[data-testid='request'][aria-current='true']";
    shown.window.element(selected).await?;
    select_in_their_frames(&shown.window, "jjjjjkkkjjjkkkkk").await?;
    // Approving waits for nobody either: the next one is there before the decision is answered.
    let stefan = shown.membership("stefan.branza")?;
    shown.go_to(&format!("/requests/{stefan}")).await?;
    let row = format!("[id='request-{stefan}']");
    let window = &shown.window;
    window.element(&format!("{row}{selected}")).await?;
    let approve = "[data-testid='approve']:not([disabled], [aria-disabled])";
    window.element(approve).await?;
    select_in_their_frames(window, "a").await?;
    window.is_gone(&row).await?;
    shown.close().await
}

/// The list is read in pieces of a hundred: over their edge, and with ten thousand who wait, the key is as quick.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn among_ten_thousand_the_next_is_selected_in_the_frame_of_the_key() -> Result<()> {
    let world = World::asked_by(MANY).await?;
    let shown = Shown::of(world, "/requests").await?;
    let window = &shown.window;
    let selected = "[data-testid='request'][aria-current='true']";
    window.element(selected).await?;
    let counted = window.reads("[data-testid='total']", "how many wait", |text| {
        text.contains("10,0")
    });
    counted.await?;
    select_in_their_frames(window, &"j".repeat(94)).await?;
    select_in_their_frames(window, &"j".repeat(11)).await?;
    let place = window.run(PLACE, vec![json!(selected)]).await?;
    ensure!(place == "105", "the selected one stands at {place}");
    let row = "return document.querySelector(arguments[0]).id";
    let row = window.run(row, vec![json!(selected)]).await?;
    let approve = "[data-testid='approve']:not([disabled], [aria-disabled])";
    window.element(approve).await?;
    select_in_their_frames(window, "a").await?;
    let row = format!("[id='{}']", row.as_str().unwrap_or_default());
    window.is_gone(&row).await?;
    shown.close().await
}

/// U15: whoever decides reads what was answered, under the question as it was asked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn u15_what_was_answered_is_read_where_it_is_decided() -> Result<()> {
    let world = World::asked_by(1).await?;
    let shown = Shown::of(world, "/requests?search=waiting0").await?;
    let window = &shown.window;
    let reads = async |css: &str, what: &str| window.reads(css, what, |text| text == what).await;
    reads("[data-testid='question']", "Which flat?").await?;
    reads("[data-testid='answer']", "Flat 0").await?;
    shown.close().await
}
