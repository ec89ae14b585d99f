//! Who is told: when the managing organisation must decide, when nobody can, when a link or a letter leads nowhere.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    About, AddMember, Command, Grant, JoinByLink, LinkForm, LinkId, MakeLink, OrganisationId,
    Preset, Refusal, SuspendMember,
};
use doorward_protocol::Outcome;
use doorward_server::execute::{self, Caller, Ended};
use doorward_server::store::letters;
use uuid::Uuid;

use crate::house::{House, NOW, invite, membership, name, request};
use crate::net::Net;
use crate::own_copy::Own;

crate::on_both_engines!(
    deciders_of_the_managing_organisation_hear_of_a_routed_request_r_41,
    who_alone_could_decide_their_own_request_is_told_r_43,
    whom_a_sister_community_knows_may_be_added_r_7,
    a_link_whose_giver_lost_the_right_is_told_of_once_r_27,
    a_letter_that_came_back_is_told_to_who_sent_it_r_53,
);

/// The organisation that manages the house from now on; its Owner.
async fn managed(house: &House) -> Result<(OrganisationId, Caller)> {
    let mara = house.person(50, "mara").await?;
    let manager = execute::found(&house.app, &mara, name("Harbour"), None).await?;
    manage(house, house.organisation, manager.organisation).await?;
    Ok((manager.organisation, mara))
}

async fn manage(house: &House, community: OrganisationId, manager: OrganisationId) -> Result<()> {
    let put = |it: &mut doorward_domain::Organisation| it.managed_by = Some(manager);
    Ok(execute::operate(&house.app, community, "managed", put).await?)
}

/// Takes the right to decide from everybody in the house: its only Owner's account is suspended by the operator.
async fn nobody_decides(house: &House) -> Result<()> {
    use doorward_server::store::accounts;
    let mut tx = house.app.store().begin().await?;
    let owner = house.owner.actor.person().context("a person")?;
    let suspended = doorward_domain::AccountStanding::Suspended;
    accounts::set_standing(&mut tx, owner, suspended).await?;
    Ok(tx.commit().await?)
}

async fn deciders_of_the_managing_organisation_hear_of_a_routed_request_r_41(
    house: &House,
) -> Result<()> {
    house.open_doors().await?;
    let (_, mara) = managed(house).await?;
    let address = house.serve().await?;
    let (above, here) = (
        Net::of(house, &address, &mara).await?,
        Net::of(house, &address, &house.owner).await?,
    );
    let jobs = tokio::spawn(house.app.jobs()?);
    let boris = house.person(2, "boris").await?;
    house.applied(&boris, request(21)).await?;
    Own::default().until(house, &here, "request").await?;
    let mut maras = Own::default();
    maras.pull(&above).await?;
    ensure!(maras.notices().is_empty(), "it is decided here");

    nobody_decides(house).await?;
    let carla = house.person(3, "carla").await?;
    house.applied(&carla, request(31)).await?;
    let told = maras.until(house, &above, "request").await?;
    assert_eq!(told.about, About::Membership(membership(31)));
    jobs.abort();
    Ok(())
}

async fn who_alone_could_decide_their_own_request_is_told_r_43(house: &House) -> Result<()> {
    house.open_doors().await?;
    let (_, mara) = managed(house).await?;
    let net = Net::of(house, &house.serve().await?, &mara).await?;
    house.applied(&mara, request(21)).await?;
    let is_stuck = async || execute::is_stuck(&house.app, house.organisation, membership(21)).await;
    ensure!(!is_stuck().await?, "the Owner here decides it");
    nobody_decides(house).await?;
    ensure!(is_stuck().await?);
    let jobs = tokio::spawn(house.app.jobs()?);
    let mut own = Own::default();
    let told = own.until(house, &net, "request_stuck").await?;
    assert_eq!(told.about, About::Membership(membership(21)));
    assert_eq!(own.notices().len(), 1, "and nothing else is told");
    jobs.abort();
    Ok(())
}

async fn whom_a_sister_community_knows_may_be_added_r_7(house: &House) -> Result<()> {
    let (manager, _) = managed(house).await?;
    let boris = house.person(2, "boris").await?;
    let add = |number| {
        Command::AddMember(AddMember {
            membership: membership(number),
            person: boris
                .actor
                .person()
                .unwrap_or(doorward_domain::PersonId(Uuid::nil())),
            grant: Grant::of(Preset::Member),
            position: None,
        })
    };
    let unknown = house.one(&house.owner, add(21)).await?;
    let refusal = Refusal::NoAccount;
    assert_eq!(unknown, Outcome::Refused { refusal });

    let sister = execute::found(&house.app, &boris, name("Sister"), None).await?;
    let unrelated = house.one(&house.owner, add(22)).await?;
    let refusal = Refusal::NoAccount;
    assert_eq!(unrelated, Outcome::Refused { refusal }, "not yet a sister");
    manage(house, sister.organisation, manager).await?;
    house.applied(&house.owner, add(23)).await?;
    Ok(())
}

async fn a_link_whose_giver_lost_the_right_is_told_of_once_r_27(house: &House) -> Result<()> {
    let link = LinkId(Uuid::from_u128(70));
    link_of_a_suspended_administrator(house, link).await?;
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    let jobs = tokio::spawn(house.app.jobs()?);
    let visitor = Caller {
        holds: Some((link, 1)),
        ..house.person(3, "carla").await?
    };
    let mut own = Own::default();
    for number in [31, 32] {
        let join = JoinByLink {
            link,
            membership: membership(number),
            position: None,
            note: None,
            locale: None,
        };
        let outcome = house.one(&visitor, Command::JoinByLink(join)).await?;
        let refusal = Refusal::GiverLostRight;
        assert_eq!(outcome, Outcome::Refused { refusal });
        let told = own.until(house, &net, "link_lost_right").await?;
        assert_eq!(told.about, About::Link(link));
        assert_eq!(
            told.name.as_ref().map(doorward_domain::Name::as_str),
            Some("Entrance")
        );
        assert_eq!(
            told.by.as_ref().map(doorward_domain::Name::as_str),
            Some("carla")
        );
    }
    let told = own
        .notices()
        .into_iter()
        .filter(|it| it.kind == "link_lost_right");
    assert_eq!(told.count(), 1, "once of each of its secrets");
    jobs.abort();
    Ok(())
}

async fn link_of_a_suspended_administrator(house: &House, link: LinkId) -> Result<()> {
    let boris = house.person(2, "boris").await?;
    house
        .applied(&house.owner, administrator(11, "boris@example.org"))
        .await?;
    let accept = doorward_domain::AcceptInvitation {
        membership: membership(11),
    };
    house
        .applied(&boris, Command::AcceptInvitation(accept))
        .await?;
    let make = MakeLink {
        link,
        name: name("Entrance"),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    house.applied(&boris, Command::MakeLink(make)).await?;
    let suspend = SuspendMember {
        membership: membership(11),
    };
    house
        .applied(&house.owner, Command::SuspendMember(suspend))
        .await?;
    Ok(())
}

fn administrator(number: u128, email: &str) -> Command {
    let Command::InvitePerson(invite) = invite(number, email) else {
        unreachable!("an invitation")
    };
    Command::InvitePerson(doorward_domain::InvitePerson {
        grant: Grant::of(Preset::Administrator),
        ..invite
    })
}

async fn a_letter_that_came_back_is_told_to_who_sent_it_r_53(house: &House) -> Result<()> {
    house
        .applied(&house.owner, invite(11, "anna@example.org"))
        .await?;
    let mut tx = house.app.store().begin().await?;
    let taken = letters::take(&mut tx, NOW, NOW.plus_millis(1)).await?;
    tx.commit().await?;
    let letter = taken.first().context("a letter")?.id;
    let net = Net::of(house, &house.serve().await?, &house.owner).await?;
    execute::settle_letters(
        &house.app,
        &[Ended::new(letter, "bounced", Some("550 no such mailbox"))],
    )
    .await?;
    let mut own = Own::default();
    own.pull(&net).await?;
    let [told] = own.notices()[..] else {
        anyhow::bail!("expected one entry: {:?}", own.rows);
    };
    assert_eq!(told.kind, "bounced");
    assert_eq!(told.contact, Some("anna@example.org".parse()?));
    assert_eq!(told.by, None, "no person did it");
    Ok(())
}
