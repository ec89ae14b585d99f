//! A server in process with a folder of letters.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;

use doorward_domain::{
    Account, Actor, ChangeSettings, Command, DeviceId, Grant, InvitePerson, Lookup, Membership,
    MembershipId, Moment, Name, OrganisationId, Preset, RecordKey, Settings, Shelf, Version, World,
};
use doorward_protocol::Outcome;
use mail_parser::MessageParser;
use tempfile::TempDir;
use uuid::Uuid;

pub use super::browser::Browser;
use crate::accounts::sign_up::{Made, Typed, check, make};
use crate::clock::Clock;
use crate::execute::{self, Caller};
use crate::store::{Floor, accounts, letter_facts, lookups};
use crate::{App, Config, letters};

/// The password of everybody here.
pub const PASSWORD: &str = "seven-tall-white-doors";

/// A server with one organisation.
pub struct Site {
    /// The server.
    pub app: App,
    /// Its clock.
    pub clock: Clock,
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its Owner.
    pub owner: Caller,
    folder: TempDir,
    seen: Mutex<Vec<PathBuf>>,
}

impl Site {
    /// A server whose letters go into a folder.
    pub async fn open() -> Self {
        Self::with("[mail]\ntransport = 'folder'\n[limits]\nsign_in_per_minute = 1000\nlookups_per_minute = 1000").await
    }

    /// A server with this configuration.
    pub async fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Clock::standing_at(Moment(1_795_000_000_000));
        let app = app(&folder, text, &clock).await;
        let owner = person(&app, "Olga Ivanova", "olga@example.org").await;
        let name = Name::try_from("Salong Hortensia").unwrap();
        let organisation = execute::found(&app, &owner, name, None)
            .await
            .unwrap()
            .organisation;
        Self {
            app,
            clock,
            organisation,
            owner,
            folder,
            seen: Mutex::default(),
        }
    }

    /// The same server, started again with another configuration.
    pub async fn again(mut self, text: &str) -> Self {
        self.app = app(&self.folder, text, &self.clock).await;
        self
    }

    /// Makes an account.
    pub async fn person(&self, name: &str, email: &str) -> Caller {
        person(&self.app, name, email).await
    }

    /// Gives a command as the Owner.
    pub async fn give(&self, command: Command) -> Outcome {
        execute::one(&self.app, self.organisation, &self.owner, command)
            .await
            .unwrap()
    }

    /// Invites somebody at level Staff and answers the row.
    pub async fn invite(&self, email: &str) -> MembershipId {
        self.invite_at(email, Grant::of(Preset::Staff)).await
    }

    /// Invites somebody with this grant and answers the row.
    pub async fn invite_at(&self, email: &str, grant: Grant) -> MembershipId {
        let membership = MembershipId(self.app.new_id());
        let command = InvitePerson {
            membership,
            contact: email.parse().unwrap(),
            grant,
            name: None,
            position: None,
            locale: None,
            message: None,
            staff: None,
        };
        let outcome = self.give(Command::InvitePerson(command)).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
        membership
    }

    /// Lets strangers ask to join.
    pub async fn accept_requests(&self) {
        self.settings(|settings| Settings {
            accepts_requests: true,
            ..settings
        })
        .await;
    }

    /// Changes the settings as the Owner.
    pub async fn settings(&self, change: impl FnOnce(Settings) -> Settings) {
        let (world, version) = self.world().await;
        let change = ChangeSettings {
            settings: change(world.settings().unwrap().clone()),
            based_on: version,
        };
        let outcome = self.give(Command::ChangeSettings(change)).await;
        assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    }

    /// The organisation as it is kept, and the version of its settings.
    async fn world(&self) -> (World, Version) {
        let mut world = World::new(self.organisation);
        let mut tx = self.app.store().snapshot().await.unwrap();
        let question = [Lookup::Organisation].into();
        lookups::load(&mut tx, &mut world, &question, self.app.now())
            .await
            .unwrap();
        let key = RecordKey {
            shelf: Shelf::Settings,
            id: self.organisation.0,
        };
        let version = world.record(key).unwrap().version;
        (world, version)
    }

    /// The version of a membership.
    pub async fn version(&self, id: MembershipId) -> Version {
        let mut world = World::new(self.organisation);
        let mut tx = self.app.store().snapshot().await.unwrap();
        let question = [Lookup::Membership(id)].into();
        lookups::load(&mut tx, &mut world, &question, self.app.now())
            .await
            .unwrap();
        world.membership(id).unwrap().version
    }

    /// The membership as it is kept.
    pub async fn membership(&self, id: MembershipId) -> Membership {
        let mut tx = self.app.store().snapshot().await.unwrap();
        letter_facts::membership(&mut tx, self.organisation, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// Everything sent so far, as it lies in the folder: recipient's line and all; what was not there at the last look
    /// comes last.
    pub async fn letters(&self) -> Vec<String> {
        letters::send_all(&self.app).await;
        let folder = std::fs::read_dir(self.folder.path().join("letters")).unwrap();
        let mut seen = self.seen.lock().unwrap();
        let mut new: Vec<_> = folder
            .map(|entry| entry.unwrap().path())
            .filter(|path| !seen.contains(path))
            .collect();
        new.sort_by_key(|path| path.metadata().unwrap().modified().unwrap());
        seen.extend(new);
        seen.iter()
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    }

    /// The text of the newest letter to somebody.
    pub async fn letter_to(&self, email: &str) -> String {
        let to = format!("To: {email}\r\n");
        let found = self
            .letters()
            .await
            .into_iter()
            .rfind(|letter| letter.contains(&to));
        unfolded(&found.unwrap_or_else(|| panic!("no letter to {email}")))
    }

    /// The subjects of the letters to somebody, the oldest first.
    pub async fn subjects_to(&self, email: &str) -> Vec<String> {
        let to = format!("To: {email}\r\n");
        let letters = self.letters().await.into_iter();
        let subject = |letter: String| {
            let read = MessageParser::default().parse(letter.as_bytes()).unwrap();
            read.subject().unwrap().to_owned()
        };
        letters
            .filter(|letter| letter.contains(&to))
            .map(subject)
            .collect()
    }

    /// The path of the link in the newest letter to somebody that has one whose path begins like this.
    pub async fn link(&self, email: &str, path: &str) -> String {
        let (to, beginning) = (format!("To: {email}\r\n"), format!("/{path}/"));
        let letters = self.letters().await.into_iter().map(|it| unfolded(&it));
        let letter = letters
            .filter(|letter| letter.contains(&to))
            .rfind(|letter| letter.contains(&beginning))
            .unwrap_or_else(|| panic!("no {beginning} to {email}"));
        let at = letter.find(&beginning).unwrap();
        letter[at..].split_whitespace().next().unwrap().to_owned()
    }
}

async fn app(folder: &TempDir, text: &str, clock: &Clock) -> App {
    let mut config = Config::of(folder.path(), text, BTreeMap::new()).unwrap();
    config.passwords = crate::config::Passwords {
        memory_kib: 0,
        passes: 0,
    };
    let opened = App::open_with(config, clock.clone(), Floor::OneConnection).await;
    opened.unwrap()
}

async fn person(app: &App, name: &str, email: &str) -> Caller {
    let typed = Typed {
        name: name.into(),
        email: email.into(),
        password: PASSWORD.into(),
    };
    let checked = check(&typed, None, |_| false).unwrap();
    let Made::Account(id) = make(app, checked, doorward_domain::Locale::En)
        .await
        .unwrap()
    else {
        panic!("{email} is taken")
    };
    let account: Account = accounts::account_of(&mut app.store().snapshot().await.unwrap(), id)
        .await
        .unwrap()
        .unwrap();
    let actor = Actor::Person {
        account,
        fresh: true,
    };
    Caller::new(actor, DeviceId(Uuid::from_u128(1)))
}

/// The six digits of a letter, which stand on a line of their own.
pub fn code_in(letter: &str) -> String {
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|b| b.is_ascii_digit());
    let found = letter.lines().find(is_code);
    found
        .unwrap_or_else(|| panic!("no code in {letter}"))
        .to_owned()
}

/// Quoted-printable text with its soft breaks and escapes taken out, as far as addresses need it.
fn unfolded(letter: &str) -> String {
    letter.replace("=\r\n", "").replace("=3D", "=")
}
