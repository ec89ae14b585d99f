//! Where somebody stands before a door: asked of the rules, with their own account or with that of a stranger who
//! has the invited address.

use doorward_domain::{Actor, Command, Decision, Event, MembershipId, Refusal, RequestToJoin};

use super::door::Door;
use crate::execute;
use crate::pages::ask::About;
use crate::pages::stranger::stranger;
use crate::pages::visitor::{Early, Visitor};

/// Where somebody stands.
#[derive(Debug)]
pub enum Standing {
    /// They can go through.
    MayAnswer {
        /// Whether somebody decides about it first.
        asks: bool,
    },
    /// They have gone through already.
    Inside,
    /// Somebody with the right account could.
    NeedsAccount {
        /// Whether somebody decides about it first.
        asks: bool,
    },
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
    let command = door.command(&visitor.app, visitor.words.locale, About::default());
    let Some(actor) = visitor.actor() else {
        let verdict = would(visitor, door, &invited(visitor, door), &command).await?;
        return Ok(match verdict {
            Ok(decision) => Standing::NeedsAccount {
                asks: asks(&decision),
            },
            Err(refusal) => Standing::Refused(refusal),
        });
    };
    match would(visitor, door, actor, &command).await? {
        Ok(Decision::Unchanged) => Ok(Standing::Inside),
        Ok(decision) => Ok(Standing::MayAnswer {
            asks: asks(&decision),
        }),
        Err(Refusal::AddressMismatch { .. } | Refusal::OtherDomain { .. }) => {
            wrong_account(visitor, door, actor, &command).await
        }
        Err(refusal) => Ok(Standing::Refused(refusal)),
    }
}

/// Whether what follows is a request: where a link asks for approval, and where it does for this person.
fn asks(decision: &Decision) -> bool {
    let mut events = decision.events().iter();
    events.any(|it| matches!(it, Event::JoinRequested { .. }))
}

/// An invitation or link that works for nobody says so, before it speaks of accounts.
async fn wrong_account(
    visitor: &Visitor,
    door: &Door,
    actor: &Actor,
    command: &Command,
) -> Result<Standing, Early> {
    if let Err(refusal) = would(visitor, door, &invited(visitor, door), command).await? {
        return Ok(Standing::Refused(refusal));
    }
    let may_ask = may_ask(visitor, door, actor).await?;
    Ok(Standing::WrongAccount { may_ask })
}

/// Whether somebody may ask the organisation to join.
pub async fn may_ask(visitor: &Visitor, door: &Door, actor: &Actor) -> Result<bool, Early> {
    let ask = Command::RequestToJoin(RequestToJoin {
        membership: MembershipId(visitor.app.new_id()),
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    });
    Ok(would(visitor, door, actor, &ask).await?.is_ok())
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

/// Somebody nobody knows, who has verified the address of the invitation; for a link that is for some mail domains, an
/// address in one of them that nobody has.
fn invited(visitor: &Visitor, door: &Door) -> Actor {
    let domain = door.link().and_then(|link| link.domains.first());
    let nobody = || domain?.address_of(&visitor.app.new_id().simple().to_string());
    let contact = door.contact().cloned().or_else(nobody);
    let contacts = contact.into_iter().collect();
    stranger(visitor, contacts, door.organisation())
}
