//! A small organisation with somebody at every usual level, and one row that may stand anywhere the rules know.

use std::collections::BTreeMap;

use anyhow::Result;
use doorward_domain::{
    Account, AccountStanding, Actor, Asked, Author, Command, Contact, Decision, Grant, Link,
    LinkForm, LinkId, Lookup, MemberContact, Membership, MembershipId, Moment, Name, Organisation,
    OrganisationId, PersonId, Plan, Preset, Record, SentTo, Settings, Side, SignIn, Signed,
    Standing, Status, Version, World, decide, evolve, needs, signed,
};
use uuid::Uuid;

use crate::cast::{self, Person};

/// The instant of everything here.
pub const NOW: Moment = Moment(1_800_000_000_000);
/// The row that is acted on.
pub const ROW: MembershipId = MembershipId(Uuid::from_u128(1));
/// The id of a row that a command may make.
pub const NEW: MembershipId = MembershipId(Uuid::from_u128(2));
/// An open link of the organisation.
pub const LINK: LinkId = LinkId(Uuid::from_u128(3));
/// The version of every record.
pub const SEEN: Version = Version::Revision(1);

const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(4));

/// The account of somebody of the cast; their address makes their id.
pub fn account(person: Person) -> Result<Account> {
    let id = person
        .email
        .bytes()
        .fold(5_u128, |id, byte| id.wrapping_mul(257) ^ u128::from(byte));
    Ok(Account {
        person: PersonId(Uuid::from_u128(id)),
        name: Name::try_from(person.name.to_owned())?,
        contacts: vec![person.email.parse::<Contact>()?],
        standing: AccountStanding::Living,
    })
}

/// Somebody who is signed in and has just proved who they are.
pub fn signed_in(person: Person) -> Result<Actor> {
    Ok(Actor::Person {
        account: account(person)?,
        fresh: true,
    })
}

/// The organisation with Olga as Owner and an open link, before anybody else comes.
pub fn organisation() -> Result<World> {
    let mut world = World::new(ORGANISATION);
    let olga = account(cast::OLGA)?;
    let giver = Signed {
        author: Author::Person {
            id: olga.person,
            name: olga.name.clone(),
            from: None,
        },
        at: days_ago(9),
    };
    let organisation = Organisation {
        id: ORGANISATION,
        name: Name::try_from("Orchard Street".to_owned())?,
        standing: Standing::Active,
        plan: Plan::Pro,
        sign_in: SignIn::Any,
        managed_by: None,
        manager_name: None,
        proposal: None,
        longest_term_days: 30,
        locked_after_days: 30,
    };
    let link = Link {
        id: LINK,
        name: Name::try_from("Poster".to_owned())?,
        form: LinkForm::Link,
        level: Preset::Member.into(),
        needs_approval: true,
        max_uses: 25,
        domains: std::collections::BTreeSet::new(),
        uses: 0,
        expires_at: NOW.plus_days(7),
        generation: 1,
        giver,
        closed: false,
    };
    put(&mut world, Record::Organisation(organisation));
    put(
        &mut world,
        Record::Settings(Settings {
            accepts_requests: true,
            ..Settings::default()
        }),
    );
    put(&mut world, Record::Link(link));
    employ(&mut world, cast::OLGA, Preset::Owner)?;
    Ok(world)
}

/// Makes somebody an approved member at a level.
pub fn employ(world: &mut World, person: Person, level: Preset) -> Result<MembershipId> {
    let account = account(person)?;
    let id = MembershipId(account.person.0);
    let row = Membership {
        id,
        grant: Some(Grant::of(level)),
        ..row(&account, Status::Approved)
    };
    add(world, row, &account);
    Ok(id)
}

/// Puts a row of somebody, and what the organisation needs to know of them, into the world.
pub fn add(world: &mut World, row: Membership, account: &Account) {
    let contacts = MemberContact {
        membership: row.id,
        contacts: account.contacts.clone(),
    };
    put(world, Record::Membership(Box::new(row)));
    put(world, Record::MemberContact(contacts));
    world.put_account(account.clone());
}

/// A row of somebody in a status, as it comes about by a request.
pub fn row(account: &Account, status: Status) -> Membership {
    let by = Signed {
        author: Author::Person {
            id: account.person,
            name: account.name.clone(),
            from: None,
        },
        at: days_ago(3),
    };
    Membership {
        id: ROW,
        person: Some(account.person),
        name: Some(account.name.clone()),
        position: None,
        staff: None,
        status,
        grant: (status != Status::Initiated { by: Side::Person }).then(|| Grant::of(Preset::Staff)),
        suspended: false,
        visible: false,
        begun: by.clone(),
        invitation: None,
        asked: Some(Asked {
            note: None,
            answers: Vec::new(),
            link: None,
            waits_since: by.at,
            locale: None,
        }),
        decided: (!matches!(status, Status::Initiated { .. })).then_some(by),
        reason: None,
        offer: None,
        approved_at: None,
        end_set_at: None,
    }
}

/// The instant that many days ago.
pub fn days_ago(days: i64) -> Moment {
    NOW.plus_millis(-days * 24 * 60 * 60 * 1000)
}

/// What a command comes to, in one word: the status that follows, or the code of the refusal.
pub fn verdict(world: &World, actor: &Actor, command: &Command) -> String {
    let mut world = world.clone();
    answer_all(&mut world, actor, command);
    match decide(&world, actor, command, NOW) {
        Ok(Decision::Done(events)) => {
            let by = signed(actor, NOW);
            let touched: Vec<_> = events
                .iter()
                .flat_map(|event| evolve(&mut world, event, SEEN, &by))
                .collect();
            let rows = touched
                .iter()
                .filter_map(|key| world.membership(MembershipId(key.id)));
            // A row that came of it stands before the one that gave way to it.
            let rows: BTreeMap<_, _> = rows.map(|row| (row.id, standing(row))).collect();
            let standings: Vec<String> = rows.into_values().rev().collect();
            if standings.is_empty() {
                return "done".to_owned();
            }
            format!("→ {}", standings.join(" and "))
        }
        Ok(Decision::Unchanged) => "no change".to_owned(),
        Ok(Decision::Unsure(_)) => "unsure".to_owned(),
        Err(refusal) => format!("`{}`", refusal.code()),
    }
}

fn standing(row: &Membership) -> String {
    let paused = if row.suspended { ", paused" } else { "" };
    let name = serde_json::to_value(row.status.name()).unwrap_or_default();
    format!("{}{paused}", name.as_str().unwrap_or_default())
}

/// Everything that is put into the world is all there is, so every question is answered by it.
fn answer_all(world: &mut World, actor: &Actor, command: &Command) {
    loop {
        let questions = needs(world, actor, command, NOW);
        if questions.is_empty() {
            return;
        }
        for question in questions {
            if let Lookup::SentTo(contact) = &question {
                world.put_sent(contact.clone(), SentTo::default());
            }
            world.answer(question);
        }
    }
}

fn put(world: &mut World, record: Record) {
    world.put(record, SEEN, None);
}
