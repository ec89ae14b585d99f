//! What an id does not open: joining takes a link's living secret, and who lost the right to give is told of.

use anyhow::Result;
use doorward_domain::{
    AcceptInvitation, ChangeGrant, ChangeLink, Command, Grant, InvitePerson, JoinByLink, LinkForm,
    LinkId, MakeLink, Preset, Refusal, Version,
};
use doorward_protocol::Outcome;
use doorward_server::execute::Caller;
use uuid::Uuid;

use crate::house::{House, membership, name};
use crate::on_both_engines;
use crate::push::count;

on_both_engines!(
    the_id_of_a_link_is_not_its_secret_inv_5,
    a_lost_right_of_the_giver_is_told_once_r_27,
);

const LINK: LinkId = LinkId(Uuid::from_u128(70));

fn join(number: u128) -> Command {
    Command::JoinByLink(JoinByLink {
        link: LINK,
        membership: membership(number),
        position: None,
        note: None,
        locale: None,
    })
}

async fn the_id_of_a_link_is_not_its_secret_inv_5(house: &House) -> Result<()> {
    let make = MakeLink {
        link: LINK,
        name: name("Perm desk"),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    let revision = house.applied(&house.owner, Command::MakeLink(make)).await?;
    let visitor = house.person(2, "boris").await?;
    let refused = |refusal| Outcome::Refused { refusal };
    let pushed = [crate::house::pushed(1, None, join(71))];
    assert!(
        house.push(&visitor, &pushed).await.is_err(),
        "who knows only the id finds nothing"
    );
    let holder = |generation| Caller {
        holds: Some((LINK, generation)),
        ..visitor.clone()
    };
    let anew = ChangeLink {
        link: LINK,
        name: name("Perm desk"),
        level: Preset::Member.into(),
        needs_approval: false,
        max_uses: 25,
        domains: None,
        regenerate: true,
        based_on: Version::Revision(revision),
    };
    house
        .applied(&house.owner, Command::ChangeLink(anew))
        .await?;
    assert_eq!(
        house.one(&holder(1), join(71)).await?,
        refused(Refusal::Expired),
        "the secret that was made anew is dead"
    );
    house.applied(&holder(2), join(71)).await?;
    Ok(())
}

async fn a_lost_right_of_the_giver_is_told_once_r_27(house: &House) -> Result<()> {
    let giver = house.person(2, "piret").await?;
    let invite = |number, contact: &str, level: Preset| {
        Command::InvitePerson(InvitePerson {
            membership: membership(number),
            contact: contact.parse().expect("a contact"),
            grant: Grant::of(level),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        })
    };
    let accept = |number| {
        Command::AcceptInvitation(AcceptInvitation {
            membership: membership(number),
        })
    };
    let piret = invite(80, "piret@example.org", Preset::Administrator);
    house.applied(&house.owner, piret).await?;
    let member = house.applied(&giver, accept(80)).await?;
    let mari = house.person(3, "mari").await?;
    house
        .applied(&giver, invite(81, "mari@example.org", Preset::Staff))
        .await?;
    let less = ChangeGrant {
        membership: membership(80),
        grant: Grant::of(Preset::Member),
        based_on: Version::Revision(member),
        note: None,
    };
    house
        .applied(&house.owner, Command::ChangeGrant(less))
        .await?;
    for _ in 0..2 {
        let refusal = Refusal::GiverLostRight;
        assert_eq!(
            house.one(&mari, accept(81)).await?,
            Outcome::Refused { refusal }
        );
    }
    let told = "SELECT count(*) FROM letter WHERE kind = 'giver_lost_right'";
    assert_eq!(count(house, told).await?, 1, "however often she tries");
    Ok(())
}
