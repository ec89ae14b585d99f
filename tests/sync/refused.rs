//! What the mail server answers to a letter decides how its invitation stands: refused for good it came back and the giver
//! is told, put off it goes later, and what the operator has to mend comes back to nobody (R-53, RULES 7).

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::OLGA;
use doorward_suite::device::Device;
use doorward_suite::house::House;
use doorward_suite::{ids, wait};
use serde_json::{Value, json};

/// As `post.py` answers them: 550, first 451, 530.
const NOBODY: &str = "nobody.here@example.ee";
const BUSY: &str = "busy.once@example.ee";
const LOCKED: &str = "locked.out@example.ee";

async fn invite(house: &House, contact: &str) -> Result<()> {
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: contact.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    house.command(OLGA, Command::InvitePerson(invite)).await?;
    Ok(())
}

/// Waits until the list shows an invitation at an address standing so.
async fn stands(
    house: &House,
    olga: &mut Device,
    tab: &str,
    address: &str,
    delivery: &str,
) -> Result<Value> {
    let ask = json!({ "ask": "invitations", "organisation": house.organisation, "tab": tab });
    let what = format!("the letter to {address} is {delivery}");
    olga.until(&what, ask, |view| {
        let rows = view["rows"].as_array()?;
        let row = rows.iter().find(|row| row["contact"] == address)?;
        (row["delivery"] == delivery).then(|| row.clone())
    })
    .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_mail_server_answers_is_how_the_invitation_stands_r_53() -> Result<()> {
    let house = House::open().await?;
    let mut olga = Device::of(OLGA, house.server.url()).await?;
    olga.is_up_to_date().await?;
    for contact in [NOBODY, BUSY, LOCKED] {
        invite(&house, contact).await?;
    }

    // 550: it came back, and who gave it reads why and is told.
    let row = stands(&house, &mut olga, "failed", NOBODY, "bounced").await?;
    let reason = row["reason"].as_str().context("a reason")?;
    ensure!(reason.contains("No such user"), "{reason}");
    let told = async || {
        let letters = house.post.letters_to(OLGA.email)?;
        Ok(letters.into_iter().find(|it| it.text.contains(NOBODY)))
    };
    wait::until("Olga is told that it came back", told).await?;

    // 451: the same letter goes out at a later attempt.
    house.post.letter(BUSY, 1).await?;
    stands(&house, &mut olga, "waiting", BUSY, "sent").await?;

    // 530: it has been tried, nothing came back, and it waits for whoever runs the server.
    let tried = async || {
        let said = house.server.said();
        Ok(said.contains("Authentication required").then_some(()))
    };
    wait::until("the letter that needs a sign-in is tried", tried).await?;
    stands(&house, &mut olga, "waiting", LOCKED, "queued").await?;
    let letters = house.post.letters_to(OLGA.email)?;
    for contact in [BUSY, LOCKED] {
        let told = letters.iter().any(|it| it.text.contains(contact));
        ensure!(!told, "nothing is told of {contact}: {letters:#?}");
    }
    house.server.ensure_no_errors()
}
