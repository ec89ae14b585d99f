//! Fields that nobody may send along: in a body, deep inside one, twice, or in the address (S-26, ROL-5). What is stored
//! stays as it was.

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Code, PushAnswer};
use doorward_suite::api::Request;
use doorward_suite::{ids, samples};
use reqwest::Method;
use serde_json::{Value, json};

use crate::ground::{Ground, one};
use crate::routes::{Route, routes, sample};

/// The names that whoever would be more than they are sends along.
const NAMES: [&str; 13] = [
    "role",
    "access_level",
    "permissions",
    "status",
    "is_owner",
    "organisation_id",
    "account_id",
    "id",
    "created_at",
    "version",
    "verified",
    "uses",
    "max_uses",
];

/// The same body with one more field, in each object that it is made of and that has none of that name.
fn with_more(body: &Value, name: &str) -> Vec<Value> {
    let mut all = Vec::new();
    if let Value::Object(fields) = body {
        if !fields.contains_key(name) {
            let mut more = fields.clone();
            more.insert(name.to_owned(), json!("owner"));
            all.push(more.into());
        }
        for (field, inner) in fields {
            for inner in with_more(inner, name) {
                let mut more = fields.clone();
                more.insert(field.clone(), inner);
                all.push(more.into());
            }
        }
    }
    if let Value::Array(items) = body {
        for (place, inner) in items.iter().enumerate() {
            for inner in with_more(inner, name) {
                let mut more = items.clone();
                more[place] = inner;
                all.push(more.into());
            }
        }
    }
    all
}

/// The same body as text with one field said twice, for each field of each object that it is made of.
fn said_twice(body: &Value) -> Vec<String> {
    match body {
        Value::Object(fields) => {
            let said = |field: &str, text: &str| format!("{}:{text}", json!(field));
            let mut all = Vec::new();
            for (field, value) in fields {
                let others = |but: String| {
                    let rest = fields.iter().filter(|(it, _)| *it != field);
                    let rest = rest.map(|(it, value)| said(it, &value.to_string()));
                    let texts: Vec<String> = std::iter::once(but).chain(rest).collect();
                    format!("{{{}}}", texts.join(","))
                };
                let once = said(field, &value.to_string());
                all.push(others(format!("{once},{once}")));
                all.extend(said_twice(value).iter().map(|it| others(said(field, it))));
            }
            all
        }
        Value::Array(items) => {
            let mut all = Vec::new();
            for (place, item) in items.iter().enumerate() {
                for twice in said_twice(item) {
                    let mut texts: Vec<String> = items.iter().map(Value::to_string).collect();
                    texts[place] = twice;
                    all.push(format!("[{}]", texts.join(",")));
                }
            }
            all
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    }
}

async fn refuses_all(ground: &Ground, what: &str, request: Request, body: &Value) -> Result<()> {
    for name in NAMES {
        for more in with_more(body, name) {
            let case = format!("{what} with {name}: {more}");
            let sent = request.clone().json(&more);
            ground.refuses(&case, sent, Code::Malformed).await?;
        }
    }
    for twice in said_twice(body) {
        let case = format!("{what} said twice: {twice}");
        let sent = request.clone().header("content-type", "application/json");
        ground
            .refuses(&case, sent.bytes(twice), Code::Malformed)
            .await?;
    }
    Ok(())
}

#[test]
fn every_object_of_a_body_is_reached() {
    let body = json!({ "a": { "b": [{ "c": 1 }] } });
    assert_eq!(with_more(&body, "role").len(), 3);
    assert_eq!(with_more(&json!({ "role": {} }), "role").len(), 1);
    let twice = said_twice(&body);
    assert_eq!(twice.len(), 3);
    assert!(twice.contains(&r#"{"a":{"b":[{"c":1,"c":1}]}}"#.to_owned()));
}

#[tokio::test]
async fn s_26_a_command_takes_no_field_beside_its_own_nor_one_twice() -> Result<()> {
    let ground = Ground::lay().await?;
    for command in samples::commands()? {
        let body = one(&serde_json::to_value(&command)?);
        let push = ground.push(&Value::Null);
        refuses_all(&ground, command.key(), push, &body).await?;
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn s_26_no_route_takes_a_field_beside_its_own_nor_one_twice() -> Result<()> {
    let ground = Ground::lay().await?;
    let takes_json = |route: &Route| route.takes_json;
    for route in routes(&ground).await?.into_iter().filter(takes_json) {
        let body = sample(&route)?;
        let request = Request::new(route.method.clone(), &route.path).by(&ground.olga);
        refuses_all(&ground, &route.path, request, &body).await?;
    }
    ground.is_untouched().await
}

#[tokio::test]
async fn s_26_what_stands_in_the_address_makes_nobody_more_than_they_are() -> Result<()> {
    let ground = Ground::lay().await?;
    let me: Value = ground.api.get("/v1/me", &ground.olga).await?;
    let (olga, organisation) = (&me["person"], &ground.house.organisation);
    let olga = olga.as_str().context("an account has an id")?;
    let more = NAMES.map(|name| match name {
        "account_id" | "id" => format!("{name}={olga}"),
        "organisation_id" => format!("{name}={organisation}"),
        _ => format!("{name}=owner"),
    });
    let more = more.join("&");
    let inside = format!("/v1/organisations/{organisation}");
    for route in routes(&ground).await? {
        if !route.path.starts_with(&inside) {
            continue;
        }
        let path = format!("{}?{more}", route.path);
        let request = Request::new(route.method, &path).by(&ground.erik);
        let request = if route.takes_json {
            request.json(&json!({ "commands": [] }))
        } else {
            request
        };
        let reply = ground.api.send(request).await?;
        ensure!(
            [404, 422].contains(&reply.status),
            "{path} answered {reply:?}"
        );
    }
    for path in ["/v1/me", "/v1/me/devices"] {
        let plain: Value = ground.api.get(path, &ground.erik).await?;
        let asked: Value = ground
            .api
            .get(&format!("{path}?{more}"), &ground.erik)
            .await?;
        ensure!(plain == asked, "{path}: {plain} {asked}");
    }
    ground.is_untouched().await?;

    // What the body says counts, whatever the address says.
    let make = json!({ "type": "make_site", "site": ids::new(), "name": "House 4" });
    let path = ground.path(&format!("/commands?{more}&name=Another&type=remove_site"));
    let push = Request::new(Method::POST, &path).by(&ground.olga);
    let answer: PushAnswer = ground.api.send(push.json(&one(&make))).await?.success()?;
    let outcome = &answer.settled.first().context("it is settled")?.outcome;
    ensure!(
        matches!(outcome, doorward_protocol::Outcome::Applied { .. }),
        "{outcome:?}"
    );
    let records = ground.house.records(doorward_suite::cast::OLGA).await?;
    let records = serde_json::to_string(&records)?;
    ensure!(
        records.contains("House 4") && !records.contains("Another"),
        "{records}"
    );
    Ok(())
}
