//! The table of who may give which command: every command of the catalogue by everybody there is, each single permission
//! among them (RULES 6, SECURITY ROL-6). A command without a row in the table fails the test.

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{Command, Grant, OrganisationId, Permission, Preset, Settings};
use doorward_protocol::{Outcome, PushAnswer};
use doorward_server::execute;
use doorward_suite::{ids, samples};
use reqwest::{Client, Response};
use serde_json::{Value, json};

use crate::doors::{invite, member};
use crate::house::{House, membership, name};
use crate::matrix::{OPEN, REQUESTER, Who, everybody};

crate::on_both_engines!(s_27_everybody_may_what_the_table_says_of_every_command);

/// A member whom commands about invitations name: they are refused for where the row stands, not before.
const MEMBER: u128 = 906;

/// Who may give a command.
#[derive(Debug, Clone, Copy)]
enum May {
    /// Whoever has the permission.
    With(Permission),
    /// Owners.
    Owners,
    /// Owners, where there is anything between the two organisations; here there is nothing, which everybody hears first.
    OwnersOfBoth,
    /// The person whom it is about; it is about somebody else here, so nobody may.
    Themselves,
}

/// The table.
fn may(command: &str) -> Result<May> {
    use Permission as P;
    Ok(match command {
        "invite_person" | "resend_invitation" | "change_invitation" | "revoke_invitation"
        | "make_link" | "change_link" | "close_link" => May::With(P::InvitationsManage),
        "approve_request" | "decline_request" | "reopen_request" => May::With(P::RequestsDecide),
        "change_grant" => May::With(P::AccessGrant),
        "add_member"
        | "suspend_member"
        | "resume_member"
        | "expire_membership"
        | "end_membership"
        | "renew_membership"
        | "set_position"
        | "make_staff_record"
        | "change_staff_record"
        | "remove_staff_record" => May::With(P::MembersManage),
        "make_level" | "change_level" | "delete_level" => May::With(P::LevelsManage),
        "change_settings" => May::With(P::SettingsManage),
        "make_room" | "change_room" | "remove_room" | "make_site" | "change_site"
        | "remove_site" => May::With(P::RoomsManage),
        "offer_ownership" | "withdraw_offer" | "propose_management" | "delete_organisation" => {
            May::Owners
        }
        "accept_management" | "end_management" => May::OwnersOfBoth,
        "accept_invitation"
        | "decline_invitation"
        | "join_by_link"
        | "request_to_join"
        | "cancel_request"
        | "set_visibility"
        | "accept_ownership"
        | "delete_account"
        | "cancel_account_deletion" => May::Themselves,
        other => bail!("{other} has no row in the table"),
    })
}

/// What other rules answer whoever may give a command, who is past the question whether they may.
fn others(command: &str) -> &'static [&'static str] {
    match command {
        "invite_person" => &["invalid", "above_giver"],
        "make_link"
        | "make_level"
        | "make_staff_record"
        | "make_room"
        | "make_site"
        | "delete_organisation" => &["invalid"],
        "change_link" | "change_level" | "change_settings" | "change_room" | "change_site" => {
            &["changed_meanwhile"]
        }
        "resend_invitation"
        | "change_invitation"
        | "revoke_invitation"
        | "approve_request"
        | "decline_request"
        | "reopen_request"
        | "change_grant"
        | "suspend_member"
        | "resume_member"
        | "expire_membership"
        | "end_membership"
        | "renew_membership"
        | "set_position"
        | "remove_staff_record"
        | "offer_ownership" => &["wrong_status"],
        "add_member" => &["no_account"],
        _ => &[],
    }
}

impl May {
    fn admits(self, who: Who) -> bool {
        match self {
            Self::With(permission) => who.has(&[permission]),
            Self::Owners => who == Who::Owner,
            Self::Themselves | Self::OwnersOfBoth => false,
        }
    }
}

/// Every command about what is there, with the row that it is about in a standing where it can do nothing, or where it can
/// be given once.
fn commands(manager: OrganisationId) -> Result<Vec<(&'static str, Value)>> {
    let mut all = Vec::new();
    for (command, key) in samples::commands()?.iter().zip(Command::KEYS) {
        let row = match *key {
            key if key.ends_with("_invitation") => MEMBER,
            "approve_request" | "decline_request" | "reopen_request" => REQUESTER,
            _ => OPEN,
        };
        let row = serde_json::to_value(membership(row))?;
        let mut body = serde_json::to_value(command)?;
        if *key == "change_settings" {
            // What concerns invitations takes their permission, too (RULES 6); this does not.
            body["settings"] = serde_json::to_value(Settings {
                accepts_requests: true,
                reminders: false,
                ..Settings::default()
            })?;
        }
        if *key != "invite_person" && body["membership"].is_string() {
            body["membership"] = row;
        }
        if *key == "propose_management" {
            body["manager"] = serde_json::to_value(manager)?;
        }
        all.push((*key, body));
    }
    Ok(all)
}

/// Makes what the commands are about, in the order in which one thing needs another; answers who could manage all of it.
async fn furnish(house: &House) -> Result<OrganisationId> {
    member(house, MEMBER, "member", Grant::of(Preset::Guest)).await?;
    let open = invite(OPEN, "open", Grant::of(Preset::Guest));
    house.applied(&house.owner, open).await?;
    let made = [
        "make_site",
        "make_room",
        "make_level",
        "make_link",
        "make_staff_record",
    ];
    for key in made {
        let samples = samples::commands()?;
        let found = samples.into_iter().find(|it| it.key() == key);
        house.applied(&house.owner, found.context(key)?).await?;
    }
    let manager = execute::found(&house.app, &house.owner, name("Quay House"), None).await?;
    Ok(manager.organisation)
}

/// The API of a house, to which commands are pushed.
struct Api<'a> {
    house: &'a House,
    address: String,
    client: Client,
}

impl Api<'_> {
    async fn push(&self, token: Option<&str>, command: &Value) -> Result<Response> {
        let id = ids::new();
        let body = json!({ "commands": [{ "id": id, "after": null, "command": command }] });
        let (address, organisation) = (&self.address, self.house.organisation);
        let url = format!("{address}/v1/organisations/{organisation}/commands");
        let mut request = self.client.post(url).json(&body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        Ok(request.send().await?)
    }

    /// The code of the refusal; none where it was applied or changes nothing.
    async fn refusal(&self, token: Option<&str>, command: &Value) -> Result<Option<String>> {
        let answer = self.push(token, command).await?;
        let status = answer.status().as_u16();
        let code = match status {
            401 => "signed_out".to_owned(),
            404 => "not_found".to_owned(),
            200 => {
                let answer: PushAnswer = answer.json().await?;
                let settled = answer.settled.into_iter().next().context("it is settled")?;
                let Outcome::Refused { refusal } = settled.outcome else {
                    return Ok(None);
                };
                refusal.code().to_owned()
            }
            other => bail!("it was answered {other}: {}", answer.text().await?),
        };
        Ok(Some(code))
    }
}

async fn s_27_everybody_may_what_the_table_says_of_every_command(house: &House) -> Result<()> {
    let all = everybody(house).await?;
    let manager = furnish(house).await?;
    drop(rustls::crypto::ring::default_provider().install_default());
    let api = Api {
        house,
        address: house.serve().await?,
        client: Client::builder().build()?,
    };
    let mut wrong = Vec::new();
    // Whoever may not comes first: what they name has to be there still.
    for allowed in [false, true] {
        for (key, command) in commands(manager)? {
            let may = may(key)?;
            let cells = all.iter().filter(|(who, _)| may.admits(*who) == allowed);
            for (place, (who, token)) in cells.enumerate() {
                let code = api.refusal(token.as_deref(), &command).await;
                let code = code.with_context(|| format!("{key} by {who:?}"))?;
                let fits = match code.as_deref() {
                    code if !allowed => is_kept_out(may, *who, code),
                    // What the first of them names is there still.
                    Some("not_found") if place == 0 => false,
                    Some(code) => others(key).contains(&code),
                    None => true,
                };
                if !fits {
                    wrong.push(format!("{key} by {who:?}: {code:?}"));
                }
            }
        }
    }
    ensure!(wrong.is_empty(), "{} cells: {wrong:#?}", wrong.len());
    Ok(())
}

/// Whether an answer is what the table says of somebody who may not.
fn is_kept_out(may: May, who: Who, code: Option<&str>) -> bool {
    match (code, may) {
        (Some("signed_out"), _) => who == Who::Anonymous,
        (_, _) if who == Who::Anonymous => false,
        (Some("forbidden"), _) => who.is_inside(),
        (Some("not_found"), May::With(_) | May::Owners) => !who.is_inside(),
        (Some("not_found"), May::OwnersOfBoth) => true,
        // It is refused for a reason of its own; it may not come to anything.
        (code, May::Themselves) => code.is_some(),
        (_, May::With(_) | May::Owners | May::OwnersOfBoth) => false,
    }
}
