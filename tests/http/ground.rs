//! The ground of these tests: a server with two organisations that have nothing to do with each other.

use anyhow::{Context, Result, ensure};
use doorward_domain::{Command, CommandId};
use doorward_protocol::{Code, PushedCommand};
use doorward_suite::api::{Api, Reply, Request};
use doorward_suite::cast::{ERIK, OLGA};
use doorward_suite::house::House;
use doorward_suite::ids;
use doorward_suite::store::{self, Contents};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

/// Olga's organisation, Erik's organisation, and a session of each.
#[derive(Debug)]
pub struct Ground {
    pub house: House,
    pub api: Api,
    /// The secret of Olga's session.
    pub olga: String,
    /// The secret of the session of Erik, who has no business in Olga's organisation.
    pub erik: String,
    /// Erik's organisation.
    pub erik_house: String,
    before: Contents,
}

impl Ground {
    pub async fn lay() -> Result<Self> {
        let house = House::open().await?;
        let erik_house = house.found("Harbour Lofts", ERIK).await?;
        let api = Api::at(house.server.url())?;
        let (olga, erik) = (api.sign_in(OLGA).await?, api.sign_in(ERIK).await?);
        house.post_is_quiet().await?;
        let before = store::contents(&house.server.data()).await?;
        Ok(Self {
            house,
            api,
            olga,
            erik,
            erik_house,
            before,
        })
    }

    /// The path of Olga's organisation with more after it.
    pub fn path(&self, rest: &str) -> String {
        format!("/v1/organisations/{}{rest}", self.house.organisation)
    }

    /// A push to Olga's organisation by Olga, with this body.
    pub fn push(&self, body: &Value) -> Request {
        Request::new(Method::POST, &self.path("/commands"))
            .by(&self.olga)
            .json(body)
    }

    /// Sends a request that must be answered by a problem with this code.
    pub async fn refuses(&self, name: &str, request: Request, code: Code) -> Result<Reply> {
        let line = format!("{name}: {} {}", request.method, request.path);
        let reply = self.api.send(request).await.with_context(|| line.clone())?;
        reply.is_problem(code).context(line)?;
        Ok(reply)
    }

    /// What stands now is what nothing may change from here on.
    pub async fn stands_now(&mut self) -> Result<()> {
        self.before = store::contents(&self.house.server.data()).await?;
        Ok(())
    }

    /// Fails unless everything is as it was when the ground was laid, or when it was said to stand.
    pub async fn is_untouched(&self) -> Result<()> {
        let after = store::contents(&self.house.server.data()).await?;
        for (table, rows) in &after {
            let before = self.before.get(table).map_or(&[][..], Vec::as_slice);
            let new: Vec<&String> = rows.iter().filter(|row| !before.contains(row)).collect();
            let lost: Vec<&String> = before.iter().filter(|row| !rows.contains(row)).collect();
            ensure!(
                new.is_empty() && lost.is_empty(),
                "{table} has changed\nnew: {new:#?}\nlost: {lost:#?}"
            );
        }
        self.house.server.ensure_no_errors()
    }
}

/// A command as it is pushed.
pub fn pushed(id: Uuid, after: Option<Uuid>, command: Command) -> PushedCommand {
    PushedCommand {
        id: CommandId(id),
        after: after.map(CommandId),
        command,
    }
}

/// The body of a push of one command whose JSON is given.
pub fn one(command: &Value) -> Value {
    json!({ "commands": [{ "id": ids::new(), "after": null, "command": command }] })
}
