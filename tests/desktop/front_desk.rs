//! What Kadri does and sees in the application's window.

use anyhow::Result;
use doorward_domain::Preset;
use doorward_suite::cast::Person;
use doorward_suite::desktop::Desktop;
use doorward_suite::wait;
use doorward_suite::window::Window;
use serde_json::json;
use url::Url;

/// The application's window.
#[derive(Debug)]
pub struct FrontDesk {
    window: Window,
}

impl FrontDesk {
    /// The window itself.
    pub const fn window(&self) -> &Window {
        &self.window
    }

    /// Opens the application.
    pub async fn open(desktop: &Desktop) -> Result<Self> {
        Ok(Self {
            window: desktop.open_app().await?,
        })
    }

    /// Connects, although the server is proposed already, signs in, and sets the language once requests are listed.
    pub async fn sign_in(&self, person: Person, server: &Url) -> Result<()> {
        self.window.click(&id("another-server")).await?;
        self.window.fill(&id("server"), server.as_str()).await?;
        self.window.click(&id("connect-submit")).await?;
        self.window.fill(&id("email"), person.email).await?;
        self.window.fill(&id("password"), person.password).await?;
        self.window.click(&id("sign-in-submit")).await?;
        self.window.element(&id("nav-requests")).await?;
        self.window
            .element("[data-testid='sync-state'][data-state='idle']")
            .await?;
        self.go_to("nav-settings").await?;
        let language = id(&format!("language-{}", person.locale));
        self.window.click(&language).await?;
        self.speaks(person).await
    }

    /// Signs another account in beside, at a server of its own.
    pub async fn adds_account(&self, person: Person, server: &Url) -> Result<()> {
        self.go_to("nav-settings").await?;
        self.window.click(&id("account-add")).await?;
        self.window.click(&id("first-connect")).await?;
        self.window.fill(&id("server"), server.as_str()).await?;
        self.window.click(&id("connect-submit")).await?;
        self.window.fill(&id("email"), person.email).await?;
        self.window.fill(&id("password"), person.password).await?;
        self.window.click(&id("sign-in-submit")).await?;
        self.has_accounts(2).await
    }

    /// Waits until the settings list so many accounts.
    pub async fn has_accounts(&self, count: usize) -> Result<()> {
        self.go_to("nav-settings").await?;
        let account =
            |number: usize| format!("{} ~ ", id("account")).repeat(number - 1) + &id("account");
        self.window.element(&account(count)).await?;
        self.window.is_gone(&account(count + 1)).await
    }

    /// Waits until somebody's work is shown.
    pub async fn is_signed_in(&self) -> Result<()> {
        self.window.element(&id("nav-requests")).await.map(drop)
    }

    /// Waits until the window speaks somebody's language.
    pub async fn speaks(&self, person: Person) -> Result<()> {
        let in_language = format!("html[lang='{}']", person.locale);
        self.window.element(&in_language).await?;
        Ok(())
    }

    /// Waits until somebody stands in the list.
    pub async fn sees_request(&self, person: Person) -> Result<()> {
        self.go_to("nav-requests").await?;
        let name = format!("{} .name", id("request"));
        self.window
            .reads(&name, person.name, |text| text == person.name)
            .await?;
        Ok(())
    }

    /// Waits until the window shows everything about somebody's request.
    pub async fn looks_at(&self, person: Person) -> Result<()> {
        let name = id("person");
        self.window
            .reads(&name, person.name, |text| text.contains(person.name))
            .await?;
        Ok(())
    }

    /// Waits until the window says that the server cannot be reached.
    pub async fn is_offline(&self) -> Result<()> {
        self.window
            .element("[data-testid='sync-state'][data-state='offline']")
            .await?;
        Ok(())
    }

    /// Approves the only request, at a level, in one step.
    pub async fn approve(&self, person: Person, level: Preset) -> Result<()> {
        self.select(person).await?;
        self.window
            .click(&id(&format!("level-{}", level.key())))
            .await?;
        self.window.click(&id("approve")).await?;
        self.window.is_gone(&id("request")).await
    }

    /// Declines the only request with the reason proposed first.
    pub async fn decline(&self, person: Person) -> Result<()> {
        self.select(person).await?;
        self.window.click(&id("decline")).await?;
        self.window.click(&id("decline-confirm")).await?;
        self.window.is_gone(&id("request")).await
    }

    /// Waits until that many commands wait in the outbox.
    pub async fn has_queued(&self, count: usize) -> Result<()> {
        self.go_to("nav-offline").await?;
        self.entries("outbox-waiting", count).await
    }

    /// Waits until that many commands took effect and none waits.
    pub async fn has_sent(&self, count: usize) -> Result<()> {
        self.go_to("nav-offline").await?;
        let sent = format!("{} summary .numbers", id("outbox-sent"));
        self.reads_number(&sent, count).await?;
        self.window.is_gone(&id("outbox-waiting")).await
    }

    /// Waits until so many commands need somebody, and answers what the window says of them.
    pub async fn needs_somebody(&self, count: usize) -> Result<String> {
        self.go_to("nav-offline").await?;
        self.entries("outbox-needs-you", count).await?;
        let group = id("outbox-needs-you");
        self.window.reads(&group, "them", |_| true).await
    }

    /// Waits until the sidebar counts so many.
    pub async fn counts(&self, what: &str, count: usize) -> Result<()> {
        self.reads_number(&format!("{} span", id(what)), count)
            .await
    }

    /// Waits until a command was refused, and answers what the window says of it.
    pub async fn has_refused(&self) -> Result<String> {
        self.go_to("nav-offline").await?;
        let refused = "[data-testid='outbox-entry'][data-state='refused']";
        self.window
            .reads(refused, "what happened instead", |text| !text.is_empty())
            .await
    }

    /// Closes the application.
    pub async fn close(self) -> Result<()> {
        self.window.close().await
    }

    /// Turns a switch of the settings, and waits until it stands so when they are opened anew.
    pub async fn switches(&self, what: &str, on: bool) -> Result<()> {
        self.go_to("nav-settings").await?;
        self.window.click(&id(what)).await?;
        self.go_to("nav-requests").await?;
        self.go_to("nav-settings").await?;
        let is_on = if on { ":checked" } else { ":not(:checked)" };
        let stands = format!("{}{is_on}", id(what));
        self.window.element(&stands).await.map(drop)
    }

    /// Has quiet hours begin two hours ago and end in two hours, whenever that is.
    pub async fn is_quiet_now(&self) -> Result<()> {
        const SET: &str = "const [which, hours] = arguments;
            const at = new Date(Date.now() + hours * 3600e3).toTimeString().slice(0, 5);
            const field = document.querySelector(`[data-testid='quiet-${which}']`);
            if (!field) return false;
            if (field.dataset.asked === at && field.value === at) return true;
            [field.dataset.asked, field.value] = [at, at];
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return false;";
        self.switches("quiet-hours", true).await?;
        for (which, hours) in [("from", -2), ("until", 2)] {
            wait::until("the hour is set", async || {
                let set = self
                    .window
                    .run(SET, vec![json!(which), json!(hours)])
                    .await?;
                Ok((set == true).then_some(()))
            })
            .await?;
            // What was kept is read again when the screen opens anew.
            self.go_to("nav-requests").await?;
            self.go_to("nav-settings").await?;
        }
        Ok(())
    }

    async fn go_to(&self, screen: &str) -> Result<()> {
        let shown = format!("{}[aria-current='page']", id(screen));
        self.window.go_by(&id(screen), &shown).await
    }

    async fn select(&self, person: Person) -> Result<()> {
        self.go_to("nav-requests").await?;
        self.window.click(&id("request")).await?;
        self.window
            .reads(&id("person"), person.name, |text| text == person.name)
            .await?;
        Ok(())
    }

    async fn reads_number(&self, css: &str, number: usize) -> Result<()> {
        let number = number.to_string();
        self.window
            .reads(css, &number, |text| text == number)
            .await
            .map(drop)
    }

    async fn entries(&self, group: &str, count: usize) -> Result<()> {
        self.window
            .element(&format!("{} li:nth-of-type({count})", id(group)))
            .await?;
        self.window
            .is_gone(&format!("{} li:nth-of-type({})", id(group), count + 1))
            .await
    }
}

/// What finds a thing by its test id.
pub fn id(name: &str) -> String {
    format!("[data-testid='{name}']")
}
