//! S-12: a link that is made anew. From the commit on, whoever holds the old one is told that there is a newer one, which
//! works; and whatever breaks while it is made leaves exactly one of them valid.

use std::sync::Arc;

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{
    ChangeLink, LinkForm, LinkId, Lookup, MakeLink, Preset, Refusal, Version, World,
};
use doorward_protocol::Outcome;
use doorward_server::store::{Dialect, lookups, note_renewed_before};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder};
use sqlx::AssertSqlSafe;
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::house::{House, NOW, name};

crate::on_both_engines!(
    s_12_whoever_holds_a_link_that_was_made_anew_is_told_so_from_the_commit_on,
    s_12_what_breaks_while_a_link_is_made_anew_leaves_one_of_both_valid,
    s_12_what_was_made_anew_before_that_was_noted_is_known_as_renewed_too,
);

const LINK: LinkId = LinkId(Uuid::from_u128(70));
const HOLDERS: u128 = 20;

/// A house with a link, and whoever asks it over the network.
struct Scene<'a> {
    house: &'a House,
    client: Client,
    url: String,
    /// The secret of the Owner's session.
    owner: String,
}

impl<'a> Scene<'a> {
    async fn set(house: &'a House) -> Result<Self> {
        let make = MakeLink {
            link: LINK,
            name: name("Front desk"),
            form: LinkForm::Link,
            level: Preset::Member.into(),
            needs_approval: Some(false),
            max_uses: None,
            domains: std::collections::BTreeSet::new(),
        };
        house.applied(&house.owner, make.into()).await?;
        Ok(Self {
            client: doorward_suite::http::client(|it| it.redirect(Policy::none()))?,
            url: house.serve().await?,
            owner: house.session(&house.owner).await?,
            house,
        })
    }

    /// How often the link was used, and its version.
    async fn link(&self) -> Result<(u32, Version)> {
        let mut world = World::new(self.house.organisation);
        let mut tx = self.house.app.store().snapshot().await?;
        let asked = [Lookup::Link(LINK)].into();
        lookups::load(&mut tx, &mut world, &asked, NOW).await?;
        let held = world.link(LINK).context("the link")?;
        Ok((held.value.uses, held.version))
    }

    /// Makes it anew, once.
    async fn make_anew(&self) -> Result<Outcome> {
        let (_, based_on) = self.link().await?;
        let anew = ChangeLink {
            link: LINK,
            name: name("Front desk"),
            level: Preset::Member.into(),
            needs_approval: false,
            max_uses: 25,
            domains: None,
            regenerate: true,
            based_on,
        };
        self.house.one(&self.house.owner, anew.into()).await
    }

    /// Makes it anew, however many join by it meanwhile.
    async fn is_made_anew(&self) -> Result<()> {
        loop {
            match self.make_anew().await? {
                Outcome::Applied { .. } => return Ok(()),
                Outcome::Refused {
                    refusal: Refusal::ChangedMeanwhile { .. },
                } => {}
                other @ (Outcome::NoChange { .. } | Outcome::Refused { .. }) => {
                    bail!("expected it to be applied, was {other:?}")
                }
            }
        }
    }

    /// The secret that is valid, as the Owner is shown it.
    async fn secret(&self) -> Result<String> {
        let organisation = self.house.organisation;
        let path = format!(
            "{}/v1/organisations/{organisation}/links/{LINK}/link",
            self.url
        );
        let asked = self.client.post(path).bearer_auth(&self.owner);
        let said: serde_json::Value = asked.send().await?.error_for_status()?.json().await?;
        let shown = said["url"].as_str().context("a link")?;
        let (_, secret) = shown.split_once("/j/").context("a secret")?;
        Ok(secret.to_owned())
    }

    /// What the page of a secret answers.
    async fn page(&self, secret: &str) -> Result<(u16, String)> {
        let asked = self.client.get(format!("{}/join", self.url));
        let answer = asked.header("cookie", format!("join={secret}")).send();
        let answer = answer.await?;
        Ok((answer.status().as_u16(), answer.text().await?))
    }

    /// What somebody who is signed in sends to join with a secret.
    fn join(&self, secret: &str, session: &str) -> RequestBuilder {
        self.client
            .post(format!("{}/join", self.url))
            .header("cookie", format!("join={secret}; session={session}"))
            .header("sec-fetch-site", "same-origin")
            .form(&[("do", "accept")])
    }

    /// Fails unless a secret is one that was renewed.
    async fn is_renewed(&self, secret: &str) -> Result<()> {
        let (status, html) = self.page(secret).await?;
        ensure!(status == 410, "the old one: {status}");
        ensure!(html.contains("This link was renewed"), "{html}");
        Ok(())
    }
}

async fn s_12_whoever_holds_a_link_that_was_made_anew_is_told_so_from_the_commit_on(
    house: &House,
) -> Result<()> {
    let scene = Scene::set(house).await?;
    let old = scene.secret().await?;
    let mut holders = Vec::new();
    for number in 0..HOLDERS {
        let holder = house
            .person(100 + number, &format!("holder{number}"))
            .await?;
        holders.push(house.session(&holder).await?);
    }
    // Half of them join while it is made anew, and half when that is done.
    let (during, after) = holders.split_at(holders.len() / 2);
    let barrier = Arc::new(Barrier::new(during.len() + 1));
    let mut joining = JoinSet::new();
    for session in during {
        let (request, barrier) = (scene.join(&old, session), Arc::clone(&barrier));
        joining.spawn(async move {
            barrier.wait().await;
            Ok::<_, anyhow::Error>(request.send().await?.status().as_u16())
        });
    }
    barrier.wait().await;
    scene.is_made_anew().await?;
    for session in after {
        let status = scene.join(&old, session).send().await?.status();
        ensure!(status == 410, "after the commit: {status}");
    }
    let mut inside = 0;
    while let Some(status) = joining.join_next().await {
        let status = status??;
        ensure!(
            matches!(status, 200 | 410),
            "either, and nothing else: {status}"
        );
        inside += u32::from(status == 200);
    }
    let (uses, _) = scene.link().await?;
    ensure!(uses == inside, "{inside} were in time, {uses} are in");
    scene.is_renewed(&old).await?;
    let new = scene.secret().await?;
    ensure!(
        new != old && scene.page(&new).await?.0 == 200,
        "the new one"
    );
    let status = scene.join(&new, &after[0]).send().await?.status();
    ensure!(status == 200, "the new one works: {status}");
    Ok(())
}

/// Makes every statement that writes to a table fail, before or after it has written.
async fn breaks(house: &House, when: &str, table: &str) -> Result<()> {
    let mut tx = house.app.store().begin().await?;
    let statements = match tx.dialect() {
        Dialect::Sqlite => vec![format!(
            "CREATE TRIGGER broken {when} ON {table} BEGIN SELECT RAISE(ABORT, 'broken'); END"
        )],
        Dialect::Postgres => vec![
            "CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql \
             AS 'BEGIN RAISE EXCEPTION ''broken''; END'"
                .to_owned(),
            format!(
                "CREATE TRIGGER broken {when} ON {table} FOR EACH ROW EXECUTE FUNCTION broken()"
            ),
        ],
    };
    for sql in statements {
        sqlx::query(AssertSqlSafe(sql)).execute(tx.conn()).await?;
    }
    Ok(tx.commit().await?)
}

async fn is_mended(house: &House, table: &str) -> Result<()> {
    let mut tx = house.app.store().begin().await?;
    let sql = match tx.dialect() {
        Dialect::Sqlite => "DROP TRIGGER broken".to_owned(),
        Dialect::Postgres => format!("DROP TRIGGER broken ON {table}"),
    };
    sqlx::query(AssertSqlSafe(sql)).execute(tx.conn()).await?;
    Ok(tx.commit().await?)
}

async fn s_12_what_breaks_while_a_link_is_made_anew_leaves_one_of_both_valid(
    house: &House,
) -> Result<()> {
    let scene = Scene::set(house).await?;
    let old = scene.secret().await?;
    for (when, table) in [
        ("BEFORE UPDATE", "record"),
        ("AFTER UPDATE", "record"),
        ("BEFORE INSERT", "renewed"),
        ("AFTER INSERT", "renewed"),
        ("BEFORE UPDATE", "secret"),
        ("AFTER UPDATE", "secret"),
        ("AFTER INSERT", "history"),
    ] {
        breaks(house, when, table).await?;
        let given = scene.make_anew().await;
        ensure!(given.is_err(), "{when} {table}: {given:?}");
        ensure!(scene.page(&old).await?.0 == 200, "{when} {table}");
        // Who is shown it is noted in the history, too.
        is_mended(house, table).await?;
        ensure!(scene.secret().await? == old, "{when} {table}");
    }
    scene.is_made_anew().await?;
    scene.is_renewed(&old).await?;
    ensure!(
        scene.page(&scene.secret().await?).await?.0 == 200,
        "the new one"
    );
    Ok(())
}

/// What migration 0023 finds where links were made anew before migration 0021.
async fn s_12_what_was_made_anew_before_that_was_noted_is_known_as_renewed_too(
    house: &House,
) -> Result<()> {
    let scene = Scene::set(house).await?;
    let mut old = Vec::new();
    for _ in 0..2 {
        old.push(scene.secret().await?);
        scene.is_made_anew().await?;
    }
    let mut tx = house.app.store().begin().await?;
    for sql in [
        "DELETE FROM renewed",
        "INSERT INTO renewed_before (kind, subject, organisation, generation) \
         SELECT kind, subject, organisation, generation FROM secret WHERE generation > 1",
    ] {
        sqlx::query(sql).execute(tx.conn()).await?;
    }
    tx.commit().await?;
    ensure!(scene.page(&old[0]).await?.0 == 404, "nothing knows of it");
    note_renewed_before(house.app.store(), house.app.tokens()).await?;
    for secret in &old {
        scene.is_renewed(secret).await?;
    }
    let living = scene.page(&scene.secret().await?).await?.0;
    ensure!(living == 200, "the living one still lives: {living}");
    note_renewed_before(house.app.store(), house.app.tokens())
        .await
        .context("there is nothing more to do")
}
