//! What is known of pushed commands already: the same command answers the same for ever, and one id names one command.

use std::collections::{BTreeMap, BTreeSet};

use doorward_domain::{Command, CommandId, OrganisationId};
use doorward_protocol::{Outcome, PushedCommand};
use sha2::{Digest, Sha256};

use super::{Caller, Error};
use crate::store::outcomes::{self, KeptOutcome};
use crate::store::{self, Script, Slot};

/// What became of commands, before this push and so far in it.
#[derive(Debug, Clone)]
pub struct Known(BTreeMap<CommandId, Outcome>);

impl Known {
    /// Asks what is known of the commands and of those they follow.
    pub fn ask(
        script: &mut Script,
        organisation: OrganisationId,
        commands: &[PushedCommand],
    ) -> Result<Slot, store::Error> {
        let ids: BTreeSet<CommandId> = commands
            .iter()
            .flat_map(|it| [Some(it.id), it.after])
            .flatten()
            .collect();
        outcomes::ask_known(script, organisation, &ids)
    }

    /// What is known of them. An id that names something else ends the push.
    pub fn read(
        kept: Vec<KeptOutcome>,
        caller: &Caller,
        commands: &[PushedCommand],
    ) -> Result<Self, Error> {
        let mut bodies: BTreeMap<CommandId, String> = BTreeMap::new();
        for pushed in commands {
            let hash = body_hash(&pushed.command)?;
            let stands = |it: &KeptOutcome| {
                it.command != pushed.id || (it.body_hash == hash && is_own(it, caller))
            };
            let twice = bodies
                .insert(pushed.id, hash.clone())
                .is_some_and(|earlier| earlier != hash);
            if twice || !kept.iter().all(stands) {
                return Err(Error::IdReused);
            }
        }
        let own = kept.into_iter().filter(|it| is_own(it, caller));
        Ok(Self(own.map(|it| (it.command, it.outcome)).collect()))
    }

    /// Whether this command is settled.
    pub fn has(&self, id: CommandId) -> bool {
        self.0.contains_key(&id)
    }

    /// What became of it.
    pub fn outcome(&self, id: CommandId) -> Option<&Outcome> {
        self.0.get(&id)
    }

    /// Notes what became of it.
    pub fn settle(&mut self, id: CommandId, outcome: Outcome) {
        self.0.insert(id, outcome);
    }
}

/// Outcomes belong to the account, not to the device: after a new sign-in the outbox is sent again (TEN-3).
fn is_own(kept: &KeptOutcome, caller: &Caller) -> bool {
    kept.person == caller.actor.person()
}

/// The hash by which the same body is told from another.
pub fn body_hash(command: &Command) -> Result<String, store::Error> {
    let body = serde_json::to_string(command)
        .map_err(store::Error::unreadable("command", command.key()))?;
    Ok(doorward_protocol::hex(&Sha256::digest(body)))
}
