//! My account: signing devices out, deleting the account, keeping one that is about to close.

use doorward_domain::{AccountStanding, Grant, Preset, StatusName};

use super::site::{Browser, PASSWORD, Site};
use crate::jobs::part;
use crate::store::accounts;

const PAGE: &str = "/me/account";

async fn delete(browser: &mut Browser<'_>, name: &str, password: &str) -> (u16, String) {
    let fields = [("do", "delete"), ("name", name), ("password", password)];
    let seen = browser.post(PAGE, &fields).await;
    (seen.status, seen.html)
}

#[tokio::test]
async fn a_member_deletes_their_account_and_is_told_so_r_60() {
    let site = Site::open().await;
    let grant = Grant::of(Preset::Staff);
    let id = site.join_as("Anna Sokolova", "anna@x.test", grant).await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let (status, page) = delete(&mut anna, "Anna", "not it at all").await;
    assert_eq!(status, 422);
    assert!(
        page.contains("This is not the name of your account"),
        "{page}"
    );
    assert!(page.contains("This is not your password"), "{page}");
    assert_eq!(
        site.membership(id).await.status.name(),
        StatusName::Approved
    );
    let (status, page) = delete(&mut anna, "Anna Sokolova", PASSWORD).await;
    assert_eq!(status, 200);
    assert!(page.contains("Your account is deleted"), "{page}");
    assert!(!anna.has("session"), "nobody is signed in");
    assert_eq!(site.membership(id).await.status.name(), StatusName::Ended);
    let told = site.subjects_to("olga@example.org").await;
    assert!(
        told.iter().any(|it| it.contains("Anna Sokolova")),
        "{told:?}"
    );
    assert_eq!(part::round(&site.app, None).await.unwrap(), 1);
    let row = site.membership(id).await;
    assert_eq!((row.name, row.status.name()), (None, StatusName::Ended));
    let mut tx = site.app.store().snapshot().await.unwrap();
    let gone = accounts::by_contact(&mut tx, &"anna@x.test".parse().unwrap()).await;
    assert!(gone.unwrap().is_none(), "the address is nobody's");
}

#[tokio::test]
async fn the_last_owner_reads_when_it_closes_and_keeps_it_r_61() {
    let site = Site::open().await;
    let mut olga = Browser::signed_in(&site, "olga@example.org").await;
    let page = olga.get(PAGE).await.html;
    assert!(
        page.contains("You are the last Owner of Salong Hortensia"),
        "{page}"
    );
    let (status, page) = delete(&mut olga, "Olga Ivanova", PASSWORD).await;
    assert_eq!(status, 200);
    assert!(page.contains("Your account closes on"), "{page}");
    assert!(!page.contains("value=\"delete\""));
    let wrong = [("do", "keep"), ("password", "something else")];
    assert_eq!(olga.post(PAGE, &wrong).await.status, 422);
    let page = olga
        .post(PAGE, &[("do", "keep"), ("password", PASSWORD)])
        .await
        .html;
    assert!(page.contains("Your account stays"), "{page}");
    assert!(page.contains("value=\"delete\""), "as before");
    let person = site.owner.actor.person().unwrap();
    let mut tx = site.app.store().snapshot().await.unwrap();
    let kept = accounts::account_of(&mut tx, person)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(kept.standing, AccountStanding::Living);
}

#[tokio::test]
async fn another_device_is_signed_out_from_here_ses_1() {
    let site = Site::open().await;
    let mut here = Browser::signed_in(&site, "olga@example.org").await;
    let mut other = Browser::signed_in(&site, "olga@example.org").await;
    let page = here.get(PAGE).await.html;
    let devices: Vec<&str> = page
        .split("name=\"device\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    assert_eq!(devices.len(), 2, "{page}");
    for device in devices {
        here.post(PAGE, &[("do", "sign-out"), ("device", device)])
            .await;
    }
    assert_eq!(here.get(PAGE).await.status, 200, "this one asks first");
    let page = other.get(PAGE).await.html;
    assert!(page.contains("action=\"/sign-in\""), "signed out: {page}");
    let foreign = [("do", "sign-out"), ("device", "x"), ("organisation", "y")];
    assert_eq!(here.post(PAGE, &foreign).await.status, 422);
}
