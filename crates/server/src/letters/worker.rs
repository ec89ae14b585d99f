//! The worker: takes letters that are due so that no other process takes them, renders and sends them, and notes what
//! became of each. A letter may go out twice when the process dies in between, always under the same `Message-ID`.

use std::time::Duration;

use lettre::message::Mailbox;
use uuid::Uuid;

use super::fate::{Fate, fate};
use super::queue::queue;
use super::recipients;
use super::transport::{Delivery, Outgoing, Transport, Unusable};
use crate::store::letters::{self, TakenLetter};
use crate::store::{doorbell, mine};
use crate::{App, execute, store};

/// How long the worker rests when nothing is due and no bell rings.
const REST: Duration = Duration::from_millis(500);
/// How long taken letters are kept from others, in milliseconds; a process that dies holds them no longer.
const LEASE: i64 = 15 * 1000;
/// How often the lease of letters that are being sent is renewed.
const RENEWAL: Duration = Duration::from_secs(4);
/// The wait after the first failed attempt, doubled by each further one.
const FIRST_WAIT: i64 = 10 * 1000;
/// The longest wait between two attempts.
const LONGEST_WAIT: i64 = 6 * 60 * 60 * 1000;
/// How long a letter is tried.
const LONGEST_TRY: i64 = 3 * 24 * 60 * 60 * 1000;

/// Sends letters until the program ends.
pub async fn run(app: &App) {
    let post = match Post::open(app) {
        Ok(post) => post,
        Err(error) => {
            tracing::error!(%error, "no letter can be sent");
            return;
        }
    };
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
    let post = Post::open(app).unwrap();
    while post.round(app).await.unwrap() > 0 {}
}

/// Until something has changed, or for a little while: another process may have queued a letter.
async fn rest(app: &App) {
    let mut bells = app.doorbell().listen();
    // Which bell it is does not matter, nor whether some were missed.
    drop(tokio::time::timeout(REST, bells.recv()).await);
}

struct Post {
    transport: Transport,
    from: Mailbox,
}

impl Post {
    fn open(app: &App) -> Result<Self, Unusable> {
        let mail = &app.config().mail;
        Ok(Self {
            transport: Transport::open(mail, &app.config().folder)?,
            from: mail.from.parse()?,
        })
    }

    /// Takes what is due and deals with it; answers how much that was.
    async fn round(&self, app: &App) -> Result<usize, store::Error> {
        let now = app.now();
        if !letters::any_due(&mut app.store().snapshot().await?, now).await? {
            return Ok(0);
        }
        let mut tx = app.store().begin().await?;
        let taken = letters::take(&mut tx, now, now.plus_millis(LEASE)).await?;
        tx.commit().await?;
        tokio::select! {
            done = self.deal_with_all(app, &taken) => done?,
            lost = keep(app, &taken) => lost?,
        }
        Ok(taken.len())
    }

    async fn deal_with_all(&self, app: &App, taken: &[TakenLetter]) -> Result<(), store::Error> {
        for letter in taken {
            self.deal_with(app, letter).await?;
        }
        Ok(())
    }

    async fn deal_with(&self, app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
        if letter.holders.is_some() {
            return expand(app, letter).await;
        }
        let fate = fate(app, letter).await?;
        let delivery = match fate {
            Fate::Settle(state, reason) => {
                return settle(app, letter.id, state, Some(reason)).await;
            }
            Fate::Send(it) => {
                let (reader, rendered) = *it;
                let host = app
                    .public_url()
                    .and_then(|url| url.host_str().map(str::to_owned));
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
        };
        note(app, letter, delivery).await
    }
}

/// Renews the lease of taken letters for as long as they are dealt with; ends only when that fails.
async fn keep(app: &App, taken: &[TakenLetter]) -> Result<(), store::Error> {
    let ids: Vec<Uuid> = taken.iter().map(|letter| letter.id).collect();
    loop {
        tokio::time::sleep(RENEWAL).await;
        let mut tx = app.store().begin().await?;
        letters::keep(&mut tx, &ids, app.now().plus_millis(LEASE)).await?;
        tx.commit().await?;
    }
}

/// Replaces a letter to a group by one for each of its people.
async fn expand(app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
    let now = app.now();
    let rows = recipients::expand(&mut app.store().snapshot().await?, letter, now).await?;
    let mut tx = app.store().begin().await?;
    let told = queue(&mut tx, &rows, now).await?;
    let bells = mine::note(&mut tx, told).await?;
    letters::settle(&mut tx, letter.id, "expanded", None, now).await?;
    doorbell::announce(&mut tx, &bells).await?;
    tx.commit().await?;
    app.doorbell().ring(bells);
    Ok(())
}

async fn note(app: &App, letter: &TakenLetter, delivery: Delivery) -> Result<(), store::Error> {
    let now = app.now();
    match delivery {
        Delivery::Sent => settle(app, letter.id, "sent", None).await,
        Delivery::Bounced(reason) => settle(app, letter.id, "bounced", Some(&reason)).await,
        Delivery::Failed(reason) => settle(app, letter.id, "failed", Some(&reason)).await,
        Delivery::NotSent => {
            settle(
                app,
                letter.id,
                "not_sent",
                Some("nothing is configured to send with"),
            )
            .await
        }
        Delivery::Later(reason) if now.is_past(letter.made_at.plus_millis(LONGEST_TRY)) => {
            settle(app, letter.id, "failed", Some(&reason)).await
        }
        Delivery::Later(reason) => {
            tracing::warn!(letter = %letter.id, attempts = letter.attempts, reason, "a letter is tried again");
            let mut tx = app.store().begin().await?;
            letters::put_off(
                &mut tx,
                letter.id,
                &reason,
                now.plus_millis(wait(letter.attempts)),
            )
            .await?;
            tx.commit().await
        }
    }
}

fn wait(attempts: u32) -> i64 {
    FIRST_WAIT
        .saturating_mul(1_i64 << attempts.saturating_sub(1).min(20))
        .min(LONGEST_WAIT)
}

async fn settle(
    app: &App,
    id: Uuid,
    state: &str,
    reason: Option<&str>,
) -> Result<(), store::Error> {
    execute::settle_letter(app, id, state, reason).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_stay_bounded() {
        assert_eq!(wait(1), 10_000);
        assert_eq!(wait(2), 20_000);
        assert_eq!(wait(400), LONGEST_WAIT);
    }
}
