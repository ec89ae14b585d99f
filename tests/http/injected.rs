//! S-48, S-49: names, messages and addresses that would be markup, a template or another header are text in a real letter
//! that went through a real mail server, and stay within their line in what is logged and noted.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use dom_query::Document;
use doorward_domain::{Command, CommandId, Name, Note};
use doorward_protocol::{Code, PushedCommand};
use doorward_suite::api::{Api, Request};
use doorward_suite::cast::{OLGA, Person};
use doorward_suite::house::House;
use doorward_suite::smtp::Letter;
use doorward_suite::{ids, store, wait};
use reqwest::Method;
use serde_json::json;

/// What our letters have, what lies before them when they are delivered, and what the mail server of the test adds.
const HEADERS: [&str; 12] = [
    "auto-submitted",
    "content-type",
    "date",
    "from",
    "message-id",
    "mime-version",
    "reply-to",
    "subject",
    "to",
    "x-mailfrom",
    "x-peer",
    "x-rcptto",
];

/// Where a line ends for one program or another.
const LINE_ENDS: [char; 7] = [
    '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}',
];

/// Somebody whose name, organisation, message and address try to be something else, and whom they write to.
struct Trick {
    text: &'static str,
    inviter: Person,
    to: &'static str,
}

const fn trick(text: &'static str, email: &'static str, to: &'static str) -> Trick {
    let inviter = Person {
        name: text,
        email,
        ..OLGA
    };
    Trick { text, inviter, to }
}

const TRICKS: [Trick; 7] = [
    trick("</h2><a href=//evil>", "a{{7*7}}@x.test", "{{7*7}}@y.test"),
    trick("<img onerror=alert(1)>", "b${x}@x.test", "${x}@y.test"),
    trick("{{7*7}} {{x}}", "c%7b@x.test", "c=3d@y.test"),
    trick("${7*7} ${x}", "d&amp@x.test", "d&lt@y.test"),
    trick("<%= 7*7 %>", "e'or'1@x.test", "e'--@y.test"),
    trick("Anna\r\nBcc: x@evil.test", "f@x.test", "f@y.test"),
    trick(
        "Anna\u{2028}X-Evil: 1\u{2029}\u{85}",
        "g@x.test",
        "g@y.test",
    ),
];

/// Invites somebody with a message; answers the letter that they get.
async fn letter_of(house: &House, api: &Api, trick: &Trick) -> Result<Letter> {
    let organisation = house.found(trick.text, trick.inviter).await?;
    let token = api.sign_in(trick.inviter).await?;
    let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": trick.to,
        "grant": { "level": "staff" }, "name": trick.text, "message": trick.text });
    let command: Command = serde_json::from_value(invite)?;
    let pushed = PushedCommand {
        id: CommandId(ids::new()),
        after: None,
        command,
    };
    let answer = api.push(&organisation, &token, &[pushed]).await?;
    let done = format!("{answer:?}");
    ensure!(done.contains("Applied"), "{done}");
    house.post.letter(trick.to, 1).await
}

/// The letter is ours in every header and every link, and what was typed is text in it.
fn is_ours(house: &House, trick: &Trick, letter: &Letter) -> Result<()> {
    let headers: BTreeSet<&str> = letter.headers.iter().map(String::as_str).collect();
    ensure!(
        headers.len() == letter.headers.len(),
        "{:?}",
        letter.headers
    );
    let strange: Vec<_> = headers.iter().filter(|it| !HEADERS.contains(it)).collect();
    ensure!(strange.is_empty(), "{strange:?}");
    ensure!(letter.to == trick.to, "{}", letter.to);
    let page = Document::from(letter.html.as_str());
    let (base, mut links) = (house.server.url().as_str(), 0);
    for link in &page.select("[href], [src], [action]") {
        for address in ["href", "src", "action"]
            .into_iter()
            .filter_map(|it| link.attr(it))
        {
            ensure!(address.starts_with(base), "{address}");
            links += 1;
        }
    }
    ensure!(links > 0, "the letter has its button");
    ensure!(
        page.select("[onerror], script").is_empty(),
        "{}",
        letter.html
    );
    let name = Name::try_from(trick.text)?;
    // The blanks of no width keep mail programs from making links of names.
    let visible = |text: &str| {
        let text = text.replace('\u{200b}', "");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let shown = visible(&page.select("body").text());
    let plain = visible(&letter.text);
    for text in [name.unlinked(), Note::try_from(trick.text)?.unlinked()] {
        let text = visible(&text);
        ensure!(shown.contains(&text), "{text} as text: {shown}");
        ensure!(plain.contains(&text), "{text} as text: {plain}");
    }
    ensure!(letter.subject.lines().count() == 1, "{}", letter.subject);
    Ok(())
}

/// What somebody else's program says is logged, and stays within its line, wherever a program that reads logs ends one.
async fn logged(house: &House) -> Result<()> {
    let invite = json!({ "type": "invite_person", "membership": ids::new(), "contact": "tricky.anna@x.test",
        "grant": { "level": "staff" } });
    house.command(OLGA, serde_json::from_value(invite)?).await?;
    let line = async || {
        let said = house.server.said();
        let mut lines = said.lines().map(ToOwned::to_owned);
        Ok(lines.find(|it| it.contains("a letter is tried again") && it.contains("X-Evil: 1")))
    };
    let line = wait::until("what the mail server said is logged", line).await?;
    for part in ["Bcc: x@evil.test", "X-Evil: 2", "X-Evil: 3"] {
        ensure!(line.contains(part), "{part} in one line: {line}");
    }
    let said = house.server.said();
    for line in said.split(LINE_ENDS) {
        let mut starts = ["Bcc:", "X-Evil:"].iter();
        let torn = starts.any(|it| line.trim_start().starts_with(it));
        ensure!(!torn, "a log line was torn: {line}");
    }
    Ok(())
}

#[tokio::test]
async fn s_48_s_49_what_people_type_is_text_in_their_letters_and_one_line_in_the_log() -> Result<()>
{
    let house = House::open().await?;
    let api = Api::at(house.server.url())?;
    for trick in &TRICKS {
        let letter = letter_of(&house, &api, trick).await;
        let letter = letter.with_context(|| format!("{:?}", trick.text))?;
        is_ours(&house, trick, &letter).with_context(|| format!("{:?}", trick.text))?;
    }
    logged(&house).await?;
    let kept = store::contents(&house.server.data()).await?;
    for entry in kept.get("history").context("a history")? {
        ensure!(
            !entry.contains(['\r', '\n', '\u{2028}', '\u{85}']),
            "{entry}"
        );
    }
    house.server.verify_history().await?;
    house.server.ensure_no_errors()
}

/// MAIL-1: a name has at most 80 characters; longer ones are kept nowhere.
#[tokio::test]
async fn s_48_names_of_ten_thousand_characters_are_refused() -> Result<()> {
    let house = House::open().await?;
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    let long = "x".repeat(10_000);
    let path = format!("/v1/organisations/{}/commands", house.organisation);
    for field in ["name", "position", "message", "contact"] {
        let mut invite = json!({ "type": "invite_person", "membership": ids::new(),
            "contact": "anna@x.test", "grant": { "level": "staff" } });
        invite[field] = match field {
            "contact" => json!(format!("{long}@x.test")),
            _ => json!(long),
        };
        let body = json!({ "commands": [{ "id": ids::new(), "after": null, "command": invite }] });
        let asked = Request::new(Method::POST, &path).by(&olga).json(&body);
        let reply = api.send(asked).await?;
        reply.is_problem(Code::Malformed).context(field)?;
    }
    let made = house.server.make_organisation(&long, "long@x.test").await;
    ensure!(made.is_err(), "no organisation is called that: {made:?}");
    let kept = store::contents(&house.server.data()).await?;
    let mut rows = kept.values().flatten();
    ensure!(!rows.any(|row| row.contains(&long)), "it is kept nowhere");
    ensure!(house.post.letters_to("anna@x.test")?.is_empty());
    Ok(())
}
