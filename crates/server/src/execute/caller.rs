//! Who gives commands to the write path.

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
}

impl Caller {
    /// Doorward itself, which acts because something became known or time has passed.
    pub fn system() -> Self {
        Self {
            actor: Actor::System,
            device: DeviceId(Uuid::nil()),
            holds: None,
        }
    }
}
