//! A folder of mode 0700 whose files are 0600 from their first byte on; never a link, never another user's (CCH-1, S-60).

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use doorward_domain::OrganisationId;

use crate::error::{Error, Result};

/// The folder of one account.
#[derive(Debug, Clone)]
pub(crate) struct Folder {
    path: PathBuf,
}

/// Held while a program uses a folder; the system lets go of it when the program ends, however it ends.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

impl Folder {
    /// Makes the folder where it is missing and checks whose it is.
    pub(crate) fn open(path: PathBuf) -> Result<Self> {
        make_private_folder(&path)?;
        Ok(Self { path })
    }

    /// Takes the folder for this program.
    pub(crate) fn lock(&self) -> Result<Lock> {
        let path = self.path.join("lock");
        make_private_file(&path)?;
        let file = OpenOptions::new().write(true).open(path)?;
        file.try_lock().map_err(|_| Error::InUse)?;
        Ok(Lock { _file: file })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A file of the folder.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The file of one organisation.
    pub(crate) fn organisation(&self, id: OrganisationId) -> PathBuf {
        self.path.join(format!("org-{id}.db"))
    }

    /// The file of one organisation while it is being built.
    pub(crate) fn unfinished(&self, id: OrganisationId) -> PathBuf {
        self.path.join(format!("org-{id}.new"))
    }

    /// Writes a small file as a whole: beside it first, then renamed over it. One at a time: of two that wrote beside it
    /// at once, one would rename what the other has just begun.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<()> {
        static ONE: Mutex<()> = Mutex::new(());
        let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        let (path, new) = (self.file(name), self.file(&format!("{name}.new")));
        absent_is_fine(fs::remove_file(&new))?;
        make_private_file(&new)?;
        let mut file = OpenOptions::new().write(true).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(fs::rename(new, path)?)
    }

    /// Deletes one database with what lies beside it.
    pub(crate) fn delete(path: &Path) -> Result<()> {
        for end in ["", "-wal", "-shm", "-journal"] {
            absent_is_fine(fs::remove_file(beside(path, end)))?;
        }
        Ok(())
    }

    /// Puts a database that cannot be opened aside instead of overwriting it (KEY-1).
    pub(crate) fn quarantine(path: &Path) -> Result<()> {
        let taken = |number: &u32| beside(path, &format!(".aside-{number}")).exists();
        let number = (1..10_000)
            .find(|number| !taken(number))
            .unwrap_or(u32::MAX);
        fs::rename(path, beside(path, &format!(".aside-{number}")))?;
        for end in ["-wal", "-shm"] {
            absent_is_fine(fs::remove_file(beside(path, end)))?;
        }
        Ok(())
    }

    /// Deletes the folder and everything in it.
    pub(crate) fn destroy(&self) -> Result<()> {
        Ok(absent_is_fine(fs::remove_dir_all(&self.path))?)
    }
}

/// Writes a new file of mode 0600 into a folder that is not ours alone; a taken name gets a number.
pub(crate) fn write_new(folder: &Path, stem: &str, end: &str, text: &str) -> Result<PathBuf> {
    let mut number = 1;
    loop {
        let counted = match number {
            1 => format!("{stem}.{end}"),
            _ => format!("{stem}-{number}.{end}"),
        };
        let path = folder.join(counted);
        match private().create_new(true).open(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < 10_000 => {
                number += 1;
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// How a file is made that nobody else reads.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// A path with something put at the end of its last name.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Makes a file of mode 0600 where it is missing; refuses a link and somebody else's.
pub(crate) fn make_private_file(path: &Path) -> Result<()> {
    match private().create_new(true).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => check(path, false),
        Err(error) => Err(error.into()),
    }
}

fn make_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    check(path, true)
}

#[cfg(unix)]
fn check(path: &Path, is_folder: bool) -> Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let found = fs::symlink_metadata(path)?;
    let of_right_type = if is_folder {
        found.is_dir()
    } else {
        found.is_file()
    };
    // The folder of this process's own entry belongs to whoever runs it; asking needs no unsafe code.
    let own = fs::metadata("/proc/self").map(|it| it.uid());
    if !of_right_type || own.is_ok_and(|own| own != found.uid()) {
        return Err(io::Error::from(ErrorKind::PermissionDenied).into());
    }
    let mode = if is_folder { 0o700 } else { 0o600 };
    if found.permissions().mode() & 0o777 != mode {
        fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn check(path: &Path, is_folder: bool) -> Result<()> {
    let found = fs::symlink_metadata(path)?;
    let of_right_type = if is_folder {
        found.is_dir()
    } else {
        found.is_file()
    };
    if of_right_type {
        Ok(())
    } else {
        Err(io::Error::from(ErrorKind::PermissionDenied).into())
    }
}
