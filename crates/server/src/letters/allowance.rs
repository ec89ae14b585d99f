//! What text messages may cost (SMS-1, RAT-3): one a minute and a few a day to one number, some a day for one
//! organisation, and so many a day in all. What is too much today waits; beyond the last limit the operator is told.

use doorward_domain::{Contact, Delay};

use super::transport::Delivery;
use crate::store::letters::TakenLetter;
use crate::store::texted;
use crate::{App, store};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Takes one message out of what may be sent, before it is handed over, so that however many processes send, they keep
/// within the limits together. Answers why it does not go out now; none where it may.
pub async fn take(
    app: &App,
    letter: &TakenLetter,
    to: &Contact,
) -> Result<Option<Delivery>, store::Error> {
    let (now, most) = (app.now(), &app.config().sms);
    let mut tx = app.store().begin().await?;
    texted::hold(&mut tx).await?;
    let today = texted::others(&mut tx, letter, to, now.plus_millis(-DAY)).await?;
    let later = |reason: &str| Ok(Some(Delivery::Later(Delay::Limit, reason.to_owned())));
    if today.everywhere >= most.per_day {
        tracing::error!(
            sent = today.everywhere,
            "text messages wait: the day's limit sms.per_day is used up"
        );
        return later("the day's limit for all text messages is used up");
    }
    if today.number >= most.number_per_day {
        return later("this number has had as many messages as one gets in a day");
    }
    if today.organisation >= most.organisation_per_day {
        return later("the organisation has sent as many text messages as one may in a day");
    }
    let between = i64::from(most.seconds_between) * 1000;
    let just_now = texted::others(&mut tx, letter, to, now.plus_millis(-between)).await?;
    if just_now.number > 0 {
        return later("this number had a message just now");
    }
    texted::note(&mut tx, letter.id, Some(now)).await?;
    tx.commit().await?;
    Ok(None)
}

/// Gives back what was taken for a message that the gateway refused. One that may have left stays counted.
pub async fn give_back(app: &App, letter: &TakenLetter) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    texted::note(&mut tx, letter.id, None).await?;
    tx.commit().await
}
