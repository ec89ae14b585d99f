//! A real `doorward-server` in a process of its own, with its folder, its database and our post office.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use url::Url;

use crate::disk::SmallDisk;
use crate::guard::Guarded;
use crate::http;
use crate::programs;
use crate::smtp::PostOffice;

/// A server that may be killed and started again on the same folder and port.
#[derive(Debug)]
pub struct Server {
    program: &'static Path,
    folder: TempDir,
    url: Url,
    process: Option<Guarded>,
    disk: Option<SmallDisk>,
    said_before: String,
}

impl Server {
    /// Starts a server on a fresh SQLite store.
    pub async fn start(post: &PostOffice) -> Result<Self> {
        Self::start_on("sqlite", post).await
    }

    /// Starts a server on a fresh SQLite store, on a disk of so many KiB.
    pub async fn start_on_small_disk(post: &PostOffice, kib: usize) -> Result<Self> {
        let folder = folder()?;
        std::fs::write(
            folder.path().join("config.toml"),
            configuration("sqlite", post),
        )?;
        let disk = SmallDisk::at(&folder.path().join("data"), kib).await?;
        Self::start_with(folder, Some(disk)).await
    }

    /// Starts a server on `database`: `sqlite` or the URL of a PostgreSQL database.
    pub async fn start_on(database: &str, post: &PostOffice) -> Result<Self> {
        let folder = folder()?;
        std::fs::write(
            folder.path().join("config.toml"),
            configuration(database, post),
        )?;
        Self::start_in(folder).await
    }

    /// Starts a server on `database` whose configuration says `more`, too.
    pub async fn start_saying(database: &str, more: &str, post: &PostOffice) -> Result<Self> {
        let folder = folder()?;
        let text = with(&configuration(database, post), more)?;
        std::fs::write(folder.path().join("config.toml"), text)?;
        Self::start_in(folder).await
    }

    /// Starts one more server over the database of this one, with the same secret key.
    pub async fn start_sibling(&self) -> Result<Self> {
        let folder = folder()?;
        for file in ["config.toml", "data/secret.key"] {
            let copy = folder.path().join(file);
            std::fs::create_dir_all(copy.parent().context("a file lies in a folder")?)?;
            std::fs::copy(self.folder.path().join(file), copy)
                .with_context(|| format!("cannot copy {file}"))?;
        }
        Self::start_in(folder).await
    }

    /// Starts a server in a folder that has its configuration, and perhaps its data already.
    pub async fn start_in(folder: TempDir) -> Result<Self> {
        Self::start_with(folder, None).await
    }

    async fn start_with(folder: TempDir, disk: Option<SmallDisk>) -> Result<Self> {
        let program = programs::server().await?;
        // Not any port: another program could have it as the port of a connection when this starts again.
        let url = Url::parse(&format!("http://127.0.0.1:{}", http::free_port()?))?;
        let mut server = Self {
            program,
            folder,
            url,
            process: None,
            disk,
            said_before: String::new(),
        };
        server.start_again().await?;
        Ok(server)
    }

    /// Starts it again after [`Self::kill`]; it listens where it listened before.
    pub async fn start_again(&mut self) -> Result<()> {
        ensure!(self.process.is_none(), "the server runs already");
        let address = format!("127.0.0.1:{}", self.url.port().unwrap_or_default());
        let mut command = self.command("serve", &["--listen", &address]);
        if let Some(disk) = &self.disk {
            command = disk.under(&command);
        }
        let process = Guarded::start(&command, "KILL", None)?;
        let line = process.line("listening on ").await?;
        let (_, url) = line
            .split_once("listening on ")
            .context("the line says where")?;
        self.url = Url::parse(url.trim())?;
        self.process = Some(process);
        Ok(())
    }

    /// Kills it without a word of warning, and returns when it is dead.
    pub fn kill(&mut self) {
        if let Some(process) = self.process.take() {
            self.said_before.push_str(&process.said());
        }
    }

    /// The disk of its own that it was started on.
    pub fn disk(&self) -> Result<&SmallDisk> {
        self.disk.as_ref().context("it has a disk of its own")
    }

    /// Where it listens.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// The host and port on which it listens.
    pub fn address(&self) -> Result<String> {
        Ok(self
            .url
            .socket_addrs(|| None)?
            .first()
            .context("the URL has an address")?
            .to_string())
    }

    /// Its data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Runs the operator's door and answers what it printed.
    pub async fn admin(&self, arguments: &[&str]) -> Result<String> {
        self.run("admin", arguments).await
    }

    /// Makes an organisation whose Owner is invited by letter.
    pub async fn make_organisation(&self, name: &str, owner: &str) -> Result<String> {
        self.admin(&["organisation", "create", "--name", name, "--owner", owner])
            .await
    }

    /// Runs `verify-history`, which fails when a chain is broken.
    pub async fn verify_history(&self) -> Result<String> {
        self.run("verify-history", &[]).await
    }

    /// Fails when the server has logged an error: no test here expects one.
    pub fn ensure_no_errors(&self) -> Result<()> {
        let said = self.said();
        let errors: Vec<&str> = said
            .lines()
            .filter(|line| line.contains("ERROR") || line.contains("panicked"))
            .collect();
        ensure!(
            errors.is_empty(),
            "the server logged errors:\n{}",
            errors.join("\n")
        );
        Ok(())
    }

    /// Everything it has written, before and after it was killed.
    pub fn said(&self) -> String {
        let now = self.process.as_ref().map(Guarded::said).unwrap_or_default();
        format!("{}{now}", self.said_before)
    }

    async fn run(&self, command: &str, arguments: &[&str]) -> Result<String> {
        let mut run = self.command(command, arguments);
        if let Some(disk) = &self.disk {
            run = disk.under(&run);
        }
        let mut run = tokio::process::Command::from(run);
        let done = run.output().await?;
        let errors = String::from_utf8_lossy(&done.stderr);
        ensure!(
            done.status.success(),
            "`doorward-server {command} {}` failed: {errors}",
            arguments.join(" ")
        );
        Ok(String::from_utf8(done.stdout)?)
    }

    fn command(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program);
        command.arg(name).args(arguments);
        command.arg("--data").arg(self.data());
        command
            .arg("--config")
            .arg(self.folder.path().join("config.toml"));
        command
    }
}

fn folder() -> Result<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("doorward-server-")
        .tempdir()?;
    Ok(folder)
}

/// A configuration that says more, or something else in the place of what it said.
fn with(usual: &str, more: &str) -> Result<String> {
    let mut all: toml::Table = usual.parse()?;
    for (key, value) in more.parse::<toml::Table>()? {
        if let (Some(toml::Value::Table(section)), toml::Value::Table(more)) =
            (all.get_mut(&key), &value)
        {
            section.extend(more.clone());
        } else {
            all.insert(key, value);
        }
    }
    Ok(all.to_string())
}

/// Letters go to our post office, hashing is as cheap as it may be, and nobody is too quick.
pub(crate) fn configuration(database: &str, post: &PostOffice) -> String {
    format!(
        r#"
database = "{database}"

[mail]
transport = "smtp"
smtp_host = "127.0.0.1"
smtp_port = {port}
smtp_tls = "none"
from = "Doorward <doorward@example.org>"

[passwords]
memory_kib = 19456
passes = 2

[limits]
sign_in_per_minute = 10000
lookups_per_minute = 10000
sign_ups_per_hour = 10000
requests_per_hour = 10000
organisations_per_hour = 10000
"#,
        port = post.port()
    )
}
