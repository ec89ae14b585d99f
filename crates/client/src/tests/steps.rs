//! The order of sync, without I/O: one thing of a course at a time, waits, parking, the doorbell (SYN-2, S-77, S-78).

use doorward_domain::OrganisationId;
use doorward_protocol::{MAX_COMMANDS, Ring};
use proptest::prelude::*;
use uuid::Uuid;

use crate::clock::Tick;
use crate::sync::testing::{Effect, Fault, Input, PullEnd, PushEnd, State, Status, step};

const A: OrganisationId = OrganisationId(Uuid::from_u128(1));
const B: OrganisationId = OrganisationId(Uuid::from_u128(2));

/// A run of sync at ticks that a test sets.
struct Run {
    state: State,
    now: u64,
}

impl Run {
    fn new() -> Self {
        Self {
            state: State::new(),
            now: 1000,
        }
    }

    fn say(&mut self, input: Input) -> Vec<Effect> {
        let (state, effects) = step(self.state.clone(), Tick(self.now), input);
        self.state = state;
        effects
    }

    /// Connected, everything pulled, nothing under way.
    fn quiet() -> Self {
        let mut run = Self::new();
        run.say(Input::Doorbell { connected: true });
        run.say(Input::PulledMine {
            end: PullEnd::Done { revision: 1 },
        });
        run.say(Input::PulledMine {
            end: PullEnd::Done { revision: 1 },
        });
        for organisation in [A, B] {
            run.say(Input::Known {
                organisation,
                revision: 5,
            });
            run.say(Input::Pulled {
                organisation,
                end: PullEnd::Done { revision: 5 },
            });
        }
        assert_eq!(run.status(), Status::Idle);
        run
    }

    fn status(&self) -> Status {
        self.state.status(Tick(self.now))
    }

    fn queued(&mut self, ready_at: u64) -> Vec<Effect> {
        self.say(Input::Queued {
            organisation: A,
            ready_at: Tick(ready_at),
        })
    }

    fn pushed(&mut self, end: PushEnd) -> Vec<Effect> {
        self.say(Input::Pushed {
            organisation: A,
            end,
        })
    }
}

const PUSH: Effect = Effect::Push {
    organisation: A,
    limit: MAX_COMMANDS,
};
const PULL: Effect = Effect::Pull { organisation: A };

#[test]
fn one_push_of_an_organisation_at_a_time_and_a_pull_after_it() {
    let mut run = Run::quiet();
    assert_eq!(run.queued(1000), [PUSH]);
    assert_eq!(run.queued(1000), [], "one is under way");
    assert_eq!(
        run.pushed(PushEnd::Done { next: None }),
        [PUSH],
        "what was queued meanwhile is not forgotten"
    );
    assert_eq!(run.pushed(PushEnd::Done { next: None }), [PULL]);
    assert_eq!(
        run.say(Input::Pulled {
            organisation: A,
            end: PullEnd::Done { revision: 6 }
        }),
        []
    );
    assert_eq!(run.status(), Status::Idle);
}

#[test]
fn a_held_command_is_pushed_when_its_hold_ends() {
    let mut run = Run::quiet();
    assert_eq!(run.queued(11_000), [Effect::WakeAt(Tick(11_000))]);
    run.now = 10_999;
    assert_eq!(run.say(Input::Time), [Effect::WakeAt(Tick(11_000))]);
    run.now = 11_000;
    assert_eq!(run.say(Input::Time), [PUSH]);
}

#[test]
fn the_doorbell_pulls_only_what_is_new() {
    let mut run = Run::quiet();
    let ring = |revision| Input::Rang(Ring::Organisation { id: A, revision });
    assert_eq!(run.say(ring(5)), []);
    assert_eq!(run.say(ring(6)), [PULL]);
    assert_eq!(run.say(ring(7)), [], "the pull is under way");
    assert_eq!(
        run.say(Input::Pulled {
            organisation: A,
            end: PullEnd::Done { revision: 6 }
        }),
        [PULL]
    );
}

#[test]
fn without_a_doorbell_it_looks_by_itself() {
    let mut run = Run::quiet();
    let effects = run.say(Input::Doorbell { connected: false });
    let Some(Effect::WakeAt(at)) = effects.last() else {
        panic!("{effects:?}")
    };
    run.now = at.0;
    let effects = run.say(Input::Time);
    assert!(
        effects.contains(&PULL) && effects.contains(&Effect::PullMine),
        "{effects:?}"
    );
}

#[test]
fn out_of_reach_one_request_at_a_time_looks_for_the_server_s_77() {
    let mut run = Run::quiet();
    run.queued(1000);
    run.pushed(PushEnd::Failed(Fault::Offline));
    assert_eq!(run.status(), Status::Offline);
    let mut waits = Vec::new();
    for _ in 0..12 {
        let before = run.now;
        let effects = run.say(Input::Time);
        let Some(Effect::WakeAt(at)) = effects.last() else {
            panic!("{effects:?}")
        };
        run.now = at.0;
        waits.push(run.now - before);
        let effects = run.say(Input::Time);
        assert_eq!(
            effects[0],
            Effect::PullMine,
            "nothing is handed to a network that leads nowhere"
        );
        assert!(
            effects[1..]
                .iter()
                .all(|it| matches!(it, Effect::WakeAt(_))),
            "{effects:?}"
        );
        run.say(Input::PulledMine {
            end: PullEnd::Failed(Fault::Offline),
        });
    }
    assert!(waits.iter().all(|wait| *wait <= 30_000), "{waits:?}");
    let effects = run.say(Input::Doorbell { connected: true });
    assert!(
        effects.contains(&PUSH),
        "back online, what waits goes at once: {effects:?}"
    );
}

#[test]
fn a_fault_of_one_organisation_waits_longer_and_longer_and_stops_no_other_s_78() {
    let mut run = Run::quiet();
    run.queued(1000);
    let mut before = 0;
    for _ in 0..15 {
        let effects = run.pushed(PushEnd::Failed(Fault::Passing { after: None }));
        let Some(Effect::WakeAt(at)) = effects.last() else {
            panic!("{effects:?}")
        };
        let wait = at.0 - run.now;
        assert!(wait >= before && wait <= 300_000, "{wait} after {before}");
        before = wait;
        let other = run.say(Input::Queued {
            organisation: B,
            ready_at: Tick(run.now),
        });
        assert!(other.iter().any(|it| matches!(
            it,
            Effect::Push {
                organisation: B,
                ..
            }
        )));
        run.say(Input::Pushed {
            organisation: B,
            end: PushEnd::Done { next: None },
        });
        run.say(Input::Pulled {
            organisation: B,
            end: PullEnd::Done { revision: 9 },
        });
        run.now = at.0;
        assert_eq!(run.say(Input::Time)[0], PUSH);
    }
    assert_eq!(before, 300_000);
}

#[test]
fn a_batch_that_is_not_taken_is_halved_down_to_the_one_command_s_78() {
    let mut run = Run::quiet();
    run.queued(1000);
    let mut sent = MAX_COMMANDS;
    while sent > 1 {
        sent /= 2;
        let effects = run.pushed(PushEnd::Fewer { sent: sent * 2 });
        assert_eq!(
            effects,
            [Effect::Push {
                organisation: A,
                limit: sent
            }]
        );
    }
    run.pushed(PushEnd::Done {
        next: Some(Tick(run.now)),
    });
    assert_eq!(
        run.pushed(PushEnd::Done {
            next: Some(Tick(run.now))
        }),
        [Effect::Push {
            organisation: A,
            limit: 4
        }]
    );
}

#[test]
fn what_waits_is_sent_once_an_organisation_that_was_switched_off_answers_again_syn_2() {
    let mut run = Run::quiet();
    run.queued(1000);
    let effects = run.pushed(PushEnd::NoView);
    assert_eq!(effects[0], PULL, "a pull tells what that means");
    let effects = run.say(Input::Pulled {
        organisation: A,
        end: PullEnd::Done { revision: 9 },
    });
    let [Effect::WakeAt(at)] = effects[..] else {
        panic!("{effects:?}")
    };
    run.now = at.0;
    assert_eq!(run.say(Input::Time), [PUSH]);
}

#[test]
fn a_second_difference_in_a_row_is_not_asked_for_at_once_syn_7() {
    let mut run = Run::quiet();
    run.say(Input::Rang(Ring::Organisation { id: A, revision: 9 }));
    assert_eq!(
        run.say(Input::Pulled {
            organisation: A,
            end: PullEnd::Anew
        }),
        [PULL]
    );
    let effects = run.say(Input::Pulled {
        organisation: A,
        end: PullEnd::Anew,
    });
    assert!(matches!(effects[..], [Effect::WakeAt(_)]), "{effects:?}");
}

#[test]
fn an_ended_session_ends_sync_and_keeps_everything_s_38() {
    let mut run = Run::quiet();
    run.queued(1000);
    assert_eq!(run.pushed(PushEnd::Failed(Fault::SignedOut)), []);
    assert_eq!(run.status(), Status::SignedOut);
    assert_eq!(run.queued(1000), []);
    let mut run = Run::quiet();
    run.queued(1000);
    run.pushed(PushEnd::Failed(Fault::UpdateNeeded));
    assert_eq!(
        run.status(),
        Status::UpdateNeeded,
        "too old a client keeps its outbox and asks for the update"
    );
}

/// What a run may be told; ends are answers to what is under way.
fn any_end() -> impl Strategy<Value = u8> {
    0u8..6
}

proptest! {
    #[test]
    fn whatever_happens_no_course_does_two_things_and_nothing_due_is_forgotten_syn_2(ends in prop::collection::vec((any_end(), 0u64..40_000), 1..80)) {
        let mut run = Run::quiet();
        let mut under_way: Vec<Effect> = run.queued(1000);
        for (choice, pause) in ends {
            run.now += pause;
            let input = match under_way.pop() {
                Some(Effect::Push { organisation, .. }) => {
                    let end = match choice {
                        0 | 1 => PushEnd::Done { next: None },
                        2 => PushEnd::Failed(Fault::Offline),
                        3 => PushEnd::Failed(Fault::Passing { after: None }),
                        4 => PushEnd::Fewer { sent: 9 },
                        _ => PushEnd::NoView,
                    };
                    Input::Pushed { organisation, end }
                }
                Some(Effect::Pull { organisation }) => {
                    let end = match choice {
                        0..=2 => PullEnd::Done { revision: run.now },
                        3 => PullEnd::Failed(Fault::Offline),
                        4 => PullEnd::Failed(Fault::Passing { after: None }),
                        _ => PullEnd::Anew,
                    };
                    Input::Pulled { organisation, end }
                }
                Some(Effect::PullMine) => Input::PulledMine { end: PullEnd::Done { revision: run.now } },
                Some(Effect::WakeAt(_) | Effect::Listen) | None => Input::Time,
            };
            for effect in run.say(input) {
                let course = |it: &Effect| match it {
                    Effect::Push { organisation, .. } | Effect::Pull { organisation } => Some(*organisation),
                    Effect::PullMine | Effect::WakeAt(_) | Effect::Listen => None,
                };
                prop_assert!(course(&effect).is_none() || !under_way.iter().any(|it| course(it) == course(&effect)));
                if !matches!(effect, Effect::WakeAt(_) | Effect::Listen) {
                    under_way.push(effect);
                }
            }
        }
        // With every answer good and time enough, all comes to rest.
        for _ in 0..200 {
            run.now += 400_000;
            let input = match under_way.pop() {
                Some(Effect::Push { organisation, .. }) => Input::Pushed { organisation, end: PushEnd::Done { next: None } },
                Some(Effect::Pull { organisation }) => Input::Pulled { organisation, end: PullEnd::Done { revision: run.now } },
                Some(Effect::PullMine) => Input::PulledMine { end: PullEnd::Done { revision: run.now } },
                Some(Effect::WakeAt(_) | Effect::Listen) | None => Input::Time,
            };
            under_way.extend(run.say(input).into_iter().filter(|it| !matches!(it, Effect::WakeAt(_) | Effect::Listen)));
        }
        prop_assert_eq!(run.status(), Status::Idle);
    }
}
