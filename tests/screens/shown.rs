//! A screen of the bigger world, shown to its Owner in Chromium.

use anyhow::Result;
use doorward_domain::MembershipId;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::loopback::{self, Loopback};
use doorward_suite::window::Window;
use doorward_suite::world::{Situation, World};
use url::Url;

/// The window, and everything that stands behind it until it is closed.
pub struct Shown {
    /// The window.
    pub window: Window,
    address: Url,
    _page: Loopback,
    _chromium: Chromium,
    world: World,
}

impl Shown {
    /// Shows a screen, in English.
    pub async fn at(screen: &str) -> Result<Self> {
        Self::of(World::open(0).await?, screen).await
    }

    /// Shows a screen of a world of one's own, in English.
    pub async fn of(mut world: World, screen: &str) -> Result<Self> {
        let olga = world.olga(Situation::Online).await?;
        let page = Loopback::serve(olga, loopback::build().await?, 0).await?;
        let chromium = Chromium::start().await?;
        let window = chromium.open("en").await?;
        window.look(Look::default()).await?;
        let mut shown = Self {
            window,
            address: page.url().clone(),
            _page: page,
            _chromium: chromium,
            world,
        };
        shown.go_to(screen).await?;
        Ok(shown)
    }

    /// Goes to another screen.
    pub async fn go_to(&mut self, screen: &str) -> Result<()> {
        self.address.set_fragment(Some(screen));
        self.window.go_to(&self.address).await
    }

    /// The membership of somebody who has a story.
    pub fn membership(&self, called: &str) -> Result<MembershipId> {
        self.world.membership(called)
    }

    /// Closes the window.
    pub async fn close(self) -> Result<()> {
        self.window.close().await
    }
}
