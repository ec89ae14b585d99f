//! The page on which somebody adds a phone to their account, changes it and removes it.

use anyhow::Result;
use doorward_suite::cast::OLGA;
use doorward_suite::house::House;
use doorward_suite::texts::Texts;
use doorward_suite::window::Window;
use url::Url;

use crate::pages::{Form, Reader, State};

const PHONE: &str = "+37255512345";

/// Looks at every state of the page in a house that sends text messages.
pub async fn look(reader: &mut Reader) -> Result<()> {
    let texts = Texts::open().await?;
    let house = House::open_with(&texts.configuration()).await?;
    let page = house.community()?;
    let phone = house.server.url().join("/me/phone")?;
    let sign_up = house.server.url().join("/sign-up")?;
    let account = Form {
        fields: vec![
            ("name", "Ștefan Brânză".to_owned()),
            ("email", "+37255500000".to_owned()),
            ("password", "nine-quiet-green-lamps".to_owned()),
        ],
        ..Form::sent("input[name='code']")
    };
    let states = [state("sign-up-phone", &sign_up, Some(account))];
    reader.looks_at(&page, &states).await?;
    sign_in(&reader.window, &house).await?;
    let empty = Form::sent("[role=alert]");
    let states = [
        state("phone", &phone, None),
        state("phone-empty", &phone, Some(empty)),
    ];
    reader.looks_at(&page, &states).await?;

    reader.window.go_to(&phone).await?;
    reader.window.fill("input[name='phone']", PHONE).await?;
    reader
        .window
        .fill("input[name='present']", OLGA.password)
        .await?;
    reader.window.click("button[value='ask']").await?;
    reader.window.element("input[name='code']").await?;
    let states = [state("phone-code", &phone, None)];
    reader.looks_at(&page, &states).await?;

    reader.window.go_to(&phone).await?;
    let code = texts.code(PHONE).await?;
    reader.window.fill("input[name='code']", &code).await?;
    reader.window.click("button[value='code']").await?;
    reader.window.element("[role=status]").await?;
    let account = house.server.url().join("/me/account")?;
    let states = [
        state("phone-kept", &phone, None),
        state("account-with-phone", &account, None),
    ];
    reader.looks_at(&page, &states).await
}

async fn sign_in(window: &Window, house: &House) -> Result<()> {
    window.go_to(&house.server.url().join("/sign-in")?).await?;
    window.fill("input[name='email']", OLGA.email).await?;
    window.fill("input[name='password']", OLGA.password).await?;
    let button = "form:has(input[name='password']) button";
    window.click(button).await?;
    window.element("a[href='/sign-out']").await.map(drop)
}

fn state(name: &'static str, url: &Url, form: Option<Form>) -> State {
    State {
        name,
        url: url.clone(),
        form,
    }
}
