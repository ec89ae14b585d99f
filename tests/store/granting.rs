//! What nobody gives, takes or touches beyond what they hold, whichever path they try (SECURITY ROL-1, ROL-2, ROL-6,
//! ROL-7). Every attempt changes nothing and is noted.

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    ChangeInvitation, ChangeLink, ChangeSettings, Command, EndMembership, ExpireMembership, Grant,
    LinkForm, LinkId, Lookup, MakeLevel, MakeLink, Permission, PermissionSet, Preset,
    ResendInvitation, RevokeInvitation, SetPosition, SetVisibility, Settings, SuspendMember,
    Version, World,
};
use doorward_protocol::Outcome;
use doorward_server::execute::{self, Caller};
use doorward_server::store::lookups;
use doorward_suite::samples;
use reqwest::Method;
use serde_json::json;
use uuid::Uuid;

use crate::doors::{invite, member, row};
use crate::house::{House, NOW, membership, name};
use crate::net::Net;
use crate::push::count;

crate::on_both_engines!(
    s_21_nobody_invites_above_themselves_by_any_path,
    s_22_nobody_acts_on_somebody_higher,
    s_28_who_only_sees_members_changes_nothing_about_them,
    s_29_no_side_door_leads_to_invitations,
);

const LINK: LinkId = LinkId(Uuid::from_u128(0x70));
/// What refuses to give more than one has, or than a link gives.
const ABOVE: &[&str] = &["above_giver", "above_link"];
/// The number of the invitation that is open.
const OPEN: u128 = 20;

fn with(level: Preset, extras: &[Permission]) -> Grant {
    Grant {
        extras: PermissionSet::of(extras),
        ..Grant::of(level)
    }
}

/// Tries every command, each of which must be refused by one of the codes, change nothing, and be noted.
async fn all_denied(
    house: &House,
    by: &Caller,
    attempts: Vec<(&str, Command)>,
    codes: &[&str],
) -> Result<()> {
    let entries = "SELECT count(*) FROM history";
    let noted = "SELECT CAST(coalesce(sum(attempts), 0) AS BIGINT) FROM denied";
    let before = (count(house, entries).await?, count(house, noted).await?);
    let tried = i64::try_from(attempts.len())?;
    for (how, command) in attempts {
        let code = match execute::one(&house.app, house.organisation, by, command).await {
            Ok(Outcome::Refused { refusal }) => refusal.code(),
            Err(execute::Error::NotFound) => "not_found",
            other => anyhow::bail!("{how} came to {other:?}"),
        };
        ensure!(codes.contains(&code), "{how}: {code}");
    }
    let after = (count(house, entries).await?, count(house, noted).await?);
    ensure!(after.0 == before.0, "something was changed");
    ensure!(
        after.1 == before.1 + tried,
        "every attempt is noted: {before:?} {after:?}"
    );
    Ok(())
}

async fn settings(house: &House) -> Result<(Settings, Version)> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &[Lookup::Organisation].into(), NOW).await?;
    let settings = world.settings().context("settings")?.clone();
    let key = doorward_domain::RecordKey {
        shelf: doorward_domain::Shelf::Settings,
        id: house.organisation.0,
    };
    let held = world.record(key).context("settings")?;
    Ok((settings, held.version))
}

async fn set(house: &House, change: impl FnOnce(&mut Settings)) -> Result<Command> {
    let (mut settings, based_on) = settings(house).await?;
    change(&mut settings);
    Ok(ChangeSettings { settings, based_on }.into())
}

fn link(level: Preset) -> Command {
    MakeLink {
        link: LINK,
        name: name("By the door"),
        form: LinkForm::Link,
        level: level.into(),
        needs_approval: None,
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    }
    .into()
}

/// Another level or approval for the link, as it stands.
async fn change_link(house: &House, level: Preset, needs_approval: bool) -> Result<Command> {
    let mut world = World::new(house.organisation);
    let mut tx = house.app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &[Lookup::Link(LINK)].into(), NOW).await?;
    let based_on = world.link(LINK).context("the link")?.version;
    Ok(ChangeLink {
        link: LINK,
        name: name("By the door"),
        level: level.into(),
        needs_approval,
        max_uses: 25,
        domains: None,
        regenerate: false,
        based_on,
    }
    .into())
}

/// The open invitation with another grant.
async fn change(house: &House, grant: Grant) -> Result<Command> {
    let (membership, based_on) = (membership(OPEN), row(house, membership(OPEN)).await?.1);
    Ok(ChangeInvitation {
        membership,
        grant,
        based_on,
    }
    .into())
}

fn resend(grant: Option<Grant>) -> Command {
    let membership = membership(OPEN);
    ResendInvitation { membership, grant }.into()
}

/// An invitation that Olga has sent.
async fn sent(house: &House, level: Preset) -> Result<()> {
    let open = invite(OPEN, "open", Grant::of(level));
    house.applied(&house.owner, open).await.map(drop)
}

async fn s_21_nobody_invites_above_themselves_by_any_path(house: &House) -> Result<()> {
    sent(house, Preset::Staff).await?;
    house.applied(&house.owner, link(Preset::Staff)).await?;
    by_an_administrator(house).await?;
    by_staff(house).await
}

async fn by_an_administrator(house: &House) -> Result<()> {
    let kadri = member(house, 10, "kadri", Grant::of(Preset::Administrator)).await?;
    let owner = || Grant::of(Preset::Owner);
    let attempts = vec![
        ("inviting an Owner", invite(30, "new", owner())),
        ("an Owner's invitation", change(house, owner()).await?),
        ("resent at Owner", resend(Some(owner()))),
        ("a link", change_link(house, Preset::Owner, true).await?),
    ];
    all_denied(house, &kadri, attempts, ABOVE).await
}

async fn by_staff(house: &House) -> Result<()> {
    let invites = with(Preset::Staff, &[Permission::InvitationsManage]);
    let marta = member(house, 11, "marta", invites).await?;
    let more = || with(Preset::Staff, &[Permission::BillingView]);
    let administrator = Grant::of(Preset::Administrator);
    let mut attempts = vec![
        ("an Administrator", invite(31, "new", administrator)),
        ("what they lack", invite(32, "new", more())),
        ("added to an invitation", change(house, more()).await?),
        ("resent with more", resend(Some(more()))),
        ("a link", change_link(house, Preset::Manager, true).await?),
    ];
    // What comes of a table of people: one command for each row.
    for place in 0..3 {
        let row = invite(40 + place, "row", Grant::of(Preset::Manager));
        attempts.push(("a row of a table", row));
    }
    all_denied(house, &marta, attempts, ABOVE).await?;
    let level = MakeLevel {
        level: doorward_domain::LevelId(Uuid::from_u128(0x90)),
        name: name("Mine"),
        permissions: PermissionSet::of(&[Permission::BillingPay]),
    };
    let default = set(house, |it| it.default_level = Preset::Manager.into()).await?;
    let elsewhere = vec![
        ("an own level", level.into()),
        ("the default level", default),
    ];
    all_denied(house, &marta, elsewhere, &["forbidden"]).await
}

async fn s_22_nobody_acts_on_somebody_higher(house: &House) -> Result<()> {
    let kadri = member(house, 10, "kadri", Grant::of(Preset::Administrator)).await?;
    // An invitation to be Owner, made by an Owner.
    sent(house, Preset::Owner).await?;
    let membership = house.own;
    let based_on = row(house, membership).await?.1;
    let regrant = |grant: Grant| -> Command {
        doorward_domain::ChangeGrant {
            membership,
            grant,
            based_on,
            note: None,
        }
        .into()
    };
    let more = with(Preset::Administrator, &[Permission::Chat]);
    let position = Some(name("Porter"));
    let invited = crate::house::membership(OPEN);
    let attempts: Vec<(&str, Command)> = vec![
        ("the level", regrant(Grant::of(Preset::Member))),
        ("the permissions", regrant(more)),
        ("pausing", SuspendMember { membership }.into()),
        ("removing", EndMembership { membership }.into()),
        ("expiring", ExpireMembership { membership }.into()),
        (
            "a position",
            SetPosition {
                membership,
                position,
            }
            .into(),
        ),
        (
            "revoking",
            RevokeInvitation {
                membership: invited,
            }
            .into(),
        ),
        ("resending", resend(None)),
        ("lowering", change(house, Grant::of(Preset::Guest)).await?),
    ];
    all_denied(house, &kadri, attempts, &["target_above"]).await?;
    // The card is its person's own; nobody else lists them.
    let visible = true;
    let card = SetVisibility {
        membership,
        visible,
    };
    let codes = ["forbidden", "target_above", "not_found"];
    all_denied(house, &kadri, vec![("the card", card.into())], &codes).await?;
    signs_nobody_out(house, &kadri).await?;
    let stands = row(house, membership).await?.0;
    assert!(stands.grant.is_some_and(|it| it.is_owner()) && !stands.suspended);
    assert!(row(house, invited).await?.0.is_open_invitation());
    Ok(())
}

/// The sessions of somebody higher are nobody else's.
async fn signs_nobody_out(house: &House, kadri: &Caller) -> Result<()> {
    let address = house.serve().await?;
    let olga = Net::of(house, &address, &house.owner).await?;
    let net = Net::of(house, &address, kadri).await?;
    let device = format!("me/devices/{}", house.owner.device);
    let status = net.send(Method::DELETE, &device, &json!({})).await?;
    assert_eq!(status, 404, "the sessions");
    let status = olga.get("changes").await?.0;
    assert_eq!(status, 200, "Olga is still signed in");
    Ok(())
}

async fn s_28_who_only_sees_members_changes_nothing_about_them(house: &House) -> Result<()> {
    let sees = with(Preset::Guest, &[Permission::MembersView]);
    let marta = member(house, 10, "marta", sees).await?;
    member(house, 11, "anna", Grant::of(Preset::Staff)).await?;
    house
        .applied(&house.owner, invite(20, "open", Grant::of(Preset::Guest)))
        .await?;
    let mut attempts = Vec::new();
    for command in samples::commands()? {
        let mut body = serde_json::to_value(&command)?;
        // About Anna, or about the open invitation where that is what the command is about.
        let is_sent = command.key().contains("invitation");
        let target = membership(if is_sent { 20 } else { 11 });
        // What makes a row of its own, and what people do for themselves, is about nobody else.
        let own = [
            "invite_person",
            "add_member",
            "request_to_join",
            "join_by_link",
            "accept_invitation",
            "decline_invitation",
            "delete_account",
            "cancel_account_deletion",
        ];
        if own.contains(&command.key()) {
            continue;
        }
        if body.get("membership").is_some() {
            body["membership"] = json!(target);
        }
        attempts.push((command.key(), serde_json::from_value(body)?));
    }
    let attempts = attempts
        .iter()
        .map(|(key, command): &(&str, Command)| (*key, command.clone()));
    let codes = ["forbidden", "not_found", "target_above"];
    all_denied(house, &marta, attempts.collect(), &codes).await?;

    let address = house.serve().await?;
    let net = Net::of(house, &address, &marta).await?;
    let link = format!(
        "organisations/{}/invitations/{}/link",
        house.organisation,
        membership(20).0
    );
    let status = net.send(Method::POST, &link, &json!({})).await?;
    assert!(
        (403..=404).contains(&status),
        "the secret of an invitation: {status}"
    );
    let page = serde_json::to_string(&net.changes(None).await?)?;
    for kept_back in ["anna@example.org", "open@example.org"] {
        assert!(!page.contains(kept_back), "{kept_back} in {page}");
    }
    Ok(())
}

async fn s_29_no_side_door_leads_to_invitations(house: &House) -> Result<()> {
    house.applied(&house.owner, link(Preset::Guest)).await?;
    let settles = with(Preset::Staff, &[Permission::SettingsManage]);
    let marta = member(house, 10, "marta", settles).await?;
    let attempts = vec![
        (
            "approval",
            set(house, |it| it.links_need_approval = false).await?,
        ),
        ("the term", set(house, |it| it.term_days = 30).await?),
        (
            "the default level",
            set(house, |it| it.default_level = Preset::Guest.into()).await?,
        ),
        (
            "the level of requests",
            set(house, |it| it.request_level = Preset::Guest.into()).await?,
        ),
        ("a link of one's own", link(Preset::Guest)),
        (
            "the approval of a link",
            change_link(house, Preset::Guest, false).await?,
        ),
        ("inviting", invite(30, "new", Grant::of(Preset::Guest))),
    ];
    all_denied(house, &marta, attempts, &["forbidden"]).await?;
    let allowed = set(house, |it| it.waiting_days = 3).await?;
    house.applied(&marta, allowed).await?;

    let invites = with(Preset::Staff, &[Permission::InvitationsManage]);
    let piret = member(house, 11, "piret", invites).await?;
    let attempts = vec![
        (
            "approval",
            set(house, |it| it.links_need_approval = false).await?,
        ),
        ("the term", set(house, |it| it.term_days = 30).await?),
        (
            "opening the doors",
            set(house, |it| it.accepts_requests = true).await?,
        ),
    ];
    all_denied(house, &piret, attempts, &["forbidden"]).await
}
