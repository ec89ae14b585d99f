//! The worker: takes letters that are due so that no other process takes them, renders and sends them, and notes what
//! became of each. A letter may go out twice when the process dies in between, always under the same `Message-ID`.

use std::time::Duration;

use doorward_domain::{Contact, Delay, DeliveryWait, Moment};
use lettre::message::Mailbox;
use tokio::time::{Instant, timeout_at};

use super::digest;
use super::fate::{Fate, Reader, fate};
use super::queue::queue;
use super::render::Rendered;
use super::sms::{Message, Sms};
use super::transport::{Delivery, Outgoing, Transport, Unusable};
use super::{allowance, handing, recipients};
use crate::config::{Config, Gateway};
use crate::execute::{Ended, PutOff};
use crate::store::letters::{self, TakenLetter};
use crate::store::{Script, doorbell, mine};
use crate::{App, execute, store};

/// How long the worker rests when nothing is due and no bell rings.
const REST: Duration = Duration::from_millis(500);
/// How long it then waits for more: letters that are queued at the same time are taken and settled together, and whoever
/// queues them does not wait for the worker.
const GATHERING: Duration = Duration::from_millis(50);
/// How long what became of letters waits to be noted with what becomes of the next ones.
const NOTING: Duration = Duration::from_millis(250);
/// How long taken letters are kept from others, in milliseconds; a process that dies holds them no longer.
const LEASE: Duration = Duration::from_secs(15);
/// How often the lease of letters that are being sent is renewed.
const RENEWAL: Duration = Duration::from_secs(4);
/// The wait after the first failed attempt, doubled by each further one.
const FIRST_WAIT: i64 = 10 * 1000;
/// The shortest wait between two attempts that is told to those who invited; a hitch of seconds is not.
const LONG_WAIT: i64 = 60 * 1000;
/// The longest wait between two attempts.
const LONGEST_WAIT: i64 = 6 * 60 * 60 * 1000;
/// How long a letter is tried.
const LONGEST_TRY: i64 = 3 * 24 * 60 * 60 * 1000;

/// Sends letters until the program ends.
pub async fn run(app: &App, post: &Post) {
    loop {
        match post.round(app).await {
            Ok(0) => rest(app).await,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "letters wait");
                tokio::time::sleep(REST).await;
            }
        }
    }
}

/// Sends everything that is due now.
#[cfg(test)]
pub async fn send_all(app: &App) {
    let post = Post::open(app.config()).unwrap();
    while post.round(app).await.unwrap() > 0 {}
}

/// Until something has changed, or for a little while: another process may have queued a letter.
async fn rest(app: &App) {
    let mut bells = app.doorbell().listen();
    // Which bell it is does not matter, nor whether some were missed.
    drop(tokio::time::timeout(REST, bells.recv()).await);
    tokio::time::sleep(GATHERING).await;
}

/// What became of a letter.
enum Became {
    /// It has ended.
    Ended(Ended),
    /// It is tried again.
    Later(PutOff),
}

/// What became of letters and is not saved yet.
#[derive(Default)]
struct Noted {
    ended: Vec<Ended>,
    put_off: Vec<PutOff>,
}

impl Noted {
    fn take(&mut self, became: Option<Became>) {
        match became {
            Some(Became::Ended(it)) => self.ended.push(it),
            Some(Became::Later(it)) => self.put_off.push(it),
            None => {}
        }
    }

    async fn save(self, app: &App) -> Result<(), store::Error> {
        let settled = execute::settle_letters(app, &self.ended).await;
        execute::put_off_letters(app, &self.put_off).await?;
        settled
    }
}

/// What letters and text messages leave by.
#[derive(Debug)]
pub struct Post {
    transport: Transport,
    from: Mailbox,
    sms: Sms,
}

impl Post {
    /// The ways that the configuration names.
    pub fn open(config: &Config) -> Result<Self, Unusable> {
        Ok(Self {
            transport: Transport::open(&config.mail, &config.folder)?,
            from: config.mail.from.parse()?,
            sms: Sms::open(&config.sms)?,
        })
    }

    /// Takes what is due and deals with it; answers how much that was.
    async fn round(&self, app: &App) -> Result<usize, store::Error> {
        let now = app.now();
        if !letters::any_due(&mut app.store().glance().await?, now).await? {
            return Ok(0);
        }
        let begun = Instant::now();
        let mut tx = app.store().begin().await?;
        let taken = letters::take(&mut tx, now, leased_until(now)).await?;
        tx.commit().await?;
        tokio::select! {
            done = self.deal_with_all(app, &taken) => done?,
            lost = keep(app, &taken, begun) => return Err(lost),
        }
        Ok(taken.len())
    }

    async fn deal_with_all(&self, app: &App, taken: &[TakenLetter]) -> Result<(), store::Error> {
        let (mut noted, mut since) = (Noted::default(), Instant::now());
        for letter in taken {
            let dealt = match self.deal_with(app, letter).await {
                // What cannot be read keeps nothing waiting that stands behind it.
                Err(error @ store::Error::Unreadable { .. }) => {
                    tracing::error!(%error, letter = %letter.id, "a letter cannot be dealt with");
                    let later = Delivery::Later(Delay::Unusable, "it cannot be read".to_owned());
                    Ok(Some(note(app, letter, later)))
                }
                dealt => dealt,
            };
            let failed = dealt.map(|became| noted.take(became)).err();
            if failed.is_some() || since.elapsed() > NOTING {
                std::mem::take(&mut noted).save(app).await?;
                since = Instant::now();
            }
            if let Some(error) = failed {
                return Err(error);
            }
        }
        noted.save(app).await
    }

    /// Deals with a letter; answers what became of it, where that is not noted yet.
    async fn deal_with(
        &self,
        app: &App,
        letter: &TakenLetter,
    ) -> Result<Option<Became>, store::Error> {
        if letter.holders.is_some() {
            return expand(app, letter).await.map(|()| None);
        }
        let fate = fate(app, letter).await?;
        let (reader, rendered, told) = match fate {
            Fate::Settle(state, reason) => {
                let ended = Ended::new(letter.id, state, Some(reason));
                return Ok(Some(Became::Ended(ended)));
            }
            Fate::Text(it) => {
                let (reader, text) = *it;
                let delivery = self.text(app, letter, &reader.contact, &text).await?;
                let became = note(app, letter, delivery);
                if let Became::Ended(ended) = &became {
                    // It cost money: what became of it is noted before anything else can go wrong.
                    execute::settle_letters(app, std::slice::from_ref(ended)).await?;
                    return Ok(None);
                }
                return Ok(Some(became));
            }
            Fate::Send(it) => *it,
        };
        if let Some(person) = digest::waits_for(app, letter).await?
            && digest::collect(app, letter, person).await?
        {
            return Ok(None);
        }
        let delivery = self.hand_over(app, letter, &reader, rendered).await;
        if !matches!(delivery, Delivery::Later(..)) {
            digest::note(app, &told).await?;
        }
        Ok(Some(note(app, letter, delivery)))
    }

    async fn hand_over(
        &self,
        app: &App,
        letter: &TakenLetter,
        reader: &Reader,
        rendered: Rendered,
    ) -> Delivery {
        let url = app.public_url();
        let host = url.and_then(|url| url.host_str().map(str::to_owned));
        let outgoing = Outgoing {
            id: letter.id,
            host: host.as_deref().unwrap_or("localhost"),
            from: &self.from,
            to: &reader.contact,
            made_at: letter.made_at,
            rendered,
        };
        self.transport.send(outgoing).await
    }

    /// Sends a text message, where the limits of what it may cost let it go (SMS-1).
    async fn text(
        &self,
        app: &App,
        letter: &TakenLetter,
        to: &Contact,
        text: &str,
    ) -> Result<Delivery, store::Error> {
        if app.config().sms.transport == Gateway::None {
            return Ok(Delivery::NotSent);
        }
        if !self.sms.reaches(to) {
            return Ok(Delivery::Failed(
                "the country is not among those that are written to".to_owned(),
            ));
        }
        if let Some(held) = allowance::take(app, letter, to).await? {
            return Ok(held);
        }
        let message = Message {
            id: letter.id,
            to,
            text,
        };
        let delivery = self.sms.send(message).await;
        if matches!(delivery, Delivery::Bounced(_) | Delivery::Failed(_)) {
            allowance::give_back(app, letter).await?;
        }
        Ok(delivery)
    }
}

/// Renews the lease of letters taken at `begun` for as long as they are dealt with; ends only when it is over.
async fn keep(app: &App, taken: &[TakenLetter], begun: Instant) -> store::Error {
    let renew = || async move {
        let mut tx = app.store().begin().await?;
        letters::keep(&mut tx, taken, leased_until(app.now())).await?;
        tx.commit().await
    };
    leased(begun, renew).await
}

fn leased_until(now: Moment) -> Moment {
    now.plus_millis(i64::try_from(LEASE.as_millis()).unwrap_or(i64::MAX))
}

/// Renews a lease at every beat. What fails is tried again at the next one while the lease lasts, and no longer: whatever
/// is given up before may be sent twice, and so may what is sent after.
async fn leased<F: Future<Output = Result<(), store::Error>>>(
    mut held_from: Instant,
    mut renew: impl FnMut() -> F,
) -> store::Error {
    let mut failed = sqlx::Error::PoolTimedOut.into();
    loop {
        let beat = async {
            tokio::time::sleep(RENEWAL).await;
            (Instant::now(), renew().await)
        };
        match timeout_at(held_from + LEASE, beat).await {
            Ok((asked, Ok(()))) => held_from = asked,
            Ok((_, Err(error))) => {
                tracing::warn!(%error, "letters under way could not be kept yet");
                failed = error;
            }
            Err(_) => return failed,
        }
    }
}

/// Replaces a letter to a group by one for each of its people.
async fn expand(app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
    let now = app.now();
    let rows = recipients::expand(&mut app.store().snapshot().await?, letter, now).await?;
    let mut tx = app.store().begin().await?;
    handing::note(&mut tx, letter, &rows, now).await?;
    let told = queue(&mut tx, &rows, now).await?;
    let bells = mine::note(&mut tx, told).await?;
    let expanded = |script: &mut Script| {
        letters::settle(script, letter.id, "expanded", None, now);
        Ok(())
    };
    tx.script(expanded).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

/// What becomes of a letter by how it went out.
fn note(app: &App, letter: &TakenLetter, delivery: Delivery) -> Became {
    let now = app.now();
    let ended = |state, reason: Option<&str>| Became::Ended(Ended::new(letter.id, state, reason));
    match delivery {
        Delivery::Sent => ended("sent", None),
        Delivery::Bounced(reason) => ended("bounced", Some(&reason)),
        Delivery::Failed(reason) => ended("failed", Some(&reason)),
        Delivery::NotSent => {
            let reason = "nothing is configured to send with";
            ended("not_sent", Some(reason))
        }
        Delivery::Later(_, reason) if now.is_past(letter.made_at.plus_millis(LONGEST_TRY)) => {
            ended("failed", Some(&reason))
        }
        Delivery::Later(why, reason) => {
            tracing::warn!(letter = %letter.id, attempts = letter.attempts, reason, "a letter is tried again");
            let wait = wait(letter.attempts);
            let until = now.plus_millis(wait);
            let told = (wait >= LONG_WAIT).then_some(DeliveryWait { why, until });
            Became::Later(PutOff {
                letter: letter.id,
                reason,
                until,
                told,
            })
        }
    }
}

fn wait(attempts: u32) -> i64 {
    FIRST_WAIT
        .saturating_mul(1_i64 << attempts.saturating_sub(1).min(20))
        .min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is given up while the lease lasts is dropped without a note of what became of it, and sent twice.
    #[tokio::test(start_paused = true)]
    async fn an_error_that_passes_gives_up_no_letter_under_way() {
        let (begun, asked) = (Instant::now(), std::cell::Cell::new(0));
        // Beats at 4, 8, 12 and so on: the second one renews, and 15 seconds after it the lease is over.
        let renew = || {
            asked.set(asked.get() + 1);
            let passed = asked.get() == 2;
            async move { passed.then_some(()).ok_or(sqlx::Error::PoolTimedOut.into()) }
        };
        leased(begun, renew).await;
        assert_eq!((asked.get(), begun.elapsed().as_secs()), (5, 23));
    }

    /// Another process takes the letters as soon as the lease is over, whatever this one waits for.
    #[tokio::test(start_paused = true)]
    async fn a_renewal_that_hangs_holds_letters_no_longer_than_the_lease() {
        let begun = Instant::now();
        leased(begun, std::future::pending).await;
        assert_eq!(begun.elapsed(), LEASE);
    }

    #[test]
    fn waits_grow_and_stay_bounded() {
        assert_eq!(wait(1), 10_000);
        assert_eq!(wait(2), 20_000);
        assert_eq!(wait(400), LONGEST_WAIT);
    }
}
