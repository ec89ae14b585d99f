//! A real window under WebDriver, the application's or Chromium's: what somebody sees in it and does with it.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use url::Url;

use crate::{keys, wait};

/// Starting a browser engine takes its time on a busy machine.
const START: Duration = Duration::from_mins(1);

/// Faults that a moment later may be none.
const PASSING: &[ErrorStatus] = &[
    ErrorStatus::NoSuchElement,
    ErrorStatus::StaleElementReference,
    ErrorStatus::ElementClickIntercepted,
    ErrorStatus::ElementNotInteractable,
];

/// Asks the engine whether an element is drawn and has a size.
const SEEN: &str = "\
const element = arguments[0];
const box = element.getBoundingClientRect();
return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 0 && box.height > 0;";

/// One window.
#[derive(Debug)]
pub struct Window {
    client: Client,
}

impl Window {
    /// Opens a window through a driver.
    pub async fn open(driver: &Url, capabilities: Value) -> Result<Self> {
        let capabilities: Capabilities = serde_json::from_value(capabilities)?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let opening = builder.connect(driver.as_str());
        let client = tokio::time::timeout(START, opening)
            .await
            .context("no window opened in time")??;
        Ok(Self { client })
    }

    /// Goes to an address.
    pub async fn go_to(&self, url: &Url) -> Result<()> {
        Ok(self.client.goto(url.as_str()).await?)
    }

    /// Waits for the element that `css` finds and that is to be seen.
    pub async fn element(&self, css: &str) -> Result<Element> {
        let what = format!("{css} is to be seen");
        let found = wait::until(&what, async || {
            passing(async {
                let element = self.client.find(Locator::Css(css)).await?;
                Ok(self.is_seen(&element).await?.then_some(element))
            })
            .await
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => Err(error.context(self.what_is_there().await)),
        }
    }

    /// Clicks on the element that `css` finds, as soon as it takes clicks.
    pub async fn click(&self, css: &str) -> Result<()> {
        wait::until(&format!("{css} takes a click"), async || {
            let element = self.element(css).await?;
            passing(async {
                if !element.is_enabled().await? {
                    return Ok(None);
                }
                element.click().await?;
                Ok(Some(()))
            })
            .await
        })
        .await
    }

    /// Clicks on the element that `css` finds until `shown` is there: a banner that appears in between moves what was
    /// aimed at, and a person would click again.
    pub async fn go_by(&self, css: &str, shown: &str) -> Result<()> {
        wait::until(&format!("{css} leads to {shown}"), async || {
            self.click(css).await?;
            passing(async {
                let there = self.client.find_all(Locator::Css(shown)).await?;
                Ok((!there.is_empty()).then_some(()))
            })
            .await
        })
        .await
    }

    /// Types into the field that `css` finds, in place of what it held.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        let field = self.element(css).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Chooses in the list that `css` finds.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        Ok(self.element(css).await?.select_by_value(value).await?)
    }

    /// Waits until the element that `css` finds reads as `is_meant` wants; answers what it reads.
    pub async fn reads(
        &self,
        css: &str,
        what: &str,
        is_meant: impl Fn(&str) -> bool,
    ) -> Result<String> {
        let what = format!("{css} reads {what}");
        let read = wait::until(&what, async || {
            passing(async {
                let element = self.client.find(Locator::Css(css)).await?;
                let text = element.prop("textContent").await?.unwrap_or_default();
                let text = text.trim().to_owned();
                Ok((self.is_seen(&element).await? && is_meant(&text)).then_some(text))
            })
            .await
        });
        match read.await {
            Ok(text) => Ok(text),
            Err(error) => Err(error.context(self.what_is_there().await)),
        }
    }

    /// Waits until nothing is found by `css`.
    pub async fn is_gone(&self, css: &str) -> Result<()> {
        let what = format!("{css} is gone");
        let gone = wait::until(&what, async || {
            let found = self.client.find_all(Locator::Css(css)).await?;
            Ok(found.is_empty().then_some(()))
        });
        match gone.await {
            Ok(()) => Ok(()),
            Err(error) => {
                let still = "return document.querySelector(arguments[0])?.parentElement.outerHTML";
                let still = self.run(still, vec![css.into()]).await?;
                Err(error
                    .context(format!("still there: {still}"))
                    .context(self.what_is_there().await))
            }
        }
    }

    /// Presses a key, several together (`Ctrl+k`) or one after the other (`g r`), wherever the focus is.
    pub async fn press(&self, keys: &str) -> Result<()> {
        Ok(self.client.perform_actions(keys::chords(keys)?).await?)
    }

    /// Types letter by letter, wherever the focus is.
    pub async fn types(&self, text: &str) -> Result<()> {
        Ok(self.client.perform_actions(keys::text(text)).await?)
    }

    /// Runs a script in the page and answers what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Runs a script that calls its last argument when it is done.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute_async(script, arguments).await?)
    }

    /// Does what a step says: `click CSS`, `press KEY`, `type TEXT`, `wait CSS`, `gone CSS`.
    pub async fn take(&self, step: &str) -> Result<()> {
        let (verb, what) = step.split_once(' ').context("a step has two words")?;
        match verb {
            "click" => self.click(what).await,
            "press" => self.press(what).await,
            "type" => self.types(what).await,
            "wait" => self.element(what).await.map(drop),
            "gone" => self.is_gone(what).await,
            _ => bail!("there is no step {verb}"),
        }
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// How many windows there are.
    pub async fn windows(&self) -> Result<usize> {
        Ok(self.client.windows().await?.len())
    }

    /// Where the window is.
    pub async fn url(&self) -> Result<Url> {
        Ok(self.client.current_url().await?)
    }

    /// Closes the window, and with it the program that it belongs to.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    /// Whether an element is drawn where somebody can see it. The drivers' own answer is wrong for rows of a virtual
    /// list, so the engine itself is asked.
    async fn is_seen(&self, element: &Element) -> Result<bool, CmdError> {
        let argument = serde_json::to_value(element).map_err(CmdError::Json)?;
        Ok(self.client.execute(SEEN, vec![argument]).await? == Value::Bool(true))
    }

    /// What can be read in the window, for somebody who wants to know why something did not happen.
    pub async fn what_is_there(&self) -> String {
        let text = "return document.body.innerText";
        let text = self.client.execute(text, vec![]).await.unwrap_or_default();
        let lines = text.as_str().unwrap_or_default().lines();
        let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
        format!("the window reads: {}", lines.join(" | "))
    }
}

/// What is not there yet, was drawn anew meanwhile or lies under something is looked at again.
async fn passing<T>(look: impl Future<Output = Result<Option<T>, CmdError>>) -> Result<Option<T>> {
    match look.await {
        Err(CmdError::Standard(error)) if PASSING.contains(&error.error) => Ok(None),
        other => Ok(other?),
    }
}
