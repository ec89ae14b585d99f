//! A headless device: `device FOLDER` takes calls of the contract as lines of JSON on its standard input, answers them
//! on its standard output, and tells there what changed. It closes when its input ends.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use doorward_client::{Act, Execute, Failure, Options, Query, Workplace};
use doorward_suite::keychain::FileKeychain;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Stdout, stdin, stdout};
use tokio::sync::Mutex;

/// One call.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Call {
    /// Its number, for the reply.
    call: u64,
    #[serde(flatten)]
    request: Request,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Request {
    Execute(Execute),
    Query(Query),
    Act(Act),
    /// What is wrong with its files.
    Examine,
    /// What its files hold.
    Contents,
}

type Output = Arc<Mutex<Stdout>>;

#[tokio::main]
async fn main() -> Result<()> {
    let log = tracing_subscriber::fmt().with_writer(std::io::stderr);
    log.with_env_filter(tracing_subscriber::EnvFilter::from_default_env())
        .init();
    let folder = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .context("which folder?")?;
    let keychain = Arc::new(FileKeychain::at(folder.join("keychain.json")));
    let workplace = Arc::new(Workplace::open(Options::new(folder.join("files"), keychain)).await?);
    let output: Output = Arc::new(Mutex::new(stdout()));

    let mut changes = workplace.subscribe();
    let telling = Arc::clone(&output);
    tokio::spawn(async move {
        // Changes that came too quickly are all told by the next one.
        while !matches!(
            changes.recv().await,
            Err(tokio::sync::broadcast::error::RecvError::Closed)
        ) {
            if say(&telling, &json!({ "changed": true })).await.is_err() {
                return;
            }
        }
    });
    let mut lines = BufReader::new(stdin()).lines();
    while let Some(line) = lines.next_line().await? {
        let call: Call = serde_json::from_str(&line).with_context(|| line.clone())?;
        tokio::spawn(reply(Arc::clone(&workplace), call, Arc::clone(&output)));
    }
    Ok(workplace.close().await?)
}

async fn reply(workplace: Arc<Workplace>, call: Call, output: Output) -> Result<()> {
    let said = match answer(&workplace, call.request).await {
        Ok(answer) => json!({ "call": call.call, "answer": answer }),
        Err(failure) => json!({ "call": call.call, "failure": failure }),
    };
    say(&output, &said).await
}

async fn answer(workplace: &Workplace, request: Request) -> Result<Value, Failure> {
    let answer = match request {
        Request::Execute(request) => {
            let (organisation, commands) = request.commands();
            serde_json::to_value(workplace.execute_all(organisation, commands).await?)
        }
        Request::Query(query) => serde_json::to_value(workplace.query(query).await?),
        Request::Act(act) => serde_json::to_value(workplace.act(act).await?),
        Request::Contents => serde_json::to_value(workplace.contents().await?),
        Request::Examine => serde_json::to_value(workplace.examine().await?),
    };
    answer.map_err(|error| Failure {
        code: error.to_string(),
        refusal: None,
        retry: false,
    })
}

async fn say(output: &Output, said: &Value) -> Result<()> {
    let mut output = output.lock().await;
    output.write_all(format!("{said}\n").as_bytes()).await?;
    Ok(output.flush().await?)
}
