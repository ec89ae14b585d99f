//! How often things may be tried (RAT-1): per network of the caller, and with growing waits per account.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use doorward_domain::{Contact, Moment, PersonId};

use crate::store::{self, attempts};
use crate::{App, tokens};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Signing in.
    SignIn,
    /// Signing up.
    SignUp,
    /// Asking for a new password.
    Reset,
    /// Opening a link.
    Lookup,
    /// Sending a request by the public form.
    Request,
    /// Making an organisation.
    Found,
}

/// It was tried too often; it may be tried again after some seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooOften {
    /// Whole seconds to wait, at least one.
    pub seconds: u32,
}

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
/// The key under which failed sign-ins of an account are counted, those of each network apart.
const FAILURES: &str = "failed_sign_in";
/// The key under which they are counted wherever they come from.
const FAILURES_ANYWHERE: &str = "failed_sign_in_anywhere";
/// Failures of an account from one network that cost nothing.
const FREE_FAILURES: u32 = 5;
/// Failures from all networks together, in a day, from which on every network waits.
const FREE_ANYWHERE: u32 = 100;
/// Letters about signing up or a new password that one address gets in an hour.
const LETTERS_PER_HOUR: u32 = 3;
/// The longest wait after a failure; never a lock that a stranger could cause.
const LONGEST_WAIT: i64 = 5 * MINUTE;

impl Action {
    const fn key(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::SignUp => "sign_up",
            Self::Reset => "reset",
            Self::Lookup => "lookup",
            Self::Request => "request",
            Self::Found => "found",
        }
    }

    fn most(self, app: &App) -> (u32, i64) {
        let limits = &app.config().limits;
        match self {
            Self::SignIn => (limits.sign_in_per_minute, MINUTE),
            Self::SignUp | Self::Reset => (limits.sign_ups_per_hour, HOUR),
            Self::Lookup => (limits.lookups_per_minute, MINUTE),
            Self::Request => (limits.requests_per_hour, HOUR),
            Self::Found => (limits.organisations_per_hour, HOUR),
        }
    }
}

/// Counts one attempt of a network and says whether it is one too many.
pub async fn attempt(
    app: &App,
    action: Action,
    network: &str,
) -> Result<Result<(), TooOften>, store::Error> {
    count(app, action, &[network]).await
}

/// Counts one attempt of somebody who is signed in, and of the network they sit in, and says whether it is one too many.
pub async fn attempt_of(
    app: &App,
    action: Action,
    person: PersonId,
    network: &str,
) -> Result<Result<(), TooOften>, store::Error> {
    count(app, action, &[network, &person.to_string()]).await
}

async fn count(
    app: &App,
    action: Action,
    keys: &[&str],
) -> Result<Result<(), TooOften>, store::Error> {
    let (most, window) = action.most(app);
    let now = app.now();
    let mut end = None;
    let mut tx = app.store().begin().await?;
    for key in keys {
        let (attempts, since) = attempts::count(&mut tx, action.key(), key, window, now).await?;
        if attempts > most {
            end = end.max(Some(since.plus_millis(window)));
        }
    }
    tx.commit().await?;
    Ok(end.map_or(Ok(()), |end| Err(until(end, now))))
}

/// Whether an address may try its password now. The same for addresses that have no account (ENU-1). A stranger who
/// guesses makes their own network wait, and others only where many guess.
pub async fn may_try(
    app: &App,
    contact: &Contact,
    network: &str,
) -> Result<Result<(), TooOften>, store::Error> {
    let now = app.now();
    let mut tx = app.store().snapshot().await?;
    let here = attempts::waits_until(&mut tx, FAILURES, &key_from(contact, network)).await?;
    let anywhere = attempts::waits_until(&mut tx, FAILURES_ANYWHERE, &key_of(contact)).await?;
    let waits = here.max(anywhere);
    Ok(if now.is_past(waits) {
        Ok(())
    } else {
        Err(until(waits, now))
    })
}

/// Notes a failed sign-in: from the sixth on, each doubles the wait.
pub async fn failed(app: &App, contact: &Contact, network: &str) -> Result<(), store::Error> {
    let mut tx = app.store().begin().await?;
    let now = app.now();
    for (action, key, free) in [
        (FAILURES, key_from(contact, network), FREE_FAILURES),
        (FAILURES_ANYWHERE, key_of(contact), FREE_ANYWHERE),
    ] {
        let (failures, _) = attempts::count(&mut tx, action, &key, 24 * HOUR, now).await?;
        if let Some(wait) = wait_after(failures, free) {
            attempts::wait_until(&mut tx, action, &key, now.plus_millis(wait)).await?;
        }
    }
    tx.commit().await
}

/// Whether one more letter about an account may go to an address: three in an hour, so that nobody is flooded.
pub async fn may_write_to(
    tx: &mut store::Tx,
    contact: &Contact,
    now: Moment,
) -> Result<bool, store::Error> {
    let (letters, _) = attempts::count(tx, "sign_up_letter", &key_of(contact), HOUR, now).await?;
    Ok(letters <= LETTERS_PER_HOUR)
}

/// Forgets the failures from the network of somebody who is in.
pub async fn succeeded(
    tx: &mut store::Tx,
    contact: &Contact,
    network: &str,
) -> Result<(), store::Error> {
    attempts::forget(tx, FAILURES, &key_from(contact, network)).await
}

/// Forgets what makes every network wait: there is a new password, which nobody has guessed at.
pub async fn begin_anew(tx: &mut store::Tx, contact: &Contact) -> Result<(), store::Error> {
    attempts::forget(tx, FAILURES_ANYWHERE, &key_of(contact)).await
}

fn wait_after(failures: u32, free: u32) -> Option<i64> {
    let doublings = failures.checked_sub(free)?;
    let wait = 1000_i64
        .checked_shl(doublings.min(20))
        .unwrap_or(LONGEST_WAIT);
    Some(wait.min(LONGEST_WAIT))
}

fn until(end: Moment, now: Moment) -> TooOften {
    let seconds = (end.0 - now.0).max(0) / 1000 + 1;
    TooOften {
        seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
    }
}

/// Addresses are counted by their hash: the table of attempts is no list of addresses.
fn key_of(contact: &Contact) -> String {
    tokens::hash(contact.as_str())
}

fn key_from(contact: &Contact, network: &str) -> String {
    tokens::hash(&format!("{contact} {network}"))
}

/// The network a request comes from: the socket's address, or what a trusted proxy says; IPv6 by its /64.
pub fn network(app: &App, headers: &HeaderMap, extensions: &Extensions) -> String {
    network_of(address(app, headers, extensions))
}

fn network_of(address: Option<IpAddr>) -> String {
    match address {
        Some(IpAddr::V4(ip)) => ip.to_string(),
        Some(IpAddr::V6(ip)) => Ipv6Addr::from_bits(ip.to_bits() & (u128::MAX << 64)).to_string(),
        None => "none".to_owned(),
    }
}

/// The address a request comes from: the socket's, or what a trusted proxy says.
pub fn address(app: &App, headers: &HeaderMap, extensions: &Extensions) -> Option<IpAddr> {
    let ConnectInfo(socket) = extensions.get::<ConnectInfo<SocketAddr>>()?;
    let proxies = &app.config().trusted_proxies;
    Some(address_behind(socket.ip(), headers, proxies))
}

fn address_behind(socket: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let mut caller = socket.to_canonical();
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok());
    let said: Vec<&str> = forwarded
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .collect();
    // From the nearest proxy outwards: the first address that is no proxy of ours is the caller.
    for said in said.into_iter().rev() {
        if !proxies.contains(&caller) {
            break;
        }
        let Ok(ip) = said.parse::<IpAddr>() else {
            break;
        };
        caller = ip.to_canonical();
    }
    caller
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(socket: &str, forwarded: &str) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        let proxies = ["10.0.0.2".parse().unwrap()];
        let address = address_behind(socket.parse().unwrap(), &headers, &proxies);
        network_of(Some(address))
    }

    #[test]
    fn only_a_trusted_proxy_is_believed_rat_1_s_44() {
        assert_eq!(
            network("203.0.113.9", "198.51.100.1"),
            "203.0.113.9",
            "anybody can write this header"
        );
        assert_eq!(network("10.0.0.2", "198.51.100.1"), "198.51.100.1");
        assert_eq!(
            network("10.0.0.2", "1.2.3.4, 198.51.100.1"),
            "198.51.100.1",
            "what the caller wrote does not count"
        );
        assert_eq!(network("10.0.0.2", "nonsense"), "10.0.0.2");
    }

    #[test]
    fn one_house_is_one_network_in_ipv6() {
        assert_eq!(
            network("2001:db8:1:2:3:4:5:6", "x"),
            network("2001:db8:1:2:ffff::1", "x")
        );
        assert_ne!(
            network("2001:db8:1:2::1", "x"),
            network("2001:db8:1:3::1", "x")
        );
        assert_eq!(network("::ffff:203.0.113.9", "x"), "203.0.113.9");
    }

    #[test]
    fn waits_double_and_never_lock_rat_1() {
        assert_eq!(wait_after(4, 5), None);
        assert_eq!(wait_after(5, 5), Some(1000));
        assert_eq!(wait_after(8, 5), Some(8000));
        assert_eq!(wait_after(4000, 100), Some(LONGEST_WAIT));
    }
}
