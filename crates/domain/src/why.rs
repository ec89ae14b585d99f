//! Why: for any person and permission, whether they have it here and where that comes from or ends (RULES 8, R-1, R-2,
//!

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actor::{Account, AccountStanding, Actor};
use crate::case::{Case, Fact, Stop};
use crate::entitlement::on_paper;
use crate::level::{LevelRef, Preset};
use crate::membership::{Membership, PersonState, once_in_force};
use crate::organisation::Standing;
use crate::rights::Rooms;
use crate::world::World;
use crate::{
    Grant, Lookup, Moment, OrganisationId, Permission, PermissionSet, PersonId, RoomId, SiteId,
};

/// Where a right comes from, or what takes it away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum WhyFrom {
    /// The level has it.
    Level {
        /// Which.
        level: LevelRef,
    },
    /// It was given beyond the level.
    Extra,
    /// Every approved member has it.
    EveryMember,
    /// The grant does not have it.
    NotGiven,
    /// The person acts as Owner from the organisation that manages this one.
    Manager {
        /// That organisation.
        organisation: OrganisationId,
    },
    /// The room is named in the grant.
    Room,
    /// The room's site is named in the grant.
    Site {
        /// Which.
        site: SiteId,
    },
    /// The level opens every room.
    EveryRoom,
    /// The grant does not open the room, or there is no such room.
    NoRoom,
    /// The person is no member yet, or no more.
    NoMember {
        /// Where they stand, if they ever stood somewhere.
        state: Option<PersonState>,
    },
    /// The membership is paused.
    Suspended,
    /// It begins later.
    Starts {
        /// When.
        at: Moment,
    },
    /// Its end has passed.
    Lapsed {
        /// When.
        at: Moment,
    },
    /// The plan does not have it.
    Plan,
    /// The limit to sites takes it out of force.
    Limited,
    /// The account is gone, suspended by the operator, or there is none.
    Account,
    /// The organisation is deleted or switched off.
    Organisation,
}

/// One reason, with the rule it follows from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Because {
    /// The rule, such as `R-32`.
    pub rule: String,
    /// What it says here.
    pub from: WhyFrom,
}

/// Whether somebody may do something here, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Why {
    /// Whether they may.
    pub allowed: bool,
    /// Why, or why not; at least one.
    pub because: Vec<Because>,
    /// The first instant at which time alone changes the answer.
    pub until: Option<Moment>,
}

/// The answer to why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyAnswer {
    /// This.
    Known(Why),
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// Whether a person has a permission here now, and, where a room is named, may enter it. Answer its questions and ask
/// again. Somebody unknown is not allowed, in the same shape (RULES 8). A device knows the account of whoever asks, and
/// no other.
pub fn why(
    world: &World,
    asks: &Actor,
    person: PersonId,
    permission: Permission,
    room: Option<RoomId>,
    now: Moment,
) -> WhyAnswer {
    let case = Case::new(world, asks, now);
    let found = case.why(person, permission, room);
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => WhyAnswer::Asks(questions),
        Ok(why) => WhyAnswer::Known(why),
        Err(Stop::Refused(_) | Stop::Unchanged | Stop::Unknown) => {
            WhyAnswer::Known(Why::no(vec![because(
                "R-1",
                WhyFrom::NoMember { state: None },
            )]))
        }
    }
}

/// Why for one membership, whoever it belongs to; nobody has anything by an invitation that is still open.
pub fn why_membership(
    world: &World,
    asks: &Actor,
    membership: &Membership,
    permission: Permission,
    room: Option<RoomId>,
    now: Moment,
) -> WhyAnswer {
    match membership.person {
        Some(person) => why(world, asks, person, permission, room, now),
        None => WhyAnswer::Known(Why::no(vec![because(
            "R-1",
            WhyFrom::NoMember {
                state: Some(membership.state(now)),
            },
        )])),
    }
}

fn because(rule: &str, from: WhyFrom) -> Because {
    Because {
        rule: rule.to_owned(),
        from,
    }
}

impl Why {
    fn no(because: Vec<Because>) -> Self {
        Self {
            allowed: false,
            because,
            until: None,
        }
    }
}

impl Case<'_> {
    fn why(
        &self,
        person: PersonId,
        permission: Permission,
        room: Option<RoomId>,
    ) -> Result<Why, Stop> {
        let organisation = self.organisation()?;
        if organisation.standing != Standing::Active {
            return Ok(Why::no(vec![because("R-1", WhyFrom::Organisation)]));
        }
        // A device knows no account but its own; the server always does.
        let closes_at = match self.account(person) {
            Fact::Known(account) => {
                if let Some(refused) = why_not_by_account(account, self.now) {
                    return Ok(refused);
                }
                account.and_then(closes_at)
            }
            Fact::Unknown => None,
        };
        if let Fact::Known(Some(acting)) = self.acting_owner(person)? {
            let from = WhyFrom::Manager {
                organisation: organisation.managed_by.unwrap_or(organisation.id),
            };
            let mut allowed = acting.has(permission);
            let mut said = vec![because("R-40", from)];
            if let Some(id) = room {
                let (opens, why) = self.why_room(&Grant::of(Preset::Owner), id)?;
                allowed = allowed && opens;
                said.push(why);
            }
            return Ok(Why {
                allowed,
                because: said,
                until: earliest([acting.until, closes_at]),
            });
        }
        let rows = self.of_person(person).or_stop()?;
        let newest = rows
            .iter()
            .max_by_key(|it| (it.status.is_live(), it.begun.at));
        let Some((row, grant)) = newest.and_then(|it| Some((it, it.grant.as_ref()?))) else {
            let state = newest.map(|it| it.state(self.now));
            return Ok(Why::no(vec![because("R-1", WhyFrom::NoMember { state })]));
        };
        // Asked for whether a room is named or not: the answer tells which rooms there are.
        let room = room.map(|id| self.why_room(grant, id)).transpose()?;
        let (mut said, mut allowed) = self.why_permission(grant, permission);
        if let Some((opens, why)) = room {
            allowed = allowed && opens;
            said.push(why);
        }
        let standing = why_standing(row, self.now);
        allowed = allowed && standing.is_none();
        said.splice(0..0, standing);
        let turn = row.judged_between(self.now).1;
        Ok(Why {
            allowed,
            because: said,
            until: earliest([turn, closes_at]),
        })
    }

    fn why_permission(&self, grant: &Grant, permission: Permission) -> (Vec<Because>, bool) {
        let level = self.world.allows(grant.level).implied();
        let paper = on_paper(grant, level);
        let from = if level.has(permission) {
            WhyFrom::Level { level: grant.level }
        } else if permission == Permission::Discounts {
            WhyFrom::EveryMember
        } else if grant.extras.implied().has(permission) {
            WhyFrom::Extra
        } else {
            return (vec![because("R-20", WhyFrom::NotGiven)], false);
        };
        let mut said = vec![because("R-20", from)];
        let is_out = |set: PermissionSet| !set.has(permission);
        if is_out(paper.in_limit().permissions) {
            said.push(because("R-36", WhyFrom::Limited));
        } else if is_out(once_in_force(self.world, grant).permissions) {
            said.push(because("R-32", WhyFrom::Plan));
        }
        let allowed = said.len() == 1;
        (said, allowed)
    }

    fn why_room(&self, grant: &Grant, id: RoomId) -> Result<(bool, Because), Stop> {
        let room = self.room(id).or_stop()?.filter(|it| !it.removed);
        let Some(room) = room else {
            return Ok((false, because("R-29", WhyFrom::NoRoom)));
        };
        Ok(match on_paper(grant, PermissionSet::NONE).rooms {
            Rooms::All => (true, because("R-29", WhyFrom::EveryRoom)),
            Rooms::Some { rooms, .. } if rooms.contains(&id) => {
                (true, because("R-20", WhyFrom::Room))
            }
            Rooms::Some { sites, .. } if sites.contains(&room.site) => {
                (true, because("R-20", WhyFrom::Site { site: room.site }))
            }
            Rooms::Some { .. } => (false, because("R-20", WhyFrom::NoRoom)),
        })
    }
}

fn why_not_by_account(account: Option<&Account>, now: Moment) -> Option<Why> {
    let lives = account.is_some_and(|it| it.standing.has_rights(now));
    (!lives).then(|| Why::no(vec![because("R-1", WhyFrom::Account)]))
}

fn closes_at(account: &Account) -> Option<Moment> {
    match account.standing {
        AccountStanding::Closing { at } => Some(at),
        AccountStanding::Living | AccountStanding::Suspended | AccountStanding::Gone => None,
    }
}

fn why_standing(row: &Membership, now: Moment) -> Option<Because> {
    let grant = row.grant.as_ref();
    let state = row.state(now);
    let (rule, from) = match state {
        PersonState::Member => return None,
        PersonState::Starting => {
            let at = grant.and_then(|it| it.starts_at)?;
            ("R-2", WhyFrom::Starts { at })
        }
        PersonState::Lapsed => {
            let at = grant.and_then(|it| it.ends_at)?;
            ("R-2", WhyFrom::Lapsed { at })
        }
        PersonState::Paused => ("R-12", WhyFrom::Suspended),
        PersonState::Invited
        | PersonState::Waiting
        | PersonState::Declined
        | PersonState::Cancelled
        | PersonState::Ended
        | PersonState::Expired => ("R-1", WhyFrom::NoMember { state: Some(state) }),
    };
    Some(because(rule, from))
}

fn earliest(turns: [Option<Moment>; 2]) -> Option<Moment> {
    turns.into_iter().flatten().min()
}
