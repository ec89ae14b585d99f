//! Signing out everywhere else, by a button on the page of the account (S-38).

use super::site::{Browser, Site};

#[tokio::test]
async fn s_38_signing_out_everywhere_else_leaves_only_this_browser() {
    let site = Site::open().await;
    site.person("Anna Sokolova", "anna@x.test").await;
    site.person("Boris Kask", "boris@x.test").await;
    let mut anna = Browser::signed_in(&site, "anna@x.test").await;
    let alone = anna.get("/me/account").await.html;
    assert!(
        !alone.contains("sign-out-others"),
        "there is nothing to end: {alone}"
    );
    let mut others = vec![
        Browser::signed_in(&site, "anna@x.test").await,
        Browser::signed_in(&site, "anna@x.test").await,
    ];
    let mut boris = Browser::signed_in(&site, "boris@x.test").await;
    let account = anna.get("/me/account").await.html;
    assert!(account.contains("Sign out everywhere else"), "{account}");
    let done = anna
        .post("/me/account", &[("do", "sign-out-others")])
        .await
        .html;
    assert!(
        done.contains("2 other devices are signed out.") && !done.contains("sign-out-others"),
        "{done}"
    );
    for other in &mut others {
        assert_eq!(other.get("/me").await.path, "/sign-in?next=/me");
    }
    assert_eq!(anna.get("/me").await.path, "/me", "this one stays");
    assert_eq!(boris.get("/me").await.path, "/me", "as do other people");
    let again = anna.post("/me/account", &[("do", "sign-out-others")]).await;
    assert!(
        again.html.contains("signed in nowhere else"),
        "{}",
        again.html
    );
}
