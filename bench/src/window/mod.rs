//! The real window: start to the first rows, key to painted finding, frames while scrolling; beside a bare window with the
//! same settings, whose page filters the same people in script and scrolls a list that stands still.

mod page;

use std::path::Path;

use anyhow::{Context, Result};
use doorward_server::Clock;
use doorward_suite::desktop::Desktop;
use doorward_suite::programs;
use doorward_suite::window::Window;
use serde_json::{Value, json};

use crate::fill::{ADMINISTRATOR, PASSWORD};
use crate::ground::Ground;
use crate::line;
use crate::measure::Times;

/// What is typed to find people, letter by letter. None begins with a letter that every row holds somewhere, as in its
/// address: the bare page would show the same rows as before.
const TYPED: [&str; 5] = ["halm", "sand", "carl", "sann", "hall"];

/// Measures it.
pub async fn measure(ground: &Ground<'_>, bare: Option<&Path>) -> Result<()> {
    let bare = bare.context("--bare names the bare window")?;
    let desktop = Desktop::start(ground.server.url()).await?;
    let app = programs::app().await?;
    receive(&desktop, app).await?;
    for run in 1..=ground.plan.runs {
        let (window, ours) = start(&desktop, app).await?;
        page::go_to_people(&window).await?;
        let found = search(&window, page::PEOPLE).await?;
        let scrolled = page::scroll(&window, "[data-testid='people']").await?;
        window.close().await?;
        let (window, theirs) = start(&desktop, bare).await?;
        page::fill(&window, ground.members()).await?;
        let filtered = search(&window, page::FILTERED).await?;
        let still = page::scroll(&window, "#list").await?;
        window.close().await?;
        tell(
            ground,
            run,
            "start",
            &json!({ "ms": ours, "bare_ms": theirs }),
        );
        tell(ground, run, "search", &beside(found, filtered));
        tell(ground, run, "scroll", &beside(scrolled, still));
    }
    Ok(())
}

fn tell(ground: &Ground<'_>, run: usize, what: &str, fields: &Value) {
    let mut fields = fields.clone();
    fields["what"] = json!(what);
    line::print("ui", ground.members(), run, fields);
}

fn beside(mut ours: Times, mut theirs: Times) -> Value {
    json!({
        "median_ms": ours.median(), "p95_ms": ours.p95(),
        "bare_median_ms": theirs.median(), "bare_p95_ms": theirs.p95(),
    })
}

/// Signs in and waits until everybody is in the cache.
async fn receive(desktop: &Desktop, app: &Path) -> Result<()> {
    let window = desktop.open(app).await?;
    window.fill(&id("email"), ADMINISTRATOR).await?;
    window.fill(&id("password"), PASSWORD).await?;
    window.click(&id("sign-in-submit")).await?;
    window.element(&id("nav-people")).await?;
    page::is_up_to_date(&window).await?;
    window.close().await
}

/// Opens a program; answers its window, and the milliseconds until it painted its first rows.
async fn start(desktop: &Desktop, program: &Path) -> Result<(Window, f64)> {
    let begun = Clock::Machine.now();
    let window = desktop.open(program).await?;
    let painted = page::first_rows(&window).await?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "milliseconds since 1970 are exact"
    )]
    let begun = begun.0 as f64;
    Ok((window, painted - begun))
}

/// Types letter by letter; answers the time from each key to the painted finding.
async fn search(window: &Window, field: page::Field) -> Result<Times> {
    let mut times = Times::default();
    window.click(field.css).await?;
    for typed in TYPED {
        for length in 1..=typed.len() {
            let so_far = typed.get(..length).unwrap_or(typed);
            let letter = so_far.get(length - 1..).unwrap_or_default();
            page::watch(window, field, so_far).await?;
            window.press(letter).await?;
            times.add(page::painted(window, field, so_far).await?);
        }
        for _ in 0..typed.len() {
            window.press("Backspace").await?;
        }
    }
    Ok(times)
}

fn id(name: &str) -> String {
    format!("[data-testid='{name}']")
}
