//! S-57: two hundred scripts in whatever people write about themselves, in every place that shows it: all of it stays
//! text.

use anyhow::{Context, Result, ensure};
use doorward_suite::cast::Person;
use doorward_suite::desktop::Desktop;
use doorward_suite::window::Window;
use doorward_suite::world::World;
use doorward_suite::world::cast::{OLGA, PASSWORD};
use doorward_suite::world::hostile::{OF_EACH, PAYLOADS};
use serde_json::json;

use crate::front_desk::{FrontDesk, id};

/// Notes whoever calls, and what the page's policy had to stop.
const TRAP: &str = "\
window.calls = 0;
window.faults = [];
window.canary = () => { window.calls += 1; };
for (const name of ['alert', 'confirm', 'prompt', 'eval']) window[name] = window.canary;
addEventListener('securitypolicyviolation', (event) => window.faults.push(`${event.violatedDirective} ${event.blockedURI}`));";

const CAUGHT: &str = "return { calls: window.calls, faults: window.faults }";

/// The park's own people who stand before some of them.
const OTHERS: usize = 16;

/// All about a request is there, and it can be approved.
const READY: &str = "[data-testid='approve']:not([disabled], [aria-disabled])";

const WHO_OLGA: Person = Person {
    name: OLGA.name,
    email: "olga.smirnova@pochta.example",
    password: PASSWORD,
    locale: "en",
};
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_57_a_script_in_what_people_write_stays_text() -> Result<()> {
    let mut world = World::under_attack().await?;
    let desktop = Desktop::start(world.server.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    let window = desk.window();
    window.element(&id("another-server")).await?;
    window.run(TRAP, vec![]).await?;
    desk.sign_in(WHO_OLGA, world.server.url()).await?;

    let mut shown = String::new();
    for (keys, list, panel) in [
        ("g r", "requests", READY),
        ("g p", "people", "[data-testid='person']"),
        ("g i", "invitations", "[data-testid='invitation-panel']"),
        ("g u", "history", "[data-testid='deed']"),
    ] {
        shown += &walks(window, keys, list, panel).await.context(list)?;
    }
    shown += &opens_layers(window).await?;
    shown += &changes_a_level(window).await?;
    world.server.kill();
    desk.is_offline().await?;
    shown += &works_offline(window).await?;
    let missing: Vec<&&str> = PAYLOADS.iter().filter(|it| !shown.contains(**it)).collect();
    ensure!(missing.is_empty(), "never shown: {missing:#?}");

    let caught = window.run(CAUGHT, vec![]).await?;
    ensure!(caught == json!({ "calls": 0, "faults": [] }), "{caught}");
    the_trap_works(window).await?;
    desk.close().await
}

/// Goes through a list row by row, and reads what is shown of each once its panel is there.
async fn walks(window: &Window, keys: &str, list: &str, panel: &str) -> Result<String> {
    window.press(keys).await?;
    window.element(&id(list)).await?;
    if list == "invitations" {
        // What came back is in a tab of its own.
        window.click(&id("tab-failed")).await?;
        window.element("[data-delivery='bounced']").await?;
    }
    let mut shown = String::new();
    if list != "requests" {
        // Nothing is open yet.
        window.press("j").await?;
    }
    for _ in 0..OF_EACH + OTHERS {
        settles(window).await?;
        window.element(panel).await?;
        shown += &reads(window).await?;
        window.press("j").await?;
    }
    Ok(shown)
}

/// The palette, the composer, the sheets, levels and settings.
async fn opens_layers(window: &Window) -> Result<String> {
    let mut shown = String::new();
    for steps in [
        ["press g l", "wait [data-testid='levels']"].as_slice(),
        &[
            "press g r",
            "press Ctrl+k",
            "wait [data-testid='palette']",
            "type canary",
        ],
        &[
            "press Escape",
            "press x j x",
            "wait [data-testid='bulk-panel']",
        ],
        &["press Escape", "press n", "wait [data-testid='composer']"],
        &[
            "press Escape",
            "press Ctrl+,",
            "wait [data-testid='language']",
        ],
    ] {
        for step in steps {
            window
                .take(step)
                .await
                .with_context(|| (*step).to_owned())?;
        }
        settles(window).await?;
        shown += &reads(window).await?;
    }
    Ok(shown)
}

/// The sheet that gives somebody another level, for the first one who has any.
async fn changes_a_level(window: &Window) -> Result<String> {
    window.press("g p").await?;
    window.element(&id("person-row")).await?;
    let can =
        "return document.querySelector('[data-testid=change-level]:not([aria-disabled])') !== null";
    for _ in 0..OF_EACH {
        window.press("j").await?;
        settles(window).await?;
        if window.run(can, vec![]).await? == true {
            window.press("e").await?;
            window.element(&id("change-level-sheet")).await?;
            let shown = reads(window).await?;
            window.press("Escape").await?;
            return Ok(shown);
        }
    }
    anyhow::bail!("nobody has a level to change")
}

/// Toasts and changes that wait name people, too.
async fn works_offline(window: &Window) -> Result<String> {
    let mut shown = String::new();
    window.press("g r").await?;
    for _ in 0..5 {
        window.element(READY).await?;
        window.press("a").await?;
        window.element(&id("toast")).await?;
        settles(window).await?;
        shown += &reads(window).await?;
    }
    window.press("g o").await?;
    window.element(&id("outbox-waiting")).await?;
    Ok(shown + &reads(window).await?)
}

async fn settles(window: &Window) -> Result<()> {
    let asked = "const done = arguments[0];\
        window.__TAURI_INTERNALS__.invoke('query', { request: { ask: 'session' } })\
          .then(() => requestAnimationFrame(() => requestAnimationFrame(done)));";
    window.run_async(asked, vec![]).await.map(drop)
}

async fn reads(window: &Window) -> Result<String> {
    let text = window
        .run("return document.body.textContent", vec![])
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// A script that does run is noted, and one that the policy stops is, too.
async fn the_trap_works(window: &Window) -> Result<()> {
    let stopped = "const done = arguments[0];\
        addEventListener('securitypolicyviolation', () => done(window.faults.length), { once: true });\
        canary();\
        document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=canary()>');";
    let faults = window.run_async(stopped, vec![]).await?;
    ensure!(faults.as_u64() > Some(0), "what is stopped is noted");
    let caught = window.run(CAUGHT, vec![]).await?;
    ensure!(caught["calls"] == 1, "who calls is noted, once: {caught}");
    Ok(())
}
