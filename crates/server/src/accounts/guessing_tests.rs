//! Guessing passwords: whoever does is slowed down by where they sit, whatever they write into headers, and locks nobody out.

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue};
use std::net::SocketAddr;

use super::limits::network;
use super::sign_in::{Credentials, NotIn, prove};
use crate::pages::tests::site::{PASSWORD, Site};

const OWNER: &str = "olga@example.org";
const STRANGER: &str = "203.0.113.9";

/// How a sign-in ends.
#[derive(Debug, PartialEq, Eq)]
enum End {
    In,
    Wrong,
    Waits,
}

async fn tries(site: &Site, network: &str, password: &str) -> End {
    let given = Credentials {
        email: OWNER,
        password,
        network,
    };
    match prove(&site.app, given).await {
        Ok(_) => End::In,
        Err(NotIn::Wrong) => End::Wrong,
        Err(NotIn::TooOften(wait)) => {
            assert!(wait.seconds > 0);
            End::Waits
        }
        Err(NotIn::Failed(failure)) => panic!("{failure:?}"),
    }
}

/// The network that a request is counted under which comes from a socket and says where else it comes from.
fn says(site: &Site, socket: &str, said: &str) -> String {
    let socket: SocketAddr = socket.parse().unwrap();
    let mut extensions = Extensions::new();
    extensions.insert(ConnectInfo(socket));
    let mut headers = HeaderMap::new();
    for name in ["x-forwarded-for", "x-real-ip", "forwarded"] {
        let value = if name == "forwarded" {
            format!("for={said}")
        } else {
            said.to_owned()
        };
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_str(&value).unwrap(),
        );
    }
    network(&site.app, &headers, &extensions)
}

#[tokio::test]
async fn s_44_rotating_the_address_header_or_the_address_in_one_house_changes_nothing_rat_1() {
    let sockets: [fn(u32) -> String; 2] = [
        |_| "203.0.113.9:4000".to_owned(),
        |number| format!("[2001:db8:1:2::{number:x}]:4000"),
    ];
    for socket in sockets {
        let site = Site::open().await;
        let mut checked = 0;
        for number in 1..=500_u32 {
            let said = format!("198.51.{}.{}", number / 250, number % 250);
            let network = says(&site, &socket(number), &said);
            let end = tries(&site, &network, "not the password at all").await;
            checked += usize::from(end == End::Wrong);
        }
        // Ten in a minute from one network, and after five failures the account makes that network wait.
        assert_eq!(checked, 5);
    }
}

#[tokio::test]
async fn s_45_a_stranger_who_guesses_has_few_guesses_and_locks_nobody_out_rat_1() {
    let site = Site::with("[limits]\nsign_in_per_minute = 10000").await;
    let mut checked = 0;
    for number in 0..1000 {
        let end = tries(&site, STRANGER, "not the password at all").await;
        checked += usize::from(end == End::Wrong);
        if number == 500 {
            let owner = tries(&site, "198.51.100.1", PASSWORD).await;
            assert_eq!(owner, End::In, "during the attack, from elsewhere");
        }
        // Twelve a minute: a patient stranger.
        site.clock.set(site.app.now().plus_millis(5_000));
    }
    assert!(checked <= 100, "{checked} of 1000 were checked");
    let owner = tries(&site, "198.51.100.1", PASSWORD).await;
    assert_eq!(owner, End::In, "after it");
    site.clock.set(site.app.now().plus_millis(5 * 60 * 1000));
    let owner = tries(&site, STRANGER, PASSWORD).await;
    assert_eq!(owner, End::In, "nothing is locked, not even there");
}

#[tokio::test]
async fn where_many_networks_guess_at_one_account_each_of_them_waits_rat_1() {
    let site = Site::open().await;
    let mut checked = 0;
    for number in 0..500 {
        let network = format!("198.51.{}.{}", number / 250, number % 250);
        let end = tries(&site, &network, "not the password at all").await;
        checked += usize::from(end == End::Wrong);
    }
    assert_eq!(checked, 100);
}
