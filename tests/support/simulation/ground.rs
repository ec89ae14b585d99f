//! The server: its library in this process, on a store that is copied from one that was made once.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::ConnectInfo;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use doorward_domain::{
    AcceptInvitation, ChangeSettings, Command, DeviceId, Grant, InvitePerson, LevelId, LevelRef,
    Locale, MakeLevel, MakeRoom, MakeSite, MembershipId, Moment, Name, OrganisationId, Permission,
    PermissionSet, Preset, RequestToJoin, RoomId, Settings, SiteId, Version,
};
use doorward_protocol::{Outcome, SignedIn};
use doorward_server::execute::{self, Caller};
use doorward_server::store::accounts;
use doorward_server::store::sessions::{self, NewSession, Surface};
use doorward_server::store::sign_ups::SignUpRow;
use doorward_server::store::{Floor, mine};
use doorward_server::{App, Clock, Config};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

use super::clocks::date;
use super::crowd::Who;
use super::wire::{Asked, Losses, Said};

/// When every story begins.
pub const START: Moment = Moment(1_800_000_000_000);
/// How long a sign-in counts as fresh (RULES 6).
const FRESH: i64 = 10 * 60 * 1000;

/// A store to begin with, made once.
#[derive(Debug)]
pub struct Template {
    folder: TempDir,
    organisations: Vec<OrganisationId>,
    losses: Arc<Losses>,
}

/// A server on a store of its own.
pub struct Ground {
    /// Its library.
    pub app: App,
    clock: Clock,
    router: Router,
    /// Its data.
    pub data: PathBuf,
    /// Its organisations, in the order in which they were made.
    pub organisations: Vec<OrganisationId>,
}

impl std::fmt::Debug for Ground {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ground")
            .field("data", &self.data)
            .finish_non_exhaustive()
    }
}

/// A folder in memory where the system has one, so that a thousand stories wait for no disk.
pub fn folder() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    let mut folder = tempfile::Builder::new();
    folder.prefix("doorward-simulation-");
    Ok(if memory.is_dir() {
        folder.tempdir_in(memory)?
    } else {
        folder.tempdir()?
    })
}

impl Template {
    /// Makes the store: two organisations, an Owner of each who works in the other, and people around them.
    pub async fn make() -> Result<Self> {
        let folder = folder()?;
        let app = open(folder.path(), Clock::standing_at(START)).await?;
        for who in Who::all() {
            sign_up(&app, who).await?;
        }
        let orchard = found(&app, Who::OLGA, "Orchard Street").await?;
        let harbour = found(&app, Who::KADRI, "Harbour").await?;
        for (place, (organisation, owner)) in [(orchard, Who::OLGA), (harbour, Who::KADRI)]
            .into_iter()
            .enumerate()
        {
            furnish(&app, organisation, owner, place).await?;
        }
        employ(&app, orchard, harbour).await?;
        let asks = RequestToJoin {
            membership: MembershipId(Uuid::from_u128(0x9000)),
            position: None,
            note: None,
            answers: Vec::new(),
            locale: None,
        };
        give(&app, orchard, Who::ANNA, asks).await?;
        app.store().close().await;
        Ok(Self {
            folder,
            organisations: vec![orchard, harbour],
            losses: Arc::new(Losses::new()?),
        })
    }

    /// What fails on the way to it.
    pub const fn losses(&self) -> &Arc<Losses> {
        &self.losses
    }

    /// A server on a copy of it.
    pub async fn copy(&self, to: &Path) -> Result<Ground> {
        std::fs::create_dir_all(to)?;
        for entry in std::fs::read_dir(self.folder.path())? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                std::fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
        }
        let clock = Clock::standing_at(START.plus_millis(60_000));
        let app = open(to, clock.clone()).await?;
        app.set_listening(SocketAddr::from(([127, 0, 0, 1], 9)));
        Ok(Ground {
            router: app.router(),
            app,
            clock,
            data: to.to_owned(),
            organisations: self.organisations.clone(),
        })
    }
}

impl Ground {
    /// What its clock shows.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Moves its clock.
    pub fn pass(&self, millis: i64) {
        self.clock.set(self.clock.now().plus_millis(millis));
    }

    /// Answers a request.
    pub async fn answer(&self, asked: &Asked) -> Result<Said> {
        let mut request = asked.request()?;
        let caller = ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000)));
        request.extensions_mut().insert(caller);
        let response = self.router.clone().oneshot(request).await?;
        Said::read(response, date(self.now())).await
    }

    /// Signs somebody in on a new device; its secret follows from `secret`.
    pub async fn sign_in(&self, who: Who, secret: Uuid) -> Result<SignedIn> {
        let (token, device) = (format!("session-{}", secret.simple()), DeviceId(secret));
        let now = self.now();
        let mut tx = self.app.store().begin().await?;
        let session = NewSession {
            device,
            token: BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(&token)),
            person: who.id(),
            surface: Surface::Desktop,
            name: "a device",
            proved_at: now,
        };
        let expires_at = sessions::begin(&mut tx, &session, now).await?;
        let devices = [(session.person, device)];
        mine::note(&mut tx, mine::of_devices(&devices, false)).await?;
        tx.commit().await?;
        Ok(SignedIn {
            token,
            account: who.account()?,
            device,
            cache_share: BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(who.name())),
            expires_at,
        })
    }

    /// Whether somebody who proved who they are then counts as having done so just now.
    pub fn is_fresh(&self, proved_at: Moment) -> bool {
        self.now().0 < proved_at.0 + FRESH
    }

    /// The place of an organisation among all.
    pub fn place(&self, id: OrganisationId) -> Option<usize> {
        self.organisations.iter().position(|it| *it == id)
    }
}

async fn open(folder: &Path, clock: Clock) -> Result<App> {
    let config = Config {
        folder: folder.to_owned(),
        ..Config::default()
    };
    Ok(App::open_with(config, clock, Floor::OneConnection).await?)
}

async fn sign_up(app: &App, who: Who) -> Result<()> {
    let mut tx = app.store().begin().await?;
    let new = SignUpRow {
        id: who.id(),
        contact: who.contact()?,
        name: Name::try_from(who.name())?,
        locale: Locale::En,
        password: String::new(),
        next: None,
        browser: None,
        door: None,
        expires_at: START,
    };
    accounts::make(&mut tx, &new, START).await?;
    let mut touched = mine::of_accounts(&[who.id()]);
    touched.extend(mine::invitations_to(&mut tx, who.id()).await?);
    mine::note(&mut tx, touched).await?;
    Ok(tx.commit().await?)
}

/// Somebody as a page knows them.
pub fn caller(who: Who) -> Result<Caller> {
    let number = u128::try_from(who.0).unwrap_or_default();
    Ok(Caller::new(
        who.actor(true)?,
        DeviceId(Uuid::from_u128(0xB000 + number)),
    ))
}

async fn found(app: &App, who: Who, name: &str) -> Result<OrganisationId> {
    let made = execute::found(app, &caller(who)?, Name::try_from(name)?, None).await?;
    let settings = Settings {
        accepts_requests: true,
        ..Settings::default()
    };
    let based_on = Version::Revision(1);
    give(
        app,
        made.organisation,
        who,
        ChangeSettings { settings, based_on },
    )
    .await?;
    Ok(made.organisation)
}

/// The site that organisations have beside the one they begin with.
fn annexe(place: usize) -> u128 {
    0x7001 + 0x100 * u128::try_from(place).unwrap_or_default()
}

/// Two more sites, with two rooms each.
async fn furnish(app: &App, organisation: OrganisationId, owner: Who, place: usize) -> Result<()> {
    for (number, called) in [(annexe(place), "Annexe"), (annexe(place) + 0x10, "Yard")] {
        let site = SiteId(Uuid::from_u128(number));
        let name = Name::try_from(called)?;
        give(app, organisation, owner, MakeSite { site, name }).await?;
        for room in 1..3 {
            let made = MakeRoom {
                room: RoomId(Uuid::from_u128(number + room)),
                site,
                name: Name::try_from(format!("{called} {room}"))?,
            };
            give(app, organisation, owner, made).await?;
        }
    }
    Ok(())
}

/// Each Owner works for the other; Marta sees but part of both: invitations here, one site there.
async fn employ(app: &App, orchard: OrganisationId, harbour: OrganisationId) -> Result<()> {
    let level = LevelId(Uuid::from_u128(0x6000));
    let door = MakeLevel {
        level,
        name: Name::try_from("Doorkeeper")?,
        permissions: PermissionSet::of(&[Permission::InvitationsManage]),
    };
    give(app, orchard, Who::OLGA, door).await?;
    let manager = Grant::of(Preset::Manager);
    hire(app, orchard, Who::OLGA, (Who::KADRI, manager.clone())).await?;
    let doorkeeper = Grant::of(LevelRef::Own(level));
    hire(app, orchard, Who::OLGA, (Who::MARTA, doorkeeper)).await?;
    let administrator = Grant::of(Preset::Administrator);
    hire(app, harbour, Who::KADRI, (Who::OLGA, administrator)).await?;
    let of_the_annexe = Grant {
        extras: PermissionSet::of(&[Permission::InvitationsManage, Permission::MembersManage]),
        limited_to: [SiteId(Uuid::from_u128(annexe(1)))].into(),
        ..manager
    };
    hire(app, harbour, Who::KADRI, (Who::MARTA, of_the_annexe)).await?;
    for (who, room) in [(Who::ERIK, annexe(1) + 1), (Who::ANNA, annexe(1) + 0x11)] {
        let staff = Grant {
            rooms: [RoomId(Uuid::from_u128(room))].into(),
            ..Grant::of(Preset::Staff)
        };
        hire(app, harbour, Who::KADRI, (who, staff)).await?;
    }
    let member = (Who::STEFAN, Grant::of(Preset::Member));
    invite(app, orchard, Who::OLGA, member).await.map(drop)
}

/// Invites somebody, who takes it.
async fn hire(
    app: &App,
    organisation: OrganisationId,
    owner: Who,
    (who, grant): (Who, Grant),
) -> Result<()> {
    let membership = invite(app, organisation, owner, (who, grant)).await?;
    give(app, organisation, who, AcceptInvitation { membership }).await
}

async fn invite(
    app: &App,
    organisation: OrganisationId,
    owner: Who,
    (who, grant): (Who, Grant),
) -> Result<MembershipId> {
    // Identities are nobody's twice, in whichever organisation.
    let membership = Uuid::from_u128(who.id().0.as_u128() ^ organisation.0.as_u128());
    let membership = MembershipId(membership);
    let invite = InvitePerson {
        membership,
        contact: who.contact()?,
        grant,
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    give(app, organisation, owner, invite).await?;
    Ok(membership)
}

async fn give(
    app: &App,
    organisation: OrganisationId,
    who: Who,
    command: impl Into<Command>,
) -> Result<()> {
    let command = command.into();
    let told = command.key();
    let outcome = execute::one(app, organisation, &caller(who)?, command).await;
    let outcome = outcome.with_context(|| format!("{told} was not settled"))?;
    ensure!(
        matches!(outcome, Outcome::Applied { .. }),
        "{told} came to {outcome:?}"
    );
    Ok(())
}
