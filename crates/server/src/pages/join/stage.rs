//! Where somebody stands before a door: asked of the rules, with their own account or with that of a stranger who
//! has the invited address.

use doorward_domain::{
    Account, AccountStanding, Actor, Command, Decision, MembershipId, Name, PersonId, Refusal,
    RequestToJoin,
};

use super::door::Door;
use crate::execute;
use crate::pages::visitor::{Early, Visitor};

/// Where somebody stands.
#[derive(Debug)]
pub enum Standing {
    /// They can go through.
    MayAnswer,
    /// They have gone through already.
    Inside,
    /// Somebody with the right account could.
    NeedsAccount,
    /// Somebody with another account could; this one may ask to join, if told so.
    WrongAccount {
        /// Whether this account may ask the organisation.
        may_ask: bool,
    },
    /// Nobody like them can.
    Refused(Refusal),
}

/// Where the visitor stands.
pub async fn standing(visitor: &Visitor, door: &Door) -> Result<Standing, Early> {
    let command = door.command(&visitor.app);
    let Some(actor) = visitor.actor() else {
        return Ok(
            match would(visitor, door, &stranger(visitor, door), &command).await? {
                Ok(_) => Standing::NeedsAccount,
                Err(refusal) => Standing::Refused(refusal),
            },
        );
    };
    match would(visitor, door, actor, &command).await? {
        Ok(Decision::Unchanged) => Ok(Standing::Inside),
        Ok(_) => Ok(Standing::MayAnswer),
        Err(Refusal::AddressMismatch { .. }) => wrong_account(visitor, door, actor, &command).await,
        Err(refusal) => Ok(Standing::Refused(refusal)),
    }
}

/// An invitation that works for nobody says so, before it speaks of accounts.
async fn wrong_account(
    visitor: &Visitor,
    door: &Door,
    actor: &Actor,
    command: &Command,
) -> Result<Standing, Early> {
    if let Err(refusal) = would(visitor, door, &stranger(visitor, door), command).await? {
        return Ok(Standing::Refused(refusal));
    }
    let membership = MembershipId(visitor.app.new_id());
    let ask = RequestToJoin {
        membership,
        position: None,
        note: None,
        answers: Vec::new(),
    };
    let asked = would(visitor, door, actor, &Command::RequestToJoin(ask)).await?;
    Ok(Standing::WrongAccount {
        may_ask: asked.is_ok(),
    })
}

async fn would(
    visitor: &Visitor,
    door: &Door,
    actor: &Actor,
    command: &Command,
) -> Result<Result<Decision, Refusal>, Early> {
    let verdict = execute::would(&visitor.app, door.organisation_id(), actor, command).await;
    verdict.map_err(|error| visitor.broken(error))
}

/// Somebody nobody knows, who has verified the address of the invitation.
pub fn stranger(visitor: &Visitor, door: &Door) -> Actor {
    nobody(
        visitor,
        door.contact().cloned().into_iter().collect(),
        door.organisation(),
    )
}

/// An account that is no account, to ask the rules what any newcomer could do.
pub fn nobody(
    visitor: &Visitor,
    contacts: Vec<doorward_domain::Contact>,
    name: Option<&Name>,
) -> Actor {
    let name = name.cloned().or_else(|| Name::try_from("-").ok());
    match name {
        Some(name) => {
            let person = PersonId(visitor.app.new_id());
            let account = Account {
                person,
                name,
                contacts,
                standing: AccountStanding::Living,
            };
            Actor::Person {
                account,
                fresh: false,
            }
        }
        None => Actor::System,
    }
}
