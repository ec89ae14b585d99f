//! Deciding many requests, comparing, and keeping views of the work list, by the keyboard alone.

use anyhow::{Context, Result, ensure};
use doorward_suite::window::Window;
use serde_json::json;

use crate::shown::Shown;

/// What an element says, and which level is chosen in it.
const NAME: &str = "return document.querySelector(arguments[0]).textContent";
const LEVEL: &str = "return document.querySelector(arguments[0]).selectedOptions[0].text";

/// The window with the work list in it, drawn and still.
async fn work_list() -> Result<Shown> {
    let shown = Shown::at("/requests").await?;
    shown.window.element("[data-testid='person']").await?;
    shown.window.settles().await?;
    Ok(shown)
}

/// Goes on by the tabulator until the focus is there.
async fn tabs_to(window: &Window, css: &str) -> Result<()> {
    const IS_THERE: &str = "return document.activeElement?.matches(arguments[0]) ?? false";
    for _ in 0..80 {
        if window.run(IS_THERE, vec![json!(css)]).await? == json!(true) {
            return Ok(());
        }
        window.press("Tab").await?;
    }
    anyhow::bail!("the keyboard does not come to {css}")
}

/// Ticks the first requests of the list; answers the addresses of their rows.
async fn ticks(window: &Window, count: usize) -> Result<Vec<String>> {
    const ROWS: &str =
        "return [...document.querySelectorAll(\"[data-testid='request']\")].map((row) => row.id)";
    let rows = window.run(ROWS, vec![]).await?;
    let rows = rows.as_array().context("there are rows")?;
    ensure!(rows.len() > count, "more wait than are decided");
    window.press("Home").await?;
    for at in 0..count {
        window.press(if at == 0 { "x" } else { "j x" }).await?;
    }
    window.element("[data-testid='bulk-panel']").await?;
    let ids = rows.iter().take(count).filter_map(|row| row.as_str());
    Ok(ids.map(|id| format!("[id='{id}']")).collect())
}

/// Gives a view a name, in place of the one that is proposed.
async fn calls_it(window: &Window, name: &str) -> Result<()> {
    window.element("[id='view-name']:focus").await?;
    window.press("Ctrl+a").await?;
    window.types(name).await?;
    window.press("Enter").await
}

/// What the toast says, once it says how many.
async fn is_told(window: &Window, said: &str) -> Result<()> {
    let told = window.reads("[data-testid='toast'] p", said, |text| text.contains(said));
    told.await.map(drop)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn three_are_approved_by_key_and_one_of_them_at_another_level() -> Result<()> {
    let mut shown = work_list().await?;
    let window = &shown.window;
    let rows = ticks(window, 3).await?;
    let second = "[data-testid='bulk-people'] li:nth-child(2)";
    tabs_to(window, &format!("{second} select")).await?;
    window.press("End").await?;
    window.element(&format!("{second}.exception")).await?;
    window
        .element("[data-testid='bulk-summary'] p:nth-of-type(2)")
        .await?;
    let read = async |css: &str, script: &str| -> Result<String> {
        let read = window.run(script, vec![json!(css)]).await?;
        Ok(read.as_str().context("it says something")?.to_owned())
    };
    let name = read(&format!("{second} .name"), NAME).await?;
    let level = read(&format!("{second} select"), LEVEL).await?;
    tabs_to(window, "[data-testid='approve-many']").await?;
    window.press("Enter").await?;
    is_told(window, "Approved 3 people.").await?;
    for row in &rows {
        window.is_gone(row).await?;
    }
    shown.go_to("/offline").await?;
    let given = format!("{name}, {level}");
    let outbox = "[data-region='list']";
    let said = shown.window.reads(outbox, &given, |text| {
        text.contains(&name) && text.contains(&level)
    });
    said.await?;
    shown.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_are_declined_by_key_for_one_reason() -> Result<()> {
    let shown = work_list().await?;
    let window = &shown.window;
    let rows = ticks(window, 2).await?;
    window.press("r").await?;
    window
        .element("[data-testid='reason-not-ours']:focus")
        .await?;
    window.press("Down").await?;
    window
        .element("[data-testid='reason-duplicate']:checked")
        .await?;
    window.press("Enter").await?;
    is_told(window, "Declined 2 requests.").await?;
    for row in &rows {
        window.is_gone(row).await?;
    }
    shown.close().await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_is_compared_by_key_with_somebody_who_is_known() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let anna = shown.membership("anna.sokolova")?;
    shown.go_to(&format!("/requests/{anna}")).await?;
    let window = &shown.window;
    window.element("[data-testid='similar']").await?;
    window.settles().await?;
    tabs_to(window, "[data-testid='compare']").await?;
    window.press("Enter").await?;
    let sheet = "[data-testid='compare-sheet']";
    let both = window.reads(sheet, "the addresses of both", |text| {
        text.contains("anna.sokolova@pochta.example") && text.contains("a.sokolova@mail.example")
    });
    both.await?;
    window.press("Escape").await?;
    window.is_gone(sheet).await?;
    window.element("[data-testid='compare']:focus").await?;
    window.press("Enter").await?;
    tabs_to(window, "[data-testid='compare-open']").await?;
    window.press("Enter").await?;
    window.element("[data-testid='person-row']").await?;
    shown.close().await
}

/// The message stays when the language is switched, in the new one.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_done_is_said_anew_in_another_language() -> Result<()> {
    const SPEAK: &str = "return fetch('/ipc/act', {\
        method: 'POST', headers: { 'content-type': 'application/json' },\
        body: JSON.stringify({ do: 'set_locale', locale: 'ru' }),\
    }).then((reply) => reply.ok)";
    let shown = work_list().await?;
    let window = &shown.window;
    window.press("a").await?;
    is_told(window, "Approved").await?;
    window.run(SPEAK, vec![]).await?;
    let cyrillic = |text: &str| text.chars().any(|letter| ('а'..='я').contains(&letter));
    let told = window.reads("[data-testid='toast'] p", "Russian", |text| {
        cyrillic(text) && !text.contains("Approved")
    });
    told.await?;
    shown.close().await
}

/// A narrowed work list is kept under a name from the palette, called otherwise, gone to, and forgotten.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_view_of_the_work_list_is_kept_renamed_gone_to_and_forgotten() -> Result<()> {
    let mut shown = work_list().await?;
    shown.go_to("/requests?show=week&search=an").await?;
    let window = &shown.window;
    let view = "[data-testid='saved-views'] a";
    let named = "[data-testid='saved-views'] .name";
    window.element("[data-testid='save-view']").await?;
    window.press("Ctrl+k").await?;
    window
        .element("[data-testid='palette-input']:focus")
        .await?;
    window.types("save view").await?;
    window
        .element("[data-testid='palette-item'][data-selected]")
        .await?;
    window.press("Enter").await?;
    calls_it(window, "Long enough").await?;
    let is_named = async |name: &str| window.reads(named, name, |text| text == name).await;
    is_named("Long enough").await?;
    window
        .element(&format!("{view}[aria-current='page']"))
        .await?;

    tabs_to(window, "[data-testid='kept-view']").await?;
    window.press("Enter").await?;
    window
        .element("[data-testid='rename-view'][data-highlighted]")
        .await?;
    window.press("Enter").await?;
    calls_it(window, "Too long").await?;
    is_named("Too long").await?;

    shown.go_to("/people").await?;
    let window = &shown.window;
    window.element("[data-testid='person-row']").await?;
    window.press("Ctrl+k").await?;
    window
        .element("[data-testid='palette-input']:focus")
        .await?;
    window.types("too long").await?;
    window.press("Enter").await?;
    window
        .element("[data-testid='part-week'][aria-pressed='true']")
        .await?;
    ensure!(
        window.url().await?.as_str().contains("search=an"),
        "the question is the one that was kept"
    );
    tabs_to(window, "[data-testid='kept-view']").await?;
    window.press("Enter").await?;
    window
        .element("[data-testid='rename-view'][data-highlighted]")
        .await?;
    window.press("Down Enter").await?;
    window.is_gone(view).await?;
    window.press("z").await?;
    window.element(view).await?;
    shown.close().await
}

/// Why somebody is declined, as the device has it.
const REASON: &str = "\
const ask = (question) => fetch('/ipc/query', {\
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question),\
}).then((reply) => reply.json());\
const [membership, done] = arguments;\
const find = async () => {\
  const { organisations } = await ask({ ask: 'session' });\
  const [{ id }] = organisations;\
  return (await ask({ ask: 'request', organisation: id, membership })).reason;\
};\
find().then(done, (error) => done(String(error)));";

/// `UI_SPEC` 7.1: a reason that nobody changed is read by everybody in their own language, and one that somebody wrote
/// as it was written.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_are_declined_each_in_their_own_language() -> Result<()> {
    let mut shown = Shown::at("/requests").await?;
    let stefan = shown.membership("stefan.branza")?;
    let anna = shown.membership("anna.sokolova")?;
    for whom in [stefan, anna] {
        shown.go_to(&format!("/requests/{whom}")).await?;
        let selected = format!("[id='request-{whom}'][aria-current='true']");
        shown.window.element(&selected).await?;
        shown.window.press("x").await?;
    }
    let window = &shown.window;
    window.element("[data-testid='bulk-panel']").await?;
    window.settles().await?;
    window.press("r").await?;
    let says = "[data-testid='decline-says']";
    window
        .reads(says, "that each reads it in their language", |text| {
            text.contains("own language")
        })
        .await?;
    window
        .element("[data-testid='reason-not-ours']:focus")
        .await?;
    window.press("Enter").await?;
    is_told(window, "Declined 2 requests.").await?;
    for (whom, part) in [(stefan, "angajații noștri"), (anna, "сотрудник")] {
        let reason = window.run_async(REASON, vec![json!(whom)]).await?;
        let reason = reason.as_str().context("a reason")?.to_lowercase();
        ensure!(reason.contains(part), "{whom} reads: {reason}");
    }
    shown.close().await
}

/// Nobody else takes the place of somebody whom an address names and who is shown here no more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_address_of_somebody_who_is_not_shown_opens_nobody_else_to_be_decided() -> Result<()> {
    const PRESSED: &str = "const key = { key: 'a', code: 'KeyA', bubbles: true }; \
        const press = () => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', key)); \
        addEventListener('hashchange', press, { once: true }); \
        location.hash = arguments[0];";
    let shown = work_list().await?;
    let window = &shown.window;
    let rows = "return document.querySelector(\"[data-testid='request']\").ariaSetSize";
    let before = window.run(rows, vec![]).await?;
    let nobody = "#/requests/00000000-0000-4000-8000-00000000abcd";
    window.run(PRESSED, vec![json!(nobody)]).await?;
    is_told(window, "no longer shown to you").await?;
    ensure!(
        window.run(rows, vec![]).await? == before,
        "nobody was decided"
    );
    window.press("a").await?;
    is_told(window, "Approved").await?;
    shown.close().await
}
