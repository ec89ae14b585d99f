//! Connecting to a server, opening links, and trying a server that the program brings along.

use std::io;
use std::sync::{Arc, Mutex};

use doorward_domain::{Account, AccountStanding, DeviceId, Moment, Name, PersonId};
use doorward_protocol::SignedIn;
use futures_util::future::BoxFuture;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use uuid::Uuid;

use super::{Fickle, LOCKED, shown};
use crate::browser::Browser;
use crate::contract::{Act, Failure};
use crate::here::{HereError, ServerHere};
use crate::key::encode;
use crate::workplace::{Options, Workplace};

const SIGNED_OUT: &str =
    r#"{"type":"about:blank","title":"Signed out","status":401,"code":"signed_out"}"#;

/// Something that answers every request the same, and where it listens.
async fn answering(head: &'static str, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut asked = [0; 4096];
            drop(stream.read(&mut asked).await);
            let length = body.len();
            let answer = format!("HTTP/1.1 {head}\r\nContent-Length: {length}\r\n\r\n{body}");
            drop(stream.write_all(answer.as_bytes()).await);
        }
    });
    address.to_string()
}

async fn connect(workplace: &Workplace, server: &str) -> Result<(), Failure> {
    let server = server.to_owned();
    workplace.act(Act::Connect { server }).await
}

async fn workplace(folder: &std::path::Path) -> Workplace {
    super::open(folder, &Arc::new(Fickle::default())).await
}

#[tokio::test]
async fn only_an_address_at_which_a_doorward_server_answers_is_proposed() {
    let place = tempfile::tempdir().unwrap();
    let workplace = workplace(place.path()).await;
    let problem = "401 Unauthorized\r\nContent-Type: application/problem+json";
    let doorward = answering(problem, SIGNED_OUT).await;
    let other = answering("200 OK\r\nContent-Type: text/html", "<p>It works!</p>").await;
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap().to_string()
    };
    for (address, code) in [
        ("not an address".to_owned(), "wrong_address"),
        ("http://door.example.ee".to_owned(), "wrong_address"),
        (format!("http://{other}/path"), "wrong_address"),
        (format!("http://{nobody}"), "offline"),
        (format!("http://{other}"), "not_doorward"),
        (format!("https://{other}"), "untrusted"),
    ] {
        let refused = connect(&workplace, &address).await.unwrap_err();
        assert_eq!(refused.code, code, "{address}");
        assert_eq!(shown(&workplace).await.server, None, "{address}");
    }
    connect(&workplace, &format!(" http://{doorward}/ "))
        .await
        .unwrap();
    assert_eq!(
        shown(&workplace).await.server,
        Some(format!("http://{doorward}"))
    );
}

/// A browser that notes what it was to open.
#[derive(Debug, Default)]
struct Noting(Mutex<Vec<String>>);

impl Browser for Noting {
    fn open(&self, address: &str) -> io::Result<()> {
        self.0.lock().unwrap().push(address.to_owned());
        Ok(())
    }
}

#[tokio::test]
async fn an_invitation_opens_in_the_browser_and_nothing_else_does_s_59() {
    let place = tempfile::tempdir().unwrap();
    let browser = Arc::new(Noting::default());
    let options = Options {
        browser: Arc::<Noting>::clone(&browser),
        ..Options::new(place.path().join("device"), Arc::new(Fickle::default()))
    };
    let workplace = Workplace::open(options).await.unwrap();
    let good = "https://door.example.ee/j/iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    for link in ["https://door.example.ee/evil", "file:///etc/passwd", good] {
        let link = link.to_owned();
        let opened = workplace.act(Act::OpenLink { link: link.clone() }).await;
        let code = opened.err().map(|it| it.code);
        let expected = (link != good).then(|| "not_a_link".to_owned());
        assert_eq!(code, expected, "{link}");
    }
    assert_eq!(*browser.0.lock().unwrap(), [good.to_owned()]);
    let view = shown(&workplace).await;
    assert_eq!(
        (view.signed_in, view.server),
        (None, None),
        "a link changes no server and signs nobody in"
    );
}

#[tokio::test]
async fn a_link_that_is_handed_over_waits_for_the_person_dsk_5_s_59() {
    let place = tempfile::tempdir().unwrap();
    let browser = Arc::new(Noting::default());
    let options = Options {
        browser: Arc::<Noting>::clone(&browser),
        ..Options::new(place.path().join("device"), Arc::new(Fickle::default()))
    };
    let workplace = Workplace::open(options).await.unwrap();
    let secret = "iAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    workplace.hear_link("doorward://join/x?server=https://evil.example");
    assert_eq!(shown(&workplace).await.handed, None, "what is no link");
    workplace.hear_link(&format!("doorward://join/{secret}"));
    let handed = shown(&workplace).await.handed.unwrap();
    assert_eq!(handed.server, None, "no server is known, and none is named");
    let refused = workplace.act(Act::OpenHanded).await;
    assert!(refused.is_err(), "it leads nowhere without a server");
    workplace.propose("https://door.example.ee".to_owned());
    let handed = shown(&workplace).await.handed.unwrap();
    assert_eq!(handed.server.as_deref(), Some("https://door.example.ee"));
    assert!(
        browser.0.lock().unwrap().is_empty(),
        "nothing is opened yet"
    );
    workplace.act(Act::OpenHanded).await.unwrap();
    let opened = format!("https://door.example.ee/j/{secret}");
    assert_eq!(*browser.0.lock().unwrap(), [opened]);
    assert_eq!(shown(&workplace).await.handed, None, "once");
    workplace.hear_link(&format!("doorward://join/{secret}"));
    workplace.act(Act::ForgetHanded).await.unwrap();
    let still = shown(&workplace).await.handed;
    assert!(still.is_some(), "what nobody has seen yet is not put away");
    workplace.act(Act::ForgetHanded).await.unwrap();
    assert_eq!(shown(&workplace).await.handed, None);
    assert_eq!(browser.0.lock().unwrap().len(), 1, "put away unopened");
}

/// A server that the program brings along and that listens elsewhere at every start, where nobody answers.
#[derive(Debug, Default)]
struct Elsewhere(Mutex<u16>);

impl ServerHere for Elsewhere {
    fn start(&self) -> BoxFuture<'_, Result<String, HereError>> {
        let mut started = self.0.lock().unwrap();
        *started += 1;
        let port = 10 + *started;
        Box::pin(async move { Ok(format!("http://127.0.0.1:{port}")) })
    }

    fn sign_in(&self, _: String) -> BoxFuture<'_, Result<SignedIn, HereError>> {
        let account = Account {
            person: PersonId(Uuid::from_u128(1)),
            name: Name::try_from("Olga").unwrap(),
            contacts: vec!["olga@hortensia.example".parse().unwrap()],
            standing: AccountStanding::Living,
        };
        Box::pin(async move {
            Ok(SignedIn {
                token: "t".into(),
                account,
                device: DeviceId(Uuid::nil()),
                cache_share: encode(&[2; 32]).to_string(),
                expires_at: Moment(i64::MAX),
            })
        })
    }
}

#[tokio::test]
async fn the_next_start_finds_the_server_on_this_computer_wherever_it_listens() {
    let place = tempfile::tempdir().unwrap();
    let (keychain, here) = (Arc::new(Fickle::default()), Arc::new(Elsewhere::default()));
    let options = || {
        let keychain = Arc::<Fickle>::clone(&keychain);
        let here: Arc<dyn ServerHere> = Arc::<Elsewhere>::clone(&here);
        Options {
            here: Some(here),
            ..Options::new(place.path().join("device"), keychain)
        }
    };
    let workplace = Workplace::open(options()).await.unwrap();
    assert!(shown(&workplace).await.may_try_here);
    workplace.act(Act::TryHere).await.unwrap();
    let first = shown(&workplace).await.signed_in.unwrap();
    assert_eq!(first.email, "olga@hortensia.example");
    assert!(first.here);
    super::works(&workplace).await;
    workplace.close().await.unwrap();
    let workplace = Workplace::open(options()).await.unwrap();
    let second = shown(&workplace).await.signed_in.unwrap();
    assert_ne!(first.server, second.server, "it listens elsewhere now");
    assert_eq!(
        super::outbox(&workplace).await.waiting,
        1,
        "and the files are the same"
    );
    workplace.close().await.unwrap();
}

#[tokio::test]
async fn a_program_without_a_server_says_so() {
    let place = tempfile::tempdir().unwrap();
    let keychain = Arc::new(Fickle::default());
    keychain.is(LOCKED);
    let workplace = super::open(place.path(), &keychain).await;
    assert!(!shown(&workplace).await.may_try_here);
    let refused = workplace.act(Act::TryHere).await;
    assert_eq!(refused.unwrap_err().code, "not_here");
}

#[tokio::test]
async fn a_link_of_a_screen_waits_until_somebody_is_signed_in_dsk_5() {
    let place = tempfile::tempdir().unwrap();
    let workplace = workplace(place.path()).await;
    workplace.hear_link("doorward://invite");
    let view = shown(&workplace).await;
    assert_eq!(
        (view.handed, view.linked),
        (None, None),
        "there is no screen yet"
    );
    let opened = workplace.act(Act::OpenHanded).await;
    assert!(opened.is_err(), "it is no invitation");
}
