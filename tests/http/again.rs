//! Somebody who was removed and is invited again comes in by the new letter; the old one stays dead (INV-5, INV-6).

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    Command, EndMembership, Grant, InvitePerson, Membership, MembershipId, Preset, Record, Status,
};
use doorward_protocol::SentRecord;
use doorward_suite::cast::{ANNA, ERIK, OLGA};
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::visitor::Visitor;
use url::Url;

/// The links of the invitations that Anna got, the first one first.
async fn links(house: &House) -> Result<Vec<Url>> {
    house.post_is_quiet().await?;
    let letters = house.post.letters_to(ANNA.email)?;
    Ok(letters
        .iter()
        .filter_map(|it| it.link("/j/").ok())
        .collect())
}

/// Anna's rows.
async fn rows(house: &House) -> Result<Vec<Membership>> {
    let records = house.records(OLGA).await?.into_iter();
    let row = |sent: SentRecord| {
        let Record::Membership(row) = sent.record else {
            return None;
        };
        Some(*row)
    };
    let rows = records.filter_map(row);
    let is_hers = |row: &Membership| row.name.as_ref().is_some_and(|it| it.as_str() == ANNA.name);
    Ok(rows.filter(is_hers).collect())
}

#[tokio::test]
async fn s_16_who_was_removed_comes_back_by_the_new_invitation_alone() -> Result<()> {
    let house = House::open().await?;
    let anna = house.hire(ANNA, Preset::Staff).await?;
    let first = rows(&house).await?.pop().context("Anna has a row")?;
    let end = EndMembership {
        membership: first.id,
    };
    house.command(OLGA, Command::EndMembership(end)).await?;
    let again = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Member),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    let second = again.membership;
    house.command(OLGA, Command::InvitePerson(again)).await?;
    let found = links(&house).await?;
    let [old, new] = found.as_slice() else {
        anyhow::bail!("two letters with a link: {found:?}");
    };
    ensure!(old != new, "the second letter has a secret of its own");

    let erik = Visitor::of(ERIK)?;
    erik.sign_up(&house).await?;
    for (whose, browser) in [("Anna's", &anna.browser), ("Erik's", &erik.browser)] {
        let page = browser.open_page(old).await?;
        ensure!(
            page.status == 410,
            "the old link in {whose} browser: {}",
            page.status
        );
    }
    let page = anna.browser.open_page(new).await?.ok()?;
    let form = page.form("main form:has(button[value=accept])")?;
    anna.browser
        .send_form(&form.press("do", "accept"))
        .await?
        .ok()?;

    let rows = rows(&house).await?;
    let status = |id| rows.iter().find(|it| it.id == id).map(|it| it.status);
    ensure!(rows.len() == 2, "a new attempt is a new row: {rows:?}");
    ensure!(
        matches!(status(first.id), Some(Status::Ended { .. })),
        "{rows:?}"
    );
    ensure!(status(second) == Some(Status::Approved), "{rows:?}");
    house.server.ensure_no_errors()
}
