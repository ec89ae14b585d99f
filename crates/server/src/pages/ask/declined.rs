//! The last no to somebody who is offered the community again, with the reason that was given (OLV-35).

use doorward_domain::{Membership, Moment, Note, OrganisationId, rejection_to_tell};

use crate::pages::visitor::{Early, Visitor};
use crate::store::{self, mine};
use crate::text::{Value, Words};

/// Characters of a reason that a line of the list has room for.
const SHORT: usize = 100;

/// When somebody was declined, and why.
#[derive(Debug)]
pub struct Declined {
    at: Moment,
    reason: Option<Note>,
}

impl Declined {
    /// What is told of somebody's rows in one organisation.
    pub fn of(rows: &[Membership]) -> Option<Self> {
        let (row, at) = rejection_to_tell(rows)?;
        let reason = row.reason.clone();
        Some(Self { at, reason })
    }

    /// The same of who is signed in.
    pub async fn by(
        visitor: &Visitor,
        organisation: OrganisationId,
    ) -> Result<Option<Self>, Early> {
        let Some(device) = &visitor.device else {
            return Ok(None);
        };
        let read = async || -> Result<Vec<Membership>, store::Error> {
            let mut tx = visitor.app.store().snapshot().await?;
            let held = mine::held_in(&mut tx, device.account.person, organisation).await?;
            Ok(held.into_iter().map(|it| it.membership).collect())
        };
        let rows = read().await.map_err(|error| visitor.broken(error))?;
        Ok(Self::of(&rows))
    }

    /// In words.
    pub fn said(&self, words: &Words) -> String {
        self.with(words, self.reason.as_ref().map(ToString::to_string))
    }

    /// In as many words as a line of the list has room for.
    pub fn in_short(&self, words: &Words) -> String {
        self.with(words, self.reason.as_ref().map(short))
    }

    fn with(&self, words: &Words, reason: Option<String>) -> String {
        let when = words.date(self.at);
        let Some(reason) = reason else {
            return words.say_of("choose-declined", "when", &when);
        };
        let told = [("when", Value::from(when)), ("reason", Value::from(reason))];
        words.say_with("choose-declined-reason", &told)
    }
}

fn short(reason: &Note) -> String {
    let text = reason.as_str();
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
