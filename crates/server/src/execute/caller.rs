//! Who gives commands to the write path.

use std::net::IpAddr;

use doorward_domain::{Actor, DeviceId, LinkId};
use uuid::Uuid;

/// Who pushes, and from which device.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who.
    pub actor: Actor,
    /// From where; the nil id for the operator and the system.
    pub device: DeviceId,
    /// The link whose secret the caller has shown, and which of its secrets; joining by a link takes it.
    pub holds: Option<(LinkId, u32)>,
    /// The request that brought it; none where no request did.
    pub trail: Option<Trail>,
}

/// What leads from an entry of the history back to the request that caused it (AUD-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trail {
    /// The id of the request, as its answer and the log carry it.
    pub request: Uuid,
    /// The address of whoever sent it, by the socket or a trusted proxy.
    pub address: Option<IpAddr>,
}

impl Caller {
    /// Somebody on a device, whom no request brought.
    pub fn new(actor: Actor, device: DeviceId) -> Self {
        Self {
            actor,
            device,
            holds: None,
            trail: None,
        }
    }

    /// Whoever runs the server.
    pub fn operator() -> Self {
        Self::new(Actor::Operator, DeviceId(Uuid::nil()))
    }

    /// Doorward itself, which acts because something became known or time has passed.
    pub fn system() -> Self {
        Self::new(Actor::System, DeviceId(Uuid::nil()))
    }
}
