//! Packages on Debian, Ubuntu and what is made from them. `apt-get` runs only when one is missing.

use std::fs;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::{place, tool};

/// Packages that have the same name everywhere.
const PACKAGES: &[&str] = &[
    "build-essential",
    "perl",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "libayatana-appindicator3-dev",
    "librsvg2-dev",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "dunst",
    "fonts-dejavu-core",
    "postgresql",
    "python3-aiosmtpd",
    "kannel",
    "kannel-extras",
    "zbar-tools",
];

/// Programs that come from another package on Ubuntu than on Debian, or from a snap.
const PROGRAMS: &[Program] = &[
    Program {
        names: &["chromium", "chromium-browser"],
        debian: "chromium",
        ubuntu: "chromium-browser",
    },
    Program {
        names: &["chromedriver", "chromium.chromedriver"],
        debian: "chromium-driver",
        ubuntu: "chromium-chromedriver",
    },
];

struct Program {
    names: &'static [&'static str],
    debian: &'static str,
    ubuntu: &'static str,
}

/// Whether this system installs its packages with `apt-get`.
pub fn is_here() -> bool {
    release_names("debian") || is_ubuntu()
}

/// Installs the packages that are missing.
pub fn install_missing() -> Result<()> {
    let missing = missing()?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing {}", missing.join(" "));
    tool::run(as_root("apt-get")?.arg("update"))?;
    tool::run(
        as_root("apt-get")?
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&missing),
    )
}

fn missing() -> Result<Vec<&'static str>> {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${Package} ${db:Status-Status}\n"])
        .args(PACKAGES)
        .output()?;
    // dpkg-query fails when it does not know one of them, and still lists the others.
    let known = String::from_utf8(output.stdout)?;
    let packages = PACKAGES.iter().filter(|package| {
        !known
            .lines()
            .any(|line| line == format!("{package} installed"))
    });
    let programs = PROGRAMS
        .iter()
        .filter(|program| place::on_path(program.names).is_none())
        .map(|program| {
            if is_ubuntu() {
                &program.ubuntu
            } else {
                &program.debian
            }
        });
    Ok(packages.chain(programs).copied().collect())
}

fn as_root(program: &str) -> Result<Command> {
    let id = tool::read(Command::new("id").arg("--user"))?;
    let mut command = if id.trim() == "0" {
        Command::new(program)
    } else {
        ensure!(
            place::on_path(&["sudo"]).is_some(),
            "sudo is missing; install these packages as root, then try again: {}",
            missing()?.join(" ")
        );
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", program]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive");
    Ok(command)
}

fn is_ubuntu() -> bool {
    release_names("ubuntu")
}

fn release_names(system: &str) -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release
        .lines()
        .filter_map(|line| {
            line.strip_prefix("ID=")
                .or_else(|| line.strip_prefix("ID_LIKE="))
        })
        .flat_map(|names| names.trim_matches('"').split(' '))
        .any(|name| name == system)
}
