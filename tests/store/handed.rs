//! Whoever decides a request because it moved hears of it at the change, and once (R-41, R-46, RULES 7).

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    About, AcceptInvitation, Command, EndMembership, Grant, InvitePerson, MembershipId,
    Organisation, Permission, PermissionSet, Preset, ResumeMember, SuspendMember,
};
use doorward_server::execute::{self, Caller};
use doorward_server::jobs::hand;
use doorward_server::store::letters;
use tokio::task::JoinSet;

use crate::house::{House, NOW, invite, membership, name, request};
use crate::net::Net;
use crate::own_copy::Own;

crate::on_both_engines!(
    who_decides_a_request_because_it_moved_hears_of_it_at_once_and_once_s_30_r_41,
    a_stand_in_hears_of_what_waits_when_their_time_begins_r_46,
    who_comes_to_decide_hears_of_all_that_waits_by_one_letter_r_41,
    what_a_suspended_account_was_to_decide_moves_at_once_s_30_r_41,
);

const DAY: i64 = 24 * 60 * 60 * 1000;

/// Somebody, with what their device was told.
struct Reader {
    net: Net,
    own: Own,
}

impl Reader {
    async fn of(house: &House, address: &str, caller: &Caller) -> Result<Self> {
        Ok(Self {
            net: Net::of(house, address, caller).await?,
            own: Own::default(),
        })
    }

    /// Waits until they are told of a request.
    async fn is_told(&mut self, house: &House) -> Result<()> {
        self.own.until(house, &self.net, "request").await.map(drop)
    }

    /// How often they were told of a request.
    async fn times(&mut self) -> Result<usize> {
        self.own.pull(&self.net).await?;
        let told = self.own.notices().into_iter();
        Ok(told.filter(|it| it.kind == "request").count())
    }
}

/// A house whose requests go to one above it when nobody here can decide them; Boris has asked, and Olga was told.
struct Managed {
    address: String,
    mara: Caller,
    here: Reader,
    above: Reader,
    jobs: Jobs,
}

/// The server's jobs, as long as this is kept.
type Jobs = JoinSet<()>;

fn jobs(house: &House) -> Result<Jobs> {
    let mut jobs = JoinSet::new();
    jobs.spawn(house.app.jobs()?);
    Ok(jobs)
}

async fn managed(house: &House) -> Result<Managed> {
    house.open_doors().await?;
    let mara = house.person(50, "mara").await?;
    let manager = execute::found(&house.app, &mara, name("Harbour"), None).await?;
    let put = |it: &mut Organisation| it.managed_by = Some(manager.organisation);
    execute::operate(&house.app, house.organisation, "managed", put).await?;
    let address = house.serve().await?;
    let mut here = Reader::of(house, &address, &house.owner).await?;
    let mut above = Reader::of(house, &address, &mara).await?;
    let jobs = jobs(house)?;
    let boris = house.person(2, "boris").await?;
    house.applied(&boris, request(21)).await?;
    here.is_told(house).await?;
    ensure!(above.times().await? == 0, "it is decided here");
    Ok(Managed {
        address,
        mara,
        here,
        above,
        jobs,
    })
}

async fn who_decides_a_request_because_it_moved_hears_of_it_at_once_and_once_s_30_r_41(
    house: &House,
) -> Result<()> {
    let Managed {
        address,
        mara,
        mut here,
        mut above,
        jobs: _jobs,
    } = managed(house).await?;

    let leave = EndMembership {
        membership: house.own,
    };
    house.applied(&house.owner, leave.into()).await?;
    above.is_told(house).await?;

    // Mara acts as Owner and appoints Carla, to whom it goes on.
    let carla = house.person(3, "carla").await?;
    let mut next = Reader::of(house, &address, &carla).await?;
    joins(house, (&mara, &carla), 31, Grant::of(Preset::Manager)).await?;
    next.is_told(house).await?;

    // To Mara, and back again: she knows of it.
    let suspend = SuspendMember {
        membership: membership(31),
    };
    house.applied(&mara, suspend.into()).await?;
    ensure!(hand::round(&house.app).await? == 0, "there is nobody new");
    let resume = ResumeMember {
        membership: membership(31),
    };
    house.applied(&mara, resume.into()).await?;
    ensure!(hand::round(&house.app).await? == 0, "there is nobody new");
    for reader in [&mut here, &mut above, &mut next] {
        ensure!(
            reader.times().await? == 1,
            "each once: {:?}",
            reader.own.rows
        );
    }
    // The one to the group, and one to each of them.
    ensure!(queued(house, membership(21)).await? == 4);
    Ok(())
}

/// The operator's program is another one over the same database; what waits for the next minute would come too late.
async fn what_a_suspended_account_was_to_decide_moves_at_once_s_30_r_41(
    house: &House,
) -> Result<()> {
    let Managed {
        mut above,
        jobs: _jobs,
        ..
    } = managed(house).await?;
    let operator = house.sibling_at(NOW).await?;
    let olga = house.owner.actor.account().context("an account")?;
    execute::suspend(&operator, &olga.contacts[0], true).await?;
    above.is_told(house).await?;
    Ok(())
}

async fn a_stand_in_hears_of_what_waits_when_their_time_begins_r_46(house: &House) -> Result<()> {
    house.open_doors().await?;
    let address = house.serve().await?;
    let carla = house.person(3, "carla").await?;
    let stands_in = Grant {
        extras: PermissionSet::of(&[Permission::RequestsDecide]),
        starts_at: Some(NOW.plus_millis(DAY)),
        ends_at: Some(NOW.plus_millis(3 * DAY)),
        ..Grant::of(Preset::Staff)
    };
    joins(house, (&house.owner, &carla), 31, stands_in).await?;
    let mut here = Reader::of(house, &address, &house.owner).await?;
    let mut next = Reader::of(house, &address, &carla).await?;
    let _jobs = jobs(house)?;
    let boris = house.person(2, "boris").await?;
    house.applied(&boris, request(21)).await?;
    here.is_told(house).await?;
    ensure!(hand::round(&house.app).await? == 0, "her time has not come");
    house.clock.set(NOW.plus_millis(DAY));
    ensure!(hand::round(&house.app).await? == 1);
    ensure!(hand::round(&house.app).await? == 0, "once");
    ensure!((here.times().await?, next.times().await?) == (1, 1));
    Ok(())
}

async fn who_comes_to_decide_hears_of_all_that_waits_by_one_letter_r_41(
    house: &House,
) -> Result<()> {
    house.open_doors().await?;
    let address = house.serve().await?;
    let mut here = Reader::of(house, &address, &house.owner).await?;
    let carla = house.person(9, "carla").await?;
    let mut next = Reader::of(house, &address, &carla).await?;
    let _jobs = jobs(house)?;
    for (number, who) in [(2, "boris"), (3, "dana"), (4, "erik")] {
        let asking = house.person(number, who).await?;
        house.applied(&asking, request(20 + number)).await?;
    }
    let asked = ("request", 3);
    here.own.until_told(house, &here.net, asked).await?;
    joins(
        house,
        (&house.owner, &carla),
        31,
        Grant::of(Preset::Manager),
    )
    .await?;
    let told = next.own.until(house, &next.net, "requests_handed").await?;
    ensure!(
        told.about == About::Organisation(house.organisation),
        "{told:?}"
    );
    ensure!(hand::round(&house.app).await? == 0, "once");
    ensure!(next.times().await? == 0, "no letter for each of them");
    let handed = next.own.notices();
    let handed = handed.iter().filter(|it| it.kind == "requests_handed");
    ensure!(handed.count() == 1, "RULES 7: once per event");
    let mut tx = house.app.store().snapshot().await?;
    let letters = letters::delivery_of(&mut tx, house.organisation.0).await?;
    let letters = letters.iter().filter(|(kind, _)| kind == "requests_handed");
    ensure!(letters.count() == 1, "one letter to one person");
    Ok(())
}

/// Has somebody invited, who accepts.
async fn joins(
    house: &House,
    (by, person): (&Caller, &Caller),
    number: u128,
    grant: Grant,
) -> Result<()> {
    let contacts = person.actor.account().map(|it| it.contacts.clone());
    let contact = contacts.unwrap_or_default().remove(0);
    let Command::InvitePerson(invited) = invite(number, contact.as_str()) else {
        unreachable!("an invitation")
    };
    let invited = InvitePerson { grant, ..invited };
    house.applied(by, invited.into()).await?;
    let accept = AcceptInvitation {
        membership: membership(number),
    };
    house.applied(person, accept.into()).await.map(drop)
}

/// How many letters say that somebody asks to join.
async fn queued(house: &House, request: MembershipId) -> Result<usize> {
    let mut tx = house.app.store().snapshot().await?;
    let letters = letters::delivery_of(&mut tx, request.0).await?;
    Ok(letters.iter().filter(|(kind, _)| kind == "request").count())
}
