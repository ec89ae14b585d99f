//! What is done and watched inside a page. The scripts look once a frame and note the time after that frame is painted.

use std::time::Duration;

use anyhow::{Context, Result};
use doorward_suite::wait;
use doorward_suite::window::Window;
use serde_json::json;

use crate::measure::Times;

/// A field that is typed into, and the rows in which its finding is seen.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Finds the field.
    pub css: &'static str,
    rows: &'static str,
}

/// The field and the rows of the application's people.
pub const PEOPLE: Field = Field {
    css: "[data-testid='find-person']",
    rows: "[data-testid='person-row']",
};
/// The field and the rows of the bare window.
pub const FILTERED: Field = Field {
    css: "#find",
    rows: "#found > div",
};

/// The longest that everybody takes to arrive.
const ARRIVAL: Duration = Duration::from_mins(20);

/// Answers when the first rows were painted, in milliseconds since 1970.
const FIRST_ROWS: &str = "\
const mark = performance.getEntriesByName('first-rows')[0];
return mark ? performance.timeOrigin + mark.startTime : null;";

/// Notes the time between the next key and the frame in which every row in sight holds the text, accents aside.
const WATCH: &str = "\
const [field, rows, text] = arguments;
window.painted = null;
const folded = (row) => row.textContent.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
const holds = (row) => folded(row).includes(text);
const before = [...document.querySelectorAll(rows)].slice(0, 12).map((row) => row.textContent).join();
addEventListener('keydown', () => {
  const begun = performance.now();
  const look = () => {
    const seen = [...document.querySelectorAll(rows)].slice(0, 12);
    const isNew = seen.map((row) => row.textContent).join() !== before || text.length > 1;
    const is = document.querySelector(field).value === text && isNew && seen.length > 0 && seen.every(holds);
    if (is) setTimeout(() => (window.painted = performance.now() - begun));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}, { capture: true, once: true });";

/// Answers what stands in the field and in the first rows.
const SHOWN: &str = "\
const [field, rows] = arguments;
return [document.querySelector(field).value, ...[...document.querySelectorAll(rows)].slice(0, 12).map((row) => row.textContent)];";

/// Scrolls for some hundred frames; answers the milliseconds of each.
const SCROLL: &str = "\
const box = document.querySelector(arguments[0]);
window.frames_of_scroll = null;
const frames = [];
let last = null;
const step = (now) => {
  if (last !== null) frames.push(now - last);
  last = now;
  box.scrollTop += 120;
  if (frames.length < 300) requestAnimationFrame(step);
  else window.frames_of_scroll = frames;
};
requestAnimationFrame(step);";

/// Waits for the first rows; answers when they were painted.
pub async fn first_rows(window: &Window) -> Result<f64> {
    until(window, "the first rows are painted", FIRST_ROWS).await
}

/// Waits until everything is here.
pub async fn is_up_to_date(window: &Window) -> Result<()> {
    let is_idle = "return document.querySelector(\"[data-testid='sync-state'][data-state='idle']\") \
                   && document.querySelector(\"[data-testid='request']\") ? 1 : null;";
    let look = async || Ok(window.run(is_idle, vec![]).await?.as_f64().map(drop));
    wait::until_within(ARRIVAL, "everybody is here", look).await
}

/// Opens the list of people.
pub async fn go_to_people(window: &Window) -> Result<()> {
    let nav = "[data-testid='nav-people']";
    let shown = format!("{nav}[aria-current='page']");
    window.go_by(nav, &shown).await?;
    window.element(PEOPLE.rows).await?;
    Ok(())
}

/// Lets the bare page make as many people as the application has.
pub async fn fill(window: &Window, members: usize) -> Result<()> {
    window
        .run("window.make(arguments[0])", vec![json!(members)])
        .await?;
    window.element(FILTERED.css).await?;
    Ok(())
}

/// Watches for the finding of a text that the next key completes.
pub async fn watch(window: &Window, field: Field, text: &str) -> Result<()> {
    let arguments = vec![json!(field.css), json!(field.rows), json!(text)];
    window.run(WATCH, arguments).await.map(drop)
}

/// The milliseconds from the key to the painted finding.
pub async fn painted(window: &Window, field: Field, text: &str) -> Result<f64> {
    let painted = until(window, "the finding is painted", "return window.painted;").await;
    if painted.is_err() {
        let arguments = vec![json!(field.css), json!(field.rows)];
        let shown = window.run(SHOWN, arguments).await?;
        return painted.with_context(|| format!("{text} was typed; shown is {shown}"));
    }
    painted
}

/// Scrolls and answers the time of each frame.
pub async fn scroll(window: &Window, list: &str) -> Result<Times> {
    window.run(SCROLL, vec![json!(list)]).await?;
    let done = "return window.frames_of_scroll;";
    let look = async || {
        let frames = window.run(done, vec![]).await?;
        Ok(frames.as_array().cloned())
    };
    let mut times = Times::default();
    for frame in wait::until("the list has scrolled", look).await? {
        times.add(frame.as_f64().context("a frame has a length")?);
    }
    Ok(times)
}

async fn until(window: &Window, what: &str, script: &str) -> Result<f64> {
    wait::until(what, async || {
        Ok(window.run(script, vec![]).await?.as_f64())
    })
    .await
}
