//! The scenes of the sweep in which somebody loses a right, an account, an organisation or a letter, and those among Owners.
//! At their beginning Olga and Anna own the organisation; Piret is an Administrator, Carla at level Staff.

use doorward_domain::{
    AcceptInvitation, AcceptManagement, AcceptOwnership, AddMember, ChangeGrant, Command,
    DeleteAccount, DeleteOrganisation, EndManagement, Grant, InvitePerson, JoinByLink, LinkForm,
    LinkId, MakeLink, MembershipId, Name, OfferOwnership, OrganisationId, Preset,
    ProposeManagement, Refusal,
};
use doorward_protocol::Outcome;

use super::sweep_tests::{ANNA, BORIS, CARLA, DORA, EDGAR, PIRET, Story};
use crate::execute::{self, Caller, Ended};
use crate::jobs::close;
use crate::store::letters;

fn name(text: &str) -> Name {
    Name::try_from(text).unwrap()
}

/// Plays them all.
pub(super) async fn play(story: &mut Story, carla: MembershipId) {
    among_owners(story).await;
    lost_rights(story, carla).await;
    lost_letters(story).await;
    added_and_gone(story).await;
    management(story).await;
    deleted(story).await;
}

async fn among_owners(story: &mut Story) {
    let membership = story.decider;
    let offer = OfferOwnership {
        membership,
        step_down: false,
    };
    story.gives(None, offer).await;
    let told = [(PIRET, "ownership_offered"), (ANNA, "ownership_offer_made")];
    story.told(&told).await;
    let accept = AcceptOwnership { membership };
    story.gives(Some(PIRET), accept).await;
    story.told(&[(ANNA, "ownership_accepted")]).await;
}

async fn regrants(story: &mut Story, carla: MembershipId, level: Preset) {
    let change = ChangeGrant {
        membership: carla,
        grant: Grant::of(level),
        based_on: story.site.version(carla).await,
        note: None,
    };
    story.gives(None, change).await;
    story.told(&[(CARLA, "grant_changed")]).await;
}

async fn lost_rights(story: &mut Story, carla: MembershipId) {
    regrants(story, carla, Preset::Administrator).await;
    let invited = story.invite_by(Some(CARLA), DORA, Preset::Staff).await;
    story.told(&[(DORA, "invitation")]).await;
    let link = LinkId(story.site.app.new_id());
    let make = MakeLink {
        link,
        name: name("Entrance"),
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: Some(false),
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    };
    story.gives(Some(CARLA), make).await;
    regrants(story, carla, Preset::Member).await;

    let accept = AcceptInvitation {
        membership: invited,
    };
    let dora = story.people[DORA].caller.clone();
    loses(story, &dora, accept.into()).await;
    let told = [(PIRET, "giver_lost_right"), (ANNA, "giver_lost_right")];
    story.told(&told).await;
    let edgar = Caller {
        holds: Some((link, 1)),
        ..story.people[EDGAR].caller.clone()
    };
    let join = JoinByLink {
        link,
        membership: MembershipId(story.site.app.new_id()),
        position: None,
        note: None,
        locale: None,
    };
    loses(story, &edgar, join.into()).await;
    let told = [(PIRET, "link_lost_right"), (ANNA, "link_lost_right")];
    story.told(&told).await;
}

/// Gives a command that comes to nothing, because who gave may no longer give that.
async fn loses(story: &Story, caller: &Caller, command: Command) {
    let outcome = execute::one(&story.site.app, story.site.organisation, caller, command);
    let refusal = Refusal::GiverLostRight;
    assert_eq!(outcome.await.unwrap(), Outcome::Refused { refusal });
}

async fn lost_letters(story: &mut Story) {
    for (to, state) in [("gone@x.test", "bounced"), ("away@x.test", "failed")] {
        let invite = InvitePerson {
            membership: MembershipId(story.site.app.new_id()),
            contact: to.parse().unwrap(),
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            locale: None,
            message: None,
            staff: None,
        };
        story.gives(Some(ANNA), invite).await;
        let (app, now) = (&story.site.app, story.site.app.now());
        let mut tx = app.store().begin().await.unwrap();
        let taken = letters::take(&mut tx, now, now.plus_millis(1)).await;
        tx.commit().await.unwrap();
        let [letter] = &taken.unwrap()[..] else {
            panic!("the letter of the invitation")
        };
        let ended = Ended::new(letter.id, state, Some("550 no such mailbox"));
        execute::settle_letters(app, &[ended]).await.unwrap();
        story.told(&[(ANNA, state)]).await;
    }
}

async fn added_and_gone(story: &mut Story) {
    let add = AddMember {
        membership: MembershipId(story.site.app.new_id()),
        person: story.people[BORIS].id,
        grant: Grant::of(Preset::Member),
        position: None,
    };
    story.gives(None, add).await;
    story.told(&[(BORIS, "added")]).await;
    let delete = DeleteAccount {
        name: name("Boris Asks"),
    };
    let boris = &story.people[BORIS].caller;
    let gone = execute::delete_account(&story.site.app, boris, &delete).await;
    assert!(gone.unwrap().is_some());
    let told = [(PIRET, "account_deleted"), (ANNA, "account_deleted")];
    story.told(&told).await;
}

pub(super) async fn found(story: &Story, who: usize, called: &str) -> OrganisationId {
    let founder = &story.people[who].caller;
    let made = execute::found(&story.site.app, founder, name(called), None).await;
    made.unwrap().organisation
}

async fn management(story: &mut Story) {
    let manager = found(story, CARLA, "Harbour House").await;
    let community = story.site.organisation;
    let everybody = |kind| [(PIRET, kind), (ANNA, kind), (CARLA, kind)];
    story.gives(None, ProposeManagement { manager }).await;
    story.told(&everybody("management_proposed")).await;
    let accept = AcceptManagement { community };
    story.gives(Some(CARLA), accept).await;
    let told = [
        (PIRET, "management_accepted"),
        (ANNA, "management_accepted"),
    ];
    story.told(&told).await;
    story.gives(None, EndManagement { community }).await;
    story.told(&everybody("management_ended")).await;
}

async fn deleted(story: &mut Story) {
    let organisation = found(story, DORA, "Mill Lane").await;
    let delete = DeleteOrganisation {
        name: name("Mill Lane"),
    };
    story.gives_in(organisation, Some(DORA), delete).await;
    close::round(&story.site.app).await.unwrap();
    story.told(&[(DORA, "organisation_deleted")]).await;
}

/// The only Owner deletes their account, which closes later.
pub(super) async fn closing(story: &mut Story) {
    let delete = DeleteAccount {
        name: name("Olga Ivanova"),
    };
    let olga = &story.site.owner;
    let closes = execute::delete_account(&story.site.app, olga, &delete).await;
    assert!(closes.unwrap().is_some());
    // Administrators are offered ownership first.
    let told = [(PIRET, "account_closing"), (PIRET, "ownership_offered")];
    story.told(&told).await;
}
