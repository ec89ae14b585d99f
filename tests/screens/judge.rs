//! Goes to places, looks at them in every way, and notes what is wrong. Pictures of all of them are kept beside the
//! build, for people to look at.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_client::{Act, Workplace};
use doorward_domain::Locale;
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::judge::{Rules, WIDTHS};
use doorward_suite::loopback::{self, Files, Loopback};
use doorward_suite::place::Place;
use doorward_suite::programs;
use doorward_suite::window::Window;
use url::Url;

/// A browser in one language with what it has found.
pub struct Judge {
    locale: Locale,
    files: Files,
    window: Window,
    pictures: PathBuf,
    findings: Vec<String>,
    _chromium: Chromium,
}

impl Judge {
    /// Opens a browser; the page is built anew.
    pub async fn open(locale: Locale) -> Result<Self> {
        let chromium = Chromium::start().await?;
        let window = chromium.open(locale.tag()).await?;
        window.will_be_judged().await?;
        let pictures = programs::target()?.join("screens").join(locale.tag());
        // Pictures of an earlier run would be taken for those of this one.
        if pictures.exists() {
            std::fs::remove_dir_all(&pictures)?;
        }
        std::fs::create_dir_all(&pictures)?;
        Ok(Self {
            locale,
            files: loopback::build().await?,
            window,
            pictures,
            findings: Vec::new(),
            _chromium: chromium,
        })
    }

    /// Looks at places over a device.
    pub async fn look(&mut self, workplace: Arc<Workplace>, places: &[Place]) -> Result<()> {
        let locale = self.locale;
        workplace.act(Act::SetLocale { locale }).await?;
        let loopback = Loopback::serve(Arc::clone(&workplace), self.files.clone(), 0).await?;
        for place in places {
            let begun = self.findings.len();
            if let Err(error) = self.look_at(loopback.url(), place).await {
                let looked = self.window.picture().await?;
                self.keep(place, "failed", &looked)?;
                self.findings.push(format!("{}: {error:#}", place.name));
            }
            self.write_down(begun)?;
        }
        drop(loopback);
        Ok(workplace.close().await?)
    }

    /// Everything that was found, each with where.
    pub fn findings(self) -> Vec<String> {
        self.findings
    }

    async fn look_at(&mut self, url: &Url, place: &Place) -> Result<()> {
        let mut look = Look::default();
        self.window.look(look).await?;
        place.open(&self.window, url).await?;
        self.keep(place, "light", &self.window.picture().await?)?;
        let barriers = self.window.barriers(Rules::All).await?;
        self.note(place, "light", &barriers);
        for width in WIDTHS {
            look.size.0 = width;
            self.window.look(look).await?;
            self.window.settles().await?;
            let misfits = self.window.misfits().await?;
            self.note(place, &format!("at {width}"), &misfits);
        }
        look = Look {
            theme: "dark",
            ..Look::default()
        };
        self.window.look(look).await?;
        self.keep(place, "dark", &self.window.picture().await?)?;
        let barriers = self.window.barriers(Rules::Contrast).await?;
        self.note(place, "dark", &barriers);
        let faults = self.window.faults().await?;
        self.note(place, "did", &faults);
        Ok(())
    }

    /// Puts what is new beside the pictures, for whoever does not want to wait for the end.
    fn write_down(&self, from: usize) -> Result<()> {
        let mut file = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.pictures.join("findings.txt"))?;
        for finding in &self.findings[from..] {
            writeln!(file, "{finding}")?;
        }
        Ok(())
    }

    fn note(&mut self, place: &Place, how: &str, found: &[String]) {
        let found = found.iter().map(|it| format!("{} {how}: {it}", place.name));
        self.findings.extend(found);
    }

    fn keep(&self, place: &Place, how: &str, picture: &[u8]) -> Result<()> {
        let file = self.pictures.join(format!("{}-{how}.png", place.name));
        std::fs::write(&file, picture).with_context(|| file.display().to_string())
    }
}
