//! Doors that a text message led to.

use doorward_domain::{Command, ResendInvitation};

use super::phones::{Phones, invite};
use super::site::Browser;

const NUMBER: &str = "+37255512345";

/// An invitation by text message speaks of text messages, whatever became of it (S-12, U1).
#[tokio::test]
async fn the_pages_of_a_link_by_phone_speak_of_text_messages_u1() {
    let phones = Phones::open("").await;
    let site = &phones.site;
    let membership = invite(site, site.organisation, NUMBER).await;
    let link = async || {
        let text = phones.text().await;
        text[text.find("/j/").unwrap()..].to_owned()
    };
    let first = link().await;
    phones.wait(2 * 60 * 1000);
    let again = ResendInvitation {
        membership,
        grant: None,
    };
    site.give(Command::ResendInvitation(again)).await;
    let second = link().await;
    let mut anna = Browser::open(site);
    let page = anna.get(&first).await.html;
    assert!(page.contains("Use the newest text message"), "{page}");
    let sent = site.membership(membership).await.invitation.unwrap();
    site.clock.set(sent.expires_at);
    let page = anna.get(&second).await.html;
    assert!(page.contains("The text message with it goes"), "{page}");
    let page = anna.post("/join", &[("do", "ask-new")]).await.html;
    assert!(page.contains("it comes as a text message"), "{page}");
}
