//! Five thousand people from a file that is dropped into the window: it says at once that something happens, and goes on
//! answering all the while (BEL-28).

use std::path::Path;

use anyhow::{Context, Result, ensure};
use doorward_suite::window::Window;
use serde_json::json;

use crate::shown::Shown;

/// How many people the file names.
const MANY: usize = 5_000;
/// The longest that a window may leave somebody without an answer, in milliseconds.
const AT_ONCE: f64 = 200.0;

/// Notes the longest time for which the page did not answer.
const WATCH: &str = "\
window.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
}).observe({ type: 'longtask' });";

/// Notes how long after the click on a button something that measures progress is there.
const TIMED: &str = "\
const [button] = arguments;
const begun = performance.now();
const look = () => {
  if (!document.querySelector('[role=progressbar]')) return;
  watch.disconnect();
  requestAnimationFrame(() => (window.shownAfter = performance.now() - begun));
};
const watch = new MutationObserver(look);
watch.observe(document.body, { subtree: true, childList: true });
document.querySelector(button).click();";

/// Drags a file from the disk over the window and lets it fall.
async fn drop_file(window: &Window, file: &Path) -> Result<()> {
    for kind in ["dragEnter", "dragOver", "drop"] {
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": 600, "y": 400, "data": data });
        window.devtools("Input.dispatchDragEvent", event).await?;
        if kind == "dragOver" {
            window.element("[data-testid='drop-target']").await?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn five_thousand_rows_say_at_once_that_they_are_taken_and_block_nothing_bel_28() -> Result<()>
{
    let mut shown = Shown::at("/requests").await?;
    let window = &shown.window;
    window.element("[data-testid='person']").await?;
    window.settles().await?;

    let folder = tempfile::tempdir()?;
    let file = folder.path().join("residents.csv");
    let rows: Vec<String> = (0..MANY)
        .map(|at| format!("Жилец {at};resident{at}@residents.example\r\n"))
        .collect();
    std::fs::write(&file, format!("\u{feff}Имя;Почта\r\n{}", rows.concat()))?;
    window.run(WATCH, vec![]).await?;
    drop_file(window, &file).await?;
    window.element("[data-testid='import-table-row']").await?;
    window.settles().await?;
    window.click("[data-testid='import-invite']").await?;
    window.element("[data-testid='import-send']").await?;
    window
        .run(TIMED, vec![json!("[data-testid='import-send']")])
        .await?;
    window.element("[data-testid='batch-progress']").await?;
    let after = window.run("return window.shownAfter", vec![]).await?;
    let after = after.as_f64().context("something measured progress")?;
    ensure!(after < AT_ONCE, "progress is shown after {after} ms");
    let said = window
        .reads(
            "[data-testid='batch-progress'] + p",
            "how far it is",
            |it| it.contains("5,000") || it.contains("5000"),
        )
        .await?;
    window.settles().await?;
    let longest = window.run("return window.longest", vec![]).await?;
    let longest = longest.as_f64().unwrap_or_default();
    ensure!(
        longest < AT_ONCE,
        "the window did not answer for {longest} ms"
    );
    shown.go_to("/offline").await?;
    let window = &shown.window;
    window.element("[data-testid='outbox-batch']").await?;
    window.is_gone("[data-testid='outbox-entry']").await?;
    println!("progress after {after:.0} ms, longest silence {longest:.0} ms: {said}");
    shown.close().await
}
