//! The history: what happened, as sentences need it.

use doorward_domain::{
    AccessPreview, Answer, Contact, Grant, LevelRef, MailDomain, Moment, Name, Note, Refusal,
};
use uuid::Uuid;

use super::super::shape::{shapes, words};

words! {
    /// The forms in which lists are saved to files.
    FileForm {
        /// A table for programs that calculate.
        Csv,
        /// One JSON object per line, for programs.
        Ndjson,
    }
    /// Who does something.
    ActorKind {
        /// A person.
        Person,
        /// Doorward itself.
        System,
        /// Who runs the server.
        Operator,
    }
}

shapes! {
    /// A page of the history.
    HistoryView {
        /// The entries, the newest first.
        entries: Vec<HistoryEntry>,
        /// Whether there are older ones.
        more: bool,
        /// Whether this comes from this computer, because the server does not answer.
        kept: bool,
        /// Why the history may not be saved to a file, if there is a reason.
        saving: Option<Refusal>,
        /// Why there is nothing to read, if there is a reason.
        refusal: Option<Refusal>,
    }
    /// A file that the history was saved to.
    HistoryFileView {
        /// Where it is.
        path: String,
        /// How many entries stand in it.
        entries: u32,
    }
    /// The sentence of one entry.
    HistoryLine {
        /// The entry's number.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        seq: u64,
        /// What was done, in words.
        text: String,
    }
    /// One entry of the history.
    HistoryEntry {
        /// Its number.
        #[cfg_attr(feature = "bindings", ts(type = "number"))]
        seq: u64,
        /// When the server took it.
        at: Moment,
        /// When it was made, where it was made offline.
        made_at: Option<Moment>,
        /// What kind of actor did it.
        acted: ActorKind,
        /// The name of the person who did it, where it is known.
        actor: Option<Name>,
        /// What the organisation is called from which they did it, where that manages this one.
        actor_from: Option<Name>,
        /// The event's key.
        kind: String,
        /// The name or contact of whom it is about, where it is known.
        subject: Option<String>,
        /// The name of the thing it is about: a level, a link.
        object: Option<String>,
        /// What somebody had.
        before: Option<Grant>,
        /// What somebody has.
        after: Option<Grant>,
        /// What that came to for what they can do; none where a level is not known here any more.
        comes_to: Option<AccessPreview>,
        /// What else its sentence needs.
        facts: HistoryFacts,
        /// Whether it continued the chain, and said what it said at first, when this device read it.
        chain_ok: bool,
        /// Whether what it said was erased with the person.
        erased: bool,
    }
    /// What the sentence of an entry needs.
    HistoryFacts {
        /// The level given.
        level: Option<LevelRef>,
        /// What own levels are called that the entry names.
        level_names: Vec<NamedLevel>,
        /// What the rooms and sites are called that the entry names.
        places: Vec<NamedPlace>,
        /// The reason given.
        reason: Option<Note>,
        /// What whoever changed access kept about why.
        note: Option<Note>,
        /// What somebody answered who asked to join, each with the question as it was asked.
        answers: Vec<Answer>,
        /// The contact written to.
        contact: Option<Contact>,
        /// Whether the person themselves did it.
        own: bool,
        /// The end of a term.
        until: Option<Moment>,
        /// The mail domains that a link is for.
        domains: Vec<MailDomain>,
    }
    /// A room or a site by its name.
    NamedPlace {
        /// Which.
        id: Uuid,
        /// What it is called.
        name: Name,
    }
    /// An own level by its name.
    NamedLevel {
        /// Which.
        level: LevelRef,
        /// What it is called.
        name: Name,
    }
}
