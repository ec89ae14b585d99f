//! `POST /hooks/delivery`: what mail servers and gateways report of letters and text messages that have left. Only
//! who has the secret is heard: each report is signed with its time, and the same one is heard once.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use doorward_protocol::{Code, Problem};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use sha2::Sha256;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::body;
use crate::App;
use crate::execute::{self, Ended};
use crate::problem::Failure;
use crate::store::attempts;
use crate::tokens;

/// The header with the signature: `t=<seconds since 1970>,v1=<HMAC-SHA-256 of the time, a dot and the body, in hex>`.
const SIGNATURE: &str = "doorward-signature";
/// How far the time of a report may be from the server's, in milliseconds: later nobody can send it again.
const WINDOW: i64 = 5 * 60 * 1000;
/// Most reports in one request.
const MOST: usize = 500;
/// Under which a request that was heard is remembered.
const HEARD: &str = "delivery_report";

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(report))
}

/// What has become of letters.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Reports {
    /// At most 500.
    reports: Vec<Report>,
}

/// What has become of one letter or text message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Report {
    /// Its id as the gateway got it, or its `Message-ID`, with or without the angle brackets.
    letter: String,
    /// What has become of it.
    state: Reported,
    /// Why, in the words of whoever refused it.
    #[serde(default)]
    reason: Option<String>,
}

/// What can become of a letter that has left.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Reported {
    /// The recipient's side has it.
    Delivered,
    /// The recipient's side refuses it for good.
    Bounced,
    /// It could not be brought there.
    Failed,
}

impl Reported {
    const fn key(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Bounced => "bounced",
            Self::Failed => "failed",
        }
    }
}

/// Takes reports of what became of letters; those about letters that are not known are passed over.
#[utoipa::path(
    post,
    path = "/hooks/delivery",
    request_body = Reports,
    params(("Doorward-Signature" = String, Header, description = "t=<seconds since 1970>,v1=<hex of the HMAC-SHA-256 over the time, a dot and the body, with mail.report_secret>")),
    responses(
        (status = 204, description = "They are noted"),
        (status = 401, description = "Not signed, or at another time than now", body = Problem),
        (status = 404, description = "This server takes no reports", body = Problem),
        (status = 422, description = "Not a list of reports", body = Problem),
    )
)]
async fn report(
    State(app): State<App>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, Failure> {
    let Some(secret) = app.config().mail.report_secret.clone() else {
        return Err(Code::NotFound.into());
    };
    let signature = headers
        .get(SIGNATURE)
        .and_then(|it| it.to_str().ok())
        .filter(|it| is_signed(it, &body, secret.as_bytes(), app.now().0))
        .ok_or(Code::SignedOut)?;
    let key = tokens::hash(signature);
    let now = app.now();
    let heard = attempts::waits_until(&mut app.store().snapshot().await?, HEARD, &key).await?;
    if !now.is_past(heard) {
        return Ok(StatusCode::NO_CONTENT);
    }
    let Reports { reports } = body::read(&body)?;
    if reports.len() > MOST {
        return Err(Code::TooLarge.into());
    }
    for report in &reports {
        if let Some(id) = letter_of(&report.letter) {
            let ended = Ended::new(id, report.state.key(), report.reason.as_deref());
            execute::report_letter(&app, ended).await?;
        }
    }
    let mut tx = app.store().begin().await?;
    attempts::count(&mut tx, HEARD, &key, 2 * WINDOW, now).await?;
    attempts::wait_until(&mut tx, HEARD, &key, now.plus_millis(2 * WINDOW)).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether a signature is that of this body, and of about now. Compared in constant time.
fn is_signed(signature: &str, body: &[u8], secret: &[u8], now: i64) -> bool {
    let part = |name: &str| {
        signature
            .split(',')
            .find_map(|part| part.trim().strip_prefix(name)?.strip_prefix('='))
    };
    let (Some(time), Some(code)) = (part("t"), part("v1").and_then(bytes)) else {
        return false;
    };
    let at = time.parse::<i64>().ok().and_then(|it| it.checked_mul(1000));
    let is_now = at.is_some_and(|at| now.abs_diff(at) <= WINDOW.unsigned_abs());
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else {
        return false;
    };
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    mac.verify_slice(&code).is_ok() && is_now
}

/// What hexadecimal digits say.
fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}

/// The letter that an id or a `Message-ID` names.
fn letter_of(named: &str) -> Option<Uuid> {
    let inner = named.trim().trim_start_matches('<').trim_end_matches('>');
    let id = inner.split_once('@').map_or(inner, |(id, _)| id);
    id.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_764_000_000_000;

    fn signed(time: i64, body: &[u8], secret: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).unwrap();
        mac.update(format!("{time}.").as_bytes());
        mac.update(body);
        let code = mac.finalize().into_bytes();
        let digits: Vec<String> = code.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("t={time},v1={}", digits.concat())
    }

    #[test]
    fn a_report_counts_with_its_body_its_time_and_the_secret_alone() {
        let (body, secret) = (b"{\"reports\":[]}", b"canary");
        let good = signed(NOW / 1000, body, secret);
        assert!(is_signed(&good, body, secret, NOW));
        assert!(!is_signed(&good, b"{\"reports\":[1]}", secret, NOW));
        assert!(!is_signed(&good, body, b"another", NOW));
        assert!(is_signed(&good, body, secret, NOW + WINDOW));
        assert!(!is_signed(&good, body, secret, NOW + WINDOW + 1));
        assert!(!is_signed(&good, body, secret, NOW - WINDOW - 1));
        let (time, code) = good.split_once(",v1=").unwrap();
        for bad in [
            String::new(),
            time.to_owned(),
            format!("v1={code}"),
            format!("t={},v1={code}", NOW / 1000 + 1),
            format!("{time},v1={}", &code[..62]),
            format!("{time},v1=zz{}", &code[2..]),
            format!("{time},v1=\u{20ac}{}", &code[3..]),
            format!("t={},v1={code}", i64::MAX),
        ] {
            assert!(!is_signed(&bad, body, secret, NOW), "{bad}");
        }
    }

    #[test]
    fn a_letter_is_named_by_its_id_or_its_message_id() {
        let id = Uuid::from_u128(7);
        for named in [
            format!("{id}"),
            format!("<{id}@door.example.ee>"),
            format!(" {id}@x "),
        ] {
            assert_eq!(letter_of(&named), Some(id), "{named}");
        }
        assert_eq!(letter_of("<somebody-elses@mail>"), None);
    }
}
