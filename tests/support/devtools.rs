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

/// Resolves once fonts are there and nothing has changed for a while; a countdown does not keep it waiting for ever.
const SETTLED: &str = "\
const done = arguments[0];
const enough = setTimeout(done, 4000);
document.fonts.ready.then(() => {
  let quiet = setTimeout(done, 150);
  new MutationObserver(() => {
    clearTimeout(quiet);
    quiet = setTimeout(() => { clearTimeout(enough); done(); }, 150);
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
});";

/// A caret blinks, and what moves is another picture each time.
const STILL: &str = "\
const style = document.createElement('style');
style.textContent = '* { caret-color: transparent !important }';
document.head.append(style);";

impl Window {
    /// Sets size, sharpness and theme; movements are reduced, as some people wish.
    pub async fn look(&self, look: Look) -> Result<()> {
        let (width, height) = look.size;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": look.scale, "mobile": look.is_phone });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let features = json!({ "features": [
            { "name": "prefers-color-scheme", "value": look.theme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }

    /// Waits until the page stands still.
    pub async fn settles(&self) -> Result<()> {
        self.run_async(SETTLED, vec![]).await?;
        Ok(())
    }

    /// A picture of the page as PNG, once it stands still.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        self.run(STILL, vec![]).await?;
        self.settles().await?;
        self.captured(json!({ "format": "png" })).await
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

    /// Has every page run a script before anything of its own.
    pub async fn runs_first(&self, script: &str) -> Result<()> {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source)
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
