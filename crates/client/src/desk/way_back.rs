//! What takes back a command that was sent: offered, and made like any other (RULES 6, *Hold*).

use doorward_domain::{Command, CommandId, Decision, MembershipId, Record, Version, opposite};
use doorward_protocol::Outcome;

use super::{Desk, Office};
use crate::error::Error;
use crate::outbox::Entry;
use crate::replay::Overlay;

/// What would take a command back that is about to be made.
pub(super) fn of(shown: &Overlay, command: &Command, id: CommandId) -> Option<Command> {
    let before = shown.membership(MembershipId(command.target()?))?;
    opposite(before, command, Version::Command(id))
}

impl Desk {
    /// What takes a command back that took effect, if the rules still let it.
    pub(crate) async fn way_back(&self, office: &Office, entry: &Entry) -> Option<Command> {
        let (Some(Outcome::Applied { .. }), Some(Record::Membership(before))) =
            (&entry.outcome, &entry.basis)
        else {
            return None;
        };
        let back = opposite(before, &entry.command, Version::Command(entry.id))?;
        let mut shown = match office.shown(self).await {
            Ok(shown) => shown,
            Err(error) => return unjudged(&error),
        };
        self.offered(office, &mut shown, Some(&back)).await
    }

    /// What would take a command back, if the rules let it be given and it would change something. Where that cannot be
    /// judged, nothing is offered.
    pub(super) async fn offered(
        &self,
        office: &Office,
        shown: &mut Overlay,
        back: Option<&Command>,
    ) -> Option<Command> {
        let back = back?;
        // What takes a fresh sign-in is judged as if it had been given: the window asks for it when it comes to that.
        let (actor, now) = (self.actor().once_proved(), self.now());
        let questions = |overlay: &Overlay| overlay.open_questions([back], &actor, now);
        if let Err(error) = office.ask(self, shown, questions).await {
            return unjudged(&error);
        }
        match shown.judge(back, &actor, now) {
            Ok(Decision::Done(_) | Decision::Unsure(_)) => Some(back.clone()),
            Ok(Decision::Unchanged) | Err(_) => None,
        }
    }
}

/// No way back.
fn unjudged(error: &Error) -> Option<Command> {
    tracing::warn!(%error, "no way back is offered: it cannot be judged");
    None
}
