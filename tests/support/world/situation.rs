//! How a device stands: in touch with its server, without it, or with changes that met others'.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use doorward_client::{Act, MemoryKeychain, Options, Workplace};
use doorward_domain::{
    ApproveRequest, ChangeGrant, Command, CommandId, Grant, InvitePerson, Locale, MembershipId,
    Preset, RevokeInvitation,
};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_server::Clock;
use serde_json::json;

use super::World;
use super::cast::{OLGA, PASSWORD, PIRET, Somebody};
use super::computer::Computer;
use crate::api::Api;
use crate::{ask, ids};

/// How Olga's device stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// It is in touch with the server.
    Online,
    /// It has three changes that were made without a network, which is still away.
    Offline,
    /// It came back with a change that met Piret's, and is without a network again with three more.
    Conflict,
}

impl World {
    /// Olga's device in a situation; but for the first one the server is dead afterwards.
    pub async fn olga(&mut self, situation: Situation) -> Result<Arc<Workplace>> {
        let (options, workplace) = self.signed_in(&OLGA).await?;
        if situation == Situation::Online {
            return Ok(workplace);
        }
        self.server.kill();
        if situation == Situation::Offline {
            self.works_on(&workplace).await?;
            return Ok(workplace);
        }
        let mine = Grant::of(self.level("All bookings")?);
        self.give(&workplace, self.change_irina(mine)).await?;
        self.approve(&workplace, "raivo.soorumaa").await?;
        workplace.close().await?;
        drop(workplace);
        self.server.start_again().await?;
        self.piret_is_quicker().await?;
        let workplace = Arc::new(Workplace::open(options).await?);
        ask::until(
            &workplace,
            "both changes and Piret's have come back",
            json!({ "ask": "outbox" }),
            |view| {
                let entries = view["entries"].as_array()?;
                let is_met = entries.iter().any(|entry| entry["conflict"].is_object());
                let is_applied = entries
                    .iter()
                    .any(|entry| entry["state"]["is"] == "applied");
                (is_met && is_applied).then_some(())
            },
        )
        .await?;
        self.server.kill();
        self.works_on(&workplace).await?;
        Ok(workplace)
    }

    /// A device of its own on which somebody is signed in and has heard from the server.
    pub async fn device(&self, person: &Somebody) -> Result<Arc<Workplace>> {
        Ok(self.signed_in(person).await?.1)
    }

    async fn signed_in(&self, person: &Somebody) -> Result<(Options, Arc<Workplace>)> {
        let folder = tempfile::Builder::new().tempdir_in(self.devices.path())?;
        let options = Options {
            downloads: Some(self.devices.path().into()),
            at_login: Some(Arc::new(Computer::default())),
            ..Options::new(folder.keep(), Arc::new(MemoryKeychain::default()))
        };
        let workplace = Arc::new(Workplace::open(options.clone()).await?);
        let act = Act::SignIn {
            server: self.server.url().to_string(),
            email: person.email(),
            password: PASSWORD.to_owned(),
        };
        let cannot = || format!("{} cannot sign in", person.name);
        workplace.act(act).await.with_context(cannot)?;
        ask::has_heard(&workplace).await?;
        Ok((options, workplace))
    }

    /// Three changes of different kinds, which wait to be sent.
    async fn works_on(&self, workplace: &Workplace) -> Result<()> {
        self.approve(workplace, "stefan.branza").await?;
        let membership = self.membership("rasmus.opik")?;
        let revoke = RevokeInvitation { membership };
        self.give(workplace, revoke.into()).await?;
        let invite = InvitePerson {
            membership: MembershipId(ids::new()),
            contact: "luminita.rusu@posta.example".parse()?,
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            locale: Some(Locale::Ro),
            message: None,
            staff: None,
        };
        self.give(workplace, invite.into()).await
    }

    async fn approve(&self, workplace: &Workplace, called: &str) -> Result<()> {
        let membership = self.membership(called)?;
        let approve = ApproveRequest {
            membership,
            grant: Grant::of(Preset::Staff),
        };
        self.give(workplace, approve.into()).await
    }

    async fn give(&self, workplace: &Workplace, command: Command) -> Result<()> {
        workplace.execute(self.organisation, command).await?;
        Ok(())
    }

    fn change_irina(&self, grant: Grant) -> Command {
        let change = ChangeGrant {
            membership: self.irina.membership,
            grant,
            based_on: self.irina.version,
            note: None,
        };
        change.into()
    }

    /// Piret gives Irina another level, until a day.
    async fn piret_is_quicker(&self) -> Result<()> {
        let mut theirs = Grant::of(self.level("+ Clients")?);
        theirs.ends_at = Some(Clock::Machine.now().plus_days(40).day().begins());
        self.command(&PIRET, self.change_irina(theirs)).await
    }

    /// Gives a command as a device of its own would; it must take effect.
    pub async fn command(&self, person: &Somebody, command: impl Into<Command>) -> Result<()> {
        let api = Api::at(self.server.url())?;
        let token = api.sign_in_by(&person.email(), PASSWORD).await?;
        let pushed = PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command: command.into(),
        };
        let answer = api
            .push(&self.organisation.to_string(), &token, &[pushed])
            .await?;
        let outcome = answer.settled.first().map(|settled| &settled.outcome);
        ensure!(
            matches!(outcome, Some(Outcome::Applied { .. })),
            "{}'s command came to {outcome:?}",
            person.name
        );
        Ok(())
    }
}
