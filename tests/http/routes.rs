//! Every route that the OpenAPI document names, wrong in every way that does not depend on what it does.

use anyhow::{Context, Result, ensure};
use doorward_domain::Locale;
use doorward_protocol::{
    Code, NewAccount, OLDEST_SERVED, PROTOCOL_HEADER, Proof, Push, ReadNotices, SignIn,
};
use doorward_suite::api::Request;
use reqwest::Method;
use serde_json::Value;

use crate::ground::Ground;

/// A route of the API.
#[derive(Debug, Clone)]
pub struct Route {
    pub method: Method,
    /// With ids of Olga's organisation and of nothing else filled in.
    pub path: String,
    /// Whether it takes a JSON body.
    pub takes_json: bool,
    /// Whether it needs a session.
    pub needs_session: bool,
}

/// Every route of the API, read from the server's own document.
pub async fn routes(ground: &Ground) -> Result<Vec<Route>> {
    let document: Value = ground
        .api
        .send(Request::new(Method::GET, "/openapi.json"))
        .await?
        .success()?;
    let mut routes = Vec::new();
    for (template, methods) in document["paths"]
        .as_object()
        .context("the document has paths")?
    {
        if !template.starts_with("/v1/") {
            continue;
        }
        for (method, operation) in methods.as_object().context("a path has methods")? {
            let Ok(method) = method.to_uppercase().parse::<Method>() else {
                continue;
            };
            routes.push(Route {
                takes_json: operation["requestBody"]["content"]["application/json"].is_object(),
                needs_session: !template.starts_with("/v1/public/")
                    && !matches!(
                        (&method, &**template),
                        (&Method::POST, "/v1/accounts" | "/v1/sessions")
                    ),
                path: filled_in(template, &ground.house.organisation),
                method,
            });
        }
    }
    ensure!(
        routes.len() >= 12,
        "the document names the routes: {routes:?}"
    );
    Ok(routes)
}

/// A body that the route takes.
pub fn sample(route: &Route) -> Result<Value> {
    let sample = match route.path.rsplit('/').next().unwrap_or_default() {
        "accounts" => serde_json::to_value(NewAccount {
            name: "Nora Kask".into(),
            email: "nora@example.net".into(),
            password: "seven-tall-white-doors".into(),
            locale: Locale::En,
        })?,
        "sessions" => serde_json::to_value(SignIn {
            email: "nora@example.net".into(),
            password: "seven-tall-white-doors".into(),
            device_name: "Front desk".into(),
        })?,
        "proof" => serde_json::to_value(Proof {
            password: "seven-tall-white-doors".into(),
        })?,
        "read" => serde_json::to_value(ReadNotices {
            notices: Vec::new(),
        })?,
        "commands" => serde_json::to_value(Push {
            commands: Vec::new(),
        })?,
        "organisations" => serde_json::json!({ "name": "Nora's" }),
        "deletion" | "cancel" => serde_json::json!({ "name": "Erik Eelmäe" }),
        other => anyhow::bail!("there is no sample of {other}: {route:?}"),
    };
    Ok(sample)
}

fn filled_in(template: &str, organisation: &str) -> String {
    let mut path = template.to_owned();
    if let Some(rest) = template.strip_prefix("/v1/organisations/{") {
        let rest = rest.split_once('}').map_or("", |(_, rest)| rest);
        path = format!("/v1/organisations/{organisation}{rest}");
    }
    while let (Some(start), Some(end)) = (path.find('{'), path.find('}')) {
        path.replace_range(start..=end, &doorward_suite::samples::id(999));
    }
    path
}

#[tokio::test]
async fn without_a_session_that_lives_nobody_gets_in() -> Result<()> {
    let mut ground = Ground::lay().await?;
    let ended = ground.api.sign_in(doorward_suite::cast::OLGA).await?;
    let end = Request::new(Method::DELETE, "/v1/sessions/current").by(&ended);
    ensure!(
        ground.api.send(end).await?.status == 204,
        "signing out works"
    );
    ground.stands_now().await?;

    for route in routes(&ground)
        .await?
        .into_iter()
        .filter(|route| route.needs_session)
    {
        let request = Request::new(route.method.clone(), &route.path);
        let request = if route.takes_json {
            request.json(&Value::Null)
        } else {
            request
        };
        ground
            .refuses("no session", request.clone(), Code::SignedOut)
            .await?;
        for (name, header) in [
            ("a secret that is none", "Bearer no-such-secret".to_owned()),
            ("a session that has ended", format!("Bearer {ended}")),
            ("another scheme", format!("Basic {}", ground.olga)),
            ("no secret", "Bearer ".to_owned()),
        ] {
            ground
                .refuses(
                    name,
                    request.clone().header("authorization", &header),
                    Code::SignedOut,
                )
                .await?;
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_body_that_is_none_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    for route in routes(&ground)
        .await?
        .into_iter()
        .filter(|route| route.takes_json)
    {
        let request = || Request::new(route.method.clone(), &route.path).by(&ground.olga);
        let json = |body: &'static str| {
            request()
                .header("content-type", "application/json")
                .bytes(body)
        };
        for (name, body) in [
            ("broken JSON", r#"{"commands": ["#),
            ("no JSON", "commands=none"),
            ("an empty body", ""),
            ("another shape", r#"["commands"]"#),
            ("a letter that ends nothing", "{\"name\": \"\u{0}\"}"),
        ] {
            ground.refuses(name, json(body), Code::Malformed).await?;
        }
        let mut sample = sample(&route)?;
        sample["a_field_nobody_knows"] = 1.into();
        let more = request().json(&sample);
        ground
            .refuses("an unknown field", more, Code::Malformed)
            .await?;
        let mut text = sample.to_string().into_bytes();
        let quote = text.iter().position(|it| *it == b'"').context("a text")?;
        text.insert(quote + 1, 0xff);
        let garbled = json("").bytes(text);
        ground
            .refuses("not UTF-8", garbled, Code::Malformed)
            .await?;
        for (name, kind) in [
            ("no content type", ""),
            ("a form", "application/x-www-form-urlencoded"),
            ("text", "text/plain"),
        ] {
            let request = request().bytes("{}");
            let request = if kind.is_empty() {
                request
            } else {
                request.header("content-type", kind)
            };
            ground
                .refuses(name, request, Code::WrongContentType)
                .await?;
        }
        let large = format!(r#"{{"name": "{}"}}"#, "x".repeat(2 * 1024 * 1024));
        let large = request()
            .header("content-type", "application/json")
            .bytes(large);
        ground
            .refuses("a large body", large, Code::TooLarge)
            .await?;
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_wrong_method_or_route_is_told_so() -> Result<()> {
    let ground = Ground::lay().await?;
    let routes = routes(&ground).await?;
    for route in &routes {
        let taken: Vec<&Method> = routes
            .iter()
            .filter(|it| it.path == route.path)
            .map(|it| &it.method)
            .collect();
        for method in [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ] {
            if !taken.contains(&&method) {
                let request = Request::new(method, &route.path).by(&ground.olga);
                ground
                    .refuses("another method", request, Code::WrongMethod)
                    .await?;
            }
        }
    }
    for path in [
        "/v1/nothing",
        "/v2/me",
        "/v1/organisations",
        "/v1/me/nothing",
        "/v1/organisations/none/changes",
    ] {
        if path != "/v1/organisations" {
            let request = Request::new(Method::GET, path).by(&ground.olga);
            ground
                .refuses("a route that is none", request, Code::NotFound)
                .await?;
        }
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn a_client_that_is_too_old_is_asked_to_update() -> Result<()> {
    let ground = Ground::lay().await?;
    let old = (OLDEST_SERVED - 1).to_string();
    for route in routes(&ground).await? {
        let request = Request::new(route.method, &route.path)
            .by(&ground.olga)
            .header(PROTOCOL_HEADER, &old);
        ground
            .refuses("an old client", request, Code::UpdateNeeded)
            .await?;
    }
    ground.is_untouched().await
}
