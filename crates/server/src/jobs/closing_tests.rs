//! Management, and what is left of organisations that were deleted, over a real store.

use doorward_domain::{
    AcceptManagement, Command, DeleteOrganisation, EndManagement, Name, OrganisationId,
    ProposeManagement, Side, Standing, Status,
};
use doorward_protocol::Outcome;

use super::close;
use crate::execute::{self, Caller};
use crate::pages::tests::site::Site;

/// Another organisation, of Tomas.
async fn other(site: &Site) -> (Caller, OrganisationId) {
    let tomas = site.person("Tomas Kask", "tomas@x.test").await;
    let name = Name::try_from("Harbour House").unwrap();
    let made = execute::found(&site.app, &tomas, name, None).await.unwrap();
    (tomas, made.organisation)
}

async fn done(site: &Site, of: OrganisationId, by: &Caller, command: impl Into<Command>) {
    let outcome = execute::one(&site.app, of, by, command.into())
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
}

async fn refused(
    site: &Site,
    of: OrganisationId,
    by: &Caller,
    command: impl Into<Command>,
) -> &'static str {
    match execute::one(&site.app, of, by, command.into())
        .await
        .unwrap()
    {
        Outcome::Refused { refusal } => refusal.code(),
        outcome @ (Outcome::Applied { .. } | Outcome::NoChange { .. }) => panic!("{outcome:?}"),
    }
}

fn named(name: &str) -> DeleteOrganisation {
    let name = Name::try_from(name).unwrap();
    DeleteOrganisation { name }
}

#[tokio::test]
async fn owners_of_both_sides_agree_on_management_and_are_told_r_40() {
    let site = Site::open().await;
    let (community, (tomas, manager)) = (site.organisation, other(&site).await);
    done(&site, community, &site.owner, ProposeManagement { manager }).await;
    let asked = site.subjects_to("tomas@x.test").await;
    assert_eq!(asked, ["Salong Hortensia asks to be managed"]);
    done(&site, community, &tomas, AcceptManagement { community }).await;
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(
        told.last().unwrap(),
        "Salong Hortensia is managed from now on"
    );
    let nobody = site.person("Stefan Rebane", "stefan@x.test").await;
    let end = EndManagement { community };
    let unseen = execute::one(&site.app, community, &nobody, end.clone().into()).await;
    assert!(matches!(unseen, Err(execute::Error::NotFound)));
    done(&site, community, &tomas, end).await;
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(
        told.last().unwrap(),
        "Management of Salong Hortensia has ended"
    );
}

#[tokio::test]
async fn what_a_deleted_organisation_left_is_closed_and_its_people_are_told_r_62_bel_22() {
    let site = Site::open().await;
    let invitation = site.invite("anna@x.test").await;
    done(
        &site,
        site.organisation,
        &site.owner,
        named("Salong Hortensia"),
    )
    .await;
    assert_eq!(
        close::round(&site.app).await.unwrap(),
        2,
        "Olga's row and the invitation"
    );
    assert_eq!(close::round(&site.app).await.unwrap(), 0);
    let row = site.membership(invitation).await;
    assert_eq!(row.status, Status::Cancelled { by: Side::System });
    let told = site.subjects_to("olga@example.org").await;
    assert_eq!(told.last().unwrap(), "Salong Hortensia was deleted");
    let late = named("Salong Hortensia").into();
    let again = execute::one(&site.app, site.organisation, &site.owner, late).await;
    assert!(matches!(again, Err(execute::Error::NotFound)));
}

#[tokio::test]
async fn an_organisation_with_members_or_an_ownerless_community_is_not_deleted_r_44_r_62() {
    let site = Site::open().await;
    let (community, (tomas, manager)) = (site.organisation, other(&site).await);
    done(&site, community, &site.owner, ProposeManagement { manager }).await;
    done(&site, community, &tomas, AcceptManagement { community }).await;
    let olga = site.owner.actor.account().unwrap().clone();
    let mut tx = site.app.store().begin().await.unwrap();
    let suspended = doorward_domain::AccountStanding::Suspended;
    crate::store::accounts::set_standing(&mut tx, olga.person, suspended)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let code = refused(&site, manager, &tomas, named("Harbour House")).await;
    assert_eq!(code, "manages_ownerless");
    let mut tx = site.app.store().begin().await.unwrap();
    crate::store::accounts::set_standing(&mut tx, olga.person, olga.standing)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    done(&site, manager, &tomas, named("Harbour House")).await;
    assert_eq!(
        close::round(&site.app).await.unwrap(),
        2,
        "Tomas's row, and the community goes free"
    );
    let mut tx = site.app.store().snapshot().await.unwrap();
    let mut world = doorward_domain::World::new(community);
    let home = [doorward_domain::Lookup::Organisation].into();
    crate::store::lookups::load(&mut tx, &mut world, &home, site.app.now())
        .await
        .unwrap();
    let free = world.organisation().unwrap();
    assert_eq!((free.managed_by, free.standing), (None, Standing::Active));
}
