//! A TCP proxy between a device and its server that loses answers: the request arrives, the answer never does.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

use crate::wait::DEADLINE;

/// A proxy before one server; dropping it closes it.
#[derive(Debug)]
pub struct Proxy {
    url: Url,
    rule: Arc<Rule>,
    accepting: JoinHandle<()>,
}

/// What is to be lost, and what was.
#[derive(Debug)]
struct Rule {
    /// The path's end of the requests whose answers are lost.
    path: &'static str,
    /// How many more answers are to be lost.
    left: AtomicUsize,
    /// How many were lost.
    lost: watch::Sender<usize>,
}

impl Proxy {
    /// Opens a proxy to `server`, as host and port, that loses nothing yet.
    pub async fn to(server: String, path: &'static str) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = Url::parse(&format!("http://{}", listener.local_addr()?))?;
        let rule = Arc::new(Rule {
            path,
            left: AtomicUsize::new(0),
            lost: watch::Sender::new(0),
        });
        let of_connections = Arc::clone(&rule);
        let accepting = tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                tokio::spawn(serve(device, server.clone(), Arc::clone(&of_connections)));
            }
        });
        Ok(Self {
            url,
            rule,
            accepting,
        })
    }

    /// Where devices connect.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Loses the answers to the next `count` requests of this proxy's path.
    pub fn lose(&self, count: usize) {
        self.rule.left.store(count, Ordering::SeqCst);
    }

    /// Waits until `count` answers were lost in all.
    pub async fn lost(&self, count: usize) -> Result<()> {
        let mut lost = self.rule.lost.subscribe();
        tokio::time::timeout(DEADLINE, lost.wait_for(|lost| *lost >= count))
            .await
            .with_context(|| format!("answer number {count} was not lost: nobody asked"))??;
        Ok(())
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Rule {
    fn is_meant(&self, request: &[u8]) -> bool {
        let line = request
            .split(|byte| *byte == b'\r')
            .next()
            .unwrap_or_default();
        let line = String::from_utf8_lossy(line);
        let mut words = line.split(' ');
        words.next() == Some("POST") && words.next().is_some_and(|path| path.ends_with(self.path))
    }

    /// Takes one of the answers to be lost, if one is left.
    fn take(&self) -> bool {
        self.left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| {
                left.checked_sub(1)
            })
            .is_ok()
    }
}

/// Carries one connection until either side closes it, or an answer is to be lost.
async fn serve(device: TcpStream, server: String, rule: Arc<Rule>) {
    // A server that is not there is a closed connection for the device, as it would be without the proxy.
    let Ok(server) = TcpStream::connect(server).await else {
        return;
    };
    let (from_device, to_device) = device.into_split();
    let (from_server, to_server) = server.into_split();
    let asked = AtomicBool::new(false);
    tokio::select! {
        () = requests(from_device, to_server, &rule, &asked) => {}
        () = answers(from_server, to_device, &rule, &asked) => {}
    }
}

async fn requests(
    mut device: OwnedReadHalf,
    mut server: OwnedWriteHalf,
    rule: &Rule,
    asked: &AtomicBool,
) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = device.read(&mut bytes).await {
        if rule.is_meant(&bytes[..count]) && rule.take() {
            asked.store(true, Ordering::SeqCst);
        }
        if server.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}

async fn answers(
    mut server: OwnedReadHalf,
    mut device: OwnedWriteHalf,
    rule: &Rule,
    asked: &AtomicBool,
) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = server.read(&mut bytes).await {
        if asked.load(Ordering::SeqCst) {
            rule.lost.send_modify(|lost| *lost += 1);
            return;
        }
        if device.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
