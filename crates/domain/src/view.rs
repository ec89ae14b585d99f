//! Views: what an account may see of an organisation now, by record kind (DESIGN 4, R-12, R-41).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::actor::Actor;
use crate::case::{Case, Fact, Stop};
use crate::permission::Permission;
use crate::record::RecordKind;
use crate::rights::Rights;
use crate::world::World;
use crate::{Lookup, MembershipId, Moment, PersonId, RoomId, SiteId};

/// What an account may see of an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct View {
    /// The kinds of record it sees.
    pub kinds: BTreeSet<RecordKind>,
    /// The membership of its own, seen whatever the kinds are.
    pub own: Option<MembershipId>,
    /// The sites it is limited to; empty means no limit.
    pub limited_to: BTreeSet<SiteId>,
    /// The rooms of those sites; a room that comes or goes there makes another view.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeSet<RoomId>>", optional))]
    pub limited_rooms: BTreeSet<RoomId>,
    /// The kinds of which it sees only what belongs to open requests, for an organisation that manages this one.
    pub routed: BTreeSet<RecordKind>,
    /// Of those only what belongs to requests that wait since this instant or longer, where somebody decides the others;
    /// none means all open requests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub routed_until: Option<Moment>,
    /// Whether it may read the history.
    pub history: bool,
    /// Whether it decides all requests as an acting Owner, because nobody of the organisation itself does.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<bool>", optional))]
    pub acts: bool,
}

impl View {
    /// Whether requests come here because nobody of the organisation itself decides them.
    pub fn stands_in(&self) -> bool {
        self.acts || self.routed.contains(&RecordKind::Request) && self.routed_until.is_none()
    }

    /// The view of which this one sees exactly the records, whoever else has it: what is made for one of them is good for
    /// all. Somebody's own membership is seen as every other one where all members are. None where time alone changes
    /// what is seen, as it does for requests that escalate.
    pub fn shared(&self) -> Option<Self> {
        let alike = self.kinds.contains(&RecordKind::Member) && self.limited_to.is_empty();
        self.routed.is_empty().then(|| Self {
            own: self.own.filter(|_| !alike),
            ..self.clone()
        })
    }
}

/// The answer to what an account may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Window {
    /// This.
    Open(View),
    /// Nothing.
    Closed,
    /// Questions must be answered first.
    Asks(BTreeSet<Lookup>),
}

/// What the actor may see of the organisation now; answer its questions and ask again.
pub fn view(world: &World, actor: &Actor, now: Moment) -> Window {
    let case = Case::new(world, actor, now);
    let found = look(&case);
    let questions = case.open_questions();
    match found {
        _ if !questions.is_empty() => Window::Asks(questions),
        Ok(Some(view)) => Window::Open(view),
        Ok(None) | Err(Stop::Refused(_) | Stop::Unknown | Stop::Unchanged) => Window::Closed,
    }
}

/// The next instant at which a date of a membership of the person's own, as far as it is loaded, changes what they may see.
pub fn turns_at(world: &World, person: PersonId, now: Moment) -> Option<Moment> {
    let grants = world.of_person(person).filter_map(|it| it.grant.as_ref());
    let dates = grants.flat_map(|it| [it.starts_at, it.ends_at]).flatten();
    dates.filter(|date| !now.is_past(*date)).min()
}

fn look(case: &Case<'_>) -> Result<Option<View>, Stop> {
    let Some(person) = case.actor.person() else {
        return Ok(None);
    };
    if case.organisation()?.standing != crate::Standing::Active {
        return Ok(None);
    }
    let own = case
        .of_person(person)
        .or_stop()?
        .into_iter()
        .find(|it| it.status.is_approved())
        .map(|it| it.id);
    let rights = case.rights(person)?.or_stop()?;
    let decides = rights
        .as_ref()
        .is_some_and(|it| it.has(Permission::RequestsDecide));
    let above = case.rights_over_requests()?.filter(|_| !decides);
    let (above, routed_until) = case.routed_to(above)?;
    let routed = above.is_some();
    let lives = case
        .actor
        .account()
        .is_some_and(|account| account.standing.has_rights(case.now));
    let own = own.filter(|_| lives);
    let mut seen = rights.as_ref().map(kinds).unwrap_or_default();
    let asked = case.answers_for_management(person)?;
    if asked {
        // Whoever is to answer a proposal, or may end what came of it, sees which organisation that is.
        seen.insert(RecordKind::Organisation);
    }
    let narrowed = ROUTED_ONLY
        .iter()
        .filter(|kind| routed && !seen.contains(kind));
    let narrowed: BTreeSet<_> = narrowed.copied().collect();
    if let Some(above) = &above {
        seen.extend(ROUTED);
        if above.administrator {
            // What they may give there: to others of the managing organisation rooms are nothing.
            seen.extend([RecordKind::Room, RecordKind::Site]);
        }
    }
    let limit = |rights: &Rights| rights.limited_to.clone();
    let limited_to = rights.as_ref().map(limit).unwrap_or_default();
    let limited_rooms = case.rooms_of(&limited_to).or_stop()?;
    let nothing = rights.is_none() && own.is_none() && !routed && !asked;
    let reads = |rights: &Rights| rights.has(Permission::HistoryView);
    let acts = decides && case.acts_alone(person)?;
    Ok((!nothing).then(|| View {
        kinds: seen,
        own,
        routed: narrowed,
        routed_until,
        history: rights.as_ref().is_some_and(reads),
        limited_to,
        limited_rooms,
        acts,
    }))
}

/// Every kind somebody in force sees, and what each permission adds.
fn kinds(rights: &Rights) -> BTreeSet<RecordKind> {
    use Permission as P;
    use RecordKind as K;
    let mut kinds = BTreeSet::from([K::Organisation, K::Level, K::Room, K::Site]);
    let rows: [(&[P], K); 9] = [
        (&[P::MembersView], K::Member),
        (&[P::MembersView], K::Staff),
        (&[P::RequestsDecide], K::Request),
        (&[P::InvitationsManage], K::Invitation),
        (&[P::InvitationsManage], K::Link),
        (&[P::InvitationsManage], K::Delivery),
        (&[P::MembersManage], K::MemberActivity),
        (
            &[P::MembersManage, P::RequestsDecide, P::InvitationsManage],
            K::MemberContact,
        ),
        (&[P::SettingsManage, P::InvitationsManage], K::Settings),
    ];
    kinds.extend(
        rows.into_iter()
            .filter(|(any, _)| any.iter().any(|it| rights.has(*it)))
            .map(|(_, kind)| kind),
    );
    kinds
}

/// What a handler of the managing organisation sees: requests with their contacts, the levels that may be given, and
/// the community's name.
const ROUTED: [RecordKind; 4] = [
    RecordKind::Organisation,
    RecordKind::Level,
    RecordKind::Request,
    RecordKind::MemberContact,
];

/// The kinds that such a handler sees only as far as requests are open.
const ROUTED_ONLY: [RecordKind; 2] = [RecordKind::Request, RecordKind::MemberContact];

impl Case<'_> {
    /// whether a person is Owner of the organisation that manages this one or is asked to.
    fn answers_for_management(&self, person: PersonId) -> Result<bool, Stop> {
        if self.organisation()?.manager_or_proposed().is_none() {
            return Ok(false);
        }
        let rights = self.rights_above(person).or_stop()?;
        Ok(rights.is_some_and(|rights| rights.owner))
    }

    /// whether a person is an acting Owner where nobody of the organisation itself decides requests.
    fn acts_alone(&self, person: PersonId) -> Result<bool, Stop> {
        Ok(self.acting_owner(person)?.or_stop()?.is_some()
            && !self.somebody_decides()?.or_stop()?)
    }

    /// of somebody who would decide from above, the rights by which they see what is routed, and up to which
    /// request that is. While somebody of the community decides and nothing has escalated, they see none.
    fn routed_to(&self, above: Option<Rights>) -> Result<(Option<Rights>, Option<Moment>), Stop> {
        if above.is_none() {
            return Ok((None, None));
        }
        // Asked together: fewer rounds of questions.
        let (decides, until) = (self.somebody_decides()?, self.escalated_until());
        if !decides.or_stop()? {
            return Ok((above, None));
        }
        let until = until.or_stop()?;
        Ok((above.filter(|_| until.is_some()), until))
    }

    /// What the actor holds in the organisation that manages this one, if that lets them decide routed requests.
    fn rights_over_requests(&self) -> Result<Option<Rights>, Stop> {
        let Some(person) = self.actor.person() else {
            return Ok(None);
        };
        if self.organisation()?.managed_by.is_none() {
            return Ok(None);
        }
        match self.manager_rights(person)? {
            Fact::Known(rights) => Ok(rights.filter(|it| it.has(Permission::RequestsDecide))),
            Fact::Unknown => Err(Stop::Unknown),
        }
    }
}
