//! A gateway for text messages that takes JSON over HTTP, and keeps what it is given.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;

use crate::wait;

/// What is kept.
type Kept = Arc<Mutex<Vec<Value>>>;

/// The gateway.
#[derive(Debug)]
pub struct Texts {
    url: String,
    kept: Kept,
}

impl Texts {
    /// Opens it.
    pub async fn open() -> Result<Self> {
        let kept = Kept::default();
        let take = async |State(kept): State<Kept>, Json(text): Json<Value>| {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.push(text);
        };
        let routes = Router::new().route("/send", post(take));
        let routes = routes.with_state(Arc::clone(&kept));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/send", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Ok(Self { url, kept })
    }

    /// What the configuration of a server says that sends by it to Estonia alone.
    pub fn configuration(&self) -> String {
        let url = &self.url;
        format!("\n[sms]\ntransport = \"http\"\nurl = \"{url}\"\ncountries = [\"+372\"]\n")
    }

    /// The six digits of the code that a number got last, once there is one.
    pub async fn code(&self, number: &str) -> Result<String> {
        let text = wait::until(&format!("a text message reaches {number}"), async || {
            let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(kept.iter().rfind(|it| it["to"] == number).cloned())
        })
        .await?;
        let text = text["text"].as_str().context("it says something")?;
        Ok(text.chars().take(6).collect())
    }
}
