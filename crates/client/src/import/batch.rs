//! A batch: what was sent of one table. Its ids are derived from what it is made of, so that the same table sent again,
//! after a stop or from another computer, is the same batch, and nothing is sent twice (CSV-2, SYN-1).

use std::collections::BTreeMap;

use doorward_domain::{
    Command, CommandId, Grant, InvitePerson, LevelRef, Locale, MembershipId, Moment, Note,
    OrganisationId, Refusal,
};
use uuid::Uuid;

use super::{Levels, Line};
use crate::contract::{BatchRowState, RowProblem};

/// Under which name ids are derived; never changed.
const NAMESPACE: Uuid = Uuid::from_u128(0x5f0c_7d52_9d0e_4c0b_8f43_1f6a_2b9c_6e11);

/// What was sent of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) id: Uuid,
    pub(crate) organisation: OrganisationId,
    pub(crate) name: String,
    /// What a row gives that does not say another level.
    pub(crate) level: LevelRef,
    /// Whether rows say their own level.
    pub(crate) levels_by_row: bool,
    pub(crate) made_at: Moment,
    pub(crate) headings: Vec<String>,
    pub(crate) paused: bool,
}

/// One row of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BatchLine {
    pub(crate) number: u32,
    pub(crate) contact: String,
    pub(crate) cells: Vec<String>,
    pub(crate) state: BatchRowState,
    pub(crate) problem: Option<RowProblem>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) command: Option<CommandId>,
    pub(crate) membership: Option<MembershipId>,
    /// How often it was sent before.
    pub(crate) attempt: u32,
}

/// The ids of a batch, and of what is sent of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ids {
    pub(crate) batch: Uuid,
}

/// What everybody in a batch gets whose row does not say another level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) organisation: OrganisationId,
    pub(crate) level: LevelRef,
    pub(crate) locale: Option<Locale>,
    pub(crate) message: Option<Note>,
}

impl Ids {
    /// The ids of a table with this digest, sent with this.
    pub(crate) fn of(digest: &[u8], given: &Given) -> Self {
        let mut name = digest.to_vec();
        name.extend_from_slice(given.organisation.0.as_bytes());
        let rest = (&given.level, given.locale, &given.message);
        name.extend_from_slice(format!("{rest:?}").as_bytes());
        Self {
            batch: Uuid::new_v5(&NAMESPACE, &name),
        }
    }

    /// The id of the command that a row becomes, with the level that it says itself.
    pub(crate) fn command(self, line: &Line, level: Option<LevelRef>, attempt: u32) -> CommandId {
        let contact = line
            .contact
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let name = line.name.as_ref().filter(|_| line.renamed);
        let level = level.map(|it| format!("\n{it}")).unwrap_or_default();
        let name = format!("{contact}\n{attempt}\n{name:?}{level}");
        CommandId(Uuid::new_v5(&self.batch, name.as_bytes()))
    }
}

/// Of each row whether an earlier one names the same contact, and which: one invitation goes out for all of them (S-53).
pub(crate) fn repeats(lines: &[Line], levels: &Levels) -> Vec<Option<usize>> {
    let mut seen = BTreeMap::new();
    let each = lines.iter().enumerate().map(|(at, line)| {
        let is_sendable = levels.problem(line).is_none();
        let contact = line.contact.as_ref().filter(|_| is_sendable)?;
        let first = *seen.entry(contact).or_insert(at);
        (first != at).then_some(first)
    });
    each.collect()
}

/// The id of the membership that a command of a batch makes.
pub(crate) fn membership_of(command: CommandId) -> MembershipId {
    MembershipId(Uuid::new_v5(&command.0, b"membership"))
}

/// The invitation that a row becomes; none without a contact.
pub(crate) fn invitation(
    line: &Line,
    (given, level): (&Given, Option<LevelRef>),
    id: CommandId,
) -> Option<Command> {
    Some(Command::InvitePerson(InvitePerson {
        membership: membership_of(id),
        contact: line.contact.clone()?,
        grant: Grant::of(level.unwrap_or(given.level)),
        name: line.name.clone(),
        position: line.position.clone(),
        staff: None,
        locale: given.locale,
        message: given.message.clone(),
    }))
}

impl BatchRowState {
    /// Every state.
    pub(crate) const ALL: [Self; 6] = [
        Self::ToFix,
        Self::Skipped,
        Self::TakenBack,
        Self::Waiting,
        Self::Refused,
        Self::Sent,
    ];

    /// As it is kept.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::ToFix => "to_fix",
            Self::Skipped => "skipped",
            Self::TakenBack => "taken_back",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::Sent => "sent",
        }
    }

    /// As it was kept.
    pub(crate) fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}
