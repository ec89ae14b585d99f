//! A PostgreSQL cluster for this test process: made at the first call, gone when the process ends.
//! It listens on a socket in its own folder only, keeps `fsync` on, and hands out empty databases.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, ensure};
use sqlx::{Connection, Executor, PgConnection};
use tokio::sync::OnceCell;

use crate::guard::Guarded;

const READY: &str = "database system is ready to accept connections";

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();
static MADE: AtomicUsize = AtomicUsize::new(0);

#[derive(Debug)]
struct Cluster {
    folder: PathBuf,
    // Held for what happens when it goes: the cluster stops and its folder is removed.
    _server: Guarded,
}

/// Makes an empty database in this process's cluster and answers its URL.
pub async fn database() -> Result<String> {
    let cluster = CLUSTER
        .get_or_try_init(Cluster::start)
        .await
        .context("PostgreSQL did not start")?;

    let name = format!("doorward_{}", MADE.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&cluster.url("postgres")).await?;
    connection
        .execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .await?;
    connection.close().await?;
    Ok(cluster.url(&name))
}

/// Takes a database away from everybody who uses it, or gives it back.
pub async fn shut(url: &str, is_shut: bool) -> Result<()> {
    let (server, rest) = url.rsplit_once('/').context("a server and a database")?;
    let (name, options) = rest.split_once('?').context("a database and where it is")?;
    let mut connection = PgConnection::connect(&format!("{server}/postgres?{options}")).await?;
    let open = !is_shut;
    let allow = format!("ALTER DATABASE {name} ALLOW_CONNECTIONS {open}");
    connection.execute(sqlx::AssertSqlSafe(allow)).await?;
    if is_shut {
        let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
        sqlx::query(end).bind(name).execute(&mut connection).await?;
    }
    Ok(connection.close().await?)
}

impl Cluster {
    async fn start() -> Result<Self> {
        let programs = programs()?;
        let owner = Owner::of_this_process()?;
        let folder = tempfile::Builder::new()
            .prefix("doorward-postgres-")
            .tempdir()?
            .keep();
        owner.give(&folder)?;

        let mut initdb = owner.command(&programs.join("initdb"));
        initdb.args([
            "--auth=trust",
            "--username=doorward",
            "--encoding=UTF8",
            "--locale=C",
            "--no-instructions",
        ]);
        initdb
            .arg("--pgdata")
            .arg(folder.join("data"))
            .current_dir(&folder);
        let made = tokio::process::Command::from(initdb)
            .output()
            .await
            .context("cannot start initdb")?;
        ensure!(
            made.status.success(),
            "initdb failed: {}",
            String::from_utf8_lossy(&made.stderr)
        );

        let mut postgres = owner.command(&programs.join("postgres"));
        postgres
            .arg("-D")
            .arg(folder.join("data"))
            .arg("-k")
            .arg(&folder);
        postgres.args([
            "-c",
            "listen_addresses=",
            "-c",
            "max_connections=200",
            "-c",
            "lc_messages=C",
        ]);
        let server = Guarded::start(&postgres, "INT", Some(&folder))?;
        server.line(READY).await?;
        Ok(Self {
            folder,
            _server: server,
        })
    }

    fn url(&self, database: &str) -> String {
        let socket: String =
            url::form_urlencoded::byte_serialize(self.folder.as_os_str().as_encoded_bytes())
                .collect();
        format!("postgres://doorward@localhost/{database}?host={socket}")
    }
}

/// The user that PostgreSQL runs as: it refuses root, which is usual on build machines.
#[derive(Debug)]
enum Owner {
    ThisUser,
    Named {
        name: &'static str,
        uid: u32,
        gid: u32,
    },
}

impl Owner {
    fn of_this_process() -> Result<Self> {
        if number("id", &["-u"])? != 0 {
            return Ok(Self::ThisUser);
        }
        let name = "postgres";
        let missing =
            "there is no user `postgres`; `cargo xtask setup` installs PostgreSQL with it";
        let uid = number("id", &["-u", name]).context(missing)?;
        let gid = number("id", &["-g", name])?;
        Ok(Self::Named { name, uid, gid })
    }

    fn give(&self, folder: &Path) -> Result<()> {
        if let Self::Named { uid, gid, .. } = self {
            std::os::unix::fs::chown(folder, Some(*uid), Some(*gid))?;
        }
        Ok(())
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = match self {
            Self::ThisUser => Command::new(program),
            Self::Named { name, gid, .. } => {
                let mut command = Command::new("setpriv");
                command.args([
                    format!("--reuid={name}"),
                    format!("--regid={gid}"),
                    "--clear-groups".to_owned(),
                ]);
                command.arg(program);
                command
            }
        };
        command.env("LC_ALL", "C");
        command
    }
}

fn number(program: &str, arguments: &[&str]) -> Result<u32> {
    let output = Command::new(program).args(arguments).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// The folder of the newest installed version's programs.
fn programs() -> Result<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let version = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            programs
                .join("initdb")
                .is_file()
                .then_some((version, programs))
        })
        .collect();
    found.sort();
    let (_, programs) = found
        .pop()
        .context("PostgreSQL is missing; `cargo xtask setup` installs it")?;
    Ok(programs)
}
