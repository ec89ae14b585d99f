//! Going through requests by key: the next one is selected in the frame of the key, before anything is painted.

use anyhow::{Result, ensure};

use crate::shown::Shown;

/// Presses keys one by one, each in a frame of its own, and answers those that had selected no other row by the time
/// their frame was to be painted.
const PRESS: &str = "\
const frame = () => new Promise(requestAnimationFrame);
const selected = () => document.querySelector(\"[data-testid='request'][aria-current='true']\");
const press = (key, code) =>
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
const keys = 'jjjjjkkkjjjkkkkk';
const goThrough = async () => {
  let late = '';
  for (const key of keys) {
    await frame();
    const before = selected();
    press(key, `Key${key.toUpperCase()}`);
    // Still within the frame: only what is waiting to be done at once is done.
    for (let turn = 0; turn < 20; turn += 1) await null;
    if (selected() === before) late += key;
  }
  return late;
};
const done = arguments[arguments.length - 1];
goThrough().then(done);";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_next_request_is_selected_in_the_frame_of_the_key() -> Result<()> {
    let shown = Shown::at("/requests").await?;
    let window = &shown.window;
    window
        .element("[data-testid='request'][aria-current='true']")
        .await?;
    window.settles().await?;
    let late = window.run_async(PRESS, vec![]).await?;
    ensure!(late == "", "selected after their frame: {late}");
    shown.close().await
}
