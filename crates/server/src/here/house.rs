//! One such server: its folder, its port, its demo, and the one person who signs in to it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use doorward_domain::Contact;
use doorward_protocol::SignedIn;
use tokio::net::TcpListener;

use crate::accounts::sign_in::{self, NotIn, Proof};
use crate::config::{Limits, Mail, Passwords, SignUp, Transport};
use crate::serving::Serving;
use crate::store::sessions::Surface;
use crate::store::{self, Floor, accounts};
use crate::{App, Clock, Config, demo, private};

/// The file that remembers the port, so that links in letters go on working.
pub(super) const PORT: &str = "port";

/// A running server.
#[derive(Debug)]
pub struct Here {
    serving: Serving,
    _lock: File,
}

/// Why it does not run.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Its folder or port cannot be used.
    #[error("the folder or port of the server on this computer cannot be used")]
    Place(#[from] io::Error),
    /// Another program serves the same folder.
    #[error("another program serves the same folder")]
    InUse,
    /// The demo could not be told.
    #[error("the demo could not be made")]
    Demo(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// It cannot be opened.
    #[error(transparent)]
    App(#[from] crate::Error),
    /// Its store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Nobody owns what the demo made any more.
    #[error("nobody owns the demo any more")]
    NoOwner,
}

impl Here {
    /// Starts the server of a folder; one that was never filled is filled first.
    pub async fn start(folder: &Path) -> Result<Self, Error> {
        private::folder(folder)?;
        let lock = private_file(&folder.join("lock"))?;
        lock.try_lock().map_err(|_| Error::InUse)?;
        let data = folder.join("data");
        if !data.exists() {
            make(folder, &data).await?;
        }
        let app = App::open_with(config(data), Clock::Machine, Floor::OneConnection).await?;
        let serving = Serving::begin(app, listener(&folder.join(PORT)).await?)?;
        Ok(Self {
            serving,
            _lock: lock,
        })
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("http://{}", self.serving.address())
    }

    /// Begins a session of the demo's owner; no password is needed, because who holds the program holds its store.
    pub async fn sign_in_owner(&self, device_name: &str) -> Result<SignedIn, Error> {
        let app = self.serving.app();
        let contact: Contact = demo::OWNER.parse().map_err(|_| Error::NoOwner)?;
        let found = accounts::by_contact(&mut app.store().snapshot().await?, &contact).await?;
        let owner = found.ok_or(Error::NoOwner)?.person;
        let begun = sign_in::begin(app, owner, Proof::Own, Surface::Desktop, device_name).await;
        let begun = begun.map_err(|not_in| match not_in {
            NotIn::Failed(failure) => Error::Demo(format!("{failure:?}").into()),
            NotIn::Wrong | NotIn::TooOften(_) => Error::NoOwner,
        })?;
        Ok(SignedIn {
            token: begun.token,
            account: begun.account,
            device: begun.device,
            cache_share: begun.cache_share.unwrap_or_default(),
            expires_at: begun.expires_at,
        })
    }

    /// Ends it in order.
    pub async fn end(self) {
        self.serving.end().await;
    }
}

/// Fills a store beside its place and moves it there when it is whole, so that a crash leaves no half a demo.
async fn make(folder: &Path, data: &Path) -> Result<(), Error> {
    let draft = folder.join("data.new");
    if draft.exists() {
        fs::remove_dir_all(&draft)?;
    }
    let now = Clock::Machine.now();
    let filled = demo::fill(config(draft.clone()), Floor::OneConnection, now).await;
    filled.map_err(|error| Error::Demo(error.into()))?;
    Ok(fs::rename(draft, data)?)
}

fn config(folder: PathBuf) -> Config {
    Config {
        folder,
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        sign_up: SignUp::Open,
        mail: Mail {
            transport: Transport::Folder,
            ..Mail::default()
        },
        // The floor: nobody but the person at this computer reaches it.
        passwords: Passwords {
            memory_kib: 0,
            passes: 0,
        },
        // No stranger makes organisations here.
        limits: Limits {
            first_invitations_per_day: Limits::default().invitations_per_day,
            ..Limits::default()
        },
        ..Config::default()
    }
}

/// Listens where it did before, or on a free port when another program took that one.
pub(super) async fn listener(remembered: &Path) -> io::Result<TcpListener> {
    let before = fs::read_to_string(remembered)
        .ok()
        .and_then(|text| text.trim().parse::<u16>().ok());
    let taken = match before {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.ok(),
        None => None,
    };
    let listener = match taken {
        Some(listener) => listener,
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?,
    };
    let mut file = private_file(remembered)?;
    file.set_len(0)?;
    write!(file, "{}", listener.local_addr()?.port())?;
    Ok(listener)
}

fn private_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    private::open(&mut options, path)
}
