//! Somebody on the pages: signs up, accepts an invitation, asks to join, all by forms and links.

use anyhow::{Result, ensure};
use url::Url;

use crate::browser::{Browser, Page};
use crate::cast::Person;
use crate::house::House;

/// Somebody with a browser.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// Who.
    pub person: Person,
    /// Their browser, with its cookies.
    pub browser: Browser,
}

impl Visitor {
    /// Opens a browser in somebody's language.
    pub fn of(person: Person) -> Result<Self> {
        Ok(Self {
            person,
            browser: Browser::open(person.locale)?,
        })
    }

    /// Makes an account: the form, the letter, the confirmation.
    pub async fn sign_up(&self, house: &House) -> Result<()> {
        let before = house.post.letters_to(self.person.email)?.len();
        let page = self
            .browser
            .open_page(&house.server.url().join("/sign-up")?)
            .await?
            .ok()?;
        self.fill_in_sign_up(&page).await?.ok()?;
        let letter = house.post.letter(self.person.email, before + 1).await?;
        let page = self
            .browser
            .open_page(&letter.link("/confirm")?)
            .await?
            .ok()?;
        self.browser
            .send_form(&page.form("main form")?)
            .await?
            .ok()?;
        Ok(())
    }

    /// Follows the link of an invitation, makes an account on the way, and accepts.
    pub async fn accept(&self, link: &Url) -> Result<Page> {
        let page = self.browser.open_page(link).await?.ok()?;
        let page = self.press(&page, "continue").await?;
        let page = self.fill_in_sign_up(&page).await?.ok()?;
        self.press(&page, "accept").await
    }

    /// Asks to join on the page of a community.
    pub async fn ask_to_join(&self, community: &Url) -> Result<Page> {
        let page = self.browser.open_page(community).await?.ok()?;
        let form = page.form("main form[method=post]")?;
        let page = self.browser.send_form(&form).await?.ok()?;
        ensure!(
            page.url.path() != "/sign-in",
            "{} is signed in",
            self.person.name
        );
        Ok(page)
    }

    async fn fill_in_sign_up(&self, page: &Page) -> Result<Page> {
        let form = page.form("form:has(input[name=password])")?;
        let form = form
            .with("name", self.person.name)?
            .with("password", self.person.password)?;
        // The address of an invitation stands there already and cannot be changed.
        let form = form
            .clone()
            .with("email", self.person.email)
            .unwrap_or(form);
        self.browser.send_form(&form).await
    }

    /// Presses a button of the page's form.
    async fn press(&self, page: &Page, does: &str) -> Result<Page> {
        let form = page.form(&format!("main form:has(button[value={does}])"))?;
        self.browser.send_form(&form.press("do", does)).await?.ok()
    }
}
