//! The real application. The main job: Kadri works at the front desk in the window that people get, those who are invited
//! or ask to join use real Chromium, and Piret clears fifty things by keyboard without a network.

mod access;
mod barriers;
mod beside;
mod front_desk;
mod handed;
mod hostile;
mod keyboard;
mod keychain;
mod leaving;
mod monday;
mod notices;
mod pages;
mod scripts;
mod tray;

use anyhow::{Context, Result, ensure};
use doorward_domain::{ApproveRequest, Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::{ANNA, KADRI, MARTA, OLGA, Person, STEFAN};
use doorward_suite::chromium::Chromium;
use doorward_suite::desktop::Desktop;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::ids;
use serde_json::{Value, json};

use crate::front_desk::FrontDesk;
use crate::pages::Pages;

/// Everybody and everything of the story.
struct Story {
    house: House,
    olga: Device,
    chromium: Chromium,
    desktop: Desktop,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn main_job() -> Result<()> {
    let house = House::open().await?;
    house.hire(KADRI, Preset::Manager).await?;
    house.take_requests().await?;
    let mut story = Story {
        olga: Device::of(OLGA, house.server.url()).await?,
        chromium: Chromium::start().await?,
        desktop: Desktop::start(house.server.url()).await?,
        house,
    };
    let front_desk = FrontDesk::open(&story.desktop).await?;
    front_desk.sign_in(KADRI, story.house.server.url()).await?;

    story.olga_invites_anna().await.context("the invitation")?;
    let front_desk = story
        .kadri_decides_without_a_server(front_desk)
        .await
        .context("the request")?;
    story
        .olga_is_quicker(front_desk)
        .await
        .context("the contradiction")?;

    story.house.server.verify_history().await?;
    story.house.server.ensure_no_errors()
}

impl Story {
    /// Olga invites Anna as Staff; Anna follows the letter in her browser, makes an account and accepts.
    async fn olga_invites_anna(&mut self) -> Result<()> {
        let invite = InvitePerson {
            membership: MembershipId(ids::new()),
            contact: ANNA.email.parse()?,
            grant: Grant::of(Preset::Staff),
            name: None,
            position: None,
            staff: None,
            locale: None,
            message: None,
        };
        self.olga
            .execute(&self.house.organisation, &Command::InvitePerson(invite))
            .await?;
        // Opening again ends the time in which an invitation can be taken back.
        self.olga.close().await?;
        self.olga.reopen()?;
        let letter = self.house.post.letter(ANNA.email, 1).await?;
        let anna = Pages::open(&self.chromium, ANNA).await?;
        anna.accept(&letter.link("/j/")?).await?;
        anna.close().await?;
        let members = json!({ "ask": "people", "organisation": self.house.organisation });
        self.olga
            .until("Olga's device has Anna as a member", members, |view| {
                of(view, ANNA)
            })
            .await
    }

    /// Ștefan asks; the server dies; Kadri approves; the application is closed and opened; the server comes back.
    async fn kadri_decides_without_a_server(&mut self, front_desk: FrontDesk) -> Result<FrontDesk> {
        let stefan = Pages::open(&self.chromium, STEFAN).await?;
        stefan.sign_up(&self.house).await?;
        stefan.ask_to_join(&self.house).await?;
        let letters_before = self.house.post.letters_to(STEFAN.email)?.len();
        front_desk.sees_request(STEFAN).await?;

        self.house.server.kill();
        front_desk.is_offline().await?;
        front_desk.approve(STEFAN, Preset::Staff).await?;
        front_desk.has_queued(1).await?;
        front_desk.close().await?;
        let front_desk = FrontDesk::open(&self.desktop).await?;
        front_desk.speaks(KADRI).await?;
        front_desk.has_queued(1).await?;

        self.house.server.start_again().await?;
        front_desk.has_sent(1).await?;
        self.house
            .post
            .letter(STEFAN.email, letters_before + 1)
            .await?;
        self.house
            .letters_in_all(STEFAN, letters_before + 1)
            .await?;
        stefan.is_member(&self.house).await?;
        stefan.close().await?;
        let members = json!({ "ask": "people", "organisation": self.house.organisation });
        self.olga
            .until("Olga's device has Ștefan as a member", members, |view| {
                of(view, STEFAN)
            })
            .await?;
        Ok(front_desk)
    }

    /// Marta asks; Kadri declines without a network while Olga has approved; Kadri's window says who was quicker.
    async fn olga_is_quicker(&mut self, front_desk: FrontDesk) -> Result<()> {
        let marta = Pages::open(&self.chromium, MARTA).await?;
        marta.sign_up(&self.house).await?;
        marta.ask_to_join(&self.house).await?;
        let letters_before = self.house.post.letters_to(MARTA.email)?.len();
        let request = self.request_of(MARTA).await?;
        front_desk.sees_request(MARTA).await?;

        self.house.server.kill();
        front_desk.is_offline().await?;
        front_desk.decline(MARTA).await?;
        front_desk.has_queued(1).await?;
        front_desk.close().await?;

        let approve = ApproveRequest {
            membership: request,
            grant: Grant::of(Preset::Member),
        };
        self.olga
            .execute(&self.house.organisation, &Command::ApproveRequest(approve))
            .await?;
        self.olga.close().await?;
        self.olga.reopen()?;
        self.house.server.start_again().await?;
        let members = json!({ "ask": "people", "organisation": self.house.organisation });
        self.olga
            .until("Olga's approval lands first", members, |view| {
                of(view, MARTA)
            })
            .await?;

        let front_desk = FrontDesk::open(&self.desktop).await?;
        let said = front_desk.has_refused().await?;
        ensure!(
            said.contains(OLGA.name),
            "the window says who was quicker: {said}"
        );
        self.house.letters_in_all(MARTA, letters_before + 1).await?;
        marta.is_member(&self.house).await?;
        marta.close().await?;
        front_desk.close().await
    }

    async fn request_of(&mut self, person: Person) -> Result<MembershipId> {
        let question = json!({ "ask": "requests" });
        let found = self
            .olga
            .until("Olga's device shows the request", question, |view| {
                let row = view["rows"]
                    .as_array()?
                    .iter()
                    .find(|row| row["name"] == person.name)?;
                Some(row["membership"].as_str()?.to_owned())
            });
        Ok(found.await?.parse()?)
    }
}

/// Whether a list of members has somebody as approved.
fn of(view: &Value, person: Person) -> Option<()> {
    let row = view["rows"]
        .as_array()?
        .iter()
        .find(|row| row["name"] == person.name)?;
    (row["state"] == "member" && row["pending"].is_null()).then_some(())
}
