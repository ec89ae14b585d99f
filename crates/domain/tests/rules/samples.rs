//! One sample of everything that travels, and every question that is asked.

use std::cell::RefCell;
use std::collections::BTreeSet;

use doorward_domain::{
    AcceptManagement, AcceptOwnership, CancelAccountDeletion, ChangeLevel, ChangeLink, ChangeRoom,
    ChangeSettings, ChangeSite, ChangeStaffRecord, CloseLink, Command, CommandId, DatesRule,
    DeleteAccount, DeleteLevel, DeleteOrganisation, EndManagement, Grant, LevelId, LevelRef,
    LinkForm, LinkId, MailDomain, MakeLevel, MakeLink, MakeRoom, MakeSite, MakeStaffRecord, Name,
    OfferOwnership, OrganisationId, Permission, PermissionSet, Preset, ProposeManagement, Reached,
    Refusal, RemoveRoom, RemoveSite, RemoveStaffRecord, RoomId, Settings, SiteId, StaffId,
    StatusName, Version, WithdrawOffer,
};
use uuid::Uuid;

use crate::casebook::{self, ANNA, Casebook, ERIK, NEW, OLGA, STEFAN, TOMAS};

fn name() -> Name {
    "Porter".to_owned().try_into().unwrap()
}

fn domain() -> MailDomain {
    "example.org".parse().unwrap()
}

fn id<T: From<Uuid>>() -> T {
    T::from(Uuid::from_u128(0x77))
}

/// Every command, in the order of the catalogue.
pub fn commands() -> Vec<Command> {
    let mut commands = about_people();
    commands.extend(about_the_organisation());
    commands.extend(about_the_rest());
    let place = |it: &Command| Command::KEYS.iter().position(|key| *key == it.key());
    commands.sort_by_key(place);
    commands
}

fn about_people() -> Vec<Command> {
    let (version, staff) = (Version::Revision(3), Grant::of(Preset::Staff));
    vec![
        casebook::invite(ANNA, staff.clone()),
        casebook::resend(NEW),
        casebook::change_invitation(NEW, staff.clone(), version),
        casebook::revoke(NEW),
        casebook::accept(NEW),
        casebook::decline_invitation(NEW),
        casebook::request(),
        casebook::join(id()),
        casebook::cancel(NEW),
        casebook::approve(NEW, Preset::Staff),
        casebook::decline(NEW),
        casebook::reopen(NEW),
        casebook::add(ANNA, staff.clone()),
        casebook::change_grant(NEW, staff.clone(), version),
        casebook::suspend(NEW),
        casebook::resume(NEW),
        casebook::expire(NEW),
        casebook::end(NEW),
        casebook::renew(NEW, staff, version),
        casebook::be_listed(NEW),
        casebook::set_position(NEW, "Porter"),
    ]
}

fn about_the_organisation() -> Vec<Command> {
    let (link, level): (LinkId, LevelId) = (id(), id());
    let based_on = Version::Command(id::<CommandId>());
    let permissions = PermissionSet::of(&[Permission::Chat]);
    vec![
        MakeLink {
            link,
            name: name(),
            form: LinkForm::Card,
            level: LevelRef::Own(level),
            needs_approval: Some(true),
            max_uses: Some(1),
            domains: BTreeSet::from([domain()]),
        }
        .into(),
        ChangeLink {
            link,
            name: name(),
            level: Preset::Guest.into(),
            needs_approval: true,
            max_uses: 1,
            domains: Some(BTreeSet::from([domain()])),
            regenerate: true,
            based_on,
        }
        .into(),
        CloseLink { link }.into(),
        MakeLevel {
            level,
            name: name(),
            permissions,
        }
        .into(),
        ChangeLevel {
            level,
            name: name(),
            permissions,
            based_on,
        }
        .into(),
        DeleteLevel {
            level,
            replacement: Some(Preset::Guest.into()),
        }
        .into(),
        ChangeSettings {
            settings: Settings::default(),
            based_on,
        }
        .into(),
    ]
}

#[expect(
    clippy::too_many_lines,
    reason = "one entry for each, as in command.rs"
)]
fn about_the_rest() -> Vec<Command> {
    let (staff, room, site): (StaffId, RoomId, SiteId) = (id(), id(), id());
    let (community, manager): (OrganisationId, OrganisationId) = (id(), id());
    let (membership, based_on, position) = (NEW, Version::Revision(1), Some(name()));
    let step_down = true;
    let name = name();
    let made = name.clone();
    vec![
        MakeStaffRecord {
            staff,
            name: made.clone(),
            position: position.clone(),
        }
        .into(),
        ChangeStaffRecord {
            staff,
            name: made.clone(),
            position,
            based_on,
        }
        .into(),
        RemoveStaffRecord { staff }.into(),
        MakeRoom {
            room,
            site,
            name: made.clone(),
        }
        .into(),
        ChangeRoom {
            room,
            site,
            name: made.clone(),
            based_on,
        }
        .into(),
        RemoveRoom { room }.into(),
        MakeSite {
            site,
            name: made.clone(),
        }
        .into(),
        ChangeSite {
            site,
            name: made.clone(),
            based_on,
        }
        .into(),
        RemoveSite { site }.into(),
        OfferOwnership {
            membership,
            step_down,
        }
        .into(),
        AcceptOwnership { membership }.into(),
        WithdrawOffer { membership }.into(),
        ProposeManagement { manager }.into(),
        AcceptManagement { community }.into(),
        EndManagement { community }.into(),
        DeleteOrganisation { name: made.clone() }.into(),
        DeleteAccount { name: made }.into(),
        CancelAccountDeletion { name }.into(),
    ]
}

/// Every refusal, in the order in which they are tested.
pub fn refusals() -> Vec<Refusal> {
    let signed = Some(Casebook::new().signed_by(OLGA, 0));
    let (membership, decided) = (Some(NEW), signed.clone());
    let lacks = PermissionSet::of(&[Permission::Sales]);
    let needs = Some(Permission::RequestsDecide);
    let status = StatusName::Rejected;
    let (masked, field) = ("a…@example.org".to_owned(), "level".to_owned());
    let until = Casebook::new().now;
    vec![
        Refusal::NotFound,
        Refusal::NoAccess,
        Refusal::Forbidden { needs },
        Refusal::SignInAgain,
        Refusal::ExternalSignIn,
        Refusal::Own,
        Refusal::AddressMismatch { masked },
        Refusal::WrongStatus { status, decided },
        Refusal::Expired,
        Refusal::UsedUp,
        Refusal::NotAccepting,
        Refusal::OfferVoid,
        Refusal::NotAccepted,
        Refusal::OneStep,
        Refusal::ChangedMeanwhile { signed },
        Refusal::TargetAbove,
        Refusal::AboveLink,
        Refusal::AboveGiver { lacks },
        Refusal::RoomNotHeld,
        DatesRule::BeyondGiver.into(),
        Refusal::PlanRequired,
        Refusal::GiverLostRight,
        Refusal::NeedsAcceptance,
        Refusal::LevelInUse,
        Refusal::SiteInUse,
        Refusal::AlreadyMember { membership },
        Refusal::AlreadyOpen { membership },
        Refusal::AlreadyInvited { membership: NEW },
        Refusal::RequestWaiting { membership: NEW },
        Refusal::OtherDomain {
            domains: BTreeSet::from([domain()]),
        },
        Refusal::PersonLeft,
        Refusal::NoAccount,
        Refusal::TooSoon { until },
        Refusal::NotTexted,
        Refusal::Limit(Some(Reached::Contact)),
        Refusal::Invalid { field },
        Refusal::HasMembers,
        Refusal::ManagesOwnerless,
        Refusal::LastOwner,
        Refusal::Unknown,
    ]
}

/// The kinds of question that some command of some actor asks.
pub fn questions() -> BTreeSet<String> {
    let mut book = Casebook::staffed();
    book.managed(Preset::Manager);
    let (room, _) = book.room(1, 1);
    book.request(ANNA);
    let level = book.level(0x77, PermissionSet::NONE);
    let erik = ERIK.membership();
    let based_on = Version::Command(id());
    let (site, room_to_go) = (book.room(2, 2).1, room);
    let roomy = Grant {
        rooms: [room].into(),
        ..Grant::of(Preset::Staff)
    };
    let replacement = None;
    let mut commands = commands();
    let name_of = |name: &str| Name::try_from(name.to_owned()).unwrap();
    let mut texted = casebook::invite(STEFAN, Grant::of(Preset::Guest));
    if let Command::InvitePerson(it) = &mut texted {
        it.contact = "+37255512345".parse().unwrap();
    }
    commands.extend([
        texted,
        DeleteOrganisation {
            name: name_of("Northern Gate"),
        }
        .into(),
        casebook::approve_with(ANNA.membership(), roomy.clone()),
        casebook::change_grant(erik, roomy, based_on),
        casebook::end(OLGA.membership()),
        casebook::invite(STEFAN, Grant::of(Preset::Guest)),
        DeleteLevel { level, replacement }.into(),
        RemoveRoom { room: room_to_go }.into(),
        MakeRoom {
            room: id(),
            site,
            name: name(),
        }
        .into(),
    ]);
    let asked = RefCell::new(BTreeSet::new());
    for command in &commands {
        for actor in [OLGA.actor(), ANNA.actor(), TOMAS.actor()] {
            book.store
                .loaded_without(&actor, command, book.now, |lookup| {
                    let kind = format!("{lookup:?}");
                    let kind = kind.split('(').next().unwrap_or_default();
                    asked.borrow_mut().insert(kind.to_owned());
                    false
                });
        }
    }
    asked.into_inner()
}
