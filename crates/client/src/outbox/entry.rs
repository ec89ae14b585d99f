//! One command made on this computer, from the moment it is made until nobody needs to see it any more.

use std::collections::BTreeSet;

use doorward_domain::{Command, CommandId, Moment, OrganisationId, Record, Refusal};
use doorward_protocol::Outcome;
use serde_json::Value;
use uuid::Uuid;

/// One entry of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its place in the order of making; zero before it is saved.
    pub(crate) position: i64,
    pub(crate) id: CommandId,
    pub(crate) organisation: OrganisationId,
    pub(crate) command: Command,
    /// What the thing it overwrites was like when it was made, as it was shown.
    pub(crate) basis: Option<Record>,
    /// Whom it is about, in words of the person's own data.
    pub(crate) subject: Option<String>,
    pub(crate) made_at: Moment,
    /// Whether everything the decision rests on was known here.
    pub(crate) certain: bool,
    /// Its place in the order of sending; set before it is first handed to the network.
    pub(crate) sent_order: Option<i64>,
    /// How often the server asked for it again.
    pub(crate) attempts: u32,
    /// Whether it was parked; others go past it.
    pub(crate) stuck: bool,
    /// What became of it.
    pub(crate) outcome: Option<Outcome>,
    /// When this device learned that.
    pub(crate) settled_at: Option<Moment>,
}

impl Entry {
    /// A new entry.
    pub(crate) fn new(
        id: CommandId,
        organisation: OrganisationId,
        command: Command,
        made_at: Moment,
    ) -> Self {
        Self {
            position: 0,
            id,
            organisation,
            command,
            basis: None,
            subject: None,
            made_at,
            certain: true,
            sent_order: None,
            attempts: 0,
            stuck: false,
            outcome: None,
            settled_at: None,
        }
    }

    /// Whether no server has settled it yet.
    pub(crate) const fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// Whether it may have reached a server.
    pub(crate) const fn was_sent(&self) -> bool {
        self.sent_order.is_some()
    }

    /// The record it is about; none stands for the organisation as a whole.
    pub(crate) fn target(&self) -> Option<Uuid> {
        self.command.target()
    }

    /// Every id it names: of records, and of the command that made the value it overwrites.
    pub(crate) fn names(&self) -> BTreeSet<Uuid> {
        let mut ids = BTreeSet::new();
        // A command is plain data, so this cannot fail; read from what travels, no field is forgotten.
        if let Ok(command) = serde_json::to_value(&self.command) {
            collect(&command, &mut ids);
        }
        ids
    }

    /// The revision at which it was applied.
    pub(crate) const fn applied_at(&self) -> Option<u64> {
        match self.outcome {
            Some(Outcome::Applied { revision }) => Some(revision),
            Some(Outcome::NoChange { .. } | Outcome::Refused { .. }) | None => None,
        }
    }

    /// Why it was refused.
    pub(crate) const fn refusal(&self) -> Option<&Refusal> {
        match &self.outcome {
            Some(Outcome::Refused { refusal }) => Some(refusal),
            Some(Outcome::NoChange { .. } | Outcome::Applied { .. }) | None => None,
        }
    }

    /// Whether it still shapes what this device shows, given the revision up to which every row has arrived.
    pub(crate) fn is_pending(&self, complete: u64) -> bool {
        self.is_open()
            || self
                .applied_at()
                .is_some_and(|revision| revision > complete)
    }
}

/// The ids anywhere in a value.
fn collect(value: &Value, ids: &mut BTreeSet<Uuid>) {
    match value {
        Value::String(text) => ids.extend(Uuid::try_parse(text)),
        Value::Array(values) => values.iter().for_each(|it| collect(it, ids)),
        Value::Object(fields) => fields.values().for_each(|it| collect(it, ids)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
