//! What comes of what people press on the pages: joined, asked, stopped, asked for a new link; and pages that only some
//! meet, each in every language and theme as any other.

use anyhow::{Context, Result};
use doorward_domain::{
    ChangeSettings, Command, Grant, InvitePerson, MembershipId, Note, Preset, Record,
    ResendInvitation, Version,
};
use doorward_protocol::SentRecord;
use doorward_suite::cast::{ANNA, KADRI, MARTA, OLGA, Person, STEFAN};
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::window::Window;
use url::Url;

use crate::pages::{Form, Reader, State};

const SAYS: &str = "main > .sign";

/// A house with somebody in every state.
struct Outcomes {
    house: House,
}

impl Outcomes {
    async fn open() -> Result<Self> {
        let house = House::open().await?;
        house.take_requests().await?;
        Ok(Self { house })
    }

    fn at(&self, name: &'static str, path: &str) -> Result<State> {
        Ok(State {
            name,
            url: self.house.server.url().join(path)?,
            form: None,
        })
    }

    async fn invite(&self, person: Person) -> Result<(MembershipId, Url)> {
        let membership = MembershipId(ids::new());
        let invite = InvitePerson {
            membership,
            contact: person.email.parse()?,
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        self.house
            .command(OLGA, Command::InvitePerson(invite))
            .await?;
        let letter = self.house.post.letter(person.email, 1).await?;
        Ok((membership, letter.link("/j/")?))
    }

    async fn asks(&self, questions: &[&str]) -> Result<()> {
        let settings_of = |sent: SentRecord| {
            let Record::Settings(settings) = sent.record else {
                return None;
            };
            Some((settings, sent.revision))
        };
        let found = self.house.records(OLGA).await?;
        let found = found.into_iter().find_map(settings_of);
        let (mut settings, revision) = found.context("Olga sees the settings")?;
        let questions = questions.iter().map(|it| Note::try_from(*it));
        settings.questions = questions.collect::<Result<_, _>>()?;
        let change = ChangeSettings {
            settings,
            based_on: Version::Revision(revision),
        };
        let change = Command::ChangeSettings(change);
        self.house.command(OLGA, change).await.map(drop)
    }

    async fn signs_in(&self, window: &Window, person: Person) -> Result<()> {
        window
            .go_to(&self.house.server.url().join("/sign-in")?)
            .await?;
        window.fill("input[name='email']", person.email).await?;
        window
            .fill("input[name='password']", person.password)
            .await?;
        window
            .click("form:has(input[name='password']) button")
            .await?;
        window.element("a[href='/sign-out']").await.map(drop)
    }

    async fn signs_out(&self, window: &Window) -> Result<()> {
        window
            .go_to(&self.house.server.url().join("/sign-out")?)
            .await?;
        window.click("main form button").await?;
        window.is_gone("footer .account span").await
    }

    /// What nobody in particular meets: links that are over, and what is pressed without an account.
    async fn nobody(&self) -> Result<Vec<State>> {
        let (_, stopped) = self.invite(STEFAN).await?;
        let (resent, renewed) = self.invite(MARTA).await?;
        self.house
            .command(
                OLGA,
                Command::ResendInvitation(ResendInvitation {
                    membership: resent,
                    grant: None,
                }),
            )
            .await?;
        let used = self.house.post.letter(OLGA.email, 1).await?.link("/j/")?;
        Ok(vec![
            self.at("join-lost", "/join")?,
            state("join-used", used, None),
            state("join-renewed", renewed, None),
            state("join-stopped", stopped, Some(posted("/join", "stop"))),
            // Its cookie is taken away again, so that the next language begins as the first.
            self.at("join-unknown", "/j/iAAAA")?,
        ])
    }

    /// What a member meets: the end of the way in, and what is theirs.
    async fn member(&self, link: Url) -> Result<Vec<State>> {
        let organisation = &self.house.organisation;
        let records = self.house.records(OLGA).await?;
        let person = records.into_iter().find_map(|sent| {
            let Record::Membership(it) = sent.record else {
                return None;
            };
            it.person.filter(|_| {
                it.name
                    .as_ref()
                    .is_some_and(|name| name.as_str() == KADRI.name)
            })
        });
        let person = person.context("Kadri is a member")?;
        Ok(vec![
            state("welcome", link, Some(posted("/join", "accept"))),
            self.at("pass", &format!("/me/pass/{organisation}"))?,
            self.at("organisation", &format!("/o/{organisation}"))?,
            self.at("person", &format!("/p/{person}"))?,
        ])
    }

    /// What somebody meets who has asked before and took it back.
    fn asking(&self) -> Result<Vec<State>> {
        let community = format!("/c/{}", self.house.organisation);
        Ok(vec![
            self.at("me-history", "/me?history=1")?,
            self.at("request-first", "/request?first=1")?,
            self.at("community-questions", &community)?,
            State {
                form: Some(Form::sent("[role=alert]")),
                ..self.at("community-questions-empty", &community)?
            },
        ])
    }
}

fn posted(action: &'static str, does: &'static str) -> Form {
    Form {
        action: Some(action),
        fields: vec![("do", does.to_owned())],
        ..Form::sent(SAYS)
    }
}

fn state(name: &'static str, url: Url, form: Option<Form>) -> State {
    State { name, url, form }
}

/// ACT-18, RES-16, OLV-5, OLV-17, OLV-31, BEL-7.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_comes_of_it_stands_in_every_state() -> Result<()> {
    let outcomes = Outcomes::open().await?;
    let mut reader = Reader::open("outcomes").await?;
    let page = outcomes.house.community()?;
    reader.looks_at(&page, &outcomes.nobody().await?).await?;

    outcomes.house.hire(KADRI, Preset::Staff).await?;
    let link = outcomes.house.post.letter(KADRI.email, 1).await?;
    outcomes.signs_in(&reader.window, KADRI).await?;
    show_herself(&outcomes, &reader.window).await?;
    let states = outcomes.member(link.link("/j/")?).await?;
    reader.looks_at(&page, &states).await?;
    outcomes.signs_out(&reader.window).await?;

    outcomes.house.asks_to_join(ANNA).await?;
    let questions = ["Which floor do you work on?", "Who told you of us?"];
    outcomes.asks(&questions).await?;
    outcomes.signs_in(&reader.window, ANNA).await?;
    reader
        .window
        .go_to(&outcomes.house.server.url().join("/me")?)
        .await?;
    reader.window.click("button[value='withdraw']").await?;
    reader.window.element("a[href='/me?history=1']").await?;
    reader.looks_at(&page, &outcomes.asking()?).await?;
    outcomes.signs_out(&reader.window).await?;
    reader.ends()
}

/// Kadri is listed publicly, as her page needs.
async fn show_herself(outcomes: &Outcomes, window: &Window) -> Result<()> {
    window
        .go_to(&outcomes.house.server.url().join("/me")?)
        .await?;
    window.click("button[value='show']").await?;
    window.element("button[value='hide']").await.map(drop)
}
