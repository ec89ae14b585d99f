//! Piret at the keyboard: all that she does in the window is a key, and what she does next depends on what she reads.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use doorward_domain::Locale;
use doorward_suite::wait;
use doorward_suite::window::Window;
use doorward_suite::words::say;
use doorward_suite::world::cast::Somebody;
use serde::Deserialize;

use crate::front_desk::id;

/// What Piret meant to become of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// The request is approved, at the level of this key.
    Approved(String),
    /// The request is declined, for this reason.
    Declined(String),
    /// The invitation goes out again.
    Resent,
    /// The invitation is taken back.
    Revoked,
    /// The invitation goes to the address that was probably meant instead.
    Readdressed,
}

/// What becomes of whom, by name.
pub type Fates = BTreeMap<String, Fate>;

/// What the window shows of the work in hand.
#[derive(Debug, Deserialize, PartialEq, Eq)]
struct Seen {
    /// Who stands in the panel, once all about them is there.
    person: Option<String>,
    /// The level that approving would give.
    level: Option<String>,
    /// Rows in sight.
    rows: usize,
}

/// A row of the list.
#[derive(Debug, Deserialize)]
struct Row {
    key: String,
    says: String,
}

const SEEN: &str = "\
const panel = document.querySelector('[data-testid=panel]');
const of = (css) => panel?.querySelector(css) ?? null;
const isThere = of('[data-testid=approve]:not([disabled], [aria-disabled])') ?? of('[data-testid=invitation-panel]');
return {
  person: isThere ? of('[data-testid=person]').textContent.trim() : null,
  level: of('[data-testid=levels] input:checked')?.value ?? null,
  rows: document.querySelectorAll('[data-testid=request], [data-line=invitation]').length,
};";

/// The test id of what has the focus.
const FOCUSED: &str = "return document.activeElement?.dataset.testid ?? ''";

/// What is there to be reached by Tab is reached within so many steps.
const STEPS: usize = 40;

/// Somebody's hands on the keyboard, and their eyes on the window.
#[derive(Debug)]
pub struct Keyboard<'a> {
    window: &'a Window,
    locale: Locale,
}

impl<'a> Keyboard<'a> {
    /// At this window, which speaks somebody's language.
    pub const fn at(window: &'a Window, locale: Locale) -> Self {
        Self { window, locale }
    }

    /// Decides everybody who waits, one by one and three at once, in all the ways there are.
    pub async fn decides_requests(&self) -> Result<Fates> {
        self.goes("g r", "nav-requests").await?;
        let mut fates = self.approves_three_at_once().await?;
        let (mut before, mut turn) = (None, 0);
        while let Some(seen) = self.next(before.as_deref(), &fates).await? {
            let person = seen.person.context("somebody stands in the panel")?;
            let level = seen.level.context("a level is proposed")?;
            let fate = self.decides(turn, level).await;
            let fate = fate.with_context(|| format!("{person}, turn {turn}"))?;
            fates.extend(fate.map(|fate| (person.clone(), fate)));
            (before, turn) = (Some(person), turn + 1);
        }
        Ok(fates)
    }

    /// Decides one; none where that is taken back at once.
    async fn decides(&self, turn: usize, level: String) -> Result<Option<Fate>> {
        match turn % 7 {
            1 => Ok(Some(self.approves_with("2", "a").await?)),
            2 => {
                self.window.press("r").await?;
                let reason = self.window.element(&id("reason-message")).await?;
                let reason = reason.prop("value").await?.context("a reason")?;
                self.window.press("Enter").await?;
                Ok(Some(Fate::Declined(reason)))
            }
            3 => Ok(Some(self.approves_with("2", "m").await?)),
            4 => {
                ensure!(level == "member", "the same level is proposed: {level}");
                self.window.press("a").await?;
                Ok(Some(Fate::Approved(level)))
            }
            5 => {
                self.approves_and_thinks_better_of_it().await?;
                Ok(None)
            }
            6 => Ok(Some(self.declines_in_own_words().await?)),
            _ => {
                self.window.press("a").await?;
                Ok(Some(Fate::Approved(level)))
            }
        }
    }

    async fn approves_with(&self, digit: &str, key: &str) -> Result<Fate> {
        self.window.press(digit).await?;
        let chosen = format!("{}:checked", id("level-member"));
        self.window.element(&chosen).await?;
        self.window.press(key).await?;
        Ok(Fate::Approved("member".into()))
    }

    /// Takes an approval back before the window has said that it is given; only this one may be taken back.
    async fn approves_and_thinks_better_of_it(&self) -> Result<()> {
        let undone = say(self.locale, "undone", &[])?;
        self.window.press("a z").await?;
        let toast = format!("{} p", id("toast"));
        self.window
            .reads(&toast, &undone, |text| text == undone)
            .await
            .map(drop)
    }

    async fn declines_in_own_words(&self) -> Result<Fate> {
        const REASON: &str = "The studio is closed this winter. Ask again in March.";
        self.window.press("r").await?;
        self.focused("reason-not-ours").await?;
        self.window.press("Tab").await?;
        self.focused("reason-message").await?;
        self.window.press("Ctrl+a").await?;
        self.window.types(REASON).await?;
        self.window.press("Enter").await?;
        Ok(Fate::Declined(REASON.into()))
    }

    async fn approves_three_at_once(&self) -> Result<Fates> {
        let nobody = Fates::new();
        let first = self.next(None, &nobody).await?;
        first.context("somebody waits")?;
        self.window.press("x j x j x").await?;
        let ready = format!("{}:not([aria-disabled])", id("approve-many"));
        self.window.element(&ready).await?;
        let ticked = "return [...document.querySelectorAll('[data-testid=request][aria-selected=true] .name')]\
                      .map((it) => it.textContent.trim())";
        let names: Vec<String> = serde_json::from_value(self.window.run(ticked, vec![]).await?)?;
        ensure!(names.len() == 3, "three are ticked: {names:?}");
        self.window.press("a").await?;
        self.window.is_gone(&id("bulk-panel")).await?;
        // The level that the organisation's settings propose for requests.
        let approved = |name| (name, Fate::Approved("staff".into()));
        Ok(names.into_iter().map(approved).collect())
    }

    /// Sees to every invitation that failed, has expired, or waits and was never sent.
    pub async fn sees_to_invitations(&self, not_sent: &[Somebody]) -> Result<Fates> {
        self.goes("g i", "nav-invitations").await?;
        let mut fates = Fates::new();
        for who in not_sent {
            let fate = self.finds_and_sends_again(who.called).await;
            fates.insert(who.name.to_owned(), fate.context(who.name)?);
        }
        for (tab, holds) in [("tab-failed", "bounced"), ("tab-expired", "expired")] {
            fates.extend(self.clears(tab, holds).await.context(tab)?);
        }
        Ok(fates)
    }

    async fn finds_and_sends_again(&self, called: &str) -> Result<Fate> {
        self.window.press("/").await?;
        self.focused("invitations-find").await?;
        self.window.types(called).await?;
        self.rows("one is found", |rows| rows == 1).await?;
        self.window.press("Enter j").await?;
        let open = self.next(None, &Fates::new()).await?;
        open.context("it is open")?;
        let unsent = self.unsent().await?;
        self.window.press("s").await?;
        let more = async || Ok((self.unsent().await? > unsent).then_some(()));
        wait::until("one more is to be sent", more).await?;
        self.window.press("/").await?;
        self.focused("invitations-find").await?;
        self.window.press("Escape Escape").await?;
        self.rows("all are shown", |rows| rows > 1).await?;
        Ok(Fate::Resent)
    }

    async fn clears(&self, tab: &str, holds: &str) -> Result<Fates> {
        self.window.press("/").await?;
        self.focused("invitations-find").await?;
        self.walks("Shift+Tab", tab).await?;
        self.window.press("Enter").await?;
        self.window
            .element(&format!("{}[aria-pressed='true']", id(tab)))
            .await?;
        let held = format!("{} [data-delivery='{holds}']", id("invitation-row"));
        self.window.element(&held).await?;
        self.window.press("j").await?;
        let (mut fates, mut before) = (Fates::new(), None);
        for turn in 0.. {
            let Some(seen) = self.next(before.as_deref(), &fates).await? else {
                break;
            };
            let person = seen.person.context("an invitation is open")?;
            let fate = self.sees_to(&person, turn).await;
            let fate = fate.with_context(|| person.clone())?;
            fates.insert(person.clone(), fate);
            before = Some(person);
        }
        Ok(fates)
    }

    /// Sees to the invitation that is open.
    async fn sees_to(&self, person: &str, turn: usize) -> Result<Fate> {
        let fix = "return document.querySelector('[data-testid=fix]') !== null";
        if self.window.run(fix, vec![]).await? == true {
            return self.readdresses(person).await;
        }
        let (key, fate) = match turn % 4 {
            3 => ("r", Fate::Revoked),
            _ => ("s", Fate::Resent),
        };
        self.window.press(key).await?;
        Ok(fate)
    }

    /// Takes the address that was probably meant, and invites there instead.
    async fn readdresses(&self, person: &str) -> Result<Fate> {
        let key = wait::until("the open row is that of the panel", async || {
            Ok(self
                .open_row()
                .await?
                .filter(|row| row.says.contains(person)))
        });
        let key = key.await.context(person.to_owned())?.key;
        self.walks("Tab", "fix").await?;
        self.window.press("Enter").await?;
        let ready = format!("{}:not([aria-disabled])", id("invite-send"));
        self.window.element(&ready).await?;
        self.window.press("Ctrl+Enter").await?;
        self.window.is_gone(&id("composer")).await?;
        let old = format!("[data-key='{key}']");
        self.window.is_gone(&old).await?;
        self.window.press("j").await?;
        Ok(Fate::Readdressed)
    }

    /// The row whose panel is open, at one instant: rows in sight come to stand for others as the list moves on.
    async fn open_row(&self) -> Result<Option<Row>> {
        const OPEN: &str = "\
            const row = document.querySelector('[data-testid=invitation-row][aria-current]');
            return row ? { key: row.dataset.key, says: row.textContent } : null;";
        Ok(serde_json::from_value(
            self.window.run(OPEN, vec![]).await?,
        )?)
    }

    /// Waits until so many changes stand there to be sent.
    pub async fn sees_unsent(&self, count: usize) -> Result<()> {
        self.goes("g o", "nav-offline").await?;
        let waiting = id("outbox-waiting");
        let last = format!("{waiting} li:nth-of-type({count}):last-of-type");
        self.window.element(&last).await.map(drop)
    }

    /// Changes that wait to be sent, as the sidebar counts them.
    async fn unsent(&self) -> Result<usize> {
        let count = "return Number(document.querySelector('[data-testid=offline-count] span')?.textContent ?? 0)";
        Ok(serde_json::from_value(
            self.window.run(count, vec![]).await?,
        )?)
    }

    async fn rows(&self, what: &str, are_meant: impl Fn(usize) -> bool) -> Result<()> {
        let look = async || Ok(are_meant(self.seen().await?.rows).then_some(()));
        wait::until(what, look).await
    }

    /// Goes to a screen.
    async fn goes(&self, keys: &str, entry: &str) -> Result<()> {
        self.window.press(keys).await?;
        let shown = format!("{}[aria-current='page']", id(entry));
        self.window.element(&shown).await.map(drop)
    }

    /// Presses a key until something has the focus.
    async fn walks(&self, key: &str, to: &str) -> Result<()> {
        let mut passed = Vec::new();
        for _ in 0..STEPS {
            self.window.press(key).await?;
            let on = self.window.run(FOCUSED, vec![]).await?;
            if on == to {
                return Ok(());
            }
            passed.push(on);
        }
        anyhow::bail!("{key} does not lead to {to}: {passed:?}")
    }

    async fn focused(&self, testid: &str) -> Result<()> {
        let focused = format!("{}:focus", id(testid));
        self.window.element(&focused).await.map(drop)
    }

    async fn seen(&self) -> Result<Seen> {
        Ok(serde_json::from_value(
            self.window.run(SEEN, vec![]).await?,
        )?)
    }

    /// Waits for somebody else than before in the panel for whom nothing is done yet; none once nobody is left.
    async fn next(&self, before: Option<&str>, done: &Fates) -> Result<Option<Seen>> {
        let what = format!("somebody follows {}", before.unwrap_or("nobody"));
        let next = wait::until(&what, async || {
            let seen = self.seen().await?;
            if before.is_some() && seen.rows == 0 {
                return Ok(Some(None));
            }
            let is_next = |it: &str| Some(it) != before && !done.contains_key(it);
            let is_there = seen.person.as_deref().is_some_and(is_next);
            Ok(is_there.then_some(Some(seen)))
        });
        match next.await {
            Ok(next) => Ok(next),
            Err(error) => Err(error.context(self.window.what_is_there().await)),
        }
    }
}
