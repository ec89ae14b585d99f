//! What somebody does with a membership of their own: withdraws a request, is listed or not, leaves.

use doorward_domain::{
    AcceptInvitation, CancelRequest, Command, DeclineInvitation, EndMembership, Membership,
    MembershipId, OrganisationId, SetVisibility,
};
use doorward_protocol::Outcome;

use super::list::{Said, list};
use crate::accounts::SignedInDevice;
use crate::pages::form::Fields;
use crate::pages::next;
use crate::pages::visitor::{Answer, Visitor};
use crate::store::{self, letter_facts};
use crate::{App, execute};

/// Does what was pressed.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    fields
        .only(&["do", "organisation", "membership"])
        .map_err(|code| visitor.broken(code))?;
    let named = (
        fields.text("organisation").parse::<OrganisationId>(),
        fields.text("membership").parse::<MembershipId>(),
    );
    let (Ok(organisation), Ok(membership)) = named else {
        return list(&visitor, &device, None).await;
    };
    let own = own(&visitor.app, &device, organisation, membership).await;
    let own = own.map_err(|error| visitor.broken(error))?;
    let (Some(name), Some((command, said))) = (own, pressed(fields.text("do"), membership)) else {
        return list(&visitor, &device, None).await;
    };
    let outcome = execute::one(&visitor.app, organisation, &device.caller, command).await;
    let said = match outcome.map_err(|error| visitor.broken(error))? {
        Outcome::Refused { refusal } => Said {
            text: visitor.words.refusal(&refusal),
            refused: true,
        },
        Outcome::Applied { .. } | Outcome::NoChange { .. } => Said {
            text: visitor.words.say_of(said, "organisation", &name),
            refused: false,
        },
    };
    list(&visitor, &device, Some(said)).await
}

/// The command behind a button, and what is said when it is done.
fn pressed(does: &str, membership: MembershipId) -> Option<(Command, &'static str)> {
    let set = |visible| {
        Command::SetVisibility(SetVisibility {
            membership,
            visible,
        })
    };
    Some(match does {
        "withdraw" => (CancelRequest { membership }.into(), "me-withdrawn"),
        "show" => (set(true), "me-shown"),
        "hide" => (set(false), "me-hidden"),
        "leave" => (EndMembership { membership }.into(), "me-left"),
        "accept" => (AcceptInvitation { membership }.into(), "me-accepted"),
        "decline" => (DeclineInvitation { membership }.into(), "me-declined"),
        _ => return None,
    })
}

/// The name of the organisation, where the membership is the person's own or an invitation that names nobody: this page
/// ends nobody else's. To whom an invitation is, the rules say.
async fn own(
    app: &App,
    device: &SignedInDevice,
    organisation: OrganisationId,
    membership: MembershipId,
) -> Result<Option<String>, store::Error> {
    let mut tx = app.store().snapshot().await?;
    let found = letter_facts::membership(&mut tx, organisation, membership).await?;
    let is_own = |it: &Membership| it.person.is_none_or(|it| it == device.account.person);
    if !found.as_ref().is_some_and(is_own) {
        return Ok(None);
    }
    let (name, _) = letter_facts::names(&mut tx, organisation, &[]).await?;
    Ok(name.map(|name| name.to_string()))
}
