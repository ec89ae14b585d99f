//! What pages ask the store for in one statement: which organisations of many have something to show, somebody's rows in
//! one of them, and whether a code that is tried was ever sent.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, Locale, OrganisationId, PersonId, Preset, SetVisibility};
use doorward_server::execute;
use doorward_server::store::addresses::{self, AddressRow};
use doorward_server::store::sign_ups::{self, SignUpRow};
use doorward_server::store::{mine, public};
use uuid::Uuid;

use crate::doors::member;
use crate::house::{House, NOW, membership, name};

crate::on_both_engines!(
    each_organisation_answers_for_itself,
    a_code_that_is_tried_says_whether_it_was_sent_inv_9,
);

async fn each_organisation_answers_for_itself(house: &House) -> Result<()> {
    let elsewhere = execute::found(&house.app, &house.owner, name("Elsewhere"), None).await?;
    let elsewhere = elsewhere.organisation;
    house.open_doors().await?;
    for number in 31..34 {
        let called = format!("member{number}");
        let somebody = member(house, number, &called, Grant::of(Preset::Member)).await?;
        let show = SetVisibility {
            membership: membership(number),
            visible: true,
        };
        house
            .applied(&somebody, Command::SetVisibility(show))
            .await?;
    }
    let nowhere = OrganisationId(Uuid::from_u128(77));
    let ids = [house.organisation, elsewhere, nowhere];
    let mut tx = house.app.store().snapshot().await?;
    let homes = public::homes(&mut tx, &ids).await?;
    let takes: BTreeMap<OrganisationId, bool> = homes
        .into_iter()
        .map(|(it, settings)| (it.id, settings.is_some_and(|it| it.accepts_requests)))
        .collect();
    let expected = BTreeMap::from([(house.organisation, true), (elsewhere, false)]);
    ensure!(takes == expected, "{takes:?}");
    for (most, listed) in [(2, 2), (9, 3)] {
        let some = public::some_of(&mut tx, &ids, most).await?;
        let of: Vec<OrganisationId> = some.iter().map(|it| it.organisation.id).collect();
        ensure!(of == vec![house.organisation; listed], "{of:?}");
    }
    let owner = house.owner.actor.person().context("a person")?;
    for (id, rows) in [(house.organisation, 1), (elsewhere, 1), (nowhere, 0)] {
        let held = mine::held_in(&mut tx, owner, id).await?;
        let fits = held.len() == rows && held.iter().all(|it| it.organisation == id);
        ensure!(fits, "{id}: {held:?}");
    }
    Ok(())
}

async fn a_code_that_is_tried_says_whether_it_was_sent_inv_9(house: &House) -> Result<()> {
    let anna = house.person(2, "anna").await?;
    let mut tx = house.app.store().begin().await?;
    let new = SignUpRow {
        id: PersonId(Uuid::from_u128(88)),
        contact: "new@example.org".parse()?,
        name: name("Anna Sokolova"),
        locale: Locale::En,
        password: String::new(),
        next: None,
        browser: Some("hers".to_owned()),
        door: None,
        expires_at: NOW.plus_millis(1000),
    };
    sign_ups::keep(&mut tx, &new, NOW).await?;
    for tries in 0..3 {
        let tried = sign_ups::try_code(&mut tx, "hers", 2, NOW).await?;
        ensure!(tried.is_some() == (tries < 2), "{tries}: {tried:?}");
        let fits = tried.is_none_or(|it| !it.was_sent && it.made_at == NOW);
        ensure!(fits, "nothing was sent");
    }
    let wanted = AddressRow {
        id: Uuid::from_u128(89),
        person: anna.actor.person().context("a person")?,
        contact: "new@example.org".parse()?,
        expires_at: NOW.plus_millis(1000),
        before: None,
    };
    addresses::keep(&mut tx, &wanted).await?;
    let tried = addresses::try_code(&mut tx, wanted.person, 5, NOW).await?;
    ensure!(tried == Some((wanted, false)), "{tried:?}");
    Ok(())
}
