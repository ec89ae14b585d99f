//! Asking another program something that it may take any time to answer, for instance because it asks the person first.
//! The window does not wait for that: who asks is told that there is no answer yet, and is told when it comes late.

use std::fmt;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Asks one question at a time, and waits for each as long as it is told to.
pub(crate) struct Patience {
    longest: Duration,
    /// The end of a question that is still open.
    open: Mutex<Option<Receiver<()>>>,
    late: Arc<dyn Fn() + Send + Sync>,
}

impl fmt::Debug for Patience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Patience").finish_non_exhaustive()
    }
}

impl Patience {
    /// Waits so long; `late` is called when an answer came after that.
    pub(crate) fn new(longest: Duration, late: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            longest,
            open: Mutex::new(None),
            late: Arc::new(late),
        }
    }

    /// Asks on a thread of its own. None while there is no answer, to this question or to an earlier one.
    pub(crate) fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce() -> T + Send + 'static,
    ) -> Option<T> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(earlier) = &*open
            && earlier.try_recv() == Err(TryRecvError::Empty)
        {
            return None;
        }
        let (answer, answered) = mpsc::channel();
        let (end, ended) = mpsc::channel();
        let late = Arc::clone(&self.late);
        thread::spawn(move || {
            let nobody_waits = answer.send(question()).is_err();
            drop(end);
            if nobody_waits {
                late();
            }
        });
        let (result, still_open) = match answered.recv_timeout(self.longest) {
            Ok(answer) => (Some(answer), None),
            Err(RecvTimeoutError::Timeout) => (None, Some(ended)),
            Err(RecvTimeoutError::Disconnected) => (None, None),
        };
        *open = still_open;
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_nobody_answers_holds_nobody_up_and_is_not_asked_twice_s_62() {
        let (say, hear) = mpsc::channel::<()>();
        let (tell, told) = mpsc::channel();
        let patience = Patience::new(Duration::from_millis(20), move || {
            let _: Result<(), _> = tell.send(());
        });
        assert_eq!(patience.ask(|| 1), Some(1));
        assert_eq!(patience.ask(move || hear.recv().is_ok()), None);
        assert_eq!(
            patience.ask(|| 2),
            None,
            "one prompt is on the screen; a second one helps nobody"
        );
        assert!(say.send(()).is_ok(), "the person answers the prompt");
        assert!(told.recv().is_ok(), "whoever asked hears of it");
        assert_eq!(patience.ask(|| 3), Some(3));
    }

    #[test]
    fn a_question_that_breaks_is_not_waited_for() {
        let patience = Patience::new(Duration::from_mins(1), || ());
        let broken = patience.ask(|| -> u8 { std::panic::resume_unwind(Box::new("broken")) });
        assert_eq!(broken, None);
        assert_eq!(patience.ask(|| 1), Some(1));
    }
}
