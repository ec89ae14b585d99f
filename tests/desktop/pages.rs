//! What invited and requesting people do on the server's pages, in Chromium.

use anyhow::{Result, ensure};
use doorward_suite::cast::Person;
use doorward_suite::chromium::Chromium;
use doorward_suite::house::House;
use doorward_suite::window::Window;
use url::Url;

/// Somebody's browser window.
#[derive(Debug)]
pub struct Pages {
    window: Window,
    person: Person,
}

impl Pages {
    /// Opens a window of its own for somebody.
    pub async fn open(chromium: &Chromium, person: Person) -> Result<Self> {
        Ok(Self {
            window: chromium.open(person.locale).await?,
            person,
        })
    }

    /// Makes an account: the form, the letter, the confirmation.
    pub async fn sign_up(&self, house: &House) -> Result<()> {
        let before = house.post.letters_to(self.person.email)?.len();
        self.window
            .go_to(&house.server.url().join("/sign-up")?)
            .await?;
        self.window
            .fill("input[name='email']", self.person.email)
            .await?;
        self.fill_in_sign_up().await?;
        let letter = house.post.letter(self.person.email, before + 1).await?;
        self.window.go_to(&letter.link("/confirm")?).await?;
        self.window.click("main form button").await?;
        self.window.element("a[href='/sign-out']").await?;
        Ok(())
    }

    /// Follows the link of an invitation, makes an account on the way, and accepts.
    pub async fn accept(&self, link: &Url) -> Result<()> {
        self.window.go_to(link).await?;
        self.window.click("main button[value='continue']").await?;
        self.fill_in_sign_up().await?;
        self.window.click("main button[value='accept']").await?;
        self.window.is_gone("main button[value='accept']").await
    }

    /// Asks to join on the page of the community.
    pub async fn ask_to_join(&self, house: &House) -> Result<()> {
        self.window.go_to(&house.community()?).await?;
        self.window.click("main form[method='post'] button").await?;
        self.window
            .is_gone("main form[method='post'] textarea")
            .await
    }

    /// Sees the own membership as approved.
    pub async fn is_member(&self, house: &House) -> Result<()> {
        self.window.go_to(&house.server.url().join("/me")?).await?;
        let status = self
            .window
            .reads("[data-status]", "a status", |text| !text.is_empty())
            .await?;
        let found = self.window.element("[data-status='approved']").await;
        ensure!(found.is_ok(), "{} reads \"{status}\"", self.person.name);
        Ok(())
    }

    /// Closes the window.
    pub async fn close(self) -> Result<()> {
        self.window.close().await
    }

    async fn fill_in_sign_up(&self) -> Result<()> {
        self.window
            .fill("input[name='name']", self.person.name)
            .await?;
        self.window
            .fill("input[name='password']", self.person.password)
            .await?;
        self.window
            .click("form:has(input[name='password']) button")
            .await
    }
}
