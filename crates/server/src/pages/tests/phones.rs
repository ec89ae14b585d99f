//! Phones: codes that confirm them, links that lead in by them, and what text messages may cost (SMS-1, INV-9).

use std::sync::{Arc, Mutex};

use axum::extract::State;
use axum::{Json, Router};
use doorward_domain::{
    Command, Delivery, DeliveryState, Grant, InvitePerson, LevelRef, LinkForm, LinkId, MakeLink,
    MembershipId, Name, OrganisationId, Preset, RecordKey, Refusal, Shelf, World,
};
use doorward_protocol::Outcome;
use serde_json::Value;

use super::site::{Browser, PASSWORD, Site};
use crate::execute;
use crate::letters;
use crate::store::lookups;

const MINUTE: i64 = 60 * 1000;
const NUMBER: &str = "+37255512345";

/// A gateway that takes JSON over HTTP, and a server that sends by it.
pub(super) struct Phones {
    pub(super) site: Site,
    sent: Arc<Mutex<Vec<Value>>>,
    url: String,
}

fn configuration(url: &str, country: &str, more: &str) -> String {
    format!(
        "[mail]\ntransport = 'folder'\n[limits]\nsign_in_per_minute = 9999\nlookups_per_minute = 9999\n\
         sign_ups_per_hour = 9999\n[sms]\ntransport = 'http'\nurl = '{url}'\ncountries = ['{country}']\n{more}"
    )
}

impl Phones {
    pub(super) async fn open(more: &str) -> Self {
        let sent: Arc<Mutex<Vec<Value>>> = Arc::default();
        let take = async |State(sent): State<Arc<Mutex<Vec<Value>>>>, Json(it): Json<Value>| {
            sent.lock().unwrap().push(it);
        };
        let gateway = Router::new()
            .route("/send", axum::routing::post(take))
            .with_state(Arc::clone(&sent));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, gateway).await });
        let site = Site::with(&configuration(&url, "+372", more)).await;
        Self { site, sent, url }
    }

    /// The same, once whoever runs the server has named another country in the place of the one before.
    async fn withdrawn(self, country: &str) -> Self {
        let site = self
            .site
            .again(&configuration(&self.url, country, ""))
            .await;
        Self { site, ..self }
    }

    /// Every message that has left, once all that may leave now has.
    pub(super) async fn texts(&self) -> Vec<Value> {
        letters::send_all(&self.site.app).await;
        self.sent.lock().unwrap().clone()
    }

    /// What the newest message says.
    pub(super) async fn text(&self) -> String {
        let texts = self.texts().await;
        texts.last().unwrap()["text"].as_str().unwrap().to_owned()
    }

    /// The six digits in the newest message.
    pub(super) async fn code(&self) -> String {
        let text = self.text().await;
        let code: String = text.chars().take(6).collect();
        assert!(code.bytes().all(|b| b.is_ascii_digit()), "{text}");
        code
    }

    pub(super) fn wait(&self, millis: i64) {
        self.site
            .clock
            .set(self.site.clock.now().plus_millis(millis));
    }

    /// A browser in which somebody has signed up by a phone.
    pub(super) async fn signs_up(&self, number: &str) -> Browser<'_> {
        let mut browser = Browser::open(&self.site);
        let seen = browser.post("/sign-up", &sign_up(number)).await;
        assert_eq!((seen.path.as_str(), seen.status), ("/confirm/code", 200));
        browser
    }
}

fn sign_up(number: &str) -> [(&'static str, &str); 3] {
    [
        ("name", "Anna Sokolova"),
        ("email", number),
        ("password", PASSWORD),
    ]
}

fn wrong(code: &str) -> String {
    let number: u32 = code.parse().unwrap();
    format!("{:06}", (number + 1) % 1_000_000)
}

#[tokio::test]
async fn s_20_five_wrong_tries_from_anywhere_kill_a_code() {
    let phones = Phones::open("").await;
    let mut anna = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    let wrong = wrong(&code);
    let tries = (1..=6).map(|place| {
        let mut elsewhere = anna.elsewhere([198, 51, 100, place]);
        let wrong = wrong.clone();
        async move {
            elsewhere
                .post("/confirm/code", &[("code", &wrong)])
                .await
                .status
        }
    });
    let mut answers = futures_util::future::join_all(tries).await;
    answers.sort_unstable();
    assert_eq!(answers, [410, 422, 422, 422, 422, 422]);
    let right = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(right.status, 410, "the right one comes too late");
    assert!(!anna.has("session"));
}

#[tokio::test]
async fn s_20_a_code_works_for_ten_minutes_once_and_in_its_browser_alone() {
    let phones = Phones::open("").await;
    let mut late = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    phones.wait(10 * MINUTE);
    let answer = late.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(answer.status, 410, "its ten minutes are over");

    let mut anna = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    let mut stranger = phones.signs_up("+37255500000").await;
    let answer = stranger.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(
        answer.status, 422,
        "it is bound to the sign-up that made it"
    );
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let answer = anna.post("/confirm/code", &[("code", &spaced)]).await;
    assert_eq!(answer.status, 200);
    assert!(anna.has("session"), "{}", answer.path);
    let again = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(again.status, 410, "and once");
    let mut later = Browser::open(&phones.site);
    let fields = [("email", NUMBER), ("password", PASSWORD)];
    later.post("/sign-in", &fields).await;
    assert!(
        later.has("session"),
        "the phone is the login (BTX-10, BTX-16)"
    );
}

/// The way in does not matter: what is first shown to whoever signs up by a phone takes their request.
#[tokio::test]
async fn a_request_is_sent_at_the_first_sign_in_by_a_phone_too_olv_5() {
    let phones = Phones::open("").await;
    phones.site.accept_requests().await;
    let mut anna = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    let first = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(first.path, "/request?first=1");
    assert!(first.html.contains("Salong Hortensia"), "{}", first.html);
    let id = phones.site.organisation.to_string();
    let fields = [("community", id.as_str()), ("position", "")];
    let sent = anna.post("/request", &fields).await;
    assert!(sent.html.contains("Request sent"), "{}", sent.html);
    let mine = anna.get("/me").await.html;
    assert!(mine.contains("data-status=\"requested\""), "{mine}");
}

#[tokio::test]
async fn whether_a_phone_has_an_account_shows_nowhere_enu_1() {
    let phones = Phones::open("").await;
    let mut anna = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    anna.post("/confirm/code", &[("code", &code)]).await;
    phones.wait(2 * MINUTE);
    let mut seen = Vec::new();
    for number in [NUMBER, "+37255500000"] {
        let mut browser = phones.signs_up(number).await;
        let page = browser.get("/confirm/code").await.html.replace(number, "…");
        let mut answers = Vec::new();
        for _ in 0..6 {
            answers.push(
                browser
                    .post("/confirm/code", &[("code", "no code")])
                    .await
                    .status,
            );
        }
        seen.push((page, answers));
    }
    assert_eq!(seen[0], seen[1]);
    let texts = phones.texts().await;
    let told =
        |number: &str| texts.iter().rfind(|it| it["to"] == number).unwrap()["text"].to_string();
    assert!(told(NUMBER).contains("/sign-in"), "{}", told(NUMBER));
    assert!(!told("+37255500000").contains("/sign-in"));
}

#[tokio::test]
async fn a_link_leads_in_with_a_phone_and_its_code_btx_5_btx_17() {
    let phones = Phones::open("").await;
    let link = LinkId(phones.site.app.new_id());
    let made = phones
        .site
        .give(Command::MakeLink(MakeLink {
            link,
            name: Name::try_from("Front desk").unwrap(),
            form: LinkForm::Link,
            level: LevelRef::Preset(Preset::Member),
            needs_approval: Some(false),
            max_uses: None,
            domains: std::collections::BTreeSet::new(),
        }))
        .await;
    assert!(matches!(made, Outcome::Applied { .. }), "{made:?}");
    let token = phones
        .site
        .app
        .tokens()
        .token(crate::tokens::TokenKind::Link, link.0, 1);
    let mut anna = Browser::open(&phones.site);
    anna.get(&format!("/j/{token}")).await;
    let form = anna.post("/join", &[("do", "continue")]).await;
    assert!(form.path.starts_with("/sign-up"), "{}", form.path);
    let fields = [&sign_up(NUMBER)[..], &[("next", "/join")]].concat();
    let seen = anna.post("/sign-up", &fields).await;
    assert_eq!(seen.path, "/confirm/code?next=/join");
    assert!(seen.html.contains(NUMBER), "what was typed: {}", seen.html);
    let code = phones.code().await;
    let seen = anna.post("/confirm/code", &[("code", &code)]).await;
    assert_eq!(seen.path, "/join", "on with where she was going");
    let seen = anna.post("/join", &[("do", "accept")]).await;
    assert_eq!(seen.status, 200, "{}", seen.html);
    let me = anna.get("/me").await.html;
    assert!(
        me.contains("data-status=\"approved\""),
        "the same end as by letter: {me}"
    );
}

#[tokio::test]
async fn a_new_password_comes_by_text_message_to_whoever_signs_in_by_phone() {
    let phones = Phones::open("").await;
    let mut anna = phones.signs_up(NUMBER).await;
    let code = phones.code().await;
    anna.post("/confirm/code", &[("code", &code)]).await;
    phones.wait(2 * MINUTE);
    let mut browser = Browser::open(&phones.site);
    let seen = browser.post("/forgot", &[("email", NUMBER)]).await;
    assert_eq!(seen.status, 202);
    let text = phones.text().await;
    let at = text.find("/reset/").unwrap();
    let page = browser.get(&text[at..]).await;
    assert_eq!((page.path.as_str(), page.status), ("/reset", 200));
}

pub(super) async fn invite(
    site: &Site,
    organisation: OrganisationId,
    contact: &str,
) -> MembershipId {
    let (membership, outcome) = invited(site, organisation, contact).await;
    assert!(matches!(outcome, Outcome::Applied { .. }), "{outcome:?}");
    membership
}

fn is_refused(outcome: &Outcome) -> bool {
    let refusal = Refusal::NotTexted;
    *outcome == Outcome::Refused { refusal }
}

async fn invited(
    site: &Site,
    organisation: OrganisationId,
    contact: &str,
) -> (MembershipId, Outcome) {
    let membership = MembershipId(site.app.new_id());
    let command = Command::InvitePerson(InvitePerson {
        membership,
        contact: contact.parse().unwrap(),
        grant: Grant::of(Preset::Staff),
        name: None,
        position: None,
        locale: None,
        message: None,
        staff: None,
    });
    let outcome = execute::one(&site.app, organisation, &site.owner, command)
        .await
        .unwrap();
    (membership, outcome)
}

async fn stands(site: &Site, organisation: OrganisationId, id: MembershipId) -> DeliveryState {
    delivery(site, organisation, id).await.state()
}

pub(super) async fn delivery(
    site: &Site,
    organisation: OrganisationId,
    id: MembershipId,
) -> Delivery {
    let mut world = World::new(organisation);
    let mut tx = site.app.store().snapshot().await.unwrap();
    let keys = [RecordKey {
        shelf: Shelf::Delivery,
        id: id.0,
    }];
    lookups::named(&mut tx, &mut world, &keys).await.unwrap();
    world.delivery(id).unwrap().clone()
}

/// Where a country is withdrawn while a message waits, nothing goes there any more, and whoever invited sees why.
#[tokio::test]
async fn s_46_a_country_that_is_withdrawn_gets_nothing_that_was_queued_for_it() {
    let phones = Phones::open("").await;
    let organisation = phones.site.organisation;
    let id = invite(&phones.site, organisation, NUMBER).await;
    let before = stands(&phones.site, organisation, id).await;
    assert_eq!(before, DeliveryState::Queued);
    let phones = phones.withdrawn("+358").await;
    assert_eq!(phones.texts().await, [Value::Null; 0], "nothing leaves");
    let fared = delivery(&phones.site, organisation, id).await;
    let last = fared.steps.last().unwrap();
    assert_eq!(last.state, DeliveryState::Failed);
    let why = last.reason.as_ref().unwrap().to_string();
    assert!(why.contains("country is not among those"), "{why}");
    phones.wait(4 * 24 * 60 * MINUTE);
    let phones = phones.withdrawn("+372").await;
    assert_eq!(phones.texts().await, [Value::Null; 0], "it has ended");
    let told = phones.site.subjects_to("olga@example.org").await;
    assert_eq!(told.len(), 1, "she is told: {told:?}");
}

#[tokio::test]
async fn s_46_text_messages_cost_what_the_operator_allows_and_letters_go_on() {
    let phones = Phones::open("number_per_day = 2\norganisation_per_day = 7\nper_day = 20").await;
    let site = &phones.site;
    let mut houses = vec![site.organisation];
    for house in 0..4 {
        let name = Name::try_from(format!("House {house}")).unwrap();
        let founded = execute::found(&site.app, &site.owner, name, None).await;
        houses.push(founded.unwrap().organisation);
    }
    for (at, house) in houses.iter().enumerate() {
        for number in 0..20 {
            let range = 900 + number % 12 + 12 * at;
            let to = format!("+44{range}{number:06}");
            let outcome = invited(site, *house, &to).await.1;
            assert!(is_refused(&outcome), "{to}: {outcome:?}");
            invite(site, *house, &format!("+3725{at}{number:06}")).await;
        }
    }
    let letter = invite(site, houses[0], "anna@x.test").await;
    let texts = phones.texts().await;
    let to = |number: &str| {
        texts
            .iter()
            .filter(|it| it["to"].as_str().unwrap().starts_with(number))
            .count()
    };
    assert_eq!(to("+44"), 0, "nothing leaves for elsewhere");
    assert_eq!(to("+372"), 20, "the day's limit of all (RAT-3)");
    for at in 0..houses.len() {
        assert!(to(&format!("+3725{at}")) <= 7, "that of one organisation");
    }
    assert_eq!(
        stands(site, houses[0], letter).await,
        DeliveryState::Sent,
        "e-mail goes on"
    );
    phones.wait(60 * MINUTE);
    assert_eq!(
        phones.texts().await.len(),
        20,
        "an hour later nothing more has left"
    );
    phones.wait(23 * 60 * MINUTE + MINUTE);
    assert_eq!(
        phones.texts().await.len(),
        40,
        "the next day the next twenty go"
    );
}
