//! Doorbell: tells open streams that something is new. Within one process by a channel; several processes over one
//! PostgreSQL database hear each other by LISTEN and NOTIFY, which is part of the transaction; over SQLite the operator's
//! commands are heard by looking.

use doorward_domain::{OrganisationId, PersonId};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

use crate::store::{Dialect, Store};

/// How many rings a stream may fall behind before it is told to look at everything.
const BACKLOG: usize = 1024;

/// One ring, before it is known who may hear it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bell {
    /// An organisation is at a revision.
    Organisation {
        /// Which.
        id: OrganisationId,
        /// Its revision.
        revision: u64,
    },
    /// A person's own rows are at a revision.
    Person {
        /// Whose.
        id: PersonId,
        /// Their revision.
        revision: u64,
    },
    /// Somebody else may decide requests now, there or in what it manages.
    Deciders {
        /// Where.
        of: OrganisationId,
    },
    /// The operator took an account's rights or gave them back: requests may be somebody else's to decide anywhere.
    Operator,
    /// Some session has ended.
    Sessions,
    /// This process ends; never told to others.
    Ending,
}

/// Where rings are heard.
#[derive(Debug, Clone)]
pub struct Doorbell {
    bells: broadcast::Sender<Bell>,
    shared: bool,
}

impl Doorbell {
    /// A doorbell for this store.
    pub fn new(store: &Store) -> Self {
        Self {
            bells: broadcast::Sender::new(BACKLOG),
            shared: store.dialect() == Dialect::Postgres,
        }
    }

    /// Hears every ring from now on.
    pub fn listen(&self) -> broadcast::Receiver<Bell> {
        self.bells.subscribe()
    }

    /// Rings for what a transaction has just made durable; where the database itself spreads the word, it has.
    pub fn ring(&self, bells: Vec<Bell>) {
        if !self.shared {
            for bell in bells {
                self.heard(bell);
            }
        }
    }

    /// Ends every open stream, so that the server can end.
    pub fn end(&self) {
        self.heard(Bell::Ending);
    }

    /// Passes a ring on to the streams of this process.
    pub(crate) fn heard(&self, bell: Bell) {
        // Nobody listening is no fault.
        let _: Result<usize, broadcast::error::SendError<Bell>> = self.bells.send(bell);
    }
}
