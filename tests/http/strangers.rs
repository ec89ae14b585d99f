//! What belongs to another organisation, another account or another device is the same as what does not exist.

use anyhow::{Context, Result, ensure};
use doorward_protocol::Code;
use doorward_suite::api::Request;
use doorward_suite::cast::OLGA;
use doorward_suite::samples;
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::Ground;
use crate::routes::routes;

#[tokio::test]
async fn another_organisation_is_the_same_as_none() -> Result<()> {
    let ground = Ground::lay().await?;
    let unknown = samples::id(4242);
    let inside = format!("/v1/organisations/{}", ground.house.organisation);
    for route in routes(&ground)
        .await?
        .into_iter()
        .filter(|route| route.path.starts_with(&inside))
    {
        let body = json!({ "commands": [] });
        let request = |path: &str| {
            let request = Request::new(route.method.clone(), path).by(&ground.erik);
            if route.takes_json {
                request.json(&body)
            } else {
                request
            }
        };
        let foreign = ground
            .refuses(
                "a foreign organisation",
                request(&route.path),
                Code::NotFound,
            )
            .await?;
        let path = route.path.replace(&ground.house.organisation, &unknown);
        let none = ground
            .refuses("no organisation", request(&path), Code::NotFound)
            .await?;
        ensure!(
            foreign == none,
            "nobody can tell a foreign organisation from none: {foreign:?} {none:?}"
        );
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_cursor_counts_only_for_whom_it_was_made() -> Result<()> {
    let ground = Ground::lay().await?;
    let feed = ground.path("/changes");
    let page: Value = ground.api.get(&feed, &ground.olga).await?;
    let cursor = page["cursor"].as_str().context("a page has a cursor")?;
    let other_device = ground.api.sign_in(OLGA).await?;
    let erik_feed = format!("/v1/organisations/{}/changes", ground.erik_house);
    let mut forged = cursor.to_owned();
    let last = if forged.ends_with('A') { 'B' } else { 'A' };
    forged.pop();
    forged.push(last);

    for (name, path, token, cursor) in [
        ("another device", &feed, &other_device, cursor),
        (
            "another organisation and account",
            &erik_feed,
            &ground.erik,
            cursor,
        ),
        ("a forged cursor", &feed, &ground.olga, &*forged),
        ("no cursor at all", &feed, &ground.olga, "latest"),
        (
            "a cursor of the own feed",
            &"/v1/me/changes".to_owned(),
            &ground.olga,
            cursor,
        ),
    ] {
        let request = Request::new(Method::GET, &format!("{path}?cursor={cursor}")).by(token);
        ground.refuses(name, request, Code::BadCursor).await?;
    }
    let page: Value = ground
        .api
        .get(&format!("{feed}?cursor={cursor}"), &ground.olga)
        .await?;
    ensure!(
        page["records"] == json!([]),
        "the right one goes on where it ended: {page:#}"
    );
    Ok(())
}

#[tokio::test]
async fn another_persons_device_is_the_same_as_none() -> Result<()> {
    let ground = Ground::lay().await?;
    let devices: Value = ground.api.get("/v1/me/devices", &ground.erik).await?;
    let text = devices.to_string();
    let id = text
        .split('"')
        .find(|word| uuid::Uuid::parse_str(word).is_ok())
        .context("a device has an id")?;
    for id in [id, &samples::id(4243)] {
        let request =
            Request::new(Method::DELETE, &format!("/v1/me/devices/{id}")).by(&ground.olga);
        ground
            .refuses("a device of somebody else", request, Code::NotFound)
            .await?;
    }
    let again: Value = ground.api.get("/v1/me/devices", &ground.erik).await?;
    ensure!(again.to_string().contains(id), "Erik is still signed in");
    Ok(())
}

#[tokio::test]
async fn wrong_passwords_and_unknown_addresses_sound_the_same_s_43() -> Result<()> {
    let ground = Ground::lay().await?;
    let mut replies = Vec::new();
    for (email, password) in [
        (OLGA.email, "not-her-password-at-all"),
        ("nobody@example.org", OLGA.password),
    ] {
        let body = json!({ "email": email, "password": password, "device_name": "Suite" });
        let request = Request::new(Method::POST, "/v1/sessions").json(&body);
        replies.push(
            ground
                .refuses("a sign-in that fails", request, Code::SignInFailed)
                .await?,
        );
    }
    ensure!(
        replies[0] == replies[1],
        "nobody learns who has an account: {replies:?}"
    );
    ground.is_untouched().await
}
