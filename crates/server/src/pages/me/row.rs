//! One membership as its person sees it, and what they may do with it: asked of the rules.

use doorward_domain::{
    AcceptInvitation, AcceptOwnership, Author, CancelRequest, Command, Decision, EndMembership,
    Membership, MembershipId, Moment, OrganisationId, PersonState, Refusal, SetVisibility,
    StatusName,
};
use doorward_protocol::MyMembership;

use crate::accounts::SignedInDevice;
use crate::execute;
use crate::pages::icon::Icon;
use crate::pages::visitor::{Early, Visitor};
use crate::text::{initials, status_key};

/// One membership.
#[derive(Debug)]
pub struct Row {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The membership.
    pub membership: MembershipId,
    /// The organisation's name.
    pub name: String,
    /// Its page, where it has one.
    pub page: Option<String>,
    /// The letters on its tile.
    pub initials: String,
    /// The key of the status.
    pub status: &'static str,
    /// The status in words.
    pub state: String,
    /// The drawing beside it.
    pub icon: Icon,
    /// Position and level.
    pub about: Option<String>,
    /// Since when.
    pub when: String,
    /// Whether an invitation can be accepted.
    pub may_accept: bool,
    /// Whether a request can be withdrawn.
    pub may_withdraw: bool,
    /// Whether nobody but the person could decide the request.
    pub stuck: bool,
    /// Whether the person is listed publicly, where they may choose.
    pub visible: Option<bool>,
    /// Whether they can leave; where they cannot, why.
    pub leave: Option<Leave>,
    /// The ownership that is offered to them.
    pub offer: Option<Offered>,
}

/// Ownership that is offered, in words.
#[derive(Debug)]
pub struct Offered {
    /// Who offers what.
    pub summary: String,
    /// What an Owner may do.
    pub means: String,
    /// Until when it stands.
    pub ends: String,
}

/// Leaving.
#[derive(Debug)]
pub enum Leave {
    /// It can be done.
    Possible,
    /// It cannot, and why.
    Refused(String),
}

impl Row {
    /// Whether anything can be pressed.
    pub fn anything(&self) -> bool {
        self.may_accept || self.may_withdraw || self.visible.is_some() || self.leave.is_some()
    }
}

/// An open invitation to the person, where it can be accepted.
pub async fn invited(
    visitor: &Visitor,
    device: &SignedInDevice,
    mine: &MyMembership,
    own_level: Option<&str>,
) -> Result<Option<Row>, Early> {
    let membership = mine.membership.id;
    let accept = AcceptInvitation { membership }.into();
    if would(visitor, device, mine, accept).await?.is_err() {
        return Ok(None);
    }
    Ok(Some(Row {
        may_accept: true,
        ..of(visitor, mine, own_level)
    }))
}

/// A membership that is open or approved.
pub async fn live(
    visitor: &Visitor,
    device: &SignedInDevice,
    mine: &MyMembership,
    own_level: Option<&str>,
) -> Result<Row, Early> {
    let (it, membership) = (&mine.membership, mine.membership.id);
    let would = async |command: Command| would(visitor, device, mine, command).await;
    let mut row = of(visitor, mine, own_level);
    if it.status.name() == StatusName::Requested {
        let withdraw = would(CancelRequest { membership }.into()).await?;
        row.may_withdraw = withdraw.is_ok();
        let stuck = execute::is_stuck(&visitor.app, mine.organisation, membership).await;
        row.stuck = stuck.map_err(|error| visitor.broken(error))?;
    }
    if it.status.is_approved() {
        let visible = !it.visible;
        let set = SetVisibility {
            membership,
            visible,
        };
        row.visible = would(set.into()).await?.is_ok().then_some(it.visible);
        row.leave = match would(EndMembership { membership }.into()).await? {
            Ok(_) => Some(Leave::Possible),
            Err(Refusal::LastOwner) => Some(Leave::Refused(visitor.words.say("me-last-owner"))),
            Err(_) => None,
        };
        row.offer = offered(visitor, device, mine).await?;
    }
    Ok(row)
}

/// The offer of ownership that stands, apart from the password that accepting it takes.
async fn offered(
    visitor: &Visitor,
    device: &SignedInDevice,
    mine: &MyMembership,
) -> Result<Option<Offered>, Early> {
    let (words, it) = (visitor.words, &mine.membership);
    let Some(offer) = it.offer.as_ref() else {
        return Ok(None);
    };
    let accept = AcceptOwnership { membership: it.id }.into();
    let actor = device.caller.actor.once_proved();
    let asked = execute::would(&visitor.app, mine.organisation, &actor, &accept).await;
    if asked.map_err(|error| visitor.broken(error))?.is_err() {
        return Ok(None);
    }
    let by = match &offer.by.author {
        Author::Person { name, .. } => name.to_string(),
        Author::System | Author::Operator => mine.organisation_name.to_string(),
    };
    let when = words.date(offer.expires_at);
    Ok(Some(Offered {
        summary: words.say_of("me-offer", "name", &by),
        means: words.say("me-offer-means"),
        ends: words.say_of("me-offer-ends", "when", &when),
    }))
}

async fn would(
    visitor: &Visitor,
    device: &SignedInDevice,
    mine: &MyMembership,
    command: Command,
) -> Result<Result<Decision, Refusal>, Early> {
    let actor = &device.caller.actor;
    let asked = execute::would(&visitor.app, mine.organisation, actor, &command).await;
    asked.map_err(|error| visitor.broken(error))
}

/// A membership with nothing to press.
pub fn of(visitor: &Visitor, mine: &MyMembership, own_level: Option<&str>) -> Row {
    let (words, it) = (visitor.words, &mine.membership);
    let (icon, state) = state(visitor, it);
    let grant = it.grant.as_ref();
    let level = grant.map(|grant| words.level(grant.level, own_level));
    let position = it.position.as_ref().map(ToString::to_string);
    let about: Vec<String> = position.into_iter().chain(level).collect();
    Row {
        organisation: mine.organisation,
        membership: it.id,
        name: mine.organisation_name.to_string(),
        page: None,
        initials: initials(mine.organisation_name.as_str()),
        status: status_key(it.status.name()),
        state,
        icon,
        about: (!about.is_empty()).then(|| about.join(" · ")),
        when: when(visitor, it),
        may_accept: false,
        may_withdraw: false,
        stuck: false,
        visible: None,
        leave: None,
        offer: None,
    }
}

/// A membership that came to nothing, with the reason that was given.
pub fn closed(visitor: &Visitor, mine: &MyMembership) -> Row {
    let reason = mine.membership.reason.as_ref();
    let reason = reason.map(|it| visitor.words.say_of("me-reason", "reason", it.as_str()));
    let row = of(visitor, mine, None);
    Row {
        about: reason.or(row.about),
        ..row
    }
}

fn state(visitor: &Visitor, it: &Membership) -> (Icon, String) {
    let (words, now) = (visitor.words, visitor.app.now());
    let status = words.status(it.status.name());
    match it.state(now) {
        PersonState::Lapsed => (Icon::Over, words.say("status-lapsed")),
        PersonState::Paused => (Icon::Paused, words.say("status-suspended")),
        PersonState::Starting => {
            let at = it.grant.as_ref().and_then(|grant| grant.starts_at);
            let when = at.map(|at| words.date(at)).unwrap_or_default();
            (Icon::Ahead, words.say_of("status-ahead", "when", &when))
        }
        PersonState::Member => (Icon::Done, status),
        PersonState::Waiting => (Icon::Waiting, status),
        PersonState::Invited => (Icon::Mail, status),
        PersonState::Ended | PersonState::Expired => (Icon::Over, status),
        PersonState::Declined | PersonState::Cancelled => (Icon::Declined, status),
    }
}

fn when(visitor: &Visitor, it: &Membership) -> String {
    let words = visitor.words;
    let day = |id: &str, at: Moment| words.say_of(id, "when", &words.date(at));
    let decided = it.decided.as_ref().unwrap_or(&it.begun).at;
    let end = it.grant.as_ref().and_then(|grant| grant.ends_at);
    match (it.status.name(), end) {
        (StatusName::Requested, _) => day("me-asked", it.waits_since()),
        (StatusName::Invited, _) => day("me-invited", it.begun.at),
        (StatusName::Approved, Some(end)) => {
            format!("{} · {}", day("me-since", decided), day("me-until", end))
        }
        (StatusName::Approved, None) => day("me-since", decided),
        (StatusName::Ended | StatusName::Expired, _) => day("me-ended", decided),
        (StatusName::Rejected | StatusName::Cancelled, _) => words.date(decided),
    }
}
