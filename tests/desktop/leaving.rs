//! S-58: the window leaves the application for nothing, whatever a page tries; and only a link that leads into an
//! organisation goes to the system's browser, after somebody pressed for it.

use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;

use anyhow::{Result, ensure};
use doorward_suite::desktop::Desktop;
use doorward_suite::wait;
use doorward_suite::window::Window;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use url::Url;

use crate::front_desk::{FrontDesk, id};

/// Ways for a page to leave; each is a function of the address.
const WAYS: &[&str] = &[
    "location.href = to",
    "location.assign(to)",
    "location.replace(to)",
    "window.open(to)",
    "window.open(to, '_self')",
    "window.open(to, '_top', 'noopener')",
    "link({}).click()",
    "link({ target: '_blank' }).click()",
    "link({ target: '_top' }).click()",
    "link({ download: 'x' }).click()",
    "link({ ping: to, href: '#/' }).click()",
    "form({ method: 'get' }).submit()",
    "form({ method: 'post' }).submit()",
    "form({ method: 'post', target: '_blank' }).submit()",
    "put('meta', { httpEquiv: 'refresh', content: `0;url=${to}` })",
    "put('iframe', { src: to })",
    "put('object', { data: to })",
    "put('embed', { src: to })",
    "put('img', { src: to })",
    "put('script', { src: to })",
    "put('link', { rel: 'stylesheet', href: to })",
    "put('link', { rel: 'prefetch', href: to })",
    "put('base', { href: to })",
    "drop()",
    "fetch(to, { mode: 'no-cors' }).catch(() => {})",
    "navigator.sendBeacon(to)",
    "new WebSocket(to.replace(/^http/, 'ws'))",
    "new EventSource(to)",
];

/// What the ways are made of. Whatever throws has left for nothing, too.
const TRY: &str = "\
const [way, to] = arguments;
const put = (name, has) => document.body.appendChild(Object.assign(document.createElement(name), has));
const link = (has) => put('a', { href: to, ...has });
const form = (has) => put('form', { action: to, ...has });
const drop = () => {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/uri-list', to);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }
};
try { (WAYS)[way](); } catch {}";

/// Answers once the program has answered a question: what was tried before is decided by then.
const ROUND: &str = "\
const done = arguments[0];
const invoke = window.__TAURI_INTERNALS__.invoke;
invoke('query', { request: { ask: 'session' } }).then(() => requestAnimationFrame(() => done(true)), () => done(false));";

/// What must still be there.
const HERE: &str =
    "return { marked: window.marked === true, stolen: window.stolen ?? 0, at: location.origin }";

/// Somewhere else, on this computer, that notes what it is asked. Engines connect ahead of what they are then forbidden
/// to ask for; nothing is told by that.
struct Elsewhere {
    url: Url,
    asked: watch::Receiver<Vec<String>>,
}

impl Elsewhere {
    async fn open() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = Url::parse(&format!("http://{}/", listener.local_addr()?))?;
        let (noted, asked) = watch::channel(Vec::new());
        let noted = Arc::new(noted);
        tokio::spawn(async move {
            while let Ok((mut visitor, _)) = listener.accept().await {
                let noted = Arc::clone(&noted);
                tokio::spawn(async move {
                    let mut bytes = [0; 256];
                    if let Ok(count @ 1..) = visitor.read(&mut bytes).await {
                        let said = String::from_utf8_lossy(&bytes[..count]).into_owned();
                        noted.send_modify(|asked| asked.push(said));
                    }
                });
            }
        });
        Ok(Self { url, asked })
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_58_the_window_leaves_the_app_for_nothing() -> Result<()> {
    let elsewhere = Elsewhere::open().await?;
    let desktop = Desktop::start(&elsewhere.url).await?;
    let desk = FrontDesk::open(&desktop).await?;
    let window = desk.window();
    window.element(&id("another-server")).await?;
    window
        .run(
            "window.marked = true; window.steal = () => (window.stolen = 1)",
            vec![],
        )
        .await?;
    let targets = [
        elsewhere.url.as_str(),
        "https://evil.example/",
        "http://tauri.evil.example/",
        "file:///etc/passwd",
        "javascript:steal()",
        "data:text/html,<script>parent.steal()</script>",
        "doorward://join/x",
    ];
    let ways: Vec<String> = WAYS.iter().map(|way| format!("() => {way}")).collect();
    let script = TRY.replace("WAYS", &format!("[{}]", ways.join(", ")));
    for to in targets {
        for (at, way) in WAYS.iter().enumerate() {
            window.run(&script, vec![json!(at), json!(to)]).await?;
            stays(window)
                .await
                .map_err(|error| error.context(format!("{way} to {to}")))?;
        }
    }
    ensure!(window.windows().await? == 1, "no window was opened");
    let mut asked = elsewhere.asked.clone();
    ensure!(asked.borrow().is_empty(), "{:?}", *asked.borrow());
    // Whoever does come is noted.
    let mut visitor = TcpStream::connect(elsewhere.url.socket_addrs(|| None)?[0]).await?;
    visitor.write_all(b"GET / HTTP/1.1").await?;
    let noted = asked.wait_for(|asked| asked.len() == 1);
    tokio::time::timeout(wait::DEADLINE, noted).await??;
    desk.close().await
}

async fn stays(window: &Window) -> Result<()> {
    ensure!(
        window.run_async(ROUND, vec![]).await? == true,
        "the app answers"
    );
    let here = window.run(HERE, vec![]).await?;
    let expected = json!({ "marked": true, "stolen": 0, "at": "tauri://localhost" });
    ensure!(here == expected, "the page is {here}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_58_only_links_that_lead_in_go_to_the_browser_after_a_click() -> Result<()> {
    const SECRET: &str = "iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    let elsewhere = Elsewhere::open().await?;
    let desktop = Desktop::start(&elsewhere.url).await?;
    let opened = desktop.programs().join("opened");
    let browser = desktop.programs().join("xdg-open");
    std::fs::write(
        &browser,
        format!("#!/bin/sh\necho \"$1\" >>'{}'\n", opened.display()),
    )?;
    std::fs::set_permissions(&browser, PermissionsExt::from_mode(0o755))?;
    let desk = FrontDesk::open(&desktop).await?;
    let window = desk.window();
    window.click(&id("back")).await?;
    window.click(&id("first-link")).await?;
    for link in [
        format!("http://evil.example/j/{SECRET}"),
        format!("https://evil.example/elsewhere/{SECRET}"),
        "https://evil.example/".into(),
        "file:///etc/passwd".into(),
        "javascript:steal()".into(),
        "-n".into(),
    ] {
        window.fill(&id("link"), &link).await?;
        window.click(&id("link-submit")).await?;
        let refused = format!("{} [aria-invalid='true']", id("open-link"));
        window.element(&refused).await?;
        ensure!(!opened.exists(), "{link} was opened");
    }
    let good = format!("https://door.example.ee/j/{SECRET}");
    window.fill(&id("link"), &good).await?;
    ensure!(!opened.exists(), "nothing is opened before the click");
    window.click(&id("link-submit")).await?;
    let said = wait::until("the browser is started", async || {
        let said = std::fs::read_to_string(&opened).unwrap_or_default();
        Ok(said.ends_with('\n').then_some(said))
    })
    .await?;
    ensure!(said.trim() == good, "it was given {said}");
    desk.close().await
}
