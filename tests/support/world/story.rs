//! What happened at the park until today: levels, rooms, members, and who is no member any more.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use doorward_domain::Permission as P;
use doorward_domain::{
    CancelRequest, ChangeGrant, ChangeSettings, DeclineRequest, EndMembership, Grant, LevelId,
    LevelRef, Locale, MakeLevel, MembershipId, Name, Note, PermissionSet, Preset, Record, Room,
    RoomId, SetVisibility, Settings, Site, SiteId, SuspendMember, Version,
};

use super::cast::{self, IRINA, KADRI, OLGA, PIRET, Somebody};
use super::doors;
use super::past::{DAY, Past};
use crate::ids;

/// The membership that is changed twice at once, and the levels that it is changed to.
#[derive(Debug, Clone, Copy)]
pub struct Irina {
    /// Whose.
    pub membership: MembershipId,
    /// The version that both changes are based on.
    pub version: Version,
    /// What one gives.
    pub all_bookings: LevelRef,
    /// What the other one gives.
    pub clients: LevelRef,
}

/// Levels by their names or keys.
pub type Levels = BTreeMap<&'static str, LevelRef>;

/// Tells everything in its order.
pub async fn tell(past: &mut Past) -> Result<Irina> {
    let levels = house(past).await?;
    members(past, &levels).await?;
    former(past).await?;
    doors::tell(past, &levels).await?;
    today(past, &levels).await
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

/// Rooms come to be by commands of later work; their records are there already.
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

async fn members(past: &mut Past, levels: &Levels) -> Result<()> {
    for member in cast::members()? {
        let by = if member.joined > 190 { OLGA } else { PIRET };
        let grant = Grant::of(level(levels, member.level)?);
        let membership = past.joins(&by, &member.who, grant, member.joined).await?;
        if member.joined % 3 == 0 {
            let visible = true;
            let set = SetVisibility {
                membership,
                visible,
            };
            past.give(&member.who, set).await?;
        }
        past.minutes_ago(member.seen * DAY);
        past.sees(&member.who).await?;
    }
    Ok(())
}

/// Who is paused, starts later, has lapsed or is gone.
async fn former(past: &mut Past) -> Result<()> {
    let of = Somebody::of;
    let staff = Grant::of(Preset::Staff);

    let paused = of("Grigore Șoimaru", "grigore.soimaru", Locale::Ro);
    let membership = past.joins(&PIRET, &paused, staff.clone(), 88).await?;
    past.minutes_ago(19 * DAY);
    past.give(&PIRET, SuspendMember { membership }).await?;

    let starting = of("Šárka Dvořáková", "sarka.dvorakova", Locale::En);
    let mut grant = staff.clone();
    grant.starts_at = Some(past.at(-9 * DAY));
    past.joins(&PIRET, &starting, grant, 4).await?;

    let lapsed = of("Пётр Алёшин", "petr.aleshin", Locale::Ru);
    let mut grant = staff.clone();
    grant.ends_at = Some(past.at(3 * DAY));
    past.joins(&PIRET, &lapsed, grant, 93).await?;

    let dismissed = of("Toomas Kivi", "toomas.kivi", Locale::Et);
    let membership = past.joins(&PIRET, &dismissed, staff.clone(), 140).await?;
    past.minutes_ago(26 * DAY);
    past.give(&PIRET, EndMembership { membership }).await?;

    let left = of("Adela Crișan", "adela.crisan", Locale::Ro);
    let membership = past.joins(&PIRET, &left, staff, 75).await?;
    past.minutes_ago(12 * DAY);
    past.give(&left, EndMembership { membership }).await?;

    let declined = of("Наталья Зуева", "natalia.zueva", Locale::Ru);
    let membership = doors::asks(past, &declined, 40 * DAY, "").await?;
    past.minutes_ago(39 * DAY);
    let reason = Some(Note::try_from("We do not know you as an employee.")?);
    let decline = DeclineRequest { membership, reason };
    past.give(&KADRI, decline).await?;

    let withdrawn = of("Sander Lõhmus", "sander.lohmus", Locale::Et);
    let membership = doors::asks(past, &withdrawn, 33 * DAY, "").await?;
    past.minutes_ago(32 * DAY);
    past.give(&withdrawn, CancelRequest { membership }).await?;
    Ok(())
}

/// What was done today, for the top of the history; the last change is Irina's.
async fn today(past: &mut Past, levels: &Levels) -> Result<Irina> {
    let (all_bookings, clients) = (level(levels, "All bookings")?, level(levels, "+ Clients")?);
    past.minutes_ago(220);
    let changed = past.membership("umit.ozturk")?;
    past.give(&PIRET, change(past, changed, clients)?).await?;
    past.minutes_ago(41);
    let membership = past.membership(IRINA)?;
    let revision = past
        .give(&OLGA, change(past, membership, Preset::Member.into())?)
        .await?;
    Ok(Irina {
        membership,
        version: Version::Revision(revision),
        all_bookings,
        clients,
    })
}

fn change(past: &Past, membership: MembershipId, to: LevelRef) -> Result<ChangeGrant> {
    Ok(ChangeGrant {
        membership,
        grant: Grant::of(to),
        based_on: past.version(membership)?,
    })
}
