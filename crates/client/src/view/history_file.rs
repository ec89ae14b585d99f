//! The history as a file: exactly the entries that are shown, in the words in which they are shown, for whoever may
//! save it. The page names the entries and says them; what stands in the file beside that comes from this device.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use doorward_domain::{LevelRef, Lookup, Permission, Refusal, WhyAnswer, why};
use serde_json::json;

use super::history::entries;
use crate::contract::{
    ActorKind, FileForm, HistoryEntry, HistoryFileAsk, HistoryFileView, HistoryLine,
};
use crate::desk::{Desk, Office};
use crate::error::{Error, Result};
use crate::files::write_new;
use crate::replay::Overlay;
use crate::{iso, table};

/// What the columns are called, for programs.
const COLUMNS: [&str; 11] = [
    "number", "at", "made_at", "who", "what", "about", "before", "after", "reason", "until", "kind",
];

/// Writes entries into a new file of the folder for what a person saves.
pub(crate) async fn history_file(
    desk: &Desk,
    folder: Option<&Path>,
    ask: &HistoryFileAsk,
) -> Result<HistoryFileView> {
    let office = desk.known_office(ask.organisation).await;
    let office = office.ok_or(Refusal::NotFound)?;
    if let Some(refusal) = barred(desk, &office).await? {
        return Err(refusal.into());
    }
    let cache = office.cache().await.ok_or(Refusal::NotFound)?;
    let said: BTreeMap<u64, &HistoryLine> = ask.lines.iter().map(|it| (it.seq, it)).collect();
    let page = cache.happened_of(said.keys().copied().collect()).await?;
    let found = entries(desk, &office, &page).await?;
    let told = found.iter().map(|it| Told {
        entry: it,
        text: said.get(&it.seq).map_or("", |line| &line.text),
    });
    let told: Vec<Told<'_>> = told.collect();
    let today = iso::day(desk.now().day());
    let (text, end) = match ask.form {
        FileForm::Csv => (csv(ask, &told), "csv"),
        FileForm::Ndjson => (ndjson(ask, &told, &iso::instant(desk.now()))?, "ndjson"),
    };
    let folder = folder.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::Unsupported))?;
    let path = write_new(folder, &format!("doorward-history-{today}"), end, &text)?;
    Ok(HistoryFileView {
        path: path.to_string_lossy().into_owned(),
        entries: u32::try_from(told.len()).unwrap_or(u32::MAX),
    })
}

/// Why the history may not be saved to a file; nothing where it may.
pub(super) async fn barred(desk: &Desk, office: &Office) -> Result<Option<Refusal>> {
    let refusal = Refusal::Forbidden {
        needs: Some(Permission::HistoryExport),
    };
    let (actor, now) = (desk.actor(), desk.now());
    let Some(person) = actor.person() else {
        return Ok(Some(refusal));
    };
    let mut shown = office.shown(desk).await?;
    let answer = |overlay: &Overlay| {
        let wanted = Permission::HistoryExport;
        why(&overlay.world, &actor, person, wanted, None, now)
    };
    let questions = |overlay: &Overlay| {
        let more = match answer(overlay) {
            WhyAnswer::Asks(more) => more,
            WhyAnswer::Known(_) => BTreeSet::default(),
        };
        let all = [Lookup::Organisation].into_iter().chain(more);
        all.filter(|it| overlay.world.lacks(it)).collect()
    };
    office.ask(desk, &mut shown, questions).await?;
    let may = matches!(answer(&shown), WhyAnswer::Known(why) if why.allowed);
    Ok((!may).then_some(refusal))
}

/// An entry with the sentence that says it.
struct Told<'a> {
    entry: &'a HistoryEntry,
    text: &'a str,
}

impl Told<'_> {
    fn who(&self) -> String {
        match (self.entry.acted, &self.entry.actor) {
            (ActorKind::Person, Some(name)) => match &self.entry.actor_from {
                Some(organisation) => format!("{name} ({organisation})"),
                None => name.to_string(),
            },
            (ActorKind::Person, None) => String::new(),
            (ActorKind::System, _) => "system".into(),
            (ActorKind::Operator, _) => "operator".into(),
        }
    }

    fn level(&self, level: LevelRef) -> String {
        let known = &self.entry.facts.level_names;
        let own = known.iter().find(|it| it.level == level);
        own.map_or_else(|| level.to_string(), |it| it.name.to_string())
    }

    fn cells(&self) -> [String; 11] {
        let entry = self.entry;
        let facts = &entry.facts;
        let level = |it: Option<LevelRef>| it.map(|it| self.level(it)).unwrap_or_default();
        let about = entry.subject.as_ref().or(entry.object.as_ref());
        let after = entry.after.as_ref().map(|it| it.level).or(facts.level);
        [
            entry.seq.to_string(),
            iso::instant(entry.at),
            entry.made_at.map(iso::instant).unwrap_or_default(),
            self.who(),
            self.text.to_owned(),
            about.cloned().unwrap_or_default(),
            level(entry.before.as_ref().map(|it| it.level)),
            level(after),
            facts
                .reason
                .as_ref()
                .or(facts.note.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
            facts.until.map(iso::instant).unwrap_or_default(),
            entry.kind.clone(),
        ]
    }
}

/// With the mark by which programs know that it is UTF-8, and what it was narrowed to above the columns.
fn csv(ask: &HistoryFileAsk, told: &[Told<'_>]) -> String {
    let mut text = String::from('\u{feff}');
    for filter in &ask.filters {
        text.push_str(&table::line([format!("# {filter}").as_str()]));
    }
    text.push_str(&table::line(COLUMNS));
    for it in told {
        text.push_str(&table::line(it.cells().iter().map(String::as_str)));
    }
    text
}

fn ndjson(ask: &HistoryFileAsk, told: &[Told<'_>], at: &str) -> Result<String> {
    let head = json!({"saved_at": at, "filters": ask.filters, "entries": told.len()});
    let mut text = format!("{head}\n");
    for Told { entry, text: what } in told {
        let mut value = serde_json::to_value(entry).map_err(Error::Row)?;
        if let Some(fields) = value.as_object_mut() {
            fields.insert("what".into(), (*what).into());
        }
        // Writing into a string cannot fail.
        let _: std::fmt::Result = writeln!(text, "{value}");
    }
    Ok(text)
}
