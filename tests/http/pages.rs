//! The pages: forms from elsewhere, and links that are none.

use anyhow::{Result, ensure};
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
        "/with",
        "/join",
        "/request",
        "/me",
        "/me/notices",
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
        "/with/nothing",
        "/with/nothing/back?code=x&state=x",
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

/// Every route that takes a form, with a form that would do something for whoever may.
fn forms(ground: &Ground) -> [(String, &'static str); 12] {
    let community = format!("/c/{}", ground.house.organisation);
    let of = |path: &str, form| (path.to_owned(), form);
    [
        of(
            "/sign-up",
            "name=Nora&email=nora@example.net&password=seven-tall-white-doors",
        ),
        of("/sign-in", SIGN_IN),
        of("/sign-out", ""),
        of("/forgot", "email=olga@example.org"),
        of("/reset", "password=seven-tall-white-doors"),
        of("/confirm", ""),
        of("/with", "name=Nora%20Tamm&password=seven-tall-white-doors"),
        of("/join", "do=continue"),
        of("/request", "community="),
        of("/me", "do=cancel"),
        of("/me/notices", "until=1900000000000"),
        (community, "position=Porter"),
    ]
}

const SIGN_IN: &str = "email=olga@example.org&password=seven-tall-white-doors";

fn own_form(path: &str) -> Request {
    Request::new(Method::POST, path).header("sec-fetch-site", "same-origin")
}

#[tokio::test]
async fn a_form_that_is_none_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    for (path, form) in forms(&ground) {
        let large = format!("{form}&name={}", "x".repeat(2 * 1024 * 1024));
        for (fault, kind, body, status) in [
            ("JSON", "application/json", "{}".to_owned(), 415),
            ("a large form", FORM, large, 413),
        ] {
            let request = own_form(&path).header("content-type", kind).bytes(body);
            let reply = ground.api.send(request).await?;
            ensure!(
                reply.status == status,
                "{path} with {fault} answered {}: {}",
                reply.status,
                reply.body
            );
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_form_with_a_field_too_many_or_too_few_changes_nothing_s_02() -> Result<()> {
    let ground = Ground::lay().await?;
    for (path, form) in forms(&ground) {
        let unknown = own_form(&path)
            .header("content-type", FORM)
            .bytes(format!("{form}&level=owner"));
        let reply = ground.api.send(unknown).await?;
        // Who is not signed in, or has followed no link, is told so before the form is read.
        let needs_more = matches!(
            &*path,
            "/reset" | "/join" | "/request" | "/me" | "/me/notices"
        ) || path.starts_with("/c/");
        ensure!(
            reply.status == 422 || needs_more && reply.status < 500,
            "{path} with a field of its own answered {}",
            reply.status
        );
        let empty = own_form(&path).header("content-type", FORM);
        let reply = ground.api.send(empty).await?;
        ensure!(
            reply.status < 500,
            "{path} with nothing answered {}",
            reply.status
        );
    }
    ground.is_untouched().await
}
