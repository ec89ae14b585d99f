//! The bell on the pages and the bell on a device are one: what is read on either is read on both (RULES 7).

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Mine, MyNotice, MyRecord, ReadNotices};
use doorward_suite::api::{Api, Request};
use doorward_suite::browser::{Browser, Page};
use doorward_suite::cast::{ANNA, OLGA, STEFAN};
use doorward_suite::house::House;
use reqwest::Method;

/// What Olga's device is told of the bell that is unread.
async fn unread(api: &Api, token: &str) -> Result<Vec<MyNotice>> {
    let page: Mine = api.get("/v1/me/changes", token).await?;
    let notices = page.records.into_iter().filter_map(|sent| {
        let MyRecord::Notice(it) = sent.record else {
            return None;
        };
        (!it.read).then_some(it)
    });
    Ok(notices.collect())
}

/// How much is unread, as the page says beside the bell.
fn badge(page: &Page) -> Result<usize> {
    let Some((_, rest)) = page
        .html
        .split_once("<span class=\"count\" aria-hidden=\"true\">")
    else {
        ensure!(page.html.contains("class=\"bell\""), "the page has a bell");
        return Ok(0);
    };
    let count = rest.split('<').next().context("a count")?;
    Ok(count.parse()?)
}

#[tokio::test]
async fn what_is_read_on_a_page_is_read_on_the_device_and_the_other_way_round_rules_7() -> Result<()>
{
    let house = House::open().await?;
    house.take_requests().await?;
    for person in [STEFAN, ANNA] {
        house.asks_to_join(person).await?;
    }
    house.post_is_quiet().await?;
    let api = Api::at(house.server.url())?;
    let token = api.sign_in(OLGA).await?;
    let browser = Browser::open(OLGA.locale)?;
    let at = |path: &str| house.server.url().join(path);
    let page = browser.open_page(&at("/sign-in")?).await?;
    let form = page.form("form:has(input[name=password])")?;
    let form = form
        .with("email", OLGA.email)?
        .with("password", OLGA.password)?;
    let page = browser.send_form(&form).await?.ok()?;

    let told = unread(&api, &token).await?;
    ensure!(told.len() == 2, "of each request: {told:?}");
    ensure!(badge(&page)? == 2);
    let one = ReadNotices {
        notices: told.iter().take(1).map(|it| it.id).collect(),
    };
    let read = Request::new(Method::POST, "/v1/me/notices/read").by(&token);
    let reply = api.send(read.json(&serde_json::to_value(&one)?)).await?;
    ensure!(reply.status == 204, "{}", reply.body);
    let page = browser.open_page(&at("/me/notices")?).await?.ok()?;
    ensure!(badge(&page)? == 1, "what the device read");
    ensure!(
        unread(&api, &token).await?.len() == 1,
        "looking reads nothing"
    );

    let form = page.form("form.all")?;
    let page = browser.send_form(&form).await?.ok()?;
    ensure!(badge(&page)? == 0, "what the page read");
    let left = unread(&api, &token).await?;
    ensure!(left.is_empty(), "on the device, too: {left:?}");
    house.server.ensure_no_errors()
}
