//! S-10: whoever steals the database has nothing to come in with. Every value of every column is presented as every kind of
//! secret, and no secret that was given out stands in it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, LinkForm, LinkId, MakeLink, Preset};
use doorward_server::store::Dialect;
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use sqlx::{AssertSqlSafe, Row};
use uuid::Uuid;

use crate::house::{House, invite, membership, name};

crate::on_both_engines!(s_10_nothing_in_a_stolen_database_opens_a_door);

/// Everything that stands in the database, as text.
async fn values(house: &House) -> Result<BTreeSet<String>> {
    let mut tx = house.app.store().snapshot().await?;
    let columns = match tx.dialect() {
        Dialect::Sqlite => {
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        }
        Dialect::Postgres => {
            "SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = current_schema()"
        }
    };
    let rows = sqlx::query(columns).fetch_all(tx.conn()).await?;
    let mut found = BTreeSet::new();
    for row in rows {
        let (table, column): (String, String) = (row.try_get(0)?, row.try_get(1)?);
        if table.starts_with('_') || table.starts_with("sqlite") {
            continue;
        }
        let sql = format!(
            "SELECT CAST(\"{column}\" AS TEXT) FROM \"{table}\" WHERE \"{column}\" IS NOT NULL"
        );
        for value in sqlx::query(AssertSqlSafe(sql)).fetch_all(tx.conn()).await? {
            found.insert(value.try_get::<String, _>(0)?);
        }
    }
    Ok(found)
}

/// What a server says to a request with a secret.
async fn answers(client: &Client, url: &str, cookie: Option<String>) -> Result<StatusCode> {
    let mut request = client.get(url);
    if let Some(cookie) = cookie {
        request = request.header("cookie", cookie);
    }
    Ok(request.send().await?.status())
}

/// The secrets that were given out: of a session, an invitation and a link.
async fn given_out(house: &House, client: &Client, url: &str) -> Result<[String; 3]> {
    let invited = house.applied(&house.owner, invite(11, "anna@example.net"));
    invited.await?;
    let invited = house.applied(&house.owner, invite(12, "+37255512345"));
    invited.await?;
    let link = LinkId(Uuid::from_u128(70));
    let make = MakeLink {
        link,
        name: name("Front desk"),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: None,
        max_uses: None,
        domains: BTreeSet::new(),
    };
    house.applied(&house.owner, Command::MakeLink(make)).await?;
    let session = house.session(&house.owner).await?;
    let shown = async |kind: &str, id: Uuid| -> Result<String> {
        let of = format!(
            "{url}/v1/organisations/{}/{kind}/{id}/link",
            house.organisation
        );
        let asked = client.post(of).bearer_auth(&session).send().await?;
        let said: serde_json::Value = asked.error_for_status()?.json().await?;
        let link = said["url"].as_str().context("a link")?;
        let (_, token) = link.split_once("/j/").context("a token")?;
        Ok(token.to_owned())
    };
    let invitation = shown("invitations", membership(11).0).await?;
    let link = shown("links", link.0).await?;
    Ok([session, invitation, link])
}

async fn s_10_nothing_in_a_stolen_database_opens_a_door(house: &House) -> Result<()> {
    let url = house.serve().await?;
    let client = doorward_suite::http::client(|it| it.redirect(Policy::none()))?;
    let issued = given_out(house, &client, &url).await?;
    let values = values(house).await?;
    ensure!(values.len() > 40, "the whole database was read: {values:?}");
    for secret in &issued {
        ensure!(
            values.iter().all(|value| !value.contains(secret.as_str())),
            "a secret stands in the database"
        );
    }
    let plain = |value: &&String| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        value.len() <= 100 && value.chars().all(is_plain)
    };
    for value in values.iter().filter(plain) {
        let as_session = client.get(format!("{url}/v1/me")).bearer_auth(value);
        let status = as_session.send().await?.status();
        ensure!(status == 401, "{value} as a session: {status}");
        for page in ["join", "reset", "confirm"] {
            let cookie = format!("{page}={value}");
            let status = answers(&client, &format!("{url}/{page}"), Some(cookie)).await?;
            ensure!(
                matches!(status.as_u16(), 404 | 410),
                "{value} at {page}: {status}"
            );
        }
    }
    // What is real does open.
    let real = Some(format!("join={}", issued[2]));
    let status = answers(&client, &format!("{url}/join"), real).await?;
    ensure!(status == 200, "the link itself: {status}");
    Ok(())
}
