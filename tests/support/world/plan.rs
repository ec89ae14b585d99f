//! What is to happen in the park's past, told in the order of time however it is written down.

use anyhow::Result;
use doorward_domain::{Command, Grant, InvitePerson, MembershipId, Name};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::cast::Somebody;
use super::past::{DAY, Past, position};
use crate::ids;

type Deed = Box<dyn for<'a> FnOnce(&'a mut Past) -> BoxFuture<'a, Result<()>>>;

/// Deeds, each at so many minutes ago.
#[derive(Default)]
pub struct Plan {
    deeds: Vec<(i64, Deed)>,
}

impl Plan {
    /// Something is done.
    pub fn at(
        &mut self,
        minutes_ago: i64,
        deed: impl for<'a> FnOnce(&'a mut Past) -> BoxFuture<'a, Result<()>> + 'static,
    ) {
        self.deeds.push((minutes_ago, Box::new(deed)));
    }

    /// Somebody gives a command.
    pub fn give(&mut self, minutes_ago: i64, by: Somebody, command: impl Into<Command>) {
        let command = command.into();
        self.at(minutes_ago, move |past| {
            async move { past.give(&by, command).await.map(drop) }.boxed()
        });
    }

    /// Somebody invites somebody; their letter waits.
    pub fn invite(
        &mut self,
        minutes_ago: i64,
        by: Somebody,
        whom: Somebody,
        grant: Grant,
    ) -> Result<MembershipId> {
        let membership = MembershipId(ids::new());
        let invite = InvitePerson {
            membership,
            contact: whom.email().parse()?,
            grant,
            name: Some(Name::try_from(whom.name)?),
            position: position(&whom)?,
            locale: Some(whom.locale),
            message: None,
            staff: None,
        };
        self.at(minutes_ago, move |past| {
            past.is_of(&whom, membership);
            async move { past.give(&by, invite).await.map(drop) }.boxed()
        });
        Ok(membership)
    }

    /// Tells everything, the oldest first.
    pub async fn tell(mut self, past: &mut Past) -> Result<()> {
        self.deeds.sort_by_key(|(minutes_ago, _)| -minutes_ago);
        for (minutes_ago, deed) in self.deeds {
            past.minutes_ago(minutes_ago);
            deed(past).await?;
        }
        Ok(())
    }
}

/// So many days, in minutes.
pub const fn days(count: i64) -> i64 {
    count * DAY
}
