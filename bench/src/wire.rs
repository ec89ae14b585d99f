//! A TCP proxy between a device and its server: counts bytes, can be cut and mended, and notes when a device first asked
//! for the rows of an organisation.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use anyhow::{Context, Result};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

/// A proxy before one server; dropping it closes it.
#[derive(Debug)]
pub struct Wire {
    url: Url,
    told: Arc<Told>,
    cut: watch::Sender<bool>,
    accepting: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Told {
    up: AtomicU64,
    down: AtomicU64,
    asked: OnceLock<Instant>,
}

impl Wire {
    /// Opens a wire to a server.
    pub async fn to(server: &Url) -> Result<Self> {
        let address = server.socket_addrs(|| None)?;
        let address = *address.first().context("the URL has an address")?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = Url::parse(&format!("http://{}", listener.local_addr()?))?;
        let told = Arc::new(Told::default());
        let cut = watch::Sender::new(false);
        let (of_connections, of_cut) = (Arc::clone(&told), cut.subscribe());
        let accepting = tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                if *of_cut.borrow() {
                    continue;
                }
                let (told, mut cut) = (Arc::clone(&of_connections), of_cut.clone());
                tokio::spawn(async move {
                    let Ok(server) = TcpStream::connect(address).await else {
                        return;
                    };
                    tokio::select! {
                        () = carry(device, server, &told) => {}
                        // The sender lives as long as the proxy.
                        _ = cut.wait_for(|cut| *cut) => {}
                    }
                });
            }
        });
        Ok(Self {
            url,
            told,
            cut,
            accepting,
        })
    }

    /// Where devices connect.
    pub const fn url(&self) -> &Url {
        &self.url
    }

    /// Ends every connection and takes no new one.
    pub fn cut(&self) {
        self.cut.send_replace(true);
    }

    /// Takes connections again.
    pub fn mend(&self) {
        self.cut.send_replace(false);
    }

    /// Bytes that devices have sent.
    pub fn up(&self) -> u64 {
        self.told.up.load(Ordering::SeqCst)
    }

    /// Bytes that devices have received.
    pub fn down(&self) -> u64 {
        self.told.down.load(Ordering::SeqCst)
    }

    /// When a device first asked for the rows of an organisation.
    pub fn asked(&self) -> Option<Instant> {
        self.told.asked.get().copied()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn carry(device: TcpStream, server: TcpStream, told: &Told) {
    if device.set_nodelay(true).is_err() || server.set_nodelay(true).is_err() {
        return;
    }
    let (from_device, to_device) = device.into_split();
    let (from_server, to_server) = server.into_split();
    let asks = |bytes: &[u8]| {
        if bytes.starts_with(b"GET /v1/organisations/") {
            told.asked.get_or_init(Instant::now);
        }
    };
    tokio::select! {
        () = copy(from_device, to_server, &told.up, asks) => {}
        () = copy(from_server, to_device, &told.down, |_| {}) => {}
    }
}

async fn copy(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    count: &AtomicU64,
    look: impl Fn(&[u8]),
) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(many @ 1..) = from.read(&mut bytes).await {
        let part = &bytes[..many];
        look(part);
        count.fetch_add(many as u64, Ordering::SeqCst);
        if to.write_all(part).await.is_err() {
            return;
        }
    }
}
