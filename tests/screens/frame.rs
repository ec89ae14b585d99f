//! Going through requests by key: the next one is selected in the frame of the key, before anything is painted.

use anyhow::{Result, ensure};
use doorward_suite::window::Window;
use serde_json::json;

use crate::shown::Shown;

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
