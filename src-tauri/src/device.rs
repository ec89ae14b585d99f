//! The device behind the window. It is opened while the window is made ready; where that fails, for instance because the
//! keychain is locked, the call after the first one tries again.

use std::path::PathBuf;
use std::sync::Arc;

use doorward_client::{Act, Failure, Options, ServerHere, Workplace};
use tauri::async_runtime::JoinHandle;
use tauri::{AppHandle, Manager};
use tokio::sync::{Mutex, OnceCell};

use crate::at_login::SystemLogin;
use crate::browser::SystemBrowser;
use crate::credentials::SystemKeychain;
use crate::here::LocalServer;
use crate::{events, notices, start, tray};

/// The device, or why it does not open.
type Opened = Result<Arc<Workplace>, Failure>;

/// Holds the device once it is open.
pub(crate) struct Device {
    app: AppHandle,
    folder: PathBuf,
    here: Arc<LocalServer>,
    opened: OnceCell<Arc<Workplace>>,
    /// What was begun before the first call.
    begun: Mutex<Option<JoinHandle<Opened>>>,
}

impl Device {
    /// A device in this folder, not opened yet.
    pub(crate) fn new(app: AppHandle, folder: PathBuf) -> Self {
        let here = Arc::new(LocalServer::new(folder.join("here")));
        Self {
            app,
            here,
            folder,
            opened: OnceCell::new(),
            begun: Mutex::default(),
        }
    }

    /// Begins to open it, before anybody asks for it.
    pub(crate) async fn begin(&self) {
        let app = self.app.clone();
        let open = async move { app.state::<Self>().open().await };
        *self.begun.lock().await = Some(tauri::async_runtime::spawn(open));
    }

    /// The device.
    pub(crate) async fn workplace(&self) -> Result<&Arc<Workplace>, Failure> {
        let open = async || match self.begun.lock().await.take() {
            // One that ended with the program has nobody left to tell.
            Some(begun) => match begun.await {
                Ok(opened) => opened,
                Err(_) => self.open().await,
            },
            None => self.open().await,
        };
        self.opened.get_or_try_init(open).await
    }

    /// Whether the person has to be asked before the program closes; the page is told to ask.
    pub(crate) async fn asks_before_closing(&self) -> bool {
        match self.opened.get() {
            Some(workplace) => workplace.asks_before_closing().await,
            None => false,
        }
    }

    /// Whether the program goes on when its window is closed.
    pub(crate) async fn keeps_running(&self) -> bool {
        match self.opened.get() {
            Some(workplace) => workplace.keeps_running().await,
            None => false,
        }
    }

    /// Ends holds and closes the files, when the program ends.
    pub(crate) async fn close(&self) {
        if let Some(workplace) = self.opened.get()
            && let Err(failure) = workplace.close().await
        {
            tracing::warn!(%failure, "the device did not close in order");
        }
        // After the device, which hands its last work over to it.
        self.here.end().await;
    }

    /// The keychain; when somebody has unlocked it after a while, what it opens is opened.
    fn keychain(&self) -> SystemKeychain {
        let app = self.app.clone();
        SystemKeychain::new(move || {
            let app = app.clone();
            tauri::async_runtime::spawn(async move {
                let opened = app.state::<Self>().opened.get().cloned();
                if let Some(workplace) = opened
                    && let Err(failure) = workplace.act(Act::SyncNow).await
                {
                    tracing::info!(%failure, "the keychain has opened nothing");
                }
            });
        })
    }

    async fn open(&self) -> Opened {
        let here: Arc<dyn ServerHere> = Arc::<LocalServer>::clone(&self.here);
        let options = Options {
            browser: Arc::new(SystemBrowser),
            downloads: start::downloads(&self.app),
            here: Some(here),
            at_login: Some(Arc::new(SystemLogin::new(self.app.clone()))),
            ..Options::new(self.folder.clone(), Arc::new(self.keychain()))
        };
        let workplace = Arc::new(Workplace::open(options).await?);
        tauri::async_runtime::spawn(events::forward(self.app.clone(), workplace.subscribe()));
        tauri::async_runtime::spawn(notices::tell(self.app.clone(), Arc::clone(&workplace)));
        tauri::async_runtime::spawn(tray::follow_work(self.app.clone(), Arc::clone(&workplace)));
        Ok(workplace)
    }
}
