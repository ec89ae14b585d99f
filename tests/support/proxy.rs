//! A TCP proxy between a device and its server that loses answers: the request arrives, the answer never does. It can
//! also make a device look old, and hold a request or an answer still while the device is killed.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use doorward_protocol::PROTOCOL_HEADER;
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

/// Where something is to be caught on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trap {
    /// A push, before the server has it.
    Push,
    /// The answer to a push, before the device has it.
    Answer,
    /// The answer to a push, when the device has it.
    Answered,
    /// A page of the feed, when the device has its beginning.
    Page,
}

/// What is to be lost, and what was.
#[derive(Debug)]
struct Rule {
    /// How many more answers to pushes are to be lost.
    left: AtomicUsize,
    /// Whether requests are those of a version that no server serves any more.
    old: AtomicBool,
    /// Whether the doorbell is cut, so that nobody hears of what a push has changed.
    silent: watch::Sender<bool>,
    /// Whether nothing goes through at all.
    away: watch::Sender<bool>,
    /// How many answers to pushes were lost.
    lost: watch::Sender<usize>,
    /// What is to be caught next.
    trap: Mutex<Option<Trap>>,
    /// How many were caught.
    caught: watch::Sender<usize>,
    /// The secrets of sessions that went by.
    tokens: Mutex<BTreeSet<String>>,
}

impl Proxy {
    /// Opens a proxy to `server`, as host and port, that loses nothing yet.
    pub async fn to(server: String) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let url = Url::parse(&format!("http://{}", listener.local_addr()?))?;
        let rule = Arc::new(Rule {
            left: AtomicUsize::new(0),
            old: AtomicBool::new(false),
            silent: watch::Sender::new(false),
            away: watch::Sender::new(false),
            lost: watch::Sender::new(0),
            trap: Mutex::default(),
            caught: watch::Sender::new(0),
            tokens: Mutex::default(),
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

    /// The secrets of sessions that went by.
    pub fn tokens(&self) -> BTreeSet<String> {
        let tokens = self.rule.tokens.lock();
        tokens.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Loses the answers to the next `count` pushes.
    pub fn lose(&self, count: usize) {
        self.rule.left.store(count, Ordering::SeqCst);
    }

    /// Lets every request from now on speak a version that is too old for the server.
    pub fn speaks_an_old_version(&self) {
        self.rule.old.store(true, Ordering::SeqCst);
        self.silence_the_doorbell();
    }

    /// Lets every request from now on speak the version that it speaks.
    pub fn speaks_as_it_does(&self) {
        self.rule.old.store(false, Ordering::SeqCst);
        self.rule.silent.send_replace(false);
    }

    /// Cuts the doorbell, and connects it to nobody from now on.
    pub fn silence_the_doorbell(&self) {
        self.rule.silent.send_replace(true);
    }

    /// Lets nothing through: every connection ends, and none begins.
    pub fn cuts(&self) {
        self.rule.away.send_replace(true);
    }

    /// Lets everything through again.
    pub fn mends(&self) {
        self.rule.away.send_replace(false);
    }

    /// Waits until `count` answers were lost in all.
    pub async fn lost(&self, count: usize) -> Result<()> {
        reached(&self.rule.lost, count, "answers were to be lost").await
    }

    /// Catches the next thing that comes by there; one thing at a time.
    pub fn set(&self, trap: Trap) {
        let mut set = self
            .rule
            .trap
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        *set = Some(trap);
    }

    /// How many things were caught so far.
    pub fn count_caught(&self) -> usize {
        *self.rule.caught.borrow()
    }

    /// Waits until `count` things were caught in all.
    pub async fn caught(&self, count: usize) -> Result<()> {
        reached(&self.rule.caught, count, "things were to be caught").await
    }
}

async fn reached(counted: &watch::Sender<usize>, count: usize, what: &str) -> Result<()> {
    let mut counts = counted.subscribe();
    let enough = tokio::time::timeout(DEADLINE, counts.wait_for(|it| *it >= count)).await;
    enough.with_context(|| format!("{count} {what}, {} were", *counted.borrow()))??;
    Ok(())
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// What a connection was asked last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// A push whose answer is to be lost.
    LostPush,
    /// Something that is to be caught.
    Trapped(Trap),
    Doorbell,
    Other,
}

impl Rule {
    fn judge(&self, request: &[u8]) -> Asked {
        self.note_token(&String::from_utf8_lossy(request));
        let line = request
            .split(|byte| *byte == b'\r')
            .next()
            .unwrap_or_default();
        let line = String::from_utf8_lossy(line);
        let mut words = line.split(' ');
        match (words.next(), words.next()) {
            (Some("POST"), Some(path)) if path.ends_with("/commands") => {
                if self.take() {
                    return Asked::LostPush;
                }
                self.take_trap(|trap| trap != Trap::Page)
            }
            (Some("GET"), Some(path)) if path.starts_with("/v1/organisations/") => {
                self.take_trap(|trap| trap == Trap::Page && path.contains("/changes"))
            }
            (Some("GET"), Some("/v1/stream")) => Asked::Doorbell,
            _ => Asked::Other,
        }
    }

    /// Takes the trap that is set, if it is one for this.
    fn take_trap(&self, fits: impl Fn(Trap) -> bool) -> Asked {
        let mut set = self.trap.lock().unwrap_or_else(PoisonError::into_inner);
        match *set {
            Some(trap) if fits(trap) => {
                *set = None;
                Asked::Trapped(trap)
            }
            Some(_) | None => Asked::Other,
        }
    }

    fn note_token(&self, request: &str) {
        let head = request.split("\r\n\r\n").next().unwrap_or_default();
        let fields = head.lines().filter_map(|line| line.split_once(": "));
        let said = fields.filter(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        let tokens = said.filter_map(|(_, value)| value.strip_prefix("Bearer "));
        let mut noted = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        noted.extend(tokens.map(str::to_owned));
    }

    /// Makes the version that a request speaks none that is served, if it is to be old.
    fn age(&self, request: &mut [u8]) {
        let field = format!("{PROTOCOL_HEADER}: ");
        let found = request
            .windows(field.len())
            .position(|it| it.eq_ignore_ascii_case(field.as_bytes()));
        if let Some(at) = found.filter(|_| self.old.load(Ordering::SeqCst)) {
            let version = request[at + field.len()..].iter_mut();
            version
                .take_while(|it| it.is_ascii_digit())
                .for_each(|it| *it = b'0');
        }
    }

    /// Takes one of the answers to be lost, if one is left.
    fn take(&self) -> bool {
        let one_less = |left: usize| left.checked_sub(1);
        self.left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less)
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
    let asked = watch::Sender::new(Asked::Other);
    tokio::select! {
        () = requests(from_device, to_server, &rule, &asked) => {}
        () = answers(from_server, to_device, &rule, &asked) => {}
        () = cut(&rule, &asked) => {}
        () = gone(&rule) => {}
    }
}

/// Returns when nothing is to go through.
async fn gone(rule: &Rule) {
    let mut away = rule.away.subscribe();
    drop(away.wait_for(|away| *away).await);
}

async fn requests(
    mut device: OwnedReadHalf,
    mut server: OwnedWriteHalf,
    rule: &Rule,
    asked: &watch::Sender<Asked>,
) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = device.read(&mut bytes).await {
        let what = rule.judge(&bytes[..count]);
        asked.send_replace(what);
        if what == Asked::Trapped(Trap::Push) {
            rule.caught.send_modify(|caught| *caught += 1);
            // It stays where it is until the device is gone.
            while let Ok(1..) = device.read(&mut bytes).await {}
            return;
        }
        rule.age(&mut bytes[..count]);
        if server.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}

async fn answers(
    mut server: OwnedReadHalf,
    mut device: OwnedWriteHalf,
    rule: &Rule,
    asked: &watch::Sender<Asked>,
) {
    let mut bytes = vec![0; 64 * 1024];
    while let Ok(count @ 1..) = server.read(&mut bytes).await {
        if *asked.borrow() == Asked::LostPush {
            rule.lost.send_modify(|lost| *lost += 1);
            return;
        }
        let what = *asked.borrow();
        if what != Asked::Trapped(Trap::Answer) && device.write_all(&bytes[..count]).await.is_err()
        {
            return;
        }
        if matches!(what, Asked::Trapped(_)) {
            rule.caught.send_modify(|caught| *caught += 1);
            asked.send_replace(Asked::Other);
        }
    }
}

/// Returns when the connection is a doorbell and is to be silent.
async fn cut(rule: &Rule, asked: &watch::Sender<Asked>) {
    let (mut silent, mut asked) = (rule.silent.subscribe(), asked.subscribe());
    // Neither sender is dropped while the connection lives.
    drop(asked.wait_for(|asked| *asked == Asked::Doorbell).await);
    drop(silent.wait_for(|silent| *silent).await);
}
