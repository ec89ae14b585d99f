//! How each step is taken: as the command that somebody gave, or as what became known.

use anyhow::Context;
use doorward_domain::{
    AcceptInvitation, ApproveRequest, CancelRequest, ChangeGrant, CloseLink, Command,
    DeclineInvitation, DeclineRequest, EndMembership, ExpireMembership, Grant, InvitePerson,
    JoinByLink, LevelRef, LinkId, Lookup, MakeLink, MembershipId, Name, Note, Preset,
    RequestToJoin, RevokeInvitation, SuspendMember,
};

use super::house::{Asks, Declined, Invited, Link, Regranted, Terms};
use super::step::Act;
use super::teller::Teller;
use crate::execute;

impl Teller<'_> {
    /// Takes one step.
    pub(super) async fn act(&mut self, act: Act) -> anyhow::Result<()> {
        let owner = self.owner.clone();
        let (who, command) = match act {
            Act::Invite(invited, terms) => return self.invite(*invited, &terms).await,
            Act::Accept(who) => return self.accept(&who).await,
            Act::Ask(asks) => return self.ask(asks).await,
            Act::Approve { who, by, terms } => return self.approve(&who, &by, &terms).await,
            Act::Decline(declined) => return self.decline(declined).await,
            Act::MakeLink(link) => return self.make_link(link).await,
            Act::Regrant(regranted) => return self.regrant(regranted).await,
            Act::See(who) => return self.see(&who).await,
            Act::End(who) => return self.end(&who, &owner).await,
            Act::Leave(who) => return self.end(&who, &who).await,
            Act::RefuseInvitation(who) => {
                let membership = self.row(&who)?;
                (who, DeclineInvitation { membership }.into())
            }
            Act::Cancel(who) => {
                let membership = self.row(&who)?;
                (who, CancelRequest { membership }.into())
            }
            Act::Revoke(contact) => {
                let membership = self.row(&contact)?;
                (owner, RevokeInvitation { membership }.into())
            }
            Act::CloseLink(closed) => {
                let link = self.link(&closed.name)?;
                (owner, CloseLink { link }.into())
            }
            Act::Pause(who) => {
                let membership = self.row(&who)?;
                (owner, SuspendMember { membership }.into())
            }
            Act::Expire(who) => {
                let membership = self.row(&who)?;
                (owner, ExpireMembership { membership }.into())
            }
        };
        self.give(&who, command).await
    }

    async fn see(&self, who: &str) -> anyhow::Result<()> {
        let caller = self.people.caller(who)?;
        let account = caller.actor.account().context("a person")?;
        Ok(execute::seen(self.app, account.person).await?)
    }

    async fn invite(&mut self, invited: Invited, terms: &Terms) -> anyhow::Result<()> {
        let membership = MembershipId(self.app.new_id());
        let person = self.people.person(&invited.contact);
        let position = person.and_then(|it| it.position.as_deref());
        let name = Some(invited.name.as_str()).filter(|it| !it.is_empty());
        let command = InvitePerson {
            membership,
            contact: invited.contact.parse()?,
            grant: self.grant(&invited.at, terms)?,
            name: name.map(Name::try_from).transpose()?,
            position: position.map(Name::try_from).transpose()?,
            staff: None,
            locale: Some(person.map_or(invited.locale, |it| it.locale)),
            message: None,
        };
        self.give(&invited.by, Command::InvitePerson(command))
            .await?;
        self.rows.insert(invited.contact.clone(), membership);
        self.note(&invited.contact, "invited");
        self.letter_of(membership, invited.fate, invited.said.as_deref())
            .await
    }

    async fn accept(&mut self, who: &str) -> anyhow::Result<()> {
        let membership = self.row(who)?;
        let accept = AcceptInvitation { membership };
        self.give(who, Command::AcceptInvitation(accept)).await?;
        self.know(who, membership).await
    }

    async fn ask(&mut self, asks: Asks) -> anyhow::Result<()> {
        let membership = MembershipId(self.app.new_id());
        let person = self.people.person(&asks.who);
        let position = person.and_then(|it| it.position.as_deref());
        let position = position.map(Name::try_from).transpose()?;
        let locale = person.map(|it| it.locale);
        let note = asks.note.map(Note::try_from).transpose()?;
        let mut caller = self.people.caller(&asks.who)?.clone();
        let command = if let Some(name) = &asks.link {
            let link = self.link(name)?;
            caller.holds = Some((link, 1));
            Command::JoinByLink(JoinByLink {
                link,
                membership,
                position,
                note,
                locale,
            })
        } else {
            Command::RequestToJoin(RequestToJoin {
                membership,
                position,
                note,
                answers: Vec::new(),
                locale,
            })
        };
        self.give_as(&caller, command).await?;
        self.rows.insert(asks.who.clone(), membership);
        self.note(&asks.who, "requested");
        Ok(())
    }

    async fn approve(&mut self, who: &str, by: &str, terms: &Terms) -> anyhow::Result<()> {
        let membership = self.row(who)?;
        let at = super::house::At::Preset(Preset::Member);
        let grant = self.grant(&at, terms)?;
        let approve = ApproveRequest { membership, grant };
        self.give(by, Command::ApproveRequest(approve)).await?;
        self.know(who, membership).await
    }

    async fn decline(&mut self, declined: Declined) -> anyhow::Result<()> {
        let decline = DeclineRequest {
            membership: self.row(&declined.who)?,
            reason: Some(Note::try_from(declined.reason)?),
        };
        self.note(&declined.who, "declined");
        self.give(&declined.by, Command::DeclineRequest(decline))
            .await
    }

    async fn make_link(&mut self, link: Link) -> anyhow::Result<()> {
        let id = LinkId(self.app.new_id());
        let make = MakeLink {
            link: id,
            name: Name::try_from(link.name.as_str())?,
            form: link.form,
            level: self.level(&link.at)?,
            needs_approval: None,
            max_uses: Some(link.most),
            domains: std::collections::BTreeSet::new(),
        };
        self.give(&self.owner, Command::MakeLink(make)).await?;
        self.links.insert(link.name, id);
        Ok(())
    }

    async fn regrant(&mut self, regranted: Regranted) -> anyhow::Result<()> {
        let membership = self.row(&regranted.who)?;
        let world = self.look_up(Lookup::Membership(membership)).await?;
        let held = world.membership(membership).context("a member")?;
        let grant = Grant {
            level: self.level(&regranted.at)?,
            ..held.grant.clone().context("a member has a grant")?
        };
        let change = ChangeGrant {
            membership,
            grant,
            based_on: held.version,
            note: None,
        };
        self.give(&regranted.by, Command::ChangeGrant(change))
            .await?;
        self.know(&regranted.who, membership).await
    }

    async fn end(&mut self, who: &str, by: &str) -> anyhow::Result<()> {
        let membership = self.row(who)?;
        self.note(who, "ended");
        self.give(by, Command::EndMembership(EndMembership { membership }))
            .await
    }

    fn link(&self, name: &str) -> anyhow::Result<LinkId> {
        let link = self.links.get(name).copied();
        link.with_context(|| format!("there is no link {name}"))
    }

    /// Notes the level that somebody has now.
    async fn know(&mut self, who: &str, membership: MembershipId) -> anyhow::Result<()> {
        let world = self.look_up(Lookup::Membership(membership)).await?;
        let held = world.membership(membership);
        let level = held.and_then(|it| it.grant.as_ref()).map(|it| it.level);
        let called = match level {
            Some(LevelRef::Own(id)) => self.name_of(id),
            Some(LevelRef::Preset(preset)) => preset.key().to_owned(),
            None => String::new(),
        };
        self.note(who, &called);
        Ok(())
    }
}
