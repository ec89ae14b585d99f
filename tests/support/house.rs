//! A house to tell stories in: post office, server, and an organisation that Olga owns. Everybody comes in by the
//! doors that people have: letters, pages and devices.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeSettings, Command, CommandId, Grant, InvitePerson, MembershipId, Preset, Record, Version,
};
use doorward_protocol::{Changes, Entry, HistoryPage, Outcome, PushedCommand, SentRecord};
use url::Url;

use crate::api::Api;
use crate::cast::{OLGA, Person};
use crate::server::Server;
use crate::smtp::PostOffice;
use crate::visitor::Visitor;
use crate::{ids, store};

/// A server with its post office and an organisation.
#[derive(Debug)]
pub struct House {
    /// Where the letters arrive.
    pub post: PostOffice,
    /// The server.
    pub server: Server,
    /// The id of the organisation that Olga owns.
    pub organisation: String,
}

impl House {
    /// Opens the house on SQLite; Olga has accepted to be its Owner.
    pub async fn open() -> Result<Self> {
        Self::open_on("sqlite").await
    }

    /// Opens the house on `database`.
    pub async fn open_on(database: &str) -> Result<Self> {
        let post = PostOffice::open().await?;
        let server = Server::start_on(database, &post).await?;
        Self::open_in(post, server).await
    }

    /// Opens the house on SQLite, on a disk of so many KiB.
    pub async fn open_on_small_disk(kib: usize) -> Result<Self> {
        let post = PostOffice::open().await?;
        let server = Server::start_on_small_disk(&post, kib).await?;
        Self::open_in(post, server).await
    }

    async fn open_in(post: PostOffice, server: Server) -> Result<Self> {
        let mut house = Self {
            post,
            server,
            organisation: String::new(),
        };
        house.organisation = house.found("Orchard Street", OLGA).await?;
        Ok(house)
    }

    /// Opens the house on SQLite, with a server whose configuration says `more`.
    pub async fn open_with(more: &str) -> Result<Self> {
        Self::open_on_with("sqlite", more).await
    }

    /// Opens the house on `database`, with a server whose configuration says `more`.
    pub async fn open_on_with(database: &str, more: &str) -> Result<Self> {
        let post = PostOffice::open().await?;
        let server = Server::start_saying(database, more, &post).await?;
        Self::open_in(post, server).await
    }

    /// Has the operator make an organisation, and its Owner accept; answers its id.
    pub async fn found(&self, name: &str, owner: Person) -> Result<String> {
        let said = self.server.make_organisation(name, owner.email).await?;
        let made: serde_json::Value = serde_json::from_str(&said)?;
        let id = made["organisation"]
            .as_str()
            .with_context(|| said.clone())?;
        self.take_invitation(owner).await?;
        Ok(id.to_owned())
    }

    /// Has Olga invite somebody, who accepts; answers their browser.
    pub async fn hire(&self, person: Person, level: Preset) -> Result<Visitor> {
        let invite = InvitePerson {
            membership: MembershipId(ids::new()),
            contact: person.email.parse()?,
            grant: Grant::of(level),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        self.command(OLGA, Command::InvitePerson(invite)).await?;
        self.take_invitation(person).await
    }

    /// Has Olga let strangers ask to join.
    pub async fn take_requests(&self) -> Result<()> {
        let settings_of = |sent: SentRecord| {
            let Record::Settings(settings) = sent.record else {
                return None;
            };
            Some((settings, sent.revision))
        };
        let found = self.records(OLGA).await?.into_iter().find_map(settings_of);
        let (mut settings, revision) = found.context("Olga sees the settings")?;
        settings.accepts_requests = true;
        let change = ChangeSettings {
            settings,
            based_on: Version::Revision(revision),
        };
        self.command(OLGA, Command::ChangeSettings(change)).await?;
        Ok(())
    }

    /// Opens a browser for somebody who makes an account and asks to join.
    pub async fn asks_to_join(&self, person: Person) -> Result<Visitor> {
        let visitor = Visitor::of(person)?;
        visitor.sign_up(self).await?;
        visitor.ask_to_join(&self.community()?).await?;
        Ok(visitor)
    }

    /// The page of the organisation.
    pub fn community(&self) -> Result<Url> {
        Ok(self
            .server
            .url()
            .join(&format!("/c/{}", self.organisation))?)
    }

    /// Gives a command as a device of its own would; it must take effect.
    pub async fn command(&self, person: Person, command: Command) -> Result<u64> {
        let api = Api::at(self.server.url())?;
        let token = api.sign_in(person).await?;
        let pushed = PushedCommand {
            id: CommandId(ids::new()),
            after: None,
            command,
        };
        let answer = api.push(&self.organisation, &token, &[pushed]).await?;
        match answer.settled.first().map(|settled| &settled.outcome) {
            Some(Outcome::Applied { revision }) => Ok(*revision),
            other => anyhow::bail!("{}'s command came to {other:?}", person.name),
        }
    }

    /// The row of somebody in the organisation, as they see it.
    pub async fn membership_of(&self, person: Person) -> Result<MembershipId> {
        let sent = self.records(person).await?;
        let own = sent.into_iter().find_map(|sent| {
            let Record::Membership(it) = sent.record else {
                return None;
            };
            (it.name.as_ref()?.as_str() == person.name).then_some(it.id)
        });
        own.with_context(|| format!("{} has a row", person.name))
    }

    /// Everything that somebody sees of the organisation.
    pub async fn records(&self, person: Person) -> Result<Vec<SentRecord>> {
        let api = Api::at(self.server.url())?;
        let token = api.sign_in(person).await?;
        let mut path = format!("/v1/organisations/{}/changes", self.organisation);
        let mut all = Vec::new();
        loop {
            let page: Changes = api.get(&path, &token).await?;
            let Changes::Page {
                records,
                cursor,
                more,
                ..
            } = page
            else {
                anyhow::bail!("{} sees nothing of the organisation", person.name);
            };
            all.extend(records);
            if !more {
                return Ok(all);
            }
            path = format!(
                "/v1/organisations/{}/changes?cursor={cursor}",
                self.organisation
            );
        }
    }

    /// Everything that happened in the organisation, the newest first.
    pub async fn history(&self, person: Person) -> Result<Vec<Entry>> {
        let api = Api::at(self.server.url())?;
        let token = api.sign_in(person).await?;
        let path = format!("/v1/organisations/{}/history?limit=200", self.organisation);
        let mut all = Vec::new();
        let mut next = path.clone();
        loop {
            let page: HistoryPage = api.get(&next, &token).await?;
            all.extend(page.entries);
            match all.last() {
                Some(last) if page.more => next = format!("{path}&before={}", last.seq),
                _ => return Ok(all),
            }
        }
    }

    /// Waits until no letter is waiting to be sent.
    pub async fn post_is_quiet(&self) -> Result<()> {
        store::letters_are_sent(&self.server.data()).await
    }

    /// Fails unless exactly these letters have reached somebody in all, judged by the queue being empty.
    pub async fn letters_in_all(&self, person: Person, count: usize) -> Result<()> {
        self.post_is_quiet().await?;
        let letters = self.post.letters_to(person.email)?;
        let subjects: Vec<&str> = letters.iter().map(|letter| &*letter.subject).collect();
        ensure!(
            subjects.len() == count,
            "{} got {} letters, not {count}: {subjects:#?}",
            person.name,
            subjects.len()
        );
        Ok(())
    }

    /// Has somebody open the letter with their invitation, make an account and accept.
    pub async fn take_invitation(&self, person: Person) -> Result<Visitor> {
        let visitor = Visitor::of(person)?;
        let letter = self.post.letter(person.email, 1).await?;
        visitor.accept(&letter.link("/j/")?).await?;
        Ok(visitor)
    }
}
