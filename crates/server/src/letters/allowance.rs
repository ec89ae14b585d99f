//! What text messages may cost (SMS-1, RAT-3): one a minute and a few a day to one number, some a day for one
//! organisation, and so many a day in all. What is too much today waits; beyond the last limit the operator is told.

use doorward_domain::Contact;

use super::transport::Delivery;
use crate::store::letters::{TakenLetter, texts};
use crate::{App, store};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Why a text message does not go out now; none where it may.
pub(super) async fn held(
    app: &App,
    letter: &TakenLetter,
    to: &Contact,
) -> Result<Option<Delivery>, store::Error> {
    let (now, most) = (app.now(), &app.config().sms);
    let mut tx = app.store().snapshot().await?;
    let today = texts(&mut tx, to, letter.organisation, now.plus_millis(-DAY)).await?;
    let later = |reason: &str| Ok(Some(Delivery::Later(reason.to_owned())));
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
    let just_now = texts(&mut tx, to, letter.organisation, now.plus_millis(-between)).await?;
    if just_now.number > 0 {
        return later("this number had a message just now");
    }
    Ok(None)
}
