//! S-08: programs that look at links, as mail servers and messengers do, use no invitation up, whatever method they come
//! with, from wherever, and however often.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use anyhow::{Result, ensure};
use doorward_domain::{Grant, InvitePerson, MembershipId, Preset};
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::house::House;
use doorward_suite::visitor::Visitor;
use doorward_suite::{http, ids, store};
use reqwest::Method;
use reqwest::header::{ACCEPT, SET_COOKIE, USER_AGENT};
use reqwest::redirect::Policy;

/// As programs that look at links call themselves.
const AGENTS: [&str; 6] = [
    "Mozilla/5.0 (compatible; MSIE 9.0; BingPreview/1.0b; Office365 ATP SafeLinks)",
    "Barracuda Sentinel (EE)",
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "curl/8.5.0",
];
/// How often they look in all.
const LOOKS: usize = 50;
/// From how many addresses.
const ADDRESSES: u8 = 5;

#[tokio::test]
async fn s_08_however_often_programs_look_at_an_invitation_it_is_not_used_up() -> Result<()> {
    let house = House::open().await?;
    let invite = InvitePerson {
        membership: MembershipId(ids::new()),
        contact: ANNA.email.parse()?,
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        staff: None,
        locale: None,
        message: None,
    };
    house.command(OLGA, invite.into()).await?;
    let link = house.post.letter(ANNA.email, 1).await?.link("/j/")?;
    house.post_is_quiet().await?;
    let before = store::contents(&house.server.data()).await?;
    let mut answered: BTreeMap<String, usize> = BTreeMap::new();
    let methods = [Method::GET, Method::HEAD, Method::OPTIONS];
    let page = house.server.url().join("/join")?;
    let cookie = format!("join={}", link.path().trim_start_matches("/j/"));
    for look in 0..LOOKS {
        let last = u8::try_from(look)? % ADDRESSES + 2;
        let from = IpAddr::V4(Ipv4Addr::new(127, 0, 0, last));
        let client = http::client(|it| it.local_address(from).redirect(Policy::none()))?;
        let method = methods[look * 7 % methods.len()].clone();
        let agent = AGENTS[look % AGENTS.len()];
        // The link, and where it leads: what shows the invitation.
        for (url, cookie) in [(&link, None), (&page, Some(&cookie))] {
            let mut asked = client.request(method.clone(), url.clone());
            asked = asked
                .header(USER_AGENT, agent)
                .header(ACCEPT, "text/html,*/*");
            if let Some(cookie) = cookie {
                asked = asked.header("cookie", cookie);
            }
            let answer = asked.send().await?;
            let status = answer.status().as_u16();
            ensure!(status < 500, "{method} {url}: {status}");
            let kept = answer.headers().get_all(SET_COOKIE);
            let session = kept.iter().any(|it| it.as_bytes().starts_with(b"session="));
            ensure!(!session, "nobody is signed in by {method} {url}");
            *answered.entry(format!("{method} {status}")).or_default() += 1;
        }
    }
    for worked in ["GET 303", "GET 200", "HEAD 303", "HEAD 200"] {
        ensure!(answered.contains_key(worked), "{worked}: {answered:?}");
    }
    let after = store::contents(&house.server.data()).await?;
    for (table, rows) in &after {
        ensure!(
            before.get(table) == Some(rows),
            "{table} has changed: {rows:#?}"
        );
    }
    ensure!(after.len() == before.len());
    let anna = Visitor::of(ANNA)?;
    let welcome = anna.accept(&link).await?;
    ensure!(welcome.status == 200, "{}", welcome.text());
    house.server.ensure_no_errors()
}
