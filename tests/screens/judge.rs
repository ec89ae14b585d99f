//! Goes to places, looks at them in every way, and notes what is wrong. Pictures of all of them are kept beside the
//! build, for people to look at.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use doorward_client::{Act, Workplace};
use doorward_domain::{Locale, SuspendMember};
use doorward_suite::chromium::Chromium;
use doorward_suite::devtools::Look;
use doorward_suite::judge::Rules;
use doorward_suite::loopback::{self, Files, Loopback};
use doorward_suite::place::{Meanwhile, Place};
use doorward_suite::programs;
use doorward_suite::rounds::rounds;
use doorward_suite::wait;
use doorward_suite::window::Window;
use doorward_suite::world::World;
use doorward_suite::world::cast::PIRET;
use url::Url;

/// How long nothing may change after the window got another size or theme.
const REST: u32 = 60;

/// Whether something can be found.
const THERE: &str = "return document.querySelector(arguments[0]) !== null";

/// A theme and a width.
type Step = (&'static str, u32);

/// In which order a place is looked at: what does not fit is the same in both themes.
const STEPS: [Step; 5] = [
    FIRST,
    ("dark", 1360),
    ("dark", 1100),
    ("dark", 1000),
    ("dark", 680),
];
const FIRST: Step = ("light", 1360);

/// A browser with what it has found.
pub struct Judge {
    pub(super) files: Files,
    pub(super) window: Window,
    pub(super) pictures: PathBuf,
    pub(super) findings: Vec<String>,
    _chromium: Chromium,
}

/// Where the page is, and whose device it shows.
struct Desk<'a> {
    world: Option<&'a World>,
    workplace: &'a Workplace,
    url: &'a Url,
    /// The language in which colours are measured.
    coloured: Locale,
}

/// Which of axe's rules are asked, if any. Colours take the longest to measure and no language has its own: each place
/// has them measured in one, and in all of them in a soak. Another theme changes nothing but colours.
pub(super) fn rules(is_light: bool, is_coloured: bool) -> Option<Rules> {
    match (is_light, rounds(is_coloured, true)) {
        (true, true) => Some(Rules::All),
        (true, false) => Some(Rules::AllButContrast),
        (false, true) => Some(Rules::Contrast),
        (false, false) => None,
    }
}

impl Judge {
    /// Opens a browser for one part of all places; the page is built anew.
    pub async fn open(part: &str) -> Result<Self> {
        let chromium = Chromium::start().await?;
        let window = chromium.open(Locale::En.tag()).await?;
        window.will_be_judged().await?;
        let pictures = programs::target()?.join("screens").join(part);
        // Pictures of an earlier run would be taken for those of this one.
        if pictures.exists() {
            std::fs::remove_dir_all(&pictures)?;
        }
        for locale in Locale::ALL {
            std::fs::create_dir_all(pictures.join(locale.tag()))?;
        }
        Ok(Self {
            files: loopback::built().await?.clone(),
            window,
            pictures,
            findings: Vec::new(),
            _chromium: chromium,
        })
    }

    /// Looks at places over a device, in every language.
    pub async fn look(
        &mut self,
        world: Option<&World>,
        workplace: Arc<Workplace>,
        places: &[Place],
    ) -> Result<()> {
        let loopback = Loopback::serve(Arc::clone(&workplace), self.files.clone(), 0).await?;
        for (place, coloured) in places.iter().zip(Locale::ALL.into_iter().cycle()) {
            let begun = self.findings.len();
            let desk = Desk {
                world,
                workplace: &workplace,
                url: loopback.url(),
                coloured,
            };
            if let Err(error) = self.look_at(&desk, place).await {
                let looked = self.window.picture().await?;
                self.keep(place, Locale::En, "failed", &looked)?;
                self.findings.push(format!("{}: {error:#}", place.name));
            }
            self.write_down(begun)?;
        }
        drop(loopback);
        Ok(workplace.close().await?)
    }

    /// Fails if anything was found.
    pub fn ends(self) -> Result<()> {
        let many = self.findings.len();
        ensure!(many == 0, "{many} findings:\n{}", self.findings.join("\n"));
        Ok(())
    }

    /// Every other time from the end to the beginning, so that nothing is changed that need not be.
    async fn look_at(&mut self, desk: &Desk<'_>, place: &Place) -> Result<()> {
        let mut steps = STEPS;
        for (at, locale) in Locale::ALL.into_iter().enumerate() {
            desk.workplace.act(Act::SetLocale { locale }).await?;
            if at == 0 || place.passes {
                steps = STEPS;
                self.take(steps[0]).await?;
                self.go(desk, place, locale).await?;
                self.window.holds_still().await?;
            }
            self.window.speaks(locale.tag()).await?;
            for (at, step) in steps.into_iter().enumerate() {
                if at > 0 {
                    self.take(step).await?;
                }
                self.judge(desk, place, locale, step).await?;
            }
            steps.reverse();
            if place.passes {
                self.leave(place).await?;
            }
        }
        let faults = self.window.faults().await?;
        self.note(place, "did", &faults);
        if !place.passes {
            self.leave(place).await?;
        }
        Ok(())
    }

    async fn take(&self, (theme, width): Step) -> Result<()> {
        let mut look = Look {
            theme,
            ..Look::default()
        };
        look.size.0 = width;
        self.window.look(look).await
    }

    async fn go(&self, desk: &Desk<'_>, place: &Place, locale: Locale) -> Result<()> {
        place.open(&self.window, desk.url, locale.tag()).await?;
        let Some((meanwhile, shown)) = place.meanwhile else {
            return Ok(());
        };
        match meanwhile {
            Meanwhile::Pauses(called) => {
                let world = desk
                    .world
                    .context("a world in which somebody pauses them")?;
                let membership = world.membership(called)?;
                world.command(&PIRET, SuspendMember { membership }).await?;
            }
            Meanwhile::Closes => {
                let asks = desk.workplace.asks_before_closing().await;
                ensure!(asks, "nothing would be lost");
            }
        }
        self.window.take(shown).await
    }

    async fn leave(&self, place: &Place) -> Result<()> {
        for step in place.after {
            self.window.take(step).await?;
        }
        Ok(())
    }

    async fn judge(
        &mut self,
        desk: &Desk<'_>,
        place: &Place,
        locale: Locale,
        step: Step,
    ) -> Result<()> {
        let (theme, width) = step;
        let how = format!("{} {theme} at {width}", locale.tag());
        if width == Look::default().size.0 {
            self.is_still_there(place, &how).await?;
            let picture = self.window.picture_now().await?;
            self.keep(place, locale, theme, &picture)?;
            if let Some(rules) = rules(theme == FIRST.0, locale == desk.coloured) {
                let barriers = self.window.barriers(rules).await?;
                self.note(place, &how, &barriers);
            }
        } else {
            self.window.stands_still(REST).await?;
        }
        if step != FIRST {
            let misfits = self.window.misfits().await?;
            self.note(place, &how, &misfits);
        }
        Ok(())
    }

    /// Another language, theme or width takes nothing away of what was opened.
    async fn is_still_there(&mut self, place: &Place, how: &str) -> Result<()> {
        let last = place.steps.last().and_then(|it| it.strip_prefix("wait "));
        let Some(shown) = last.filter(|_| !place.passes && place.meanwhile.is_none()) else {
            return Ok(());
        };
        // What another width has taken away comes back with the next one, a moment later.
        let there = wait::until(shown, async || {
            let there = self.window.run(THERE, vec![shown.into()]).await?;
            Ok((there == true).then_some(()))
        });
        if there.await.is_err() {
            self.note(place, how, &[format!("{shown} is there no more")]);
        }
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

    pub(super) fn note(&mut self, place: &Place, how: &str, found: &[String]) {
        let found = found.iter().map(|it| format!("{} {how}: {it}", place.name));
        self.findings.extend(found);
    }

    pub(super) fn keep(
        &self,
        place: &Place,
        locale: Locale,
        how: &str,
        picture: &[u8],
    ) -> Result<()> {
        let folder = self.pictures.join(locale.tag());
        let file = folder.join(format!("{}-{how}.png", place.name));
        std::fs::write(&file, picture).with_context(|| file.display().to_string())
    }
}
