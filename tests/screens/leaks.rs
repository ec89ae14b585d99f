//! S-17: the secret of an invitation goes nowhere from the page it opens: not into the address bar, not back into the
//! history, not to another server, neither by what the page loads nor by a link that is followed from it.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Html;
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::chromium::Chromium;
use doorward_suite::house::House;
use doorward_suite::window::Window;
use doorward_suite::{http, ids, wait};
use serde_json::json;
use tokio::sync::Mutex;
use url::Url;

type Visits = Arc<Mutex<Vec<HeaderMap>>>;

/// Somebody else's website, which notes how it is visited.
async fn elsewhere() -> Result<(Visits, Url)> {
    let visits = Visits::default();
    let visited = async |State(visits): State<Visits>, headers: HeaderMap| {
        visits.lock().await.push(headers);
        Html("<title>Elsewhere</title><p id=here>Elsewhere")
    };
    let routes = Router::new().fallback(visited);
    let routes = routes.with_state(Arc::clone(&visits));
    // Cookies know hosts, and no ports.
    let listener = tokio::net::TcpListener::bind("127.0.0.2:0").await?;
    let url = format!("http://{}/", listener.local_addr()?).parse()?;
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok((visits, url))
}

/// Where everything that the page loaded came from.
async fn loaded(window: &Window) -> Result<Vec<Url>> {
    let script = "return performance.getEntries().map((it) => it.name)";
    let names = window.run(script, Vec::new()).await?;
    let names = names.as_array().context("entries")?.iter();
    Ok(names.filter_map(|it| it.as_str()?.parse().ok()).collect())
}

/// The page holds no secret, and loaded nothing from anywhere else.
async fn keeps_to_itself(window: &Window, house: &House, secret: &str) -> Result<()> {
    let url = window.url().await?;
    ensure!(url.path() == "/join" && url.query().is_none(), "{url}");
    for from in loaded(window).await? {
        let ours = from.origin() == house.server.url().origin();
        ensure!(ours || !from.has_host(), "{from} was asked for");
        ensure!(!from.as_str().contains(secret), "{from}");
    }
    let page = window.run("return document.documentElement.outerHTML", Vec::new());
    ensure!(!page.await?.to_string().contains(secret), "the page has it");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_17_the_secret_of_an_invitation_leaks_to_nobody_inv_8() -> Result<()> {
    let house = House::open().await?;
    let (visits, other) = elsewhere().await?;
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Member),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: Some(format!("See {other} before you come").try_into()?),
    };
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    let link = house.post.letter(ANNA.email, 1).await?.link("/j/")?;
    let secret = link.path().trim_start_matches("/j/");
    let answer = http::client(|it| it)?.get(link.clone()).send().await?;
    for (header, value) in [
        ("referrer-policy", "no-referrer"),
        ("cache-control", "no-store"),
    ] {
        let set = answer.headers().get(header).and_then(|it| it.to_str().ok());
        ensure!(set == Some(value), "{header}: {set:?}");
    }

    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    let first = house.server.url().join("/help")?;
    window.go_to(&first).await?;
    window.go_to(&link).await?;
    window.element("main button[value='continue']").await?;
    keeps_to_itself(&window, &house, secret).await?;
    let back = "history.back(); return null";
    window.run(back, Vec::new()).await?;
    let left = async || Ok((window.url().await? == first).then_some(()));
    wait::until("Back leads to the page before the letter", left).await?;

    // As a page would have a link in a text that somebody wrote.
    window.go_to(&link).await?;
    window.element("main button[value='continue']").await?;
    let put = "const a = document.createElement('a'); a.href = arguments[0]; a.id = 'out'; a.text = 'Out'; \
               document.querySelector('main').prepend(a); return null";
    window.run(put, vec![json!(other.as_str())]).await?;
    window.click("#out").await?;
    window.element("#here").await?;
    let visit = visits.lock().await.first().cloned().context("a visit")?;
    ensure!(visit.get("referer").is_none(), "{visit:?}");

    window.go_to(&link).await?;
    window.click("main button[value='continue']").await?;
    window.fill("input[name='name']", ANNA.name).await?;
    window.fill("input[name='password']", ANNA.password).await?;
    window
        .click("form:has(input[name='password']) button.primary")
        .await?;
    window.click("main button[value='accept']").await?;
    window.is_gone("main button[value='accept']").await?;
    let at_the_end: Vec<Url> = loaded(&window).await?;
    let ours = |it: &Url| it.origin() == house.server.url().origin() || !it.has_host();
    ensure!(at_the_end.iter().all(ours), "{at_the_end:?}");
    for visit in visits.lock().await.iter() {
        let said = format!("{visit:?}");
        ensure!(!said.contains(secret), "{said}");
    }
    window.close().await
}
