//! What somebody does with a membership of their own: withdraws a request, is listed or not, leaves, becomes Owner, which
//! takes the password again (RULES 6, fresh sign-in).

use doorward_domain::{
    AcceptInvitation, AcceptOwnership, CancelRequest, Command, DeclineInvitation, EndMembership,
    Membership, MembershipId, OrganisationId, SetVisibility,
};
use doorward_protocol::Outcome;

use super::list::{Said, list};
use crate::accounts::SignedInDevice;
use crate::execute::Caller;
use crate::pages::account::proved;
use crate::pages::form::Fields;
use crate::pages::next;
use crate::pages::visitor::{Answer, Early, Visitor};
use crate::store::{self, letter_facts};
use crate::{App, execute};

/// Does what was pressed.
pub async fn take(visitor: Visitor, fields: Fields) -> Answer {
    let Some(device) = visitor.device.clone() else {
        return Ok(visitor.go(&next::with("/sign-in", Some("/me"))));
    };
    fields
        .only(&["do", "organisation", "membership", "password"])
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
    let Some(caller) = caller(&visitor, &device, &command, &fields).await? else {
        let text = visitor.words.say("account-wrong-password");
        let refused = true;
        return list(&visitor, &device, Some(Said { text, refused })).await;
    };
    let outcome = execute::one(&visitor.app, organisation, &caller, command).await;
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

/// Who gives a command: with a fresh sign-in where it takes one; nobody where the password is wrong.
async fn caller(
    visitor: &Visitor,
    device: &SignedInDevice,
    command: &Command,
    fields: &Fields,
) -> Result<Option<Caller>, Early> {
    if matches!(command, Command::AcceptOwnership(_)) {
        let proved = proved(visitor, device, fields.text("password")).await?;
        return Ok(proved.map(|it| it.caller));
    }
    Ok(Some(device.caller.clone()))
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
        "own" => (AcceptOwnership { membership }.into(), "me-owner"),
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
