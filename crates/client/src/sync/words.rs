//! What happens to sync and what it answers: the words of `step`.

use doorward_domain::OrganisationId;
use doorward_protocol::Ring;

use crate::clock::Tick;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// An organisation is known here; it is at this revision.
    Known {
        organisation: OrganisationId,
        revision: u64,
    },
    /// Something may be sent from the tick given on.
    Queued {
        organisation: OrganisationId,
        ready_at: Tick,
    },
    /// The person asked for everything at once.
    SyncNow,
    /// The doorbell rang.
    Rang(Ring),
    /// The doorbell was connected or lost.
    Doorbell { connected: bool },
    /// The doorbell found nobody to connect to.
    Unreached,
    /// A push came to an end.
    Pushed {
        organisation: OrganisationId,
        end: PushEnd,
    },
    /// A pull came to an end.
    Pulled {
        organisation: OrganisationId,
        end: PullEnd,
    },
    /// A pull of own rows came to an end; organisations seen there for the first time come as [`Input::Known`].
    PulledMine { end: PullEnd },
    /// Nothing but that time has passed.
    Time,
}

/// How a request ended that came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The server was not reached.
    Offline,
    /// A passing fault of this course; the server may have said when to come again.
    Passing { after: Option<u64> },
    /// The session has ended.
    SignedOut,
    /// This version is too old.
    UpdateNeeded,
}

/// How a push ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PushEnd {
    /// What could be sent is settled; more may be sent from the tick given on.
    Done { next: Option<Tick> },
    /// The batch as a whole was not taken: try fewer commands.
    Fewer { sent: usize },
    /// The account sees nothing here: a pull will tell.
    NoView,
    /// It came to nothing.
    Failed(Fault),
}

/// How a pull ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PullEnd {
    /// Everything up to this revision is here.
    Done { revision: u64 },
    /// What is here is not what should be: begin anew.
    Anew,
    /// The account sees nothing here any more.
    Gone,
    /// It came to nothing.
    Failed(Fault),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Push at most so many commands.
    Push {
        organisation: OrganisationId,
        limit: usize,
    },
    /// Pull an organisation.
    Pull { organisation: OrganisationId },
    /// Pull the person's own rows.
    PullMine,
    /// Come back at a tick.
    WakeAt(Tick),
    /// Connect the doorbell again now instead of later.
    Listen,
}

/// How the device stands with the server.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Status {
    /// Something is on its way or due.
    #[default]
    Working,
    /// Everything known of is done.
    Idle,
    /// The server is out of reach.
    Offline,
    /// The session has ended.
    SignedOut,
    /// This version is too old.
    UpdateNeeded,
}
