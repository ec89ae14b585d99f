//! The public member list on another website: a page of another origin in real Chromium shows it, under a policy of its
//! own, and what members write stays text (BEL-4, BEL-5, MAIL-1).

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use doorward_domain::{Command, MembershipId, Name, Record, SetPosition, SetVisibility};
use doorward_suite::cast::OLGA;
use doorward_suite::chromium::Chromium;
use doorward_suite::house::House;
use doorward_suite::wait;
use url::Url;

/// What a member's position might try.
const POSITION: &str = "<img src=x onerror=window.stolen=1>";

/// What the page shows once both lists are there.
const SHOWN: &str = "\
const first = document.querySelector('[data-doorward-members]').shadowRoot;
const own = document.querySelector('#own .mine');
return first && own && first.querySelector('li')
  ? { first: first.querySelector('li').textContent, link: first.querySelector('a').href, own: own.textContent,
      pictures: document.querySelectorAll('img').length + first.querySelectorAll('img').length,
      stolen: window.stolen ?? 0, origin: location.origin }
  : null;";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_of_another_origin_shows_the_public_members_bel_4_bel_5() -> Result<()> {
    let house = House::open().await?;
    let own = own_membership(&house).await?;
    let visible = SetVisibility {
        membership: own,
        visible: true,
    };
    house.command(OLGA, Command::SetVisibility(visible)).await?;
    let position = SetPosition {
        membership: own,
        position: Some(Name::try_from(POSITION.to_owned())?),
    };
    house.command(OLGA, Command::SetPosition(position)).await?;
    let site = site(house.server.url(), &house.organisation).await?;
    ensure!(
        site.origin() != house.server.url().origin(),
        "another origin"
    );
    let chromium = Chromium::start().await?;
    let window = chromium.open("en").await?;
    window.go_to(&site).await?;
    let shown = wait::until("both lists are there", async || {
        let shown = window.run(SHOWN, Vec::new()).await?;
        Ok((!shown.is_null()).then_some(shown))
    })
    .await?;
    let text = |name: &str| shown[name].as_str().unwrap_or_default().to_owned();
    for list in ["first", "own"] {
        ensure!(text(list).contains(OLGA.name), "{list}: {shown}");
    }
    ensure!(
        text("link").starts_with(house.server.url().as_str()),
        "{shown}"
    );
    ensure!(shown["stolen"] == 0, "nothing ran: {shown}");
    ensure!(shown["pictures"] == 0, "text stays text: {shown}");
    window.close().await
}

async fn own_membership(house: &House) -> Result<MembershipId> {
    let records = house.records(OLGA).await?;
    let own = records.into_iter().find_map(|sent| {
        let Record::Membership(row) = sent.record else {
            return None;
        };
        Some(row.id)
    });
    own.context("Olga is a member")
}

/// A website of somebody else, with the widget in it twice.
async fn site(server: &Url, organisation: &str) -> Result<Url> {
    let server = server.as_str().trim_end_matches('/').to_owned();
    let policy = format!("default-src 'none'; script-src 'self' {server}; connect-src {server}");
    let page = format!(
        "<!doctype html><title>Club</title><div data-doorward-members=\"{organisation}\"></div><div id=\"own\"></div>\
         <script src=\"{server}/widget/members.v1.js\"></script><script src=\"/own.js\"></script>"
    );
    let script = format!(
        "doorward.organisationMembers({{ organisationId: '{organisation}', elementId: 'own', \
         template: '<p class=\"mine\"><a href=\"{{{{url}}}}\">{{{{name}}}}</a> {{{{position}}}}</p>' }});"
    );
    let page = (
        [
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()),
        ],
        page,
    );
    let script = ([(header::CONTENT_TYPE, "text/javascript")], script);
    let routes = Router::new()
        .route("/", get(move || async { page.into_response() }))
        .route("/own.js", get(move || async { script.into_response() }));
    let listener = tokio::net::TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Ok(Url::parse(&format!("http://{address}/"))?)
}
