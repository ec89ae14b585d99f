//! What happened at the park until today: levels, rooms, members, and who is no member any more.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_domain::Permission as P;
use doorward_domain::{
    AcceptInvitation, CancelRequest, ChangeGrant, ChangeSettings, DeclineRequest, DeliveryState,
    EndMembership, Grant, LevelId, LevelRef, Locale, MakeLevel, MakeStaffRecord, MembershipId,
    Name, Note, PermissionSet, Preset, Record, Room, RoomId, SetVisibility, Settings, Site, SiteId,
    StaffId, SuspendMember, Version,
};
use futures_util::FutureExt;

use super::cast::{self, IRINA, KADRI, MIHAELA, OLGA, PIRET, Somebody};
use super::doors;
use super::past::Past;
use super::plan::{Plan, days};
use crate::ids;

/// When the park's house was set up, in days ago.
const SET_UP: i64 = 220;

/// The membership that is changed twice at once.
#[derive(Debug, Clone, Copy)]
pub struct Irina {
    /// Whose.
    pub membership: MembershipId,
    /// The version that both changes are based on.
    pub version: Version,
}

/// Levels by their names.
pub type Levels = BTreeMap<&'static str, LevelRef>;

/// What else is planned, at which levels.
pub type More = fn(&mut Plan, &Levels) -> Result<()>;

/// Tells everything in its order, and what else is planned.
pub async fn tell(past: &mut Past, more: More) -> Result<(Irina, Levels)> {
    past.minutes_ago(days(SET_UP));
    past.caller(&MIHAELA).await?;
    let levels = house(past).await?;
    let mut plan = Plan::default();
    members(&mut plan, &levels)?;
    former(past, &mut plan)?;
    doors::plan(&mut plan, &levels)?;
    today(&mut plan, &levels)?;
    more(&mut plan, &levels)?;
    plan.tell(past).await?;
    let membership = past.membership(IRINA)?;
    let version = past.version(membership)?;
    Ok((
        Irina {
            membership,
            version,
        },
        levels,
    ))
}

/// A level by its name or key.
pub fn level(levels: &Levels, name: &str) -> Result<LevelRef> {
    let own = levels.get(name).copied();
    cast::preset(name).or(own).context("a level of the park")
}

/// Levels of the park's own, its rooms, and its open door.
async fn house(past: &mut Past) -> Result<Levels> {
    let mut levels = Levels::new();
    let own: [(&str, &[P]); 3] = [
        ("Front desk", &[P::MembersView, P::BookingsAll, P::Calendar]),
        ("All bookings", &[P::BookingsAll, P::SpendBookings]),
        (
            "+ Clients",
            &[P::BookingsAll, P::ClientsNote, P::SpendBookings],
        ),
    ];
    for (name, permissions) in own {
        let id = LevelId(ids::new());
        let make = MakeLevel {
            level: id,
            name: Name::try_from(name)?,
            permissions: PermissionSet::of(permissions),
        };
        past.give(&OLGA, make).await?;
        levels.insert(name, LevelRef::Own(id));
    }
    rooms(past).await?;
    for (name, position) in [("Oana Ionescu", Some("Barber")), ("Пётр Лебедев", None)] {
        let make = MakeStaffRecord {
            staff: StaffId(ids::new()),
            name: Name::try_from(name)?,
            position: position.map(Name::try_from).transpose()?,
        };
        past.give(&OLGA, make).await?;
    }
    let settings = Settings {
        accepts_requests: true,
        default_level: Preset::Staff.into(),
        request_level: Preset::Staff.into(),
        ..Settings::default()
    };
    let change = ChangeSettings {
        settings,
        based_on: Version::Revision(1),
    };
    past.give(&OLGA, change).await?;
    Ok(levels)
}

/// Rooms as they lie in the building.
async fn rooms(past: &Past) -> Result<()> {
    let site = Site {
        id: SiteId(ids::new()),
        name: Name::try_from("Main building")?,
        removed: false,
    };
    let id = site.id;
    let mut records = vec![Record::Site(site)];
    for name in ["2nd floor", "Office 224", "Kama meeting room", "Garage"] {
        records.push(Record::Room(Room {
            id: RoomId(ids::new()),
            site: id,
            name: Name::try_from(name)?,
            removed: false,
        }));
    }
    past.put(records).await
}

fn members(plan: &mut Plan, levels: &Levels) -> Result<()> {
    for member in cast::members()? {
        let by = if member.joined > 190 { OLGA } else { PIRET };
        let grant = Grant::of(level(levels, member.level)?);
        let membership = joins(plan, by, member.who, grant, member.joined)?;
        if member.joined % 3 == 0 {
            let set = SetVisibility {
                membership,
                visible: true,
            };
            plan.give(days(member.joined) - 200, member.who, set);
        }
        plan.at(days(member.seen), move |past| {
            async move { past.sees(&member.who).await }.boxed()
        });
    }
    Ok(())
}

/// Somebody is invited, and accepts a little later.
fn joins(
    plan: &mut Plan,
    by: Somebody,
    whom: Somebody,
    grant: Grant,
    days_ago: i64,
) -> Result<MembershipId> {
    let began = days(days_ago);
    let membership = plan.invite(began, by, whom, grant)?;
    let sent = vec![(DeliveryState::Sent, began - 1, "")];
    doors::letter(plan, began, membership, sent);
    plan.give(began - 190, whom, AcceptInvitation { membership });
    Ok(membership)
}

/// Who is paused, starts later, has lapsed or is gone.
fn former(past: &Past, plan: &mut Plan) -> Result<()> {
    let of = Somebody::of;
    let staff = Grant::of(Preset::Staff);

    let paused = of("Grigore Șoimaru", "grigore.soimaru", Locale::Ro);
    let membership = joins(plan, PIRET, paused, staff.clone(), 88)?;
    plan.give(days(19), PIRET, SuspendMember { membership });

    let starting = of("Šárka Dvořáková", "sarka.dvorakova", Locale::En);
    let mut grant = staff.clone();
    grant.starts_at = Some(past.at(-days(9)));
    joins(plan, PIRET, starting, grant, 4)?;

    let lapsed = of("Пётр Алёшин", "petr.aleshin", Locale::Ru);
    let mut grant = staff.clone();
    grant.ends_at = Some(past.at(days(3)));
    joins(plan, PIRET, lapsed, grant, 93)?;

    let dismissed = of("Toomas Kivi", "toomas.kivi", Locale::Et);
    let membership = joins(plan, PIRET, dismissed, staff.clone(), 140)?;
    plan.give(days(26), PIRET, EndMembership { membership });

    let again = of("Anna Sokolova", "a.sokolova", Locale::En);
    let membership = joins(plan, PIRET, again, staff.clone(), 205)?;
    plan.give(days(150), PIRET, EndMembership { membership });

    let left = of("Adela Crișan", "adela.crisan", Locale::Ro);
    let membership = joins(plan, PIRET, left, staff, 75)?;
    plan.give(days(12), left, EndMembership { membership });

    let declined = of("Наталья Зуева", "natalia.zueva", Locale::Ru);
    let membership = doors::asks(plan, declined, days(40), "")?;
    let reason = Some(Note::try_from("We do not know you as an employee.")?);
    let decline = DeclineRequest { membership, reason };
    plan.give(days(39), KADRI, decline);

    let withdrawn = of("Sander Lõhmus", "sander.lohmus", Locale::Et);
    let membership = doors::asks(plan, withdrawn, days(33), "")?;
    plan.give(days(32), withdrawn, CancelRequest { membership });
    Ok(())
}

/// Changes of today, for the top of the history.
fn today(plan: &mut Plan, levels: &Levels) -> Result<()> {
    changes(plan, 220, PIRET, "umit.ozturk", level(levels, "+ Clients")?);
    changes(plan, 6, OLGA, IRINA, Preset::Member.into());
    Ok(())
}

fn changes(plan: &mut Plan, minutes_ago: i64, by: Somebody, whom: &'static str, to: LevelRef) {
    plan.at(minutes_ago, move |past| {
        async move {
            let membership = past.membership(whom)?;
            let change = ChangeGrant {
                membership,
                grant: Grant::of(to),
                based_on: past.version(membership)?,
                note: None,
            };
            past.give(&by, change).await.map(drop)
        }
        .boxed()
    });
}
