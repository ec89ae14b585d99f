//! Making an organisation by the API, where everybody may and where only the operator does.

use anyhow::{Context, Result, ensure};
use doorward_protocol::{Changes, Code};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::{KADRI, OLGA};
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::visitor::Visitor;
use reqwest::Method;
use serde_json::{Value, json};

fn make(token: &str, name: &str) -> Request {
    let request = Request::new(Method::POST, "/v1/organisations").by(token);
    request.json(&json!({ "name": name }))
}

#[tokio::test]
async fn r_35_whoever_is_signed_in_makes_an_organisation_where_sign_up_is_open() -> Result<()> {
    let house = House::open_with("sign_up = 'open'").await?;
    let api = Api::at(house.server.url())?;
    Visitor::of(KADRI)?.sign_up(&house).await?;
    let (kadri, olga) = (api.sign_in(KADRI).await?, api.sign_in(OLGA).await?);
    for name in ["", "see https://evil.example"] {
        let problem = api.send(make(&kadri, name)).await?;
        let problem = problem.is_problem(Code::Invalid)?;
        ensure!(problem.field.as_deref() == Some("name"), "{problem:?}");
    }
    let reply = api.send(make(&kadri, "Harbour Lofts")).await?;
    ensure!(reply.status == 201, "{reply:?}");
    let made: Value = reply.success()?;
    let id = made["id"].as_str().context("it has an id")?;
    let feed = format!("/v1/organisations/{id}/changes");
    let page: Changes = api.get(&feed, &kadri).await?;
    let page = serde_json::to_string(&page)?;
    for part in ["Harbour Lofts", KADRI.name, "\"owner\""] {
        ensure!(page.contains(part), "{part} is missing: {page}");
    }
    let foreign = Request::new(Method::GET, &feed).by(&olga);
    api.send(foreign).await?.is_problem(Code::NotFound)?;
    house.server.ensure_no_errors()
}

#[tokio::test]
async fn r_35_the_same_organisation_is_made_once_and_others_so_often_in_an_hour_rat_1() -> Result<()>
{
    let limits = "sign_up = 'open'\n[limits]\norganisations_per_hour = 2";
    let house = House::open_with(limits).await?;
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    Visitor::of(KADRI)?.sign_up(&house).await?;
    let kadri = api.sign_in(KADRI).await?;
    let body = json!({ "name": "Harbour Lofts", "id": ids::new() });
    let asked = |token: &str| {
        Request::new(Method::POST, "/v1/organisations")
            .by(token)
            .json(&body)
    };
    let first: Value = api.send(asked(&olga)).await?.success()?;
    ensure!(first["id"] == body["id"], "{first}");
    for _ in 0..3 {
        let again = api.send(asked(&olga)).await?;
        ensure!(again.status == 201, "{again:?}");
        ensure!(again.success::<Value>()? == first, "one, however often");
    }
    let foreign = api.send(asked(&kadri)).await?;
    foreign.is_problem(Code::IdReused)?;
    let nobody = json!({ "name": "Harbour Lofts", "id": uuid::Uuid::nil() });
    let nobody = Request::new(Method::POST, "/v1/organisations")
        .by(&olga)
        .json(&nobody);
    api.send(nobody).await?.is_problem(Code::IdReused)?;
    api.send(make(&olga, "Quay House"))
        .await?
        .success::<Value>()?;
    let over = api.send(make(&olga, "Third Floor")).await?;
    over.is_problem(Code::TooMany)?;
    house.server.ensure_no_errors()
}

#[tokio::test]
async fn r_35_nobody_but_the_operator_makes_an_organisation_where_it_is_not_open() -> Result<()> {
    let house = House::open().await?;
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    let problem = api.send(make(&olga, "Harbour Lofts")).await?;
    let problem = problem.is_problem(Code::Refused)?;
    let refusal = problem.refusal.context("it says which rule")?;
    ensure!(refusal.code() == "forbidden", "{refusal:?}");
    let mine: Value = api.get("/v1/me/changes", &olga).await?;
    ensure!(!mine.to_string().contains("Harbour Lofts"), "{mine}");
    house.server.ensure_no_errors()
}
