//! People who try to run a script in whatever program shows them: two hundred payloads, one in every text there is.

use std::sync::LazyLock;

use anyhow::{Context, Result};
use doorward_domain::{
    AcceptInvitation, Answer, DeclineRequest, DeliveryState, Grant, InvitePerson, LevelId,
    LinkForm, Locale, MakeLevel, MakeStaffRecord, MembershipId, Name, Note, Organisation,
    PermissionSet, Plan as Paid, Preset, Record, RequestToJoin, Room, RoomId, Settings, SignIn,
    Site, SiteId, StaffId, Standing,
};
use futures_util::FutureExt;

use super::cast::{OLGA, PIRET, Somebody};
use super::doors::{self, letter};
use super::plan::{Plan, days};
use super::story::Levels;
use crate::ids;

/// The payloads, each of which fits into a name.
pub static PAYLOADS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("hostile.txt").lines().collect());

/// Who asks, who was invited, and who belongs to the park: so many of each.
pub const OF_EACH: usize = 40;

/// How many more asked and were declined.
const DECLINED: usize = 5;

fn payload(at: usize) -> &'static str {
    PAYLOADS[at % PAYLOADS.len()]
}

fn name(at: usize) -> Result<Name> {
    let text = payload(at);
    Name::try_from(text).context(text)
}

fn note(at: usize) -> Result<Note> {
    Note::try_from(payload(at)).context("a payload is a note")
}

fn answer(at: usize) -> Result<Answer> {
    Ok(Answer {
        question: None,
        text: note(at)?,
    })
}

fn somebody(kind: &str, at: usize, payload_at: usize) -> Somebody {
    let called = format!("{kind}{at}").leak();
    Somebody::of(payload(payload_at), called, Locale::En)
}

/// Plans all of them.
pub(super) fn plan(plan: &mut Plan, _: &Levels) -> Result<()> {
    house(plan)?;
    for at in 0..OF_EACH {
        let _: MembershipId = asks(plan, at)?;
        is_invited(plan, at)?;
        joins(plan, at)?;
    }
    for at in OF_EACH..OF_EACH + DECLINED {
        let membership = asks(plan, at)?;
        let reason = Some(note(at + 60)?);
        let decline = DeclineRequest { membership, reason };
        plan.give(1_000, PIRET, decline);
    }
    Ok(())
}

/// The organisation, its rooms, levels, links and the questions it asks.
fn house(plan: &mut Plan) -> Result<()> {
    let questions = (0..5).map(|at| note(60 + at)).collect::<Result<_>>()?;
    let settings = Settings {
        accepts_requests: true,
        questions,
        ..Settings::default()
    };
    let (site, name_of) = (SiteId(ids::new()), name(70)?);
    let place = Site {
        id: site,
        name: name(71)?,
        removed: false,
    };
    let mut records = vec![Record::Settings(settings), Record::Site(place)];
    for at in 72..76 {
        records.push(Record::Room(Room {
            id: RoomId(ids::new()),
            site,
            name: name(at)?,
            removed: false,
        }));
    }
    plan.at(days(30), move |past| {
        async move {
            records.push(Record::Organisation(Organisation {
                id: past.organisation,
                name: name_of,
                standing: Standing::Active,
                plan: Paid::Pro,
                sign_in: SignIn::Any,
                managed_by: None,
                manager_name: None,
                proposal: None,
                longest_term_days: 30,
                locked_after_days: 30,
            }));
            past.put(records).await
        }
        .boxed()
    });
    for at in 76..79 {
        let make = MakeLevel {
            level: LevelId(ids::new()),
            name: name(at)?,
            permissions: PermissionSet::default(),
        };
        plan.give(days(29), OLGA, make);
        let make = MakeStaffRecord {
            staff: StaffId(ids::new()),
            name: name(at)?,
            position: Some(name(at + 3)?),
        };
        plan.give(days(28), PIRET, make);
        doors::makes(plan, payload(at), LinkForm::Link, 20)?;
    }
    Ok(())
}

fn asks(plan: &mut Plan, at: usize) -> Result<MembershipId> {
    let membership = MembershipId(ids::new());
    let whom = somebody("asks", at, at);
    let minutes = 2_000 + i64::try_from(at)?;
    let request = RequestToJoin {
        membership,
        position: Some(name(at + 40)?),
        note: Some(note(at + 80)?),
        answers: (0..5).map(|by| answer(at + by)).collect::<Result<_>>()?,
        locale: None,
    };
    plan.at(minutes, move |past| {
        past.is_of(&whom, membership);
        async move { past.give(&whom, request).await.map(drop) }.boxed()
    });
    Ok(membership)
}

fn invites(plan: &mut Plan, whom: Somebody, minutes: i64, at: usize) -> Result<MembershipId> {
    let membership = MembershipId(ids::new());
    let invite = InvitePerson {
        membership,
        contact: whom.email().parse()?,
        grant: Grant::of(Preset::Staff),
        name: Some(name(at)?),
        position: Some(name(at + 20)?),
        locale: None,
        message: Some(note(at + 50)?),
        staff: None,
    };
    plan.at(minutes, move |past| {
        past.is_of(&whom, membership);
        async move { past.give(&PIRET, invite).await.map(drop) }.boxed()
    });
    Ok(membership)
}

fn is_invited(plan: &mut Plan, at: usize) -> Result<()> {
    let whom = somebody("invited", at, at + 120);
    let minutes = 1_000 + i64::try_from(at)?;
    let membership = invites(plan, whom, minutes, at + 120)?;
    let steps = vec![(DeliveryState::Bounced, minutes - 1, payload(at + 140))];
    letter(plan, minutes, membership, steps);
    Ok(())
}

fn joins(plan: &mut Plan, at: usize) -> Result<()> {
    let whom = somebody("joins", at, at + 160);
    let minutes = days(20) + i64::try_from(at)?;
    let membership = invites(plan, whom, minutes, at + 160)?;
    plan.give(minutes - 300, whom, AcceptInvitation { membership });
    Ok(())
}
