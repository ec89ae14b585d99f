//! The server as a program finds it again, and what its demo shows.

use std::collections::BTreeSet;

use doorward_domain::{DeliveryState, Membership, OrganisationId, Record};
use doorward_protocol::{Changes, Mine, MyRecord};
use serde::de::DeserializeOwned;

use std::fs;
use std::net::Ipv4Addr;

use tokio::net::TcpListener;

use super::house::{PORT, listener};
use super::*;

async fn says(url: &str, path: &str) -> String {
    asks(url, path, "").await
}

async fn asks(url: &str, path: &str, token: &str) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let address = url.strip_prefix("http://").unwrap();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).await.unwrap();
    said
}

#[tokio::test]
async fn the_next_start_finds_the_same_demo_at_the_same_address() {
    let folder = tempfile::tempdir().unwrap();
    // What a crash left while the demo was being made is made again.
    fs::create_dir_all(folder.path().join("data.new/letters")).unwrap();
    let here = Here::start(folder.path()).await.unwrap();
    let url = here.url();
    assert!(says(&url, "/healthz").await.starts_with("HTTP/1.1 200"));
    let again = Here::start(folder.path()).await;
    assert!(
        matches!(again, Err(Error::InUse)),
        "two programs never open one store"
    );
    let first = here.sign_in_owner("Doorward").await.unwrap();
    here.end().await;
    let here = Here::start(folder.path()).await.unwrap();
    assert_eq!(here.url(), url);
    let second = here.sign_in_owner("Doorward").await.unwrap();
    assert_eq!(
        first.account, second.account,
        "nothing was filled a second time"
    );
    assert_eq!(
        first.cache_share, second.cache_share,
        "the files on this computer open again"
    );
    here.end().await;
}

#[tokio::test]
async fn a_port_that_was_taken_meanwhile_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let other = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let port = other.local_addr().unwrap().port();
    fs::write(folder.path().join(PORT), port.to_string()).unwrap();
    let taken = listener(&folder.path().join(PORT)).await.unwrap();
    assert_ne!(taken.local_addr().unwrap().port(), port);
    let written = fs::read_to_string(folder.path().join(PORT)).unwrap();
    assert_eq!(
        written,
        taken.local_addr().unwrap().port().to_string(),
        "the new one is remembered"
    );
}

async fn reads<T: DeserializeOwned>(url: &str, path: &str, token: &str) -> T {
    let said = asks(url, path, token).await;
    let (_, body) = said.split_once("\r\n\r\n").unwrap();
    serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {said}"))
}

/// Everything that the demo's owner sees of her organisations.
async fn seen(here: &Here) -> Vec<(OrganisationId, Vec<Record>)> {
    let (url, token) = (here.url(), here.sign_in_owner("test").await.unwrap().token);
    let mine: Mine = reads(&url, "/v1/me/changes", &token).await;
    let mut all = Vec::new();
    for record in mine.records {
        let MyRecord::Membership(membership) = record.record else {
            continue;
        };
        let path = format!("/v1/organisations/{}/changes", membership.organisation);
        let page: Changes = reads(&url, &path, &token).await;
        let Changes::Page { records, more, .. } = page else {
            panic!("she is a member");
        };
        assert!(!more, "one page holds it");
        let records = records.into_iter().map(|it| it.record).collect();
        all.push((membership.organisation, records));
    }
    all
}

fn memberships(records: &[Record]) -> Vec<&Membership> {
    let found = records.iter().filter_map(|record| {
        let Record::Membership(membership) = record else {
            return None;
        };
        Some(&**membership)
    });
    found.collect()
}

#[tokio::test]
async fn the_demo_shows_what_every_screen_needs() {
    let folder = tempfile::tempdir().unwrap();
    let here = Here::start(folder.path()).await.unwrap();
    let houses = seen(&here).await;
    let (_, salon) = houses
        .iter()
        .max_by_key(|(_, records)| records.len())
        .unwrap();
    let rows = memberships(salon);
    let count = |is: fn(&Membership) -> bool| rows.iter().filter(|row| is(row)).count();
    assert_eq!(count(|it| it.status.is_approved()), 42);
    assert_eq!(count(Membership::is_open_request), 12);
    let fates: BTreeSet<DeliveryState> = salon
        .iter()
        .filter_map(|record| {
            let Record::Delivery(delivery) = record else {
                return None;
            };
            Some(delivery.state())
        })
        .collect();
    assert_eq!(fates.len(), 7, "every fate of a letter: {fates:?}");
    let names: String = rows
        .iter()
        .filter_map(|row| row.name.as_ref())
        .map(ToString::to_string)
        .collect();
    for (script, letter) in [
        ("Latin", 'Õ'),
        ("Cyrillic", 'Ж'),
        ("Greek", 'π'),
        ("Georgian", 'ნ'),
    ] {
        assert!(names.contains(letter), "somebody writes in {script}");
    }
    let links = salon
        .iter()
        .filter(|it| matches!(it, Record::Link(link) if !link.closed));
    assert_eq!(links.count(), 3);
    let levels = salon.iter().filter(|it| matches!(it, Record::Level(_)));
    assert_eq!(levels.count(), 2);
    let (_, studio) = houses
        .iter()
        .min_by_key(|(_, records)| records.len())
        .unwrap();
    let waiting = memberships(studio);
    let waiting = waiting.iter().filter(|row| row.is_open_request());
    assert_eq!((houses.len(), waiting.count()), (2, 3));
    here.end().await;
}

#[tokio::test]
async fn the_demo_shows_what_a_limit_to_a_site_does_r_36() {
    let folder = tempfile::tempdir().unwrap();
    let here = Here::start(folder.path()).await.unwrap();
    let houses = seen(&here).await;
    let salon = houses.iter().map(|(_, records)| records);
    let salon = salon.max_by_key(|records| records.len()).unwrap();
    let rows = memberships(salon);
    let limited: Vec<_> = rows
        .iter()
        .filter_map(|row| Some(&row.grant.as_ref()?.limited_to))
        .filter(|sites| !sites.is_empty())
        .collect();
    assert_eq!(limited.len(), 1, "somebody administers one site (R-36)");
    let site_of = |record: &Record| {
        let Record::Room(room) = record else {
            return None;
        };
        Some(room.site)
    };
    let furnished: BTreeSet<_> = salon.iter().filter_map(site_of).collect();
    assert_eq!(furnished.len(), 2, "of two that have rooms");
    let in_rooms = |row: &&&Membership| row.grant.as_ref().is_some_and(|it| !it.rooms.is_empty());
    assert!(rows.iter().filter(in_rooms).count() > 5);
    here.end().await;
}
