//! Doing something for each of several, of whom one that fails keeps nobody waiting.

use std::fmt::Debug;
use std::future::Future;

use crate::store;

/// Does something for each, one after the other; answers the sum of what it came to. What fails is logged, and tried again
/// at the job's next round.
pub async fn each<T: Copy + Debug, F: Future<Output = Result<usize, store::Error>>>(
    of: impl IntoIterator<Item = T>,
    failed: &'static str,
    mut work: impl FnMut(T) -> F,
) -> usize {
    let mut sum = 0;
    for one in of {
        match work(one).await {
            Ok(came_to) => sum += came_to,
            Err(error) => tracing::warn!(%error, about = ?one, "{failed}"),
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_that_fails_keeps_nobody_waiting() {
        let work = |it: usize| async move {
            let passing = || sqlx::Error::PoolTimedOut.into();
            (it != 2).then_some(it).ok_or_else(passing)
        };
        assert_eq!(each([1, 2, 3], "failed", work).await, 4);
    }
}
