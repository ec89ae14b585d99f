//! The tray of a desktop on which the real application runs: what it says there, drawn as panels draw it.

use anyhow::Result;
use serde_json::{Value, json};
use url::Url;

use super::camera::Camera;
use crate::desktop::Desktop;
use crate::devtools::Look;
use crate::tray::{Sign, Tray};
use crate::wait;
use crate::window::Window;
use crate::world::World;
use crate::world::cast::{OLGA, PASSWORD};

/// A panel with one sign, what the pointer reads over it, and its menu.
const PANEL: &str = include_str!("tray.html");

/// Puts the picture, the text and the lines into the panel.
const SHOW: &str = "\
const [wide, high, points, says, lines] = arguments;
const picture = document.querySelector('canvas');
[picture.width, picture.height] = [wide, high];
const data = new Uint8ClampedArray(points.flatMap((_, at) => at % 4 ? [] : [...points.slice(at + 1, at + 4), points[at]]));
picture.getContext('2d').putImageData(new ImageData(data, wide, high), 0, 0);
document.querySelector('#says').textContent = says;
for (const { label, enabled, ticked } of lines) {
  const line = document.createElement('li');
  line.textContent = `${ticked ? '✓ ' : ''}${label}`;
  line.className = label ? (enabled ? '' : 'said') : 'parts';
  document.querySelector('ul').append(line);
}";

impl Camera<'_> {
    /// Olga's tray, with as many who wait as her sidebar counts.
    pub(super) async fn tray(&self, world: &World) -> Result<()> {
        let desktop = Desktop::start(world.server.url()).await?;
        let tray = Tray::on(&desktop).await?;
        let window = desktop.open_app().await?;
        signs_in(&window, world.server.url()).await?;
        let sign = tray.sign().await?;
        wait::until("the tray counts who waits", async || {
            let counts = sign.tooltip().await?.ends_with(" are waiting");
            Ok(counts.then_some(()))
        })
        .await?;
        self.window.look(Look::default()).await?;
        self.window.go_to(&Url::parse("about:blank")?).await?;
        self.window
            .run("document.write(arguments[0])", vec![PANEL.into()])
            .await?;
        self.window.run(SHOW, shown(&sign).await?).await?;
        self.keep("12-tray").await?;
        window.close().await
    }
}

async fn shown(sign: &Sign) -> Result<Vec<Value>> {
    let (wide, high, points) = sign.picture().await?;
    let lines = sign.menu().await?;
    let lines = lines
        .iter()
        .map(|it| json!({ "label": it.label, "enabled": it.enabled, "ticked": it.ticked }));
    Ok(vec![
        wide.into(),
        high.into(),
        points.into(),
        sign.tooltip().await?.into(),
        lines.collect::<Vec<Value>>().into(),
    ])
}

async fn signs_in(window: &Window, server: &Url) -> Result<()> {
    let id = |name: &str| format!("[data-testid='{name}']");
    window.click(&id("another-server")).await?;
    window.fill(&id("server"), server.as_str()).await?;
    window.click(&id("connect-submit")).await?;
    window.fill(&id("email"), &OLGA.email()).await?;
    window.fill(&id("password"), PASSWORD).await?;
    window.click(&id("sign-in-submit")).await?;
    window.element(&id("requests-count")).await.map(drop)
}
