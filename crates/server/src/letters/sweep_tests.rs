//! The sweep of RULES 7: every event that a person hears of, to whom, in four languages, with an e-mail address and
//! without: each told exactly once, in the bell always and by letter where there is an address.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{
    AcceptInvitation, AcceptOwnership, Account, AccountStanding, Actor, ApproveRequest,
    ChangeGrant, Command, Contact, DeclineInvitation, DeclineRequest, DeviceId, EndMembership,
    Grant, InvitePerson, Letters, Locale, MembershipId, Note, NoticeKind, OfferOwnership,
    OrganisationId, PersonId, Preset, RenewMembership, RequestToJoin, ResumeMember, SuspendMember,
    WithdrawOffer,
};
use doorward_protocol::{MyKind, MyRecord, Outcome};
use uuid::Uuid;

use super::sweep_scenes;
use crate::execute::{self, Caller};
use crate::pages::tests::site::Site;
use crate::store::accounts;
use crate::store::mine;
use crate::store::sign_ups::SignUpRow;
use crate::text::{Value, words};

pub(super) const PIRET: usize = 0;
pub(super) const ANNA: usize = 1;
pub(super) const BORIS: usize = 2;
pub(super) const CARLA: usize = 3;
pub(super) const DORA: usize = 4;
pub(super) const EDGAR: usize = 5;

/// What is told by the next digest, to whoever wants it so.
const MAY_WAIT: [&str; 4] = ["request", "decided", "accepted", "invitation_declined"];

/// Somebody in the story.
pub(super) struct Person {
    pub(super) caller: Caller,
    pub(super) id: PersonId,
    pub(super) email: Option<String>,
    locale: Locale,
    name: &'static str,
}

async fn somebody(
    site: &Site,
    name: &'static str,
    locale: Locale,
    number: u128,
    mail: bool,
) -> Person {
    let email = format!("{}@x.test", name.to_lowercase().replace(' ', "."));
    let contact: Contact = if mail {
        email.parse().unwrap()
    } else {
        format!("+372555{number:05}").parse().unwrap()
    };
    let id = PersonId(site.app.new_id());
    let row = SignUpRow {
        id,
        contact: contact.clone(),
        name: name.try_into().unwrap(),
        locale,
        password: String::new(),
        next: None,
        browser: None,
        door: None,
        expires_at: site.app.now(),
    };
    let mut tx = site.app.store().begin().await.unwrap();
    accounts::make(&mut tx, &row, site.app.now()).await.unwrap();
    mine::note(&mut tx, mine::of_accounts(&[id])).await.unwrap();
    tx.commit().await.unwrap();
    let account = Account {
        person: id,
        name: row.name,
        contacts: vec![contact],
        standing: AccountStanding::Living,
    };
    let actor = Actor::Person {
        account,
        fresh: true,
    };
    Person {
        caller: Caller::new(actor, DeviceId(Uuid::from_u128(number))),
        id,
        email: mail.then_some(email),
        locale,
        name,
    }
}

impl Person {
    fn contact(&self) -> Contact {
        let account = self.caller.actor.account().unwrap();
        account.contacts.first().cloned().unwrap()
    }

    /// How often the bell says each kind.
    async fn heard(&self, site: &Site) -> BTreeMap<String, usize> {
        let mut tx = site.app.store().snapshot().await.unwrap();
        let held = mine::held(&mut tx, self.id, MyKind::Notice, 500).await;
        let mut heard = BTreeMap::new();
        for record in held.unwrap() {
            if let MyRecord::Notice(it) = record {
                *heard.entry(it.kind).or_default() += 1;
            }
        }
        heard
    }
}

/// The story so far.
pub(super) struct Story {
    pub(super) site: Site,
    pub(super) people: Vec<Person>,
    /// Piret's membership, at level Administrator.
    pub(super) decider: MembershipId,
    /// The kinds that somebody was told of.
    pub(super) seen: BTreeSet<String>,
    wanted: Letters,
    heard: Vec<BTreeMap<String, usize>>,
    letters: Vec<usize>,
}

impl Story {
    pub(super) async fn open(locale: Locale, mail: bool, wanted: Letters) -> Self {
        let site = Site::open().await;
        site.accept_requests().await;
        let mut people = Vec::new();
        let names = [
            "Piret Decider",
            "Anna Asks",
            "Boris Asks",
            "Carla Invited",
            "Dora Waits",
            "Edgar Comes",
        ];
        for (number, name) in (10..).zip(names) {
            people.push(somebody(&site, name, locale, number, mail).await);
        }
        for person in &people {
            wants(&site, person.id, wanted).await;
        }
        let mut story = Self {
            site,
            decider: MembershipId(Uuid::nil()),
            seen: BTreeSet::new(),
            wanted,
            heard: vec![BTreeMap::new(); people.len()],
            letters: vec![0; people.len()],
            people,
        };
        let decider = story.invite(PIRET, Preset::Administrator).await;
        let accept = AcceptInvitation {
            membership: decider,
        };
        story.decider = decider;
        story.gives(Some(PIRET), accept).await;
        story.settle().await;
        story
    }

    pub(super) async fn gives(&self, who: Option<usize>, command: impl Into<Command>) {
        self.gives_in(self.site.organisation, who, command).await;
    }

    pub(super) async fn gives_in(
        &self,
        organisation: OrganisationId,
        who: Option<usize>,
        command: impl Into<Command>,
    ) {
        let caller = who.map_or(&self.site.owner, |who| &self.people[who].caller);
        let command = command.into();
        let told = format!("{command:?}");
        let outcome = execute::one(&self.site.app, organisation, caller, command).await;
        assert!(
            matches!(outcome, Ok(Outcome::Applied { .. })),
            "{told}: {outcome:?}"
        );
    }

    async fn invite(&self, whom: usize, level: Preset) -> MembershipId {
        self.invite_by(None, whom, level).await
    }

    pub(super) async fn invite_by(
        &self,
        who: Option<usize>,
        whom: usize,
        level: Preset,
    ) -> MembershipId {
        let membership = MembershipId(self.site.app.new_id());
        let invite = InvitePerson {
            membership,
            contact: self.people[whom].contact(),
            grant: Grant::of(level),
            name: None,
            position: None,
            locale: None,
            message: None,
            staff: None,
        };
        self.gives(who, invite).await;
        membership
    }

    pub(super) async fn asks(&self, who: usize) -> MembershipId {
        let membership = MembershipId(self.site.app.new_id());
        let request = RequestToJoin {
            membership,
            position: None,
            note: None,
            answers: Vec::new(),
            locale: None,
        };
        self.gives(Some(who), request).await;
        membership
    }

    /// Takes what was told until now as known; a second passes, because what is done at different times is told apart.
    pub(super) async fn settle(&mut self) {
        self.site.clock.set(self.site.app.now().plus_millis(1000));
        for at in 0..self.people.len() {
            self.letters[at] = self.letters_to(at).await.len();
            self.heard[at] = self.people[at].heard(&self.site).await;
        }
    }

    async fn letters_to(&self, who: usize) -> Vec<String> {
        // Whoever has no address is written to as little as anybody: what is due is dealt with all the same.
        self.site.letters().await;
        let Some(email) = &self.people[who].email else {
            return Vec::new();
        };
        self.site.subjects_to(email).await
    }

    /// Since the last look exactly these people were told exactly this, once each, and nobody else anything.
    pub(super) async fn told(&mut self, expected: &[(usize, &str)]) {
        self.seen
            .extend(expected.iter().map(|(_, kind)| (*kind).to_owned()));
        // Letters first: the people of a group are found when its letter is due.
        self.site.letters().await;
        for at in 0..self.people.len() {
            let person = &self.people[at];
            let now = person.heard(&self.site).await;
            let mut new: Vec<(String, usize)> = now
                .iter()
                .map(|(kind, count)| {
                    let before = self.heard[at].get(kind).copied().unwrap_or_default();
                    (kind.clone(), count - before)
                })
                .collect();
            new.retain(|(_, count)| *count > 0);
            let mine: Vec<(String, usize)> = expected
                .iter()
                .filter(|(who, _)| *who == at)
                .map(|(_, kind)| ((*kind).to_owned(), 1))
                .collect();
            assert_eq!(new, mine, "{} hears in {:?}", person.name, person.locale);
            let letters = self.letters_to(at).await;
            let sent = &letters[self.letters[at]..];
            let waits = |kind: &str| self.wanted == Letters::Daily && MAY_WAIT.contains(&kind);
            let at_once = mine.iter().filter(|(kind, _)| !waits(kind));
            let wanted = at_once.filter(|_| person.email.is_some()).count();
            assert_eq!(sent.len(), wanted, "{}: {mine:?} {sent:?}", person.name);
        }
        self.settle().await;
    }
}

/// Has somebody get their letters so from now on.
pub(super) async fn wants(site: &Site, person: PersonId, letters: Letters) {
    let mut tx = site.app.store().begin().await.unwrap();
    accounts::want_letters(&mut tx, person, letters)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

pub(super) async fn requests(story: &mut Story) -> MembershipId {
    let anna = story.asks(ANNA).await;
    story.told(&[(PIRET, "request")]).await;
    let approve = ApproveRequest {
        membership: anna,
        grant: Grant::of(Preset::Member),
    };
    story.gives(None, approve).await;
    story.told(&[(PIRET, "decided"), (ANNA, "approved")]).await;
    let boris = story.asks(BORIS).await;
    story.told(&[(PIRET, "request")]).await;
    let decline = DeclineRequest {
        membership: boris,
        reason: Note::try_from("Not now.").ok(),
    };
    story.gives(None, decline).await;
    story.told(&[(PIRET, "decided"), (BORIS, "declined")]).await;
    anna
}

pub(super) async fn changes(story: &mut Story, membership: MembershipId) {
    let change = ChangeGrant {
        membership,
        grant: Grant::of(Preset::Guest),
        based_on: story.site.version(membership).await,
        note: None,
    };
    story.gives(None, change).await;
    story.told(&[(ANNA, "grant_changed")]).await;
    story.gives(None, SuspendMember { membership }).await;
    story.told(&[(ANNA, "suspended")]).await;
    story.gives(None, ResumeMember { membership }).await;
    story.told(&[(ANNA, "resumed")]).await;
    story.gives(None, EndMembership { membership }).await;
    story.told(&[(ANNA, "ended")]).await;
    let renew = RenewMembership {
        membership,
        grant: Grant::of(Preset::Member),
        based_on: story.site.version(membership).await,
    };
    story.gives(None, renew).await;
    story.told(&[(ANNA, "renewed")]).await;
}

pub(super) async fn invitations(story: &mut Story) -> MembershipId {
    let membership = story.invite_by(Some(PIRET), CARLA, Preset::Staff).await;
    story.told(&[(CARLA, "invitation")]).await;
    story
        .gives(Some(CARLA), DeclineInvitation { membership })
        .await;
    story.told(&[(PIRET, "invitation_declined")]).await;
    let membership = story.invite_by(Some(PIRET), CARLA, Preset::Staff).await;
    story.told(&[(CARLA, "invitation")]).await;
    story
        .gives(Some(CARLA), AcceptInvitation { membership })
        .await;
    story.told(&[(PIRET, "accepted")]).await;
    membership
}

async fn ownership(story: &mut Story, membership: MembershipId) {
    let offer = OfferOwnership {
        membership,
        step_down: false,
    };
    story.gives(None, offer).await;
    story.told(&[(ANNA, "ownership_offered")]).await;
    story.gives(None, WithdrawOffer { membership }).await;
    story.told(&[(ANNA, "ownership_withdrawn")]).await;
    let offer = OfferOwnership {
        membership,
        step_down: false,
    };
    story.gives(None, offer).await;
    story.told(&[(ANNA, "ownership_offered")]).await;
    story
        .gives(Some(ANNA), AcceptOwnership { membership })
        .await;
    story.told(&[]).await;
}

#[tokio::test]
async fn everybody_is_told_exactly_once_in_four_languages_with_and_without_e_mail_olv_32_u10() {
    for locale in Locale::ALL {
        for mail in [true, false] {
            let mut story = Story::open(locale, mail, Letters::AtOnce).await;
            let anna = requests(&mut story).await;
            changes(&mut story, anna).await;
            let carla = invitations(&mut story).await;
            ownership(&mut story, anna).await;
            sweep_scenes::play(&mut story, carla).await;
            let mut last = Story::open(locale, mail, Letters::AtOnce).await;
            sweep_scenes::closing(&mut last).await;
            let seen: BTreeSet<String> = story.seen.union(&last.seen).cloned().collect();
            let every = NoticeKind::ALL.map(|kind| kind.key().to_owned());
            assert_eq!(seen, every.into(), "each kind has a scene");
        }
    }
}

#[tokio::test]
async fn a_letter_is_in_its_reader_s_language_whoever_did_what_it_tells_olv_32() {
    for locale in Locale::ALL {
        let mut story = Story::open(locale, true, Letters::AtOnce).await;
        requests(&mut story).await;
        let subjects = story.letters_to(1).await;
        let organisation = Value::from("Salong Hortensia");
        let expected =
            words(locale).say_with("letter-approved-subject", &[("organisation", organisation)]);
        assert!(subjects.contains(&expected), "{locale:?}: {subjects:?}");
    }
}
