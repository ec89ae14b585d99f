//! An organisation and its settings as they stand.

use serde::{Deserialize, Serialize};

use crate::level::{LevelRef, Preset};
use crate::management::ManagementProposal;
use crate::{Name, Note, OrganisationId};

/// The longest term of an invitation that any operator may allow, in days.
pub const LONGEST_TERM_DAYS: u32 = 30;

/// Days without contact after which a computer locks its copy of an organisation, unless that decided otherwise.
pub const USUAL_LOCK_DAYS: u32 = 30;

/// The longest that an organisation may decide on, in days.
pub const LONGEST_LOCK_DAYS: u32 = 90;

/// Days after which those who decide are reminded of a request, unless the organisation decided otherwise.
const USUAL_REMINDER_DAYS: u32 = 2;

const fn usual_reminder_days() -> u32 {
    USUAL_REMINDER_DAYS
}

const fn usual_lock_days() -> u32 {
    USUAL_LOCK_DAYS
}

/// Whether the organisation is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It works.
    Active,
    /// The operator switched it off.
    Deactivated,
    /// It was deleted; its rows are tombstones.
    Deleted,
}

/// What the organisation pays for; set by the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Plan {
    /// Work permissions are not in force, except for Owners and Administrators.
    Free,
    /// Everything.
    Pro,
}

/// How people of the organisation may sign in; set by the operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignIn {
    /// Any way the server offers.
    Any,
    /// Only with an external account: invitations and links are refused.
    ExternalOnly,
}

/// A company, sole proprietor, community or location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    /// Its identity.
    pub id: OrganisationId,
    /// What it is called.
    pub name: Name,
    /// Whether it is there.
    pub standing: Standing,
    /// What it pays for.
    pub plan: Plan,
    /// How its people may sign in.
    pub sign_in: SignIn,
    /// The organisation that manages it, if any.
    pub managed_by: Option<OrganisationId>,
    /// What that one was called when it accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "bindings", ts(optional))]
    pub manager_name: Option<Name>,
    /// Who is asked to manage it and has not accepted yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<ManagementProposal>,
    /// The operator's longest term of an invitation, in days, 1 to 30.
    pub longest_term_days: u32,
    /// As its settings say, for every device of its people: days without contact after which their copies are locked.
    #[serde(default = "usual_lock_days")]
    pub locked_after_days: u32,
}

impl Organisation {
    /// The organisation that manages it, or that is asked to.
    pub fn manager_or_proposed(&self) -> Option<OrganisationId> {
        let proposed = self.proposal.as_ref().map(|it| it.manager);
        self.managed_by.or(proposed)
    }
}

/// What the organisation decides for itself.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch on the settings page"
)]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Whether strangers are offered to ask to join.
    pub accepts_requests: bool,
    /// Questions on the request form, at most five.
    pub questions: Vec<Note>,
    /// The level an invitation dialog proposes first.
    pub default_level: LevelRef,
    /// The level an approval proposes first, where it may be given.
    pub request_level: LevelRef,
    /// Term of an invitation in days, 1 to 30.
    pub term_days: u32,
    /// Days that somebody rejected waits before asking again, 0 to 365.
    pub waiting_days: u32,
    /// Days after which those who decide are reminded of a request, 1 to 30 (U10).
    #[serde(default = "usual_reminder_days")]
    pub reminder_days: u32,
    /// Days after which the managing organisation may decide a request too, 1 to 30.
    pub escalation_days: u32,
    /// Days of grace before the last Owner's account is closed, 0 to 90.
    pub grace_days: u32,
    /// Whether a membership whose end date has passed is set to expired by the system.
    pub expire_by_itself: bool,
    /// Whether invitations are reminded of on day 3 and one day before the end.
    pub reminders: bool,
    /// Whether a new link needs approval unless said otherwise.
    pub links_need_approval: bool,
    /// Days without contact after which copies on its people's computers are locked, 1 to 90.
    #[serde(default = "usual_lock_days")]
    pub locked_after_days: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            accepts_requests: false,
            questions: Vec::new(),
            default_level: LevelRef::Preset(Preset::Administrator),
            request_level: LevelRef::Preset(Preset::Member),
            term_days: 7,
            waiting_days: 0,
            reminder_days: USUAL_REMINDER_DAYS,
            escalation_days: 5,
            grace_days: 14,
            expire_by_itself: false,
            reminders: true,
            links_need_approval: true,
            locked_after_days: USUAL_LOCK_DAYS,
        }
    }
}
