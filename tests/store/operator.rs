//! What the operator decides about an organisation holds for what its people do next.

use anyhow::{Context, Result};
use doorward_domain::{Grant, Preset, Refusal, SignIn};
use doorward_protocol::Outcome;
use doorward_server::execute;

use crate::doors::{invite, row};
use crate::house::{House, NOW, membership};

crate::on_both_engines!(what_the_operator_sets_holds_at_once_r_33_r_50);

/// ACT-1: nobody is invited where people sign in with an account of another system.
async fn what_the_operator_sets_holds_at_once_r_33_r_50(house: &House) -> Result<()> {
    let staff = || Grant::of(Preset::Staff);
    let (app, organisation) = (&house.app, house.organisation);
    house
        .applied(&house.owner, invite(11, "anna", staff()))
        .await?;
    execute::operate(app, organisation, "longest_term_set", |it| {
        it.longest_term_days = 3;
    })
    .await?;
    house
        .applied(&house.owner, invite(12, "boris", staff()))
        .await?;
    execute::operate(app, organisation, "sign_in_set", |it| {
        it.sign_in = SignIn::ExternalOnly;
    })
    .await?;
    let refused = house
        .one(&house.owner, invite(13, "carla", staff()))
        .await?;
    assert_eq!(
        refused,
        Outcome::Refused {
            refusal: Refusal::ExternalSignIn
        },
        "R-33"
    );
    for (number, days) in [(11, 7), (12, 3)] {
        let (row, _) = row(house, membership(number)).await?;
        let sent = row.invitation.context("an invitation")?;
        assert_eq!(sent.expires_at, NOW.plus_days(days), "of {number}");
    }
    Ok(())
}
