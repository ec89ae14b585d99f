//! The pages: forms from elsewhere, links that are none, and hosts that nobody serves.

use anyhow::{Result, ensure};
use doorward_protocol::Code;
use doorward_suite::api::Request;
use reqwest::Method;

use crate::ground::Ground;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_form_from_a_foreign_page_changes_nothing() -> Result<()> {
    let ground = Ground::lay().await?;
    let community = format!("/c/{}", ground.house.organisation);
    for path in [
        "/sign-up",
        "/sign-in",
        "/sign-out",
        "/forgot",
        "/reset",
        "/confirm",
        "/join",
        "/request",
        "/me",
        &community,
    ] {
        for (header, value) in [
            ("origin", "https://evil.example"),
            ("sec-fetch-site", "cross-site"),
            ("origin", "null"),
        ] {
            let request = Request::new(Method::POST, path)
                .header("content-type", FORM)
                .header(header, value);
            let reply = ground.api.send(request.bytes("name=x")).await?;
            ensure!(
                reply.status == 403,
                "{path} by {header}: {value} answered {}: {}",
                reply.status,
                reply.body
            );
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_link_that_is_none_leads_nowhere() -> Result<()> {
    let ground = Ground::lay().await?;
    for path in [
        "/j/nothing",
        "/j/iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/confirm?token=cAAAA",
        "/reset",
        "/reset/rAAAA",
        "/c/nothing",
        "/nothing",
    ] {
        let reply = ground.api.send(Request::new(Method::GET, path)).await?;
        ensure!(
            (400..500).contains(&reply.status),
            "{path} answered {}",
            reply.status
        );
        ensure!(
            !reply.body.contains("panic"),
            "{path} says nothing of the inside"
        );
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_host_that_nobody_serves_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    for host in ["evil.example", "localhost.evil.example"] {
        let request = Request::new(Method::GET, "/v1/me")
            .by(&ground.olga)
            .header("host", host);
        ground
            .refuses("another host", request, Code::UnknownHost)
            .await?;
    }
    ground.is_untouched().await
}
