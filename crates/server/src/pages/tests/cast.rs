//! The people of a site: who joins, invites, ends, and what the operator does.

use doorward_domain::{
    AcceptInvitation, Account, Actor, ChangeSettings, Command, Contact, DeviceId, EndMembership,
    Grant, InvitePerson, Lookup, MembershipId, Name, OrganisationId, Preset, RecordKey, Settings,
    Shelf, Standing, World,
};
use doorward_protocol::Outcome;
use uuid::Uuid;

use super::site::Site;
use crate::execute::{self, Caller};
use crate::store::{accounts, lookups};

impl Site {
    /// Somebody who has an account, with it as it is now.
    pub async fn caller(&self, email: &str) -> Caller {
        let contact: Contact = email.parse().unwrap();
        let mut tx = self.app.store().snapshot().await.unwrap();
        let row = accounts::by_contact(&mut tx, &contact).await.unwrap();
        let person = row.unwrap().person;
        let account: Account = accounts::account_of(&mut tx, person)
            .await
            .unwrap()
            .unwrap();
        let actor = Actor::Person {
            account,
            fresh: true,
        };
        Caller::new(actor, DeviceId(Uuid::from_u128(2)))
    }

    /// Somebody gives a command that must take effect.
    async fn does(&self, caller: &Caller, command: Command) {
        let outcome = execute::one(&self.app, self.organisation, caller, command).await;
        assert!(
            matches!(outcome, Ok(Outcome::Applied { .. })),
            "{outcome:?}"
        );
    }

    /// Makes an account and has it accept an invitation with this grant.
    pub async fn join_as(&self, name: &str, email: &str, grant: Grant) -> MembershipId {
        let person = self.person(name, email).await;
        let membership = self.invite_at(email, grant).await;
        self.does(&person, AcceptInvitation { membership }.into())
            .await;
        membership
    }

    /// Somebody invites somebody at level Staff.
    pub async fn invite_by(&self, inviter: &str, email: &str) -> MembershipId {
        let membership = MembershipId(self.app.new_id());
        let invite = InvitePerson {
            membership,
            contact: email.parse().unwrap(),
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            locale: None,
            message: None,
            staff: None,
        };
        let inviter = self.caller(inviter).await;
        self.does(&inviter, invite.into()).await;
        membership
    }

    /// The Owner ends a membership.
    pub async fn end(&self, membership: MembershipId) {
        self.does(&self.owner, EndMembership { membership }.into())
            .await;
    }

    /// The operator suspends somebody's account.
    pub async fn suspend(&self, email: &str) {
        let contact = email.parse().unwrap();
        execute::suspend(&self.app, &contact, true).await.unwrap();
    }

    /// The operator takes a suspension back.
    pub async fn resume(&self, email: &str) {
        let contact = email.parse().unwrap();
        execute::suspend(&self.app, &contact, false).await.unwrap();
    }

    /// The operator changes where the organisation stands.
    pub async fn stands(&self, standing: Standing) {
        let changed = execute::operate(&self.app, self.organisation, "standing_set", |it| {
            it.standing = standing;
        });
        changed.await.unwrap();
    }

    /// Another organisation of the same Owner.
    pub async fn another(&self, name: &str, takes_requests: bool) -> OrganisationId {
        let name = Name::try_from(name).unwrap();
        let made = execute::found(&self.app, &self.owner, name, None)
            .await
            .unwrap();
        let id = made.organisation;
        let mut world = World::new(id);
        let mut tx = self.app.store().snapshot().await.unwrap();
        let question = [Lookup::Organisation].into();
        lookups::load(&mut tx, &mut world, &question, self.app.now())
            .await
            .unwrap();
        drop(tx);
        let key = RecordKey {
            shelf: Shelf::Settings,
            id: id.0,
        };
        let change = ChangeSettings {
            settings: Settings {
                accepts_requests: takes_requests,
                ..world.settings().unwrap().clone()
            },
            based_on: world.record(key).unwrap().version,
        };
        if takes_requests {
            let outcome = execute::one(&self.app, id, &self.owner, change.into()).await;
            assert!(
                matches!(outcome, Ok(Outcome::Applied { .. })),
                "{outcome:?}"
            );
        }
        id
    }
}
