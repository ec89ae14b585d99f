//! S-57: a script in the page can do no more than the person whose page it is.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use doorward_client::contract::REFRESHED_BY;
use doorward_domain::{Command, CommandId, Grant, InvitePerson, MembershipId, Preset};
use doorward_protocol::{Outcome, PushedCommand};
use doorward_suite::api::Api;
use doorward_suite::cast::Person;
use doorward_suite::desktop::Desktop;
use doorward_suite::ids;
use doorward_suite::proxy::Proxy;
use doorward_suite::world::World;
use doorward_suite::world::cast::{KADRI, PASSWORD};
use serde_json::{Value, json};
use url::Url;

use crate::front_desk::FrontDesk;

/// Commands that no page may give, in the words of Tauri.
const FORBIDDEN: &[&str] = &[
    "plugin:app|version",
    "plugin:event|emit",
    "plugin:event|emit_to",
    "plugin:fs|read_text_file",
    "plugin:http|fetch",
    "plugin:menu|new",
    "plugin:notification|notify",
    "plugin:opener|open_url",
    "plugin:path|resolve_directory",
    "plugin:process|exit",
    "plugin:resources|close",
    "plugin:shell|open",
    "plugin:tray|new",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:window-state|save_window_state",
    "plugin:window|close",
    "plugin:window|set_title",
    "keychain",
    "open",
];

/// Gives a command as the page's own scripts do, and past what looks at their messages. Whatever is not answered by the
/// time a question is, is not answered at all.
const GIVE: &str = "\
const [command, done] = arguments;
const { invoke } = window.__TAURI_INTERNALS__;
let answered = null;
const note = (how) => (value) => { answered ??= `${how}: ${JSON.stringify(value) ?? value}`; };
invoke(command, { id: 'main', value: 'x', path: '/etc/passwd', url: 'https://evil.example' }).then(note('answered'), () => {});
const headers = { 'Content-Type': 'application/json', 'Tauri-Callback': '1', 'Tauri-Error': '2', 'Tauri-Invoke-Key': 'x' };
fetch(`ipc://localhost/${encodeURIComponent(command)}`, { method: 'POST', headers, body: '{}' })
  .then((reply) => (reply.headers.get('Tauri-Response') === 'ok' ? note('fetched')(reply.status) : null), () => {});
const ask = () => invoke('query', { request: { ask: 'session' } });
ask().then(ask).then(ask).then(() => done(answered), (error) => done(`no question is answered: ${JSON.stringify(error)}`));";

/// Everything that a script can read.
const READ: &str = "\
const [keys, done] = arguments;
const { invoke } = window.__TAURI_INTERNALS__;
const ask = (request) => invoke('query', { request }).catch(() => null);
const all = async () => {
  const session = await ask({ ask: 'session' });
  const organisation = session.organisations[0].id;
  const { rows } = await ask({ ask: 'people', organisation });
  const membership = rows[0].membership;
  const read = [];
  for (const key of keys) {
    for (const more of [{}, { organisation }, { organisation, membership }, { organisation, tab: 'waiting' }]) {
      read.push(await ask({ ask: key, ...more }));
    }
  }
  const own = Object.getOwnPropertyNames(window).filter((name) => typeof window[name] === 'string').map((name) => window[name]);
  const stored = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
  return JSON.stringify([read, own, stored]) + document.documentElement.outerHTML;
};
all().then(done, (error) => done(`nothing can be read: ${error}`));";

/// Gives a command of the rules.
const EXECUTE: &str = "\
const [request, done] = arguments;
window.__TAURI_INTERNALS__.invoke('execute', { request }).then(() => done('done'), (failure) => done(failure.code));";

const WHO_KADRI: Person = Person {
    name: KADRI.name,
    email: "kadri.tamm@kiri.example",
    password: PASSWORD,
    locale: "et",
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s_57_a_script_in_the_page_can_do_only_what_the_person_may() -> Result<()> {
    let world = World::open(0).await?;
    let proxy = Proxy::to(world.server.address()?).await?;
    let desktop = Desktop::start(proxy.url()).await?;
    let desk = FrontDesk::open(&desktop).await?;
    desk.sign_in(WHO_KADRI, proxy.url()).await?;
    let window = desk.window();
    for command in FORBIDDEN {
        let answer = window.run_async(GIVE, vec![json!(command)]).await?;
        ensure!(answer == Value::Null, "{command} is {answer}");
    }

    let keys: Vec<&str> = REFRESHED_BY.iter().map(|(key, _)| *key).collect();
    let read = window.run_async(READ, vec![json!(keys)]).await?;
    let read = read.as_str().context("something can be read")?;
    ensure!(read.contains(KADRI.name), "{read}");
    let tokens = proxy.tokens();
    ensure!(!tokens.is_empty(), "the device has a session");
    for token in &tokens {
        ensure!(
            !read.contains(&**token),
            "the secret of the session can be read"
        );
    }

    let invite = Command::InvitePerson(InvitePerson {
        membership: MembershipId(ids::new()),
        contact: "mallory@evil.example".parse()?,
        grant: Grant::of(Preset::Administrator),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    });
    let request = json!({ "organisation": world.organisation, "command": invite });
    let answer = window.run_async(EXECUTE, vec![request]).await?;
    ensure!(answer == "forbidden", "the device says {answer}");
    is_refused(proxy.url(), &world, &tokens, invite).await?;
    desk.close().await
}

/// Whoever had stolen the session could not give the command either.
async fn is_refused(
    server: &Url,
    world: &World,
    tokens: &BTreeSet<String>,
    command: Command,
) -> Result<()> {
    let token = tokens.last().context("a session")?;
    let pushed = PushedCommand {
        id: CommandId(ids::new()),
        after: None,
        command,
    };
    let organisation = world.organisation.to_string();
    let api = Api::at(server)?;
    let answer = api.push(&organisation, token, &[pushed]).await?;
    let outcome = answer.settled.first().map(|it| &it.outcome);
    let refused = serde_json::to_value(outcome)?;
    ensure!(
        matches!(outcome, Some(Outcome::Refused { .. }))
            && refused.to_string().contains("forbidden"),
        "the server says {refused}"
    );
    Ok(())
}
