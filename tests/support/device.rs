//! A headless device in a process of its own, so that closing, killing and opening it again are real.
//! It is told what to do in lines of JSON, in the words of the contract that the window uses.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout};
use tokio::sync::{oneshot, watch};
use tokio::time::{Instant, timeout, timeout_at};
use url::Url;

use crate::cast::Person;
use crate::disk::SmallDisk;
use crate::programs;
use crate::wait::DEADLINE;

/// One device with its own folder and keychain; both stay while it is closed.
#[derive(Debug)]
pub struct Device {
    folder: TempDir,
    server: Url,
    disk: Option<SmallDisk>,
    running: Option<Running>,
}

#[derive(Debug)]
struct Running {
    child: Child,
    input: ChildStdin,
    calls: Arc<Mutex<Calls>>,
    changes: watch::Receiver<u64>,
}

/// The calls that wait for their reply.
#[derive(Debug, Default)]
struct Calls {
    last: u64,
    waiting: BTreeMap<u64, oneshot::Sender<Value>>,
}

impl Device {
    /// A new device that knows where its server is; nobody is signed in.
    pub fn open(server: &Url) -> Result<Self> {
        Self::on(server, folder()?, None)
    }

    /// A new device with a disk of so many KiB.
    pub async fn open_on_small_disk(server: &Url, kib: usize) -> Result<Self> {
        let folder = folder()?;
        let disk = SmallDisk::at(folder.path(), kib).await?;
        Self::on(server, folder, Some(disk))
    }

    fn on(server: &Url, folder: TempDir, disk: Option<SmallDisk>) -> Result<Self> {
        let mut device = Self {
            folder,
            server: server.clone(),
            disk,
            running: None,
        };
        device.reopen()?;
        Ok(device)
    }

    /// The disk of its own that it was opened on.
    pub fn disk(&self) -> Result<&SmallDisk> {
        self.disk.as_ref().context("it has a disk of its own")
    }

    /// A new device on which somebody is signed in.
    pub async fn of(person: Person, server: &Url) -> Result<Self> {
        let mut device = Self::open(server)?;
        device.sign_in(person).await?;
        Ok(device)
    }

    /// Opens it again after [`Self::close`] or [`Self::kill`].
    pub fn reopen(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "the device is open already");
        let mut device = Command::new(programs::beside("device")?);
        device.arg(self.folder.path());
        if let Some(disk) = &self.disk {
            device = disk.under(&device);
        }
        let mut child = tokio::process::Command::from(device)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("cannot start a device")?;
        let input = child.stdin.take().context("a device listens")?;
        let output = child.stdout.take().context("a device speaks")?;
        let calls = Arc::new(Mutex::new(Calls::default()));
        let (sender, changes) = watch::channel(0);
        tokio::spawn(listen(output, Arc::clone(&calls), sender));
        self.running = Some(Running {
            child,
            input,
            calls,
            changes,
        });
        Ok(())
    }

    /// Closes it as a person would, and waits until it is closed.
    pub async fn close(&mut self) -> Result<()> {
        let mut running = self
            .running
            .take()
            .context("the device is closed already")?;
        drop(running.input);
        let ended = timeout(DEADLINE, running.child.wait())
            .await
            .context("the device did not close")??;
        ensure!(ended.success(), "the device did not close well: {ended}");
        Ok(())
    }

    /// Kills it without a word of warning.
    pub async fn kill(&mut self) -> Result<()> {
        let mut running = self
            .running
            .take()
            .context("the device is closed already")?;
        Ok(running.child.kill().await?)
    }

    /// The most memory that it has held at once since it was opened, in KiB.
    pub fn peak_kib(&self) -> Result<u64> {
        let running = self.running.as_ref().context("the device is open")?;
        let id = running.child.id().context("the device runs")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let peak = status.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let peak = peak.context("a peak")?.trim().trim_end_matches(" kB");
        Ok(peak.parse()?)
    }

    /// Signs somebody in.
    pub async fn sign_in(&mut self, person: Person) -> Result<()> {
        let server = self.server.to_string();
        let act = json!({ "do": "sign_in", "server": server, "email": person.email, "password": person.password });
        self.act(act)
            .await
            .with_context(|| format!("{} cannot sign in", person.name))
    }

    /// Waits until it has heard from its server and shows what is there.
    pub async fn is_up_to_date(&mut self) -> Result<()> {
        let heard = |view: &Value| view["as_of"].is_number().then_some(());
        self.until(
            "the device has heard from its server",
            json!({ "ask": "requests" }),
            heard,
        )
        .await
    }

    /// Gives a command.
    pub async fn execute(
        &mut self,
        organisation: &str,
        command: &doorward_domain::Command,
    ) -> Result<Value> {
        let request = json!({ "organisation": organisation, "command": command });
        self.call("execute", request).await
    }

    /// Reads one view.
    pub async fn query(&mut self, question: Value) -> Result<Value> {
        self.call("query", question).await
    }

    /// Does something that is no command.
    pub async fn act(&mut self, act: Value) -> Result<()> {
        self.call("act", act).await.map(drop)
    }

    /// Fails unless its files are whole.
    pub async fn is_whole(&mut self) -> Result<()> {
        let found = self.call("examine", Value::Null).await?;
        ensure!(
            found == json!([]),
            "the device's files are damaged: {found}"
        );
        Ok(())
    }

    /// Everything that its files hold, by organisation and table.
    pub async fn contents(&mut self) -> Result<Value> {
        self.call("contents", Value::Null).await
    }

    /// Waits until the view that answers `question` shows what is meant; looks again whenever the device says that
    /// something changed. `what` says what should have happened.
    pub async fn until<T>(
        &mut self,
        what: &str,
        question: Value,
        mut find: impl FnMut(&Value) -> Option<T>,
    ) -> Result<T> {
        let end = Instant::now() + DEADLINE;
        let mut changes = self
            .running
            .as_ref()
            .context("the device is closed")?
            .changes
            .clone();
        loop {
            changes.mark_unchanged();
            let view = self.query(question.clone()).await?;
            if let Some(found) = find(&view) {
                return Ok(found);
            }
            match timeout_at(end, changes.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => bail!("the device ended before this happened: {what}"),
                Err(_) => bail!("this did not happen in time: {what}; it shows {view:#}"),
            }
        }
    }

    async fn call(&mut self, kind: &str, request: Value) -> Result<Value> {
        let running = self.running.as_mut().context("the device is closed")?;
        let (sender, receiver) = oneshot::channel();
        let number = {
            let mut calls = running
                .calls
                .lock()
                .map_err(|_| anyhow!("the listener broke"))?;
            calls.last += 1;
            let number = calls.last;
            calls.waiting.insert(number, sender);
            number
        };
        let line = format!("{}\n", json!({ "call": number, kind: request }));
        running
            .input
            .write_all(line.as_bytes())
            .await
            .context("the device is gone")?;
        let reply = timeout(DEADLINE, receiver)
            .await
            .with_context(|| format!("no reply to {line}"))?;
        let mut reply =
            reply.with_context(|| format!("the device ended instead of replying to {line}"))?;
        match reply.get("failure") {
            None => Ok(reply["answer"].take()),
            Some(failure) => bail!("{failure}"),
        }
    }
}

fn folder() -> Result<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("doorward-device-")
        .tempdir()?;
    Ok(folder)
}

/// Hands replies to whoever waits for them, and counts the changes the device tells of.
async fn listen(output: ChildStdout, calls: Arc<Mutex<Calls>>, changed: watch::Sender<u64>) {
    let mut lines = BufReader::new(output).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let Ok(said) = serde_json::from_str::<Value>(&line) else {
            break;
        };
        match said["call"].as_u64() {
            None => changed.send_modify(|count| *count += 1),
            Some(number) => {
                let waiting = calls
                    .lock()
                    .ok()
                    .and_then(|mut calls| calls.waiting.remove(&number));
                // Nobody waits any more when its deadline has passed.
                waiting.map(|waiting| waiting.send(said));
            }
        }
    }
    // A device that ended answers nobody: dropping what waits tells them.
    if let Ok(mut calls) = calls.lock() {
        calls.waiting.clear();
    }
}
