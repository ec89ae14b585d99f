//! Everything sync remembers between two inputs: one course for each organisation, one for own rows, and the connection.

use std::collections::BTreeMap;

use doorward_domain::OrganisationId;
use doorward_protocol::MAX_COMMANDS;

use super::words::Status;
use crate::clock::Tick;

/// One line of work that does one thing at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) busy: bool,
    pub(super) push_at: Option<Tick>,
    pub(super) pull: bool,
    pub(super) failures: u32,
    pub(super) not_before: Tick,
    pub(super) limit: usize,
    pub(super) revision: u64,
    pub(super) anew: u32,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            busy: false,
            push_at: None,
            pull: false,
            failures: 0,
            not_before: Tick(0),
            limit: MAX_COMMANDS,
            revision: 0,
            anew: 0,
        }
    }
}

/// Everything sync remembers between two inputs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct State {
    pub(super) courses: BTreeMap<OrganisationId, Course>,
    pub(super) mine: Course,
    pub(super) doorbell: bool,
    pub(super) poll_at: Tick,
    pub(super) unreached: u32,
    pub(super) try_at: Tick,
    pub(super) ended: Option<Status>,
}

impl State {
    /// The state at the start of a run: own rows first.
    pub(crate) fn new() -> Self {
        Self {
            mine: Course {
                pull: true,
                ..Course::default()
            },
            ..Self::default()
        }
    }

    /// How the device stands with the server at `now`.
    pub(crate) fn status(&self, now: Tick) -> Status {
        if let Some(ended) = self.ended {
            return ended;
        }
        if self.unreached > 0 {
            return Status::Offline;
        }
        let busy = |it: &Course| it.busy || it.pull || it.push_at.is_some_and(|at| at <= now);
        if busy(&self.mine) || self.courses.values().any(busy) {
            Status::Working
        } else {
            Status::Idle
        }
    }

    pub(super) fn course(&mut self, organisation: OrganisationId) -> &mut Course {
        self.courses.entry(organisation).or_default()
    }

    pub(super) fn pull_everything(&mut self) {
        self.mine.pull = true;
        self.courses
            .values_mut()
            .for_each(|course| course.pull = true);
    }

    pub(super) fn reached(&mut self) {
        self.unreached = 0;
        self.try_at = Tick(0);
    }
}
