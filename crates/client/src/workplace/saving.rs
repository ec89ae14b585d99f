//! Saving files for people: the rows of a batch that were not sent, as they came, with what is wrong with each; and the code
//! of a link, as a picture that any size can be printed of.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::Workplace;
use crate::contract::{BatchRowState, LinkUrlAsk, SaveCodeAsk, SaveRowsAsk, SavedCode, SavedFile};
use crate::error::{Error, Result};
use crate::import::{BatchLine, written};
use crate::view;

/// Files of one name that are told apart by a number.
const MOST_NAMES: u32 = 1_000;

impl Workplace {
    /// Saves them as a new file; nothing that is there is written over.
    pub(super) async fn save_rows(&self, ask: &SaveRowsAsk) -> Result<SavedFile> {
        let desk = self.desk_with_batch(ask.batch).await?;
        let (batch, lines) = view::standing(&desk, ask.batch).await?;
        let errors: BTreeMap<u32, &String> = ask
            .errors
            .iter()
            .map(|(number, text)| (*number, text))
            .collect();
        let width = lines
            .iter()
            .map(|it| it.cells.len())
            .chain([batch.headings.len()])
            .max()
            .unwrap_or_default();
        let mut rows = Vec::new();
        if !batch.headings.is_empty() {
            rows.push(wide(batch.headings.clone(), width, &ask.heading));
        }
        for line in lines.iter().filter(|it| is_left(it)) {
            let error = errors.get(&line.number).map_or("", |it| it.as_str());
            rows.push(wide(line.cells.clone(), width, error));
        }
        let text = written(rows).map_err(io::Error::other)?;
        let name = format!("{} - rest", stem(&batch.name));
        let path = self.saved(name, "csv", text).await?;
        Ok(SavedFile { path })
    }

    /// Saves the code of a link as a new SVG file; the server notes that it was shown.
    pub(super) async fn save_code(&self, ask: &SaveCodeAsk) -> Result<SavedCode> {
        let (organisation, link) = (ask.organisation, ask.link);
        let desk = self.desk_in(organisation).await?;
        let code = view::link_url(&desk, &LinkUrlAsk { organisation, link }).await?;
        let name = plain(&ask.name);
        let path = self.saved(name, "svg", code.svg.into_bytes()).await?;
        Ok(SavedCode { path })
    }

    /// Writes a new file where people look for what they saved.
    async fn saved(&self, name: String, kind: &'static str, text: Vec<u8>) -> Result<String> {
        let folder = self
            .options
            .downloads
            .clone()
            .unwrap_or_else(|| self.options.folder.clone());
        let path = tokio::task::spawn_blocking(move || save(&folder, &name, kind, &text))
            .await
            .map_err(|_| Error::Closed)??;
        Ok(path.display().to_string())
    }
}

fn is_left(line: &BatchLine) -> bool {
    let left = matches!(
        line.state,
        BatchRowState::ToFix | BatchRowState::Refused | BatchRowState::TakenBack
    );
    left && !line.cells.is_empty()
}

fn wide(mut cells: Vec<String>, width: usize, last: &str) -> Vec<String> {
    cells.resize(width, String::new());
    cells.push(last.to_owned());
    cells
}

/// The name of the table without its ending.
fn stem(name: &str) -> String {
    plain(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
}

/// A name without anything that means something in a path.
fn plain(name: &str) -> String {
    let plain: String = name
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_().".contains(*c))
        .take(80)
        .collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() {
        "doorward".into()
    } else {
        plain.into()
    }
}

fn save(folder: &Path, stem: &str, kind: &str, text: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    for number in 1..=MOST_NAMES {
        let name = if number == 1 {
            format!("{stem}.{kind}")
        } else {
            format!("{stem} ({number}).{kind}")
        };
        let path = folder.join(name);
        match fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
        {
            Ok(mut file) => {
                io::Write::write_all(&mut file, text)?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
