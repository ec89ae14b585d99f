//! The table of who may ask what of the API: every route of its document by everybody there is, each with the one answer
//! that it gets (SECURITY ROL-6). A route without a row in the table fails the test.

use anyhow::{Context, Result, bail, ensure};
use doorward_domain::{
    Command, EndMembership, Grant, LinkForm, LinkId, MakeLink, Permission, PermissionSet, Preset,
    RequestToJoin,
};
use doorward_server::execute;
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::doors::{invite, member};
use crate::house::{House, membership, name};

crate::on_both_engines!(s_27_everybody_gets_what_the_table_says_of_every_route);

const LINK: u128 = 0x70;
/// The first invitation that is open.
pub const OPEN: u128 = 20;
/// The request that waits.
pub const REQUESTER: u128 = 902;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Anonymous,
    Stranger,
    Invitee,
    Requester,
    Holder(Permission),
    Administrator,
    Owner,
    Ended,
    OwnerElsewhere,
}

impl Who {
    /// Whether they are a member in force.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Holder(_) | Self::Administrator | Self::Owner)
    }

    /// Whether they have any of these here.
    pub fn has(self, any: &[Permission]) -> bool {
        match self {
            Self::Holder(one) => any.contains(&one),
            Self::Administrator | Self::Owner => true,
            Self::Anonymous
            | Self::Stranger
            | Self::Invitee
            | Self::Requester
            | Self::Ended
            | Self::OwnerElsewhere => false,
        }
    }
}

/// The table: a route, what is sent, and what each gets.
fn answer(method: &str, path: &str, who: Who) -> Result<(Value, u16)> {
    use Permission as P;
    let nothing = || Value::Null;
    let if_any = |any: &[P]| if who.has(any) { 200 } else { 404 };
    let signed_in = |status| if who == Who::Anonymous { 401 } else { status };
    Ok(match (method, path) {
        // The page of this organisation is public, and nobody is listed there.
        (
            "get",
            "/healthz"
            | "/openapi.json"
            | "/v1/public/pass-keys"
            | "/v1/public/organisations/{id}/members",
        ) => (nothing(), 200),
        // Whoever signs with the secret is heard; this server has none and takes no reports.
        ("post", "/hooks/delivery") => (json!({ "reports": [] }), 404),
        ("post", "/v1/accounts" | "/v1/sessions") => (json!({}), 422),
        ("get", "/v1/me" | "/v1/me/devices" | "/v1/me/changes" | "/v1/stream") => {
            (nothing(), signed_in(200))
        }
        // What somebody does with an account of their own; what is sent here is not whole.
        (
            "post",
            "/v1/sessions/current/proof"
            | "/v1/me/deletion"
            | "/v1/me/deletion/cancel"
            | "/v1/organisations",
        ) => (json!({}), signed_in(422)),
        ("post", "/v1/me/notices/read") => (json!({ "notices": [] }), signed_in(204)),
        ("delete", "/v1/me/devices/{id}") => (nothing(), signed_in(404)),
        ("delete", "/v1/sessions/current") => (nothing(), signed_in(204)),
        ("get", "/v1/organisations/{id}/changes") => (
            nothing(),
            signed_in(if who.is_inside() { 200 } else { 404 }),
        ),
        ("post", "/v1/organisations/{id}/commands") => (
            json!({ "commands": [] }),
            signed_in(if who.is_inside() { 200 } else { 404 }),
        ),
        ("get", "/v1/organisations/{id}/history") => (
            nothing(),
            signed_in(if_any(&[P::HistoryView, P::HistoryExport])),
        ),
        (
            "post",
            "/v1/organisations/{id}/invitations/{membership}/link"
            | "/v1/organisations/{id}/links/{link}/link",
        ) => (nothing(), signed_in(if_any(&[P::InvitationsManage]))),
        _ => bail!("{method} {path} has no row in the table"),
    })
}

/// Everybody there is, each with the secret of a session.
pub async fn everybody(house: &House) -> Result<Vec<(Who, Option<String>)>> {
    house.open_doors().await?;
    let mut all = vec![
        (Who::Anonymous, None),
        (Who::Owner, Some(house.session(&house.owner).await?)),
    ];
    let stranger = house.person(900, "stranger").await?;
    all.push((Who::Stranger, Some(house.session(&stranger).await?)));
    let invitee = house.person(901, "open").await?;
    all.push((Who::Invitee, Some(house.session(&invitee).await?)));
    let requester = house.person(REQUESTER, "requester").await?;
    let ask = RequestToJoin {
        membership: membership(REQUESTER),
        position: None,
        note: None,
        answers: Vec::new(),
        locale: None,
    };
    house
        .applied(&requester, Command::RequestToJoin(ask))
        .await?;
    all.push((Who::Requester, Some(house.session(&requester).await?)));
    let elsewhere = house.person(903, "elsewhere").await?;
    execute::found(&house.app, &elsewhere, name("Harbour Lofts"), None).await?;
    all.push((Who::OwnerElsewhere, Some(house.session(&elsewhere).await?)));
    let administrator = member(
        house,
        904,
        "administrator",
        Grant::of(Preset::Administrator),
    )
    .await?;
    all.push((
        Who::Administrator,
        Some(house.session(&administrator).await?),
    ));
    let ended = member(house, 905, "ended", Grant::of(Preset::Owner)).await?;
    let end = EndMembership {
        membership: membership(905),
    };
    house.applied(&house.owner, end.into()).await?;
    all.push((Who::Ended, Some(house.session(&ended).await?)));
    holders(house, &mut all).await?;
    Ok(all)
}

/// Somebody with each single permission.
async fn holders(house: &House, all: &mut Vec<(Who, Option<String>)>) -> Result<()> {
    // deleting the organisation is the preset Owner's alone.
    let single = Permission::ALL
        .iter()
        .filter(|it| **it != Permission::OrganisationDelete);
    for (place, one) in single.enumerate() {
        let grant = Grant {
            extras: PermissionSet::of(&[*one]),
            ..Grant::of(Preset::Guest)
        };
        let holder = member(
            house,
            1000 + place as u128,
            &format!("holder{place}"),
            grant,
        )
        .await?;
        all.push((Who::Holder(*one), Some(house.session(&holder).await?)));
    }
    Ok(())
}

async fn s_27_everybody_gets_what_the_table_says_of_every_route(house: &House) -> Result<()> {
    let all = everybody(house).await?;
    house
        .applied(&house.owner, invite(OPEN, "open", Grant::of(Preset::Guest)))
        .await?;
    house.applied(&house.owner, link()).await?;
    let api = Api::of(house).await?;
    let mut wrong = Vec::new();
    for (method, path) in api.routes().await? {
        for (who, token) in &all {
            let (_, expected) = answer(&method, &path, *who)?;
            let answered = api.ask((&method, &path), *who, token.as_deref()).await?;
            let status = answered.status().as_u16();
            if status != expected {
                wrong.push(format!(
                    "{method} {path} by {who:?}: {status}, not {expected}"
                ));
            }
        }
    }
    ensure!(wrong.is_empty(), "{wrong:#?}");
    Ok(())
}

/// A link that anybody may use.
pub fn link() -> Command {
    Command::MakeLink(MakeLink {
        link: LinkId(Uuid::from_u128(LINK)),
        name: name("By the door"),
        form: LinkForm::Link,
        level: Preset::Guest.into(),
        needs_approval: None,
        max_uses: None,
        domains: std::collections::BTreeSet::new(),
    })
}

/// The API of a house.
pub struct Api<'a> {
    house: &'a House,
    address: String,
    client: Client,
}

impl<'a> Api<'a> {
    /// The API of a house, served from now on.
    pub async fn of(house: &'a House) -> Result<Self> {
        drop(rustls::crypto::ring::default_provider().install_default());
        Ok(Self {
            house,
            address: house.serve().await?.clone(),
            client: Client::builder().build()?,
        })
    }

    /// Every method and path of its document. Signing out comes last: it ends what the others need.
    pub async fn routes(&self) -> Result<Vec<(String, String)>> {
        let document = self.client.get(format!("{}/openapi.json", self.address));
        let document: Value = document.send().await?.json().await?;
        let paths = document["paths"].as_object().context("it has paths")?;
        let mut routes = Vec::new();
        for (path, methods) in paths {
            let methods = methods.as_object().context("a path has methods")?.keys();
            routes.extend(methods.map(|method| (method.clone(), path.clone())));
        }
        routes.sort_by_key(|(method, path)| method == "delete" && path == "/v1/sessions/current");
        Ok(routes)
    }

    /// Asks as somebody, with what the table says is sent.
    pub async fn ask(
        &self,
        (method, path): (&str, &str),
        who: Who,
        token: Option<&str>,
    ) -> Result<Response> {
        let (body, _) = answer(method, path, who)?;
        let url = format!("{}{}", self.address, filled_in(path, self.house));
        let method = method.to_uppercase().parse::<Method>()?;
        let mut request = self.client.request(method, url);
        if !body.is_null() {
            request = request.json(&body);
        }
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        Ok(request.send().await?)
    }
}

fn filled_in(path: &str, house: &House) -> String {
    let path = path.replace("{membership}", &membership(OPEN).0.to_string());
    let path = path.replace("{link}", &Uuid::from_u128(LINK).to_string());
    // A device is nobody's, an organisation is Olga's.
    let id = if path.contains("/devices/") {
        Uuid::from_u128(0xdead).to_string()
    } else {
        house.organisation.to_string()
    };
    path.replace("{id}", &id)
}
