//! A tray on a desktop, as Plasma and GNOME have one: programs put signs there, which say something and have a menu.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use tokio::sync::watch;
use zbus::message::Header;
use zbus::zvariant::{DeserializeValue, OwnedValue, Type, Value};
use zbus::{Connection, Proxy};

use crate::desktop::Desktop;
use crate::wait;

/// The name under which programs look for a tray.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

/// The answer to the number of a line that is gone.
const OUTDATED: &str = "org.freedesktop.DBus.Error.InvalidArgs";
/// What is answered for a program that has ended, as one may that was told to quit.
const GONE: &str = "org.freedesktop.DBus.Error.NoReply";

/// The lines of a menu: each has a number, what is known of it, and the lines below it.
type Branch<'a> = (
    i32,
    HashMap<String, OwnedValue>,
    Vec<DeserializeValue<'a, Leaf>>,
);
type Leaf = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// How the tooltip of a sign is sent: the name of a picture, pictures, a title and a text.
type Tooltip = (String, Vec<Picture>, String, String);

/// A picture: its sides, and its points as alpha, red, green and blue.
pub type Picture = (i32, i32, Vec<u8>);

/// A tray; it is gone when this is dropped.
#[derive(Debug)]
pub struct Tray {
    bus: Connection,
    signs: watch::Receiver<Vec<String>>,
}

struct Watcher {
    signs: watch::Sender<Vec<String>>,
    shows: bool,
    version: i32,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "the header is handed over as the interface wants it"
    )]
    fn register_status_notifier_item(&self, #[zbus(header)] header: Header<'_>, service: &str) {
        let sender = header.sender().map(ToString::to_string);
        let named = service.starts_with("org.") || service.starts_with(':');
        let whose = if named {
            Some(service.to_owned())
        } else {
            sender
        };
        self.signs.send_modify(|signs| signs.extend(whose));
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        self.shows
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.signs.borrow().clone()
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        self.version
    }
}

/// One line of a menu.
#[derive(Debug, Clone)]
pub struct Line {
    number: i32,
    /// What it says.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// The sign that a program put there.
#[derive(Debug)]
pub struct Sign {
    item: Proxy<'static>,
    menu: Proxy<'static>,
}

impl Tray {
    /// Puts a tray on a desktop.
    pub async fn on(desktop: &Desktop) -> Result<Self> {
        let (signs, seen) = watch::channel(Vec::new());
        let watcher = Watcher {
            signs,
            shows: true,
            version: 0,
        };
        let bus = zbus::connection::Builder::address(desktop.bus()?)?
            .serve_at("/StatusNotifierWatcher", watcher)?
            .name(WATCHER)?
            .build()
            .await?;
        Ok(Self { bus, signs: seen })
    }

    /// The only sign, once there is one.
    pub async fn sign(&self) -> Result<Sign> {
        let mut signs = self.signs.clone();
        let come = signs.wait_for(|signs| !signs.is_empty());
        let whose = tokio::time::timeout(wait::DEADLINE, come)
            .await
            .context("no sign came")??
            .clone();
        ensure!(whose.len() == 1, "one sign: {whose:?}");
        let [whose] = <[String; 1]>::try_from(whose).unwrap_or_default();
        Sign::of(&self.bus, whose).await
    }

    /// Takes the tray away, as when its program ends.
    pub async fn goes(self) -> Result<()> {
        self.bus.close().await.map_err(Into::into)
    }
}

impl Sign {
    async fn of(bus: &Connection, whose: String) -> Result<Self> {
        let item = proxy(
            bus,
            &whose,
            "/StatusNotifierItem",
            "org.kde.StatusNotifierItem",
        )
        .await?;
        let path: zbus::zvariant::OwnedObjectPath = item.get_property("Menu").await?;
        let menu = proxy(bus, &whose, path.as_str(), "com.canonical.dbusmenu").await?;
        Ok(Self { item, menu })
    }

    /// What the pointer reads.
    pub async fn tooltip(&self) -> Result<String> {
        Ok(self.property::<Tooltip>("ToolTip").await?.3)
    }

    /// The picture.
    pub async fn picture(&self) -> Result<Picture> {
        let pictures = self.property::<Vec<Picture>>("IconPixmap").await?;
        pictures.into_iter().next().context("it has a picture")
    }

    /// Waits until the pointer reads something.
    pub async fn says(&self, text: &str) -> Result<()> {
        wait::until(text, async || {
            Ok((self.tooltip().await? == text).then_some(()))
        })
        .await
        .with_context(|| format!("the tray is to say {text}"))
    }

    /// The lines of its menu, without those that only part others.
    pub async fn lines(&self) -> Result<Vec<Line>> {
        let mut lines = self.menu().await?;
        lines.retain(|it| !it.label.is_empty());
        Ok(lines)
    }

    /// Its whole menu; lines that only part others say nothing.
    pub async fn menu(&self) -> Result<Vec<Line>> {
        let all: Vec<&str> = Vec::new();
        let answer = self
            .menu
            .call_method("GetLayout", &(0_i32, -1_i32, all))
            .await?;
        let body = answer.body();
        let (_, (_, _, below)): (u32, Branch<'_>) = body.deserialize()?;
        Ok(below.into_iter().map(|it| line(it.0)).collect())
    }

    /// Chooses a line, once it is there. Lines that change are numbered anew: whoever comes too late looks again, as panels do.
    pub async fn chooses(&self, label: &str) -> Result<()> {
        self.choose(label, false).await
    }

    /// Chooses the line that ends the program, which may be gone before it has answered.
    pub async fn quits(&self, label: &str) -> Result<()> {
        self.choose(label, true).await
    }

    async fn choose(&self, label: &str, ends: bool) -> Result<()> {
        wait::until(&format!("the tray has {label}"), async || {
            let lines = self.lines().await?;
            let Some(found) = lines.into_iter().find(|it| it.label == label) else {
                return Ok(None);
            };
            ensure!(found.enabled, "{label} can be chosen");
            let event = (found.number, "clicked", Value::from(0_i32), 0_u32);
            match self.menu.call_method("Event", &event).await {
                Ok(_) => Ok(Some(())),
                Err(zbus::Error::MethodError(name, ..)) if name == OUTDATED => Ok(None),
                Err(zbus::Error::MethodError(name, ..)) if ends && name == GONE => Ok(Some(())),
                Err(other) => Err(other.into()),
            }
        })
        .await
    }

    /// Clicks on the sign itself.
    pub async fn pressed(&self) -> Result<()> {
        self.item.call_method("Activate", &(0_i32, 0_i32)).await?;
        Ok(())
    }

    async fn property<T>(&self, name: &str) -> Result<T>
    where
        T: Type + for<'de> serde::Deserialize<'de>,
    {
        let whole = &self.item;
        let answer = whole
            .connection()
            .call_method(
                Some(whole.destination()),
                whole.path(),
                Some("org.freedesktop.DBus.Properties"),
                "Get",
                &(whole.interface().as_str(), name),
            )
            .await?;
        let body = answer.body();
        Ok(body.deserialize::<DeserializeValue<'_, T>>()?.0)
    }
}

fn line((number, has, _): Leaf) -> Line {
    let text = |name: &str| has.get(name).and_then(|it| <&str>::try_from(it).ok());
    let label = text("label").unwrap_or_default();
    let label = label
        .replace("__", "\0")
        .replace('_', "")
        .replace('\0', "_");
    let enabled = has.get("enabled").and_then(|it| bool::try_from(it).ok());
    let ticked = has
        .get("toggle-state")
        .and_then(|it| i32::try_from(it).ok());
    Line {
        number,
        label,
        enabled: enabled.unwrap_or(true),
        ticked: ticked == Some(1),
    }
}

async fn proxy(
    bus: &Connection,
    whose: &str,
    path: &str,
    interface: &str,
) -> Result<Proxy<'static>> {
    let owned = (whose.to_owned(), path.to_owned(), interface.to_owned());
    Ok(zbus::proxy::Builder::new(bus)
        .destination(owned.0)?
        .path(owned.1)?
        .interface(owned.2)?
        .cache_properties(zbus::proxy::CacheProperties::No)
        .build()
        .await?)
}
