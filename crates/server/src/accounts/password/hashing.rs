//! How passwords are kept: argon2id in a PHC string, at most four at a time. Somebody who does not exist costs the same.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use super::rules::normalised;
use crate::config;

/// Most hashes that are computed at the same time; each takes its memory.
const AT_ONCE: usize = 4;
/// The least memory in KiB that is taken, whatever the configuration says.
const LEAST_MEMORY: u32 = 19 * 1024;
/// The fewest passes, whatever the configuration says.
const FEWEST_PASSES: u32 = 2;

/// Hashes and verifies passwords.
#[derive(Debug, Clone)]
pub struct Passwords {
    params: Params,
    gate: Arc<Semaphore>,
}

/// A password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct Unhashed;

/// What verifying a password came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is another one.
    Wrong,
    /// It is the one.
    Right {
        /// The same password hashed anew, where the one kept was made with weaker parameters.
        anew: Option<String>,
    },
}

impl Passwords {
    /// With the costs configured, never below the floor.
    pub fn new(costs: config::Passwords) -> Self {
        let memory = costs.memory_kib.max(LEAST_MEMORY);
        let passes = costs.passes.max(FEWEST_PASSES);
        let params = Params::new(memory, passes, 1, None).unwrap_or(Params::DEFAULT);
        Self {
            params,
            gate: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Hashes a password for keeping.
    pub async fn hash(&self, password: &str) -> Result<String, Unhashed> {
        let (password, argon) = (normalised(password), self.argon());
        self.run(move || hashed(&argon, &password)).await?
    }

    /// Verifies a password against the one kept. Without one it computes as long, and answers no (ENU-1).
    pub async fn verify(&self, password: &str, kept: Option<String>) -> Result<Verdict, Unhashed> {
        let (password, argon) = (normalised(password), self.argon());
        self.run(move || {
            let Some(kept) = kept else {
                hashed(&argon, &password)?;
                return Ok(Verdict::Wrong);
            };
            if argon
                .verify_password(password.as_bytes(), kept.as_str())
                .is_err()
            {
                return Ok(Verdict::Wrong);
            }
            let anew = is_weaker(&kept, argon.params())
                .then(|| hashed(&argon, &password))
                .transpose()?;
            Ok(Verdict::Right { anew })
        })
        .await?
    }

    fn argon(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Unhashed> {
        let gate = Arc::clone(&self.gate);
        let permit = gate.acquire_owned().await.map_err(|_| Unhashed)?;
        // The work goes on when whoever asked has hung up, and its place is taken for as long.
        let work = move || {
            let done = work();
            drop(permit);
            done
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| Unhashed)
    }
}

fn hashed(argon: &Argon2<'_>, password: &str) -> Result<String, Unhashed> {
    let hash: PasswordHash = argon
        .hash_password(password.as_bytes())
        .map_err(|_| Unhashed)?;
    Ok(hash.to_string())
}

fn is_weaker(kept: &str, now: &Params) -> bool {
    let then = PasswordHash::new(kept)
        .ok()
        .and_then(|hash| Params::try_from(&hash).ok());
    then.is_none_or(|then| then.m_cost() < now.m_cost() || then.t_cost() < now.t_cost())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn light() -> Passwords {
        Passwords::new(config::Passwords {
            memory_kib: 0,
            passes: 0,
        })
    }

    #[tokio::test]
    async fn a_password_is_kept_as_argon2id_and_recognised() {
        let passwords = light();
        let kept = passwords.hash("тихая-улица-за-углом").await.unwrap();
        assert!(
            kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "the floor holds: {kept}"
        );
        let right = passwords
            .verify("тихая-улица-за-углом", Some(kept.clone()))
            .await
            .unwrap();
        assert_eq!(right, Verdict::Right { anew: None });
        assert_eq!(
            passwords
                .verify("тихая-улица-за-рекой", Some(kept))
                .await
                .unwrap(),
            Verdict::Wrong
        );
        assert_eq!(
            passwords
                .verify("тихая-улица-за-углом", None)
                .await
                .unwrap(),
            Verdict::Wrong
        );
    }

    #[tokio::test]
    async fn who_hangs_up_makes_no_room_for_more_at_once() {
        let passwords = light();
        let (begun, begins) = tokio::sync::oneshot::channel();
        let (end, ends) = std::sync::mpsc::channel::<()>();
        let asked = {
            let passwords = passwords.clone();
            let work = move || {
                begun.send(()).unwrap();
                ends.recv().unwrap();
            };
            tokio::spawn(async move { passwords.run(work).await })
        };
        begins.await.unwrap();
        asked.abort();
        assert!(asked.await.unwrap_err().is_cancelled());
        assert_eq!(passwords.gate.available_permits(), AT_ONCE - 1);
        end.send(()).unwrap();
        let all = u32::try_from(AT_ONCE).unwrap();
        drop(passwords.gate.acquire_many(all).await.unwrap());
    }

    #[tokio::test]
    async fn a_weaker_hash_is_made_anew_at_sign_in() {
        let kept = light().hash("seven-tall-white-doors").await.unwrap();
        let stronger = Passwords::new(config::Passwords {
            memory_kib: 20 * 1024,
            passes: 2,
        });
        let verdict = stronger
            .verify("seven-tall-white-doors", Some(kept))
            .await
            .unwrap();
        let Verdict::Right { anew: Some(anew) } = verdict else {
            panic!("it is right and made anew: {verdict:?}")
        };
        assert!(anew.contains("m=20480"), "{anew}");
    }
}
