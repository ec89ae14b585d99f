//! Olga invites somebody by phone: the message leaves through a real Kannel, and the link in it leads in (BTX-2, BTX-6,
//! BTX-11, R-50, SMS-1).

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, Locale, MembershipId, Preset, Record, Status};
use doorward_suite::cast::{ANNA, OLGA, Person};
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::kannel::{Kannel, PASSWORD, USER};
use doorward_suite::visitor::Visitor;
use url::Url;

const NUMBER: &str = "+37255512345";

fn gateway(kannel: &Kannel) -> String {
    format!(
        "\n[sms]\ntransport = \"kannel\"\nurl = \"{}\"\nuser = \"{USER}\"\npassword = \"{PASSWORD}\"\ncountries = [\"+372\"]\n",
        kannel.url()
    )
}

fn invitation(number: &str, locale: Locale) -> Result<InvitePerson> {
    Ok(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: number.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: Some(locale),
        message: None,
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_by_text_message_leads_in_btx_6_btx_11() -> Result<()> {
    let kannel = Kannel::open().await?;
    let house = House::open_with(&gateway(&kannel)).await?;
    let invite = invitation(NUMBER, Locale::Ru)?;
    let membership = invite.membership;
    house.command(OLGA, Command::InvitePerson(invite)).await?;

    let message = kannel.text(NUMBER, 1).await?;
    ensure!(
        message.parts <= 2,
        "it costs two messages at most (SMS-1): {message:?}"
    );
    ensure!(
        message.text.starts_with("Orchard Street приглашает"),
        "in the language of the invitation: {message:?}"
    );
    let link = message.text.split_whitespace().last().context("a link")?;
    let anna = Visitor::of(Person {
        email: NUMBER,
        ..ANNA
    })?;
    let link = Url::parse(link)?;
    anna.accept(&link).await?;
    let again = anna.browser.open_page(&link).await?.ok()?;
    ensure!(
        again.html.contains("Orchard Street"),
        "opening it twice is harmless (BTX-19): {}",
        again.html
    );

    let stands = house.records(OLGA).await?.into_iter().find_map(|sent| {
        if let Record::Membership(it) = sent.record
            && it.id == membership
        {
            Some(it.status)
        } else {
            None
        }
    });
    ensure!(
        stands == Some(Status::Approved),
        "the same end as by letter: {stands:?}"
    );
    let said = house.server.said();
    ensure!(
        !said.contains(PASSWORD) && !said.contains(link.path()),
        "neither password nor link stands in the log (S-18)"
    );
    house.server.ensure_no_errors()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn numbers_of_other_countries_cost_nothing_s_46() -> Result<()> {
    let kannel = Kannel::open().await?;
    let house = House::open_with(&gateway(&kannel)).await?;
    for number in ["+44900123456", "+8835100123456"] {
        let invite = invitation(number, Locale::En)?;
        let said = house.command(OLGA, Command::InvitePerson(invite)).await;
        let said = said.err().map(|it| it.to_string()).unwrap_or_default();
        ensure!(said.contains("NotTexted"), "it is refused at once: {said}");
    }
    let invite = invitation(NUMBER, Locale::En)?;
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    let message = kannel.text(NUMBER, 1).await?;
    ensure!(
        message.parts == 1,
        "plain letters fit into one: {message:?}"
    );
    let all = kannel.texts()?;
    ensure!(all.len() == 1, "nothing left for anywhere else: {all:?}");
    house.server.ensure_no_errors()
}
