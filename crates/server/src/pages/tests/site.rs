//! A server in process with a folder of letters, and browsers without JavaScript.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Mutex;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use doorward_domain::{
    Account, Actor, ChangeSettings, Command, DeviceId, Grant, InvitePerson, Lookup, Membership,
    MembershipId, Moment, Name, OrganisationId, Preset, RecordKey, Settings, Shelf, Version, World,
};
use doorward_protocol::Outcome;
use tempfile::TempDir;
use tower::ServiceExt;
use uuid::Uuid;

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
            let at = letter.find("Subject: ").unwrap() + "Subject: ".len();
            let rest = letter[at..].replace("\r\n ", " ");
            rest.split("\r\n").next().unwrap().to_owned()
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

/// Quoted-printable text with its soft breaks and escapes taken out, as far as addresses need it.
fn unfolded(letter: &str) -> String {
    letter.replace("=\r\n", "").replace("=3D", "=")
}

/// Somebody's browser.
pub struct Browser<'a> {
    site: &'a Site,
    cookies: BTreeMap<String, String>,
    address: [u8; 4],
}

/// What came back.
#[derive(Debug)]
pub struct Seen {
    /// The status of the last answer.
    pub status: u16,
    /// Where the browser ended up.
    pub path: String,
    /// The page.
    pub html: String,
    /// The headers of the last answer.
    pub headers: HeaderMap,
}

impl<'a> Browser<'a> {
    /// A browser without cookies.
    pub fn open(site: &'a Site) -> Self {
        Self {
            site,
            cookies: BTreeMap::new(),
            address: [192, 0, 2, 7],
        }
    }

    /// The same cookies, sent from another address.
    pub fn elsewhere(&self, address: [u8; 4]) -> Self {
        Self {
            site: self.site,
            cookies: self.cookies.clone(),
            address,
        }
    }

    /// A browser in which somebody has signed in.
    pub async fn signed_in(site: &'a Site, email: &str) -> Self {
        let mut browser = Self::open(site);
        let seen = browser
            .post("/sign-in", &[("email", email), ("password", PASSWORD)])
            .await;
        assert!(
            ["/me", "/request?first=1"].contains(&&*seen.path),
            "{} {}",
            seen.path,
            seen.html
        );
        browser
    }

    /// Puts something else into a cookie, or takes it away.
    pub fn edit(&mut self, cookie: &str, value: Option<&str>) {
        match value {
            Some(value) => self.cookies.insert(cookie.to_owned(), value.to_owned()),
            None => self.cookies.remove(cookie),
        };
    }

    /// Whether the browser keeps a cookie.
    pub fn has(&self, cookie: &str) -> bool {
        self.cookies.contains_key(cookie)
    }

    /// Opens a page and follows where it leads.
    pub async fn get(&mut self, path: &str) -> Seen {
        self.follow(path, None).await
    }

    /// Sends a form and follows where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(fields);
        self.follow(path, Some(body.finish())).await
    }

    async fn follow(&mut self, path: &str, body: Option<String>) -> Seen {
        let mut seen = self.ask(path, body).await;
        for _ in 0..5 {
            let Some(to) = seen.headers.get(header::LOCATION) else {
                break;
            };
            let to = to.to_str().unwrap().to_owned();
            assert!(
                to.starts_with('/') && !to.starts_with("//"),
                "only our own pages are gone on to: {to}"
            );
            seen = self.ask(&to, None).await;
        }
        seen
    }

    /// One request with one answer.
    pub async fn ask(&mut self, path: &str, body: Option<String>) -> Seen {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder()
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT, "text/html");
        request = request.header(header::COOKIE, cookies.join("; "));
        if body.is_some() {
            request = request
                .method("POST")
                .header(header::ORIGIN, "http://127.0.0.1:8080");
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let request = request.extension(ConnectInfo(SocketAddr::from((self.address, 5000))));
        let request = request.body(Body::from(body.unwrap_or_default())).unwrap();
        let response = self.site.app.router().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for line in parts.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = line.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let html = String::from_utf8(to_bytes(body, 1 << 20).await.unwrap().to_vec()).unwrap();
        assert!(html.len() < 60 * 1024, "a page is smaller than 60 KB");
        Seen {
            status: parts.status.as_u16(),
            path: path.to_owned(),
            html,
            headers: parts.headers,
        }
    }
}
