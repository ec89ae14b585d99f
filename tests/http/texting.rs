//! S-46: a phone of a country that whoever runs the server did not name is refused when the command arrives; what else is
//! in the same push goes on.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, Refusal};
use doorward_protocol::Outcome;
use doorward_suite::api::Api;
use doorward_suite::cast::{ANNA, OLGA};
use doorward_suite::house::House;
use doorward_suite::{ids, store};
use serde_json::json;

use crate::ground::pushed;

const FOREIGN: &str = "+44900123456";

fn invitation(contact: &str) -> Result<Command> {
    let body = json!({ "type": "invite_person", "membership": ids::new(), "contact": contact,
        "grant": { "level": "staff" } });
    serde_json::from_value(body).context("an invitation")
}

#[tokio::test]
async fn s_46_a_phone_of_another_country_is_refused_when_the_command_arrives() -> Result<()> {
    let gateway =
        "\n[sms]\ntransport = \"http\"\nurl = \"http://127.0.0.1:9/\"\ncountries = [\"+372\"]\n";
    let house = House::open_with(gateway).await?;
    let api = Api::at(house.server.url())?;
    let olga = api.sign_in(OLGA).await?;
    let (mut commands, mut after) = (Vec::new(), None);
    for contact in [FOREIGN, "+37255512345", ANNA.email] {
        let id = ids::new();
        commands.push(pushed(id, after.replace(id), invitation(contact)?));
    }
    let answer = api.push(&house.organisation, &olga, &commands).await?;
    let outcomes: Vec<&Outcome> = answer.settled.iter().map(|it| &it.outcome).collect();
    let refusal = Refusal::NotTexted;
    ensure!(*outcomes[0] == Outcome::Refused { refusal }, "{outcomes:?}");
    for applied in &outcomes[1..] {
        ensure!(matches!(applied, Outcome::Applied { .. }), "{outcomes:?}");
    }
    house.post.letter(ANNA.email, 1).await?;
    let kept = store::contents(&house.server.data()).await?;
    let named = |row: &&String| row.contains(FOREIGN);
    let found: Vec<&String> = kept.values().flatten().filter(named).collect();
    ensure!(found.is_empty(), "nothing is kept of it: {found:?}");
    Ok(())
}

#[tokio::test]
async fn s_46_where_no_text_message_is_sent_any_phone_is_invited_and_its_link_copied_r_53()
-> Result<()> {
    let house = House::open().await?;
    house.command(OLGA, invitation(FOREIGN)?).await.map(drop)
}
