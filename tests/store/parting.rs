//! The end of an account: at once or after a period of grace, in every organisation, and nothing that names its person
//! is left (R-60 to R-63, BEL-19 to BEL-24).

use anyhow::{Context, Result, ensure};
use doorward_domain::{
    AcceptOwnership, AccountStanding, CancelAccountDeletion, Command, DeclineRequest,
    DeleteAccount, FORMER, Grant, Moment, OfferOwnership, OrganisationId, Parting, Preset,
    Standing, Status, StatusName, World,
};
use doorward_protocol::{Changes, Erased, SentRecord};
use doorward_server::execute::{self, Caller};
use doorward_server::jobs::{close, part};
use doorward_server::store::{accounts, letters, lookups};
use doorward_server::{App, anchor};
use reqwest::Method;
use serde_json::json;
use sqlx::{AssertSqlSafe, Row};

use crate::doors::{invite, member, row};
use crate::house::{House, NOW, membership, name, request};
use crate::net::Net;

crate::on_both_engines!(
    who_deletes_their_account_leaves_nothing_that_names_them_r_60_r_63,
    the_last_owner_has_a_period_of_grace_and_may_come_back_r_61,
    after_the_period_of_grace_the_organisation_goes_too_r_61_bel_22_bel_24,
    of_two_owners_who_leave_at_once_one_is_the_last_r_61,
    a_deletion_takes_a_fresh_sign_in_and_the_name_r_60,
);

/// A name that stands nowhere by chance.
const CALLED: &str = "zelmira";

async fn who_deletes_their_account_leaves_nothing_that_names_them_r_60_r_63(
    house: &House,
) -> Result<()> {
    let zelmira = busy(house).await?;
    let address = house.serve().await?;
    let (owners, hers) = (
        Net::of(house, &address, &house.owner).await?,
        Net::of(house, &address, &zelmira).await?,
    );
    let (_, _, cursor) = page(&owners, None).await?;
    let confirmed = json!({ "name": CALLED });
    ensure!(hers.send(Method::POST, "me/deletion", &confirmed).await? == 200);
    ensure!(hers.get("changes").await?.0 == 401, "signed out at once");
    ensure!(row(house, membership(2)).await?.0.status.name() == StatusName::Ended);
    ensure!(part::round(&house.app, None).await? == 1);
    ensure!(part::round(&house.app, None).await? == 0, "once");
    let traces = traces(house).await?;
    ensure!(traces.is_empty(), "{traces:?}");
    let (erased, records, _) = page(&owners, Some(&cursor)).await?;
    let person = zelmira.actor.person().context("a person")?;
    let [
        Erased {
            person: it,
            memberships,
            ..
        },
    ] = &erased[..]
    else {
        anyhow::bail!("one was erased: {erased:?}")
    };
    ensure!(*it == person && *memberships == [membership(2)]);
    let sent = serde_json::to_string(&records)?;
    ensure!(
        sent.contains(&membership(2).to_string()) && !sent.contains(CALLED),
        "{sent}"
    );
    let decided = row(house, membership(0x200)).await?.0.decided;
    ensure!(format!("{decided:?}").contains(FORMER), "{decided:?}");
    let chain = anchor::verify(&house.app).await?;
    ensure!(chain.iter().all(|it| it.fault.is_none()), "{chain:?}");
    ensure!(chain.iter().any(|it| it.erased > 3), "{chain:?}");
    let anew = house.person(4, CALLED).await?;
    ensure!(
        anew.actor.person() != Some(person),
        "who registers again is new"
    );
    Ok(())
}

/// An Administrator who declined a request, and is named in what its decision came to for somebody else.
async fn busy(house: &House) -> Result<Caller> {
    house.open_doors().await?;
    let zelmira = member(house, 2, CALLED, Grant::of(Preset::Administrator)).await?;
    let boris = house.person(3, "boris").await?;
    house.applied(&boris, request(0x200)).await?;
    let decline = DeclineRequest {
        membership: membership(0x200),
        reason: Some("no place".to_owned().try_into()?),
    };
    house.applied(&zelmira, decline.clone().into()).await?;
    let again = house.one(&house.owner, decline.into()).await?;
    ensure!(
        format!("{again:?}").contains(CALLED),
        "who was first: {again:?}"
    );
    Ok(zelmira)
}

/// Who was erased, the records and the cursor of a page.
async fn page(net: &Net, cursor: Option<&str>) -> Result<(Vec<Erased>, Vec<SentRecord>, String)> {
    let Changes::Page {
        erased,
        records,
        cursor,
        ..
    } = net.changes(cursor).await?
    else {
        anyhow::bail!("there is something to see")
    };
    Ok((erased, records, cursor))
}

async fn the_last_owner_has_a_period_of_grace_and_may_come_back_r_61(house: &House) -> Result<()> {
    let administrator = Grant::of(Preset::Administrator);
    member(house, 2, "anna", administrator).await?;
    let end = NOW.plus_days(14);
    let parting = delete(&house.app, &house.owner).await?;
    ensure!(parting == Some(Parting::Closes(end)));
    let olga = now_known(&house.app, &house.owner).await?;
    ensure!(olga.standing == AccountStanding::Closing { at: end });
    ensure!(
        row(house, membership(2)).await?.0.offer.is_some(),
        "Administrators are asked first"
    );
    ensure!(part::round(&house.app, Some(NOW.plus_days(13))).await? == 0);
    let closing = as_known(&house.app, &house.owner).await?;
    ensure!(
        delete(&house.app, &closing).await?.is_none(),
        "it closes already"
    );
    let keep = CancelAccountDeletion { name: name("olga") };
    ensure!(execute::keep_account(&house.app, &closing, &keep).await?);
    let olga = now_known(&house.app, &house.owner).await?;
    ensure!(olga.standing == AccountStanding::Living);
    ensure!(
        row(house, membership(2)).await?.0.offer.is_none(),
        "the offer is void"
    );
    let later = house.sibling_at(end.plus_days(1)).await?;
    ensure!(part::round(&later, Some(later.now())).await? == 0);
    Ok(())
}

async fn after_the_period_of_grace_the_organisation_goes_too_r_61_bel_22_bel_24(
    house: &House,
) -> Result<()> {
    member(house, 2, "anna", Grant::of(Preset::Staff)).await?;
    house
        .applied(&house.owner, invite(3, "boris", Grant::of(Preset::Staff)))
        .await?;
    delete(&house.app, &house.owner).await?;
    let later = house.sibling_at(NOW.plus_days(14)).await?;
    ensure!(part::round(&later, Some(later.now())).await? == 1);
    let standing = organisation(&later, house.organisation).await?;
    ensure!(standing == Standing::Deleted);
    ensure!(
        close::round(&later).await? == 2,
        "Anna's row and the invitation"
    );
    let statuses = [
        row(house, house.own).await?.0.status,
        row(house, membership(2)).await?.0.status,
    ];
    ensure!(
        statuses.iter().all(|it| it.name() == StatusName::Ended),
        "{statuses:?}"
    );
    ensure!(matches!(
        row(house, membership(3)).await?.0.status,
        Status::Cancelled { .. }
    ));
    let mut tx = later.store().snapshot().await?;
    let told = letters::delivery_of(&mut tx, membership(2).0).await?;
    let gone = told.iter().filter(|it| it.0 == "organisation_deleted");
    ensure!(gone.count() == 1, "members are told, once: {told:?}");
    Ok(())
}

/// Both are judged under the lock of what they own together, so the second to come is needed.
async fn of_two_owners_who_leave_at_once_one_is_the_last_r_61(house: &House) -> Result<()> {
    let (one, other) = (house.sibling_at(NOW).await?, house.sibling_at(NOW).await?);
    for race in 0..10_u128 {
        let first = house.person(0x100 + race, &format!("first{race}")).await?;
        let second = house.person(0x200 + race, &format!("second{race}")).await?;
        let made = execute::found(&house.app, &first, name(&format!("Café {race}")), None).await?;
        let id = made.organisation;
        let own = membership(0x300 + race);
        let contact = format!("second{race}@example.org");
        let invited = invite(
            0x300 + race,
            &format!("second{race}"),
            Grant::of(Preset::Member),
        );
        let steps: [(&Caller, Command); 4] = [
            (&first, invited),
            (
                &second,
                doorward_domain::AcceptInvitation { membership: own }.into(),
            ),
            (
                &first,
                OfferOwnership {
                    membership: own,
                    step_down: false,
                }
                .into(),
            ),
            (&second, AcceptOwnership { membership: own }.into()),
        ];
        for (who, command) in steps {
            let outcome = execute::one(&house.app, id, who, command).await?;
            ensure!(
                format!("{outcome:?}").starts_with("Applied"),
                "{contact}: {outcome:?}"
            );
        }
        let (left, right) = tokio::join!(delete(&one, &first), delete(&other, &second));
        let mut came = [left?, right?];
        came.sort_by_key(|it| matches!(it, Some(Parting::Closes(_))));
        ensure!(
            matches!(came, [Some(Parting::AtOnce), Some(Parting::Closes(_))]),
            "race {race}: {came:?}"
        );
    }
    Ok(())
}

async fn a_deletion_takes_a_fresh_sign_in_and_the_name_r_60(house: &House) -> Result<()> {
    let anna = house.person(2, "anna").await?;
    let account = anna.actor.account().context("an account")?.clone();
    let fresh = false;
    let stale = Caller::new(
        doorward_domain::Actor::Person { account, fresh },
        anna.device,
    );
    let address = house.serve().await?;
    let hers = Net::of(house, &address, &anna).await?;
    for (name, status) in [("Anna Tamm", 409), ("", 422), ("anna", 200)] {
        let refused = delete(&house.app, &stale).await;
        ensure!(
            name.is_empty() || refused.is_err(),
            "it needs a fresh sign-in"
        );
        let confirmed = json!({ "name": name });
        let came = hers.send(Method::POST, "me/deletion", &confirmed).await?;
        ensure!(came == status, "{name}: {came}");
    }
    ensure!(
        part::round(&house.app, None).await? == 1,
        "no organisation knows her"
    );
    Ok(())
}

async fn delete(app: &App, who: &Caller) -> Result<Option<Parting>> {
    let name = who.actor.account().context("an account")?.name.clone();
    Ok(execute::delete_account(app, who, &DeleteAccount { name }).await?)
}

async fn now_known(app: &App, who: &Caller) -> Result<doorward_domain::Account> {
    let person = who.actor.person().context("a person")?;
    let found = accounts::account_of(&mut app.store().snapshot().await?, person).await?;
    found.context("an account")
}

/// The same caller, as a request of theirs would know them now.
async fn as_known(app: &App, who: &Caller) -> Result<Caller> {
    let (account, fresh) = (now_known(app, who).await?, true);
    Ok(Caller::new(
        doorward_domain::Actor::Person { account, fresh },
        who.device,
    ))
}

async fn organisation(app: &App, id: OrganisationId) -> Result<Standing> {
    let mut world = World::new(id);
    let question = [doorward_domain::Lookup::Organisation].into();
    let mut tx = app.store().snapshot().await?;
    lookups::load(&mut tx, &mut world, &question, Moment(0)).await?;
    Ok(world.organisation().context("the organisation")?.standing)
}

/// Where the store names her: every table and column that holds her name or address. Letters that still wait name whom
/// they tell of; they forget it when they are sent.
async fn traces(house: &House) -> Result<Vec<String>> {
    let mut tx = house.app.store().snapshot().await?;
    let columns = match tx.dialect() {
        doorward_server::store::Dialect::Sqlite => {
            "SELECT t.name AS of, c.name AS called FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'"
        }
        doorward_server::store::Dialect::Postgres => {
            "SELECT CAST(table_name AS text) AS of, CAST(column_name AS text) AS called
            FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let columns = sqlx::query(columns).fetch_all(tx.conn()).await?;
    ensure!(columns.len() > 100, "every table is looked at");
    let mut found = Vec::new();
    for column in columns {
        let (table, column): (String, String) = (column.try_get(0)?, column.try_get(1)?);
        let waits = if table == "letter" {
            "AND state <> 'queued'"
        } else {
            ""
        };
        let sql = format!(
            "SELECT count(*) FROM \"{table}\" WHERE CAST(\"{column}\" AS text) LIKE '%{CALLED}%' {waits}"
        );
        let count: i64 = sqlx::query(AssertSqlSafe(sql))
            .fetch_one(tx.conn())
            .await?
            .try_get(0)?;
        if count > 0 {
            found.push(format!("{table}.{column}: {count}"));
        }
    }
    Ok(found)
}
