//! Filling an empty store with the demo.

use anyhow::bail;
use doorward_domain::Moment;
use serde_json::{Value, json};

use super::house::houses;
use super::people::People;
use super::teller::Teller;
use crate::store::{Floor, accounts};
use crate::{App, Clock, Config};

/// The address of who owns the first house.
pub const OWNER: &str = "olga@hortensia.example";

/// Fills an empty store with what the demo tells until `now`; answers its organisations and accounts as JSON.
pub async fn fill(config: Config, floor: Floor, now: Moment) -> anyhow::Result<Value> {
    let clock = Clock::standing_at(now);
    let app = App::open_with(config, clock.clone(), floor).await?;
    let filled = tell(&app, &clock, now).await;
    app.store().close().await;
    filled
}

async fn tell(app: &App, clock: &Clock, now: Moment) -> anyhow::Result<Value> {
    if !accounts::is_empty(&mut app.store().snapshot().await?).await? {
        bail!("the store is not empty");
    }
    let houses = houses()?;
    let began = houses.iter().map(|it| it.began.0).max().unwrap_or_default();
    clock.set(now.plus_millis(-began));
    let people = People::sign_up(app).await?;
    let mut told = Vec::new();
    for house in &houses {
        let mut teller = Teller::begin(app, clock, now, &people, house).await?;
        teller.tell(house).await?;
        told.push(teller);
    }
    let organisations: Vec<Value> = told
        .iter()
        .zip(&houses)
        .map(|(teller, house)| json!({ "id": teller.organisation, "name": house.name }))
        .collect();
    let accounts: Vec<Value> = people
        .all()
        .iter()
        .map(|it| {
            json!({
                "name": it.name, "email": it.email, "password": people.password,
                "level": told[0].level_of(&it.email),
            })
        })
        .collect();
    Ok(
        json!({ "organisation": organisations[0], "organisations": organisations, "accounts": accounts }),
    )
}
