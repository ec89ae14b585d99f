//! What only Chromium's window can: another size, sharpness or theme, and pictures of what is there.

use anyhow::{Context, Result, ensure};
use axum::http::Method;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::window::Window;

/// How somebody looks at a page.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The width and height of the window.
    pub size: (u32, u32),
    /// Pixels of the picture for one of the page.
    pub scale: f32,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// Whether it is a phone.
    pub is_phone: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            size: (1360, 860),
            scale: 1.0,
            theme: "light",
            is_phone: false,
        }
    }
}

/// How many milliseconds nothing may change on a page that has come to stand still.
const QUIET: u32 = 150;

/// Resolves once fonts are there, the page is in the language that is meant (if one is), and nothing has changed for so
/// many milliseconds; a countdown does not keep it waiting for ever. Answers whether the language is there.
const SETTLED: &str = "\
const [calm, language, done] = arguments;
const root = document.documentElement;
const speaks = () => language === null || root.lang === language;
let quiet;
let changes = 0;
const end = () => {
  observer.disconnect();
  clearTimeout(quiet);
  clearTimeout(enough);
  done(speaks());
};
const enough = setTimeout(end, 4000);
const look = () => {
  const before = changes;
  // What another size brings with it comes with the next frames, however late they are.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (changes === before) (speaks() && document.fonts.status === 'loaded' ? end : again)();
  }));
};
const again = () => {
  changes += 1;
  clearTimeout(quiet);
  quiet = setTimeout(look, calm);
};
const observer = new MutationObserver(again);
observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
again();";

/// A caret blinks, and what moves is another picture each time. A sheet of this kind is no matter of a page's policy.
const STILL: &str = "\
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { caret-color: transparent !important; transition: none !important }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";

impl Window {
    /// Sets size, sharpness and theme; movements are reduced, as some people wish.
    pub async fn look(&self, look: Look) -> Result<()> {
        self.has_size(look).await?;
        self.wears(look.theme).await
    }

    /// Sets size and sharpness alone.
    pub async fn has_size(&self, look: Look) -> Result<()> {
        let (width, height) = look.size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": look.scale, "mobile": look.is_phone });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    /// Sets the theme alone, with movements reduced.
    pub async fn wears(&self, theme: &str) -> Result<()> {
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }

    /// Sets a theme whose colours the system forces on every window.
    pub async fn has_colours_forced(&self, theme: &str) -> Result<()> {
        let features = json!({ "features": [
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }

    /// Waits until the page stands still.
    pub async fn settles(&self) -> Result<()> {
        self.stands_still(QUIET).await
    }

    /// Waits until nothing has changed for so many milliseconds.
    pub async fn stands_still(&self, calm: u32) -> Result<()> {
        self.run_async(SETTLED, vec![calm.into(), Value::Null])
            .await?;
        Ok(())
    }

    /// Waits until the page stands still in a language.
    pub async fn speaks(&self, language: &str) -> Result<()> {
        let speaks = self
            .run_async(SETTLED, vec![QUIET.into(), language.into()])
            .await?;
        ensure!(speaks == true, "the page does not come to speak {language}");
        Ok(())
    }

    /// Hides what is another picture each time, until another page is opened.
    pub async fn holds_still(&self) -> Result<()> {
        self.run(STILL, vec![]).await?;
        Ok(())
    }

    /// A picture of the page as PNG, once it stands still.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.holds_still().await?;
        self.settles().await?;
        self.picture_now().await
    }

    /// A picture of the page as PNG, as it is.
    pub async fn picture_now(&self) -> Result<Vec<u8>> {
        let how = json!({ "format": "png", "optimizeForSpeed": true });
        self.captured(how).await
    }

    /// The same as `WebP`, which takes a quarter of the room.
    pub async fn small_picture(&self) -> Result<Vec<u8>> {
        self.captured(json!({ "format": "webp", "quality": 82 }))
            .await
    }

    async fn captured(&self, how: Value) -> Result<Vec<u8>> {
        let answer = self.devtools("Page.captureScreenshot", how).await?;
        let text = answer["data"].as_str().context("a picture has bytes")?;
        Ok(BASE64_STANDARD.decode(text)?)
    }

    /// Has the window ask for pages in another language from now on.
    pub async fn prefers(&self, language: &str) -> Result<()> {
        let headers = json!({ "headers": { "Accept-Language": language } });
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setExtraHTTPHeaders", headers)
            .await?;
        Ok(())
    }

    /// Draws no scrollbars, as where they lie over the page.
    pub async fn hides_scrollbars(&self) -> Result<()> {
        let hidden = json!({ "hidden": true });
        self.devtools("Emulation.setScrollbarsHidden", hidden)
            .await?;
        Ok(())
    }

    /// Moves the pointer where nothing answers to it.
    pub async fn looks_away(&self) -> Result<()> {
        let away = json!({ "type": "mouseMoved", "x": 0, "y": 0 });
        self.devtools("Input.dispatchMouseEvent", away).await?;
        Ok(())
    }

    /// Has every page run a script before anything of its own; answers what [`Self::runs_no_more`] takes.
    pub async fn runs_first(&self, script: &str) -> Result<String> {
        let source = json!({ "source": script });
        let command = "Page.addScriptToEvaluateOnNewDocument";
        let answer = self.devtools(command, source).await?;
        let script = answer["identifier"].as_str();
        Ok(script.context("a script has an identifier")?.to_owned())
    }

    /// Takes a script back.
    pub async fn runs_no_more(&self, script: &str) -> Result<()> {
        let which = json!({ "identifier": script });
        self.devtools("Page.removeScriptToEvaluateOnNewDocument", which)
            .await?;
        Ok(())
    }

    /// Gives Chromium a command of its own protocol.
    pub async fn devtools(&self, command: &'static str, parameters: Value) -> Result<Value> {
        let command = Devtools {
            command,
            parameters,
        };
        let answer = self.client().issue_cmd(command).await?;
        ensure!(answer["error"].is_null(), "Chromium refused: {answer}");
        Ok(answer)
    }
}

#[derive(Debug)]
struct Devtools {
    command: &'static str,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/goog/cdp/execute",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        (Method::POST, Some(body.to_string()))
    }
}
