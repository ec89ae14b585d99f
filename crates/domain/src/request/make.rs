//! Asking to join (OLV-20 to OLV-29, BEL-18), and the meeting of request and invitation.

use serde::{Deserialize, Serialize};

use crate::actor::{Account, AccountStanding};
use crate::case::{Case, Fact, Stop};
use crate::decide::signed;
use crate::event::Event;
use crate::membership::{Answer, Asked, Locale, Membership, Side, Status};
use crate::record::Held;
use crate::refusal::Refusal;
use crate::request::newest_rejection;
use crate::{LinkId, MembershipId, Name, Note};

/// A signed-in person asks to join.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS), ts(optional_fields))]
#[serde(deny_unknown_fields)]
pub struct RequestToJoin {
    /// The id of the row that comes of it.
    pub membership: MembershipId,
    /// The position the person says they have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Name>,
    /// What the person adds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// Answers to the organisation's questions, at most five; one without its question is to the one in its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "bindings", ts(as = "Option<Vec<Answer>>"))]
    pub answers: Vec<Answer>,
    /// The language that the person asks in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
}

impl RequestToJoin {
    pub(crate) fn decide(&self, case: &Case<'_>) -> Result<Vec<Event>, Stop> {
        let account = case
            .actor
            .account()
            .ok_or(Refusal::Forbidden { needs: None })?;
        case.ask_about(account);
        let organisation = case.organisation()?;
        if organisation.standing != crate::Standing::Active {
            return Err(Refusal::NotFound.into());
        }
        if account.standing != AccountStanding::Living {
            return Err(Refusal::Forbidden { needs: None }.into());
        }
        if case
            .settings()
            .known_and(|settings| !settings.accepts_requests)
        {
            return Err(Refusal::NotAccepting.into());
        }
        self.answers_fit(case)?;
        case.may_begin(self.membership, account)?;
        if let Some(meeting) = case.meets_invitation(account)? {
            return case.accepted(meeting, account);
        }
        // An invitation is not bound by the waiting time, so meeting one comes first.
        case.waited_long_enough(account)?;
        Ok(vec![self.requested(case, account, None)])
    }

    /// At most five answers, and none to a question that is not asked: an answer is never read under other words.
    fn answers_fit(&self, case: &Case<'_>) -> Result<(), Stop> {
        let mut questions = self.answers.iter().filter_map(|it| it.question.as_ref());
        let strange = case
            .settings()
            .known_and(|settings| questions.any(|question| !settings.questions.contains(question)));
        if strange || self.answers.len() > 5 {
            return Err(Refusal::Invalid {
                field: "answers".into(),
            }
            .into());
        }
        Ok(())
    }

    /// The answers, each with the question that it is to.
    fn answered(&self, case: &Case<'_>) -> Vec<Answer> {
        let with_question = |(place, answer): (usize, &Answer)| {
            let asked = || match case.settings() {
                Fact::Known(settings) => settings.questions.get(place).cloned(),
                Fact::Unknown => None,
            };
            Answer {
                question: answer.question.clone().or_else(asked),
                text: answer.text.clone(),
            }
        };
        self.answers.iter().enumerate().map(with_question).collect()
    }

    /// The fact that somebody asked, directly or by a link.
    pub(crate) fn requested(
        &self,
        case: &Case<'_>,
        account: &Account,
        link: Option<LinkId>,
    ) -> Event {
        let asked = Asked {
            note: self.note.clone(),
            answers: self.answered(case),
            link,
            waits_since: case.now,
            locale: self.locale,
        };
        let membership = Membership {
            id: self.membership,
            person: Some(account.person),
            name: Some(account.name.clone()),
            position: self.position.clone(),
            staff: None,
            status: Status::Initiated { by: Side::Person },
            grant: None,
            suspended: false,
            visible: false,
            begun: signed(case.actor, case.now),
            invitation: None,
            asked: Some(asked),
            decided: None,
            reason: None,
            offer: None,
            approved_at: None,
            end_set_at: None,
        };
        Event::JoinRequested {
            membership: Box::new(membership),
            contacts: account.contacts.clone(),
        }
    }
}

impl Case<'_> {
    /// the id is new, and the person has no open request and no approved membership.
    pub(crate) fn may_begin(&self, id: MembershipId, account: &Account) -> Result<(), Stop> {
        if self.membership(id).known_and(|it| it.is_some()) {
            return Err(Refusal::Invalid {
                field: "membership".into(),
            }
            .into());
        }
        let live = self
            .of_person(account.person)
            .or_stop()?
            .into_iter()
            .find(|it| it.status.is_live());
        match live {
            Some(it) if it.status.is_approved() => Err(Refusal::AlreadyMember {
                membership: Some(it.id),
            }
            .into()),
            Some(it) => Err(Refusal::AlreadyOpen {
                membership: Some(it.id),
            }
            .into()),
            None => Ok(()),
        }
    }

    /// the waiting time after the newest rejection by the organisation has passed.
    pub(crate) fn waited_long_enough(&self, account: &Account) -> Result<(), Stop> {
        let rows = self.of_person(account.person).or_stop()?;
        let Some((_, at)) = newest_rejection(rows.iter().map(|it| &it.value)) else {
            return Ok(());
        };
        let until = self
            .settings()
            .map(|settings| at.plus_days(settings.waiting_days));
        match until {
            Fact::Known(until) if !self.now.is_past(until) => {
                Err(Refusal::TooSoon { until }.into())
            }
            Fact::Known(_) | Fact::Unknown => Ok(()),
        }
    }

    /// the newest open, acceptable invitation to a contact this person has verified, never at level Owner.
    pub(crate) fn meets_invitation(
        &self,
        account: &Account,
    ) -> Result<Option<&Held<Membership>>, Stop> {
        let mut newest: Option<&Held<Membership>> = None;
        for contact in &account.contacts {
            let Fact::Known(found) = self.by_contact(contact) else {
                continue;
            };
            for row in found.into_iter().filter(|it| it.is_open_invitation()) {
                let owner = row.grant.as_ref().is_some_and(crate::Grant::is_owner);
                let newer =
                    newest.is_none_or(|than| (row.begun.at, row.id) > (than.begun.at, than.id));
                match self.is_acceptable(row, account) {
                    Ok(()) if newer && !owner => newest = Some(row),
                    Ok(()) | Err(Stop::Refused(_) | Stop::Unchanged) => {}
                    Err(Stop::Unknown) => return Err(Stop::Unknown),
                }
            }
        }
        Ok(newest)
    }
}
