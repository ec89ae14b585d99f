//! S-47: an organisation sends so many invitations a day and no more; the next is refused when it arrives, and says why.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Reached, Refusal};
use doorward_protocol::Outcome;
use doorward_suite::api::Api;
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::ids;
use serde_json::json;

use crate::ground::pushed;

/// Invitations that may go out.
const MOST: u32 = 20;

/// Invites two, one after the other; answers which of them went out.
async fn invited(house: &House, addresses: &[String; 2]) -> Result<[bool; 2]> {
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    let (mut commands, mut after) = (Vec::new(), None);
    for contact in addresses {
        let body = json!({ "type": "invite_person", "membership": ids::new(), "contact": contact,
            "grant": { "level": "staff" } });
        let command: Command = serde_json::from_value(body).context("an invitation")?;
        let id = ids::new();
        commands.push(pushed(id, after.replace(id), command));
    }
    let answer = api.push(&house.organisation, &olga, &commands).await?;
    let mut went = [false; 2];
    ensure!(answer.settled.len() == went.len(), "{answer:?}");
    for (went, it) in went.iter_mut().zip(&answer.settled) {
        let refusal = Refusal::Limit(Some(Reached::Organisation));
        *went = matches!(it.outcome, Outcome::Applied { .. });
        ensure!(
            *went || it.outcome == Outcome::Refused { refusal },
            "{it:?}"
        );
    }
    Ok(went)
}

#[tokio::test]
async fn s_47_an_organisation_sends_so_many_invitations_a_day_rat_2() -> Result<()> {
    // Those who work in the house were invited today, too.
    let house = House::open_with(&format!("[limits]\ninvitations_per_day = {MOST}")).await?;
    let (mut went, mut refused) = (0, 0);
    for number in 0..MOST {
        let addresses = [0, 1].map(|which| format!("guest-{number}-{which}@x.test"));
        let [one, other] = invited(&house, &addresses).await?;
        ensure!(one || !other, "none goes out after one that was refused");
        ensure!(refused == 0 || !one, "not on this day any more");
        went += u32::from(one) + u32::from(other);
        refused += u32::from(!one) + u32::from(!other);
    }
    ensure!(went > 0 && went <= MOST, "{went} of {MOST} went out");
    ensure!(went + refused == 2 * MOST);
    Ok(())
}
