//! Letters as they leave: names are text, headers are ours, secrets go only where they belong.

use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Note, Preset};

use super::site::{Browser, Site};

#[tokio::test]
async fn markup_in_names_stays_text_s_48_s_49_mail_1() {
    let site = Site::open().await;
    let message =
        "</h2><a href=//evil.test>{{7*7}}</a> ${x} <img src=x onerror=y>\r\nBcc: x@evil.test";
    let invite = InvitePerson {
        membership: MembershipId(site.app.new_id()),
        contact: "anna@x.test".parse().unwrap(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: Some(Note::try_from(message).unwrap()),
    };
    site.give(Command::InvitePerson(invite)).await;
    let letter = site.letter_to("anna@x.test").await;
    let (headers, body) = letter.split_once("\r\n\r\n").unwrap();
    assert!(
        !headers.contains("evil"),
        "no header comes from a text: {headers}"
    );
    let html = body.split("text/html").nth(1).unwrap();
    assert!(
        !html.contains("<img") && !html.contains("<a href=//evil"),
        "{html}"
    );
    for link in html.split("href=\"").skip(1) {
        assert!(
            link.starts_with("http://127.0.0.1:8080/"),
            "MAIL-3: only our own host: {link}"
        );
    }
    assert!(headers.contains("Auto-Submitted: auto-generated"));
    assert_eq!(headers.matches("Message-ID: <").count(), 1);
}

#[tokio::test]
async fn without_a_transport_letters_are_not_sent_r_53() {
    let site = Site::with("").await;
    let invitation = site.invite("anna@x.test").await;
    crate::letters::send_all(&site.app).await;
    let mut tx = site.app.store().snapshot().await.unwrap();
    let delivery = crate::store::letters::delivery_of(&mut tx, invitation.0)
        .await
        .unwrap();
    assert_eq!(delivery, [("invitation".to_owned(), "not_sent".to_owned())]);
    let page = Browser::open(&site).get("/sign-up").await;
    assert_eq!(
        page.status, 503,
        "nobody waits for a letter that never leaves"
    );
    assert!(page.html.contains("sends no letters"), "{}", page.html);
}
