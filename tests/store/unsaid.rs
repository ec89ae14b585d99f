//! What no answer says: the secrets of invitations and links, to whoever asks for whatever there is (S-11, INV-1, ROL-6).

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use doorward_domain::{Grant, Permission, Preset};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::doors::invite;
use crate::house::House;
use crate::matrix::{Api, OPEN, Who, everybody, link};

crate::on_both_engines!(s_11_no_answer_carries_a_secret_but_those_that_are_asked_for_it);

/// How many invitations are open.
const MANY: u128 = 20;

async fn s_11_no_answer_carries_a_secret_but_those_that_are_asked_for_it(
    house: &House,
) -> Result<()> {
    use Permission as P;
    let all = everybody(house).await?;
    for number in OPEN..OPEN + MANY {
        let called = format!("unsaid{number}");
        let sent = invite(number, &called, Grant::of(Preset::Guest));
        house.applied(&house.owner, sent).await?;
    }
    house.applied(&house.owner, link()).await?;
    let api = Api::of(house).await?;
    let routes = api.routes().await?;
    let (asking, listing): (Vec<_>, Vec<_>) = routes
        .into_iter()
        .partition(|(_, path)| path.ends_with("/link"));
    let owner = all.iter().find(|(who, _)| *who == Who::Owner);
    let owner = owner.and_then(|(_, token)| token.as_deref());
    let mut secrets = Vec::new();
    for (method, path) in &asking {
        let shown = api.ask((method, path), Who::Owner, owner).await?;
        let shown: Value = shown.json().await?;
        let url = shown["url"]
            .as_str()
            .context("whoever may ask is answered")?;
        let secret = url
            .rsplit('/')
            .next()
            .context("a link ends in its secret")?;
        secrets.push(secret.to_owned());
        secrets.push(BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(secret)));
    }
    ensure!(
        secrets.len() == 4,
        "an invitation's and a link's: {secrets:?}"
    );
    for (method, path) in listing.iter().filter(|(_, path)| path != "/v1/stream") {
        for (who, token) in &all {
            let said = api.ask((method, path), *who, token.as_deref()).await?;
            let said = said.bytes().await?;
            let said = String::from_utf8_lossy(&said);
            let told = secrets.iter().find(|it| said.contains(it.as_str()));
            ensure!(told.is_none(), "{method} {path} tells {who:?} {told:?}");
            let may_see = who.has(&[
                P::InvitationsManage,
                P::MembersManage,
                P::RequestsDecide,
                P::HistoryView,
                P::HistoryExport,
            ]);
            ensure!(
                may_see || !said.contains("unsaid"),
                "{method} {path} tells {who:?} whom somebody invited"
            );
        }
    }
    Ok(())
}
