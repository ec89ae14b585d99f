//! A table of people sent twice at the same time, and once more after it was broken off, invites everybody once (S-53).

use anyhow::{Context, Result};
use doorward_protocol::{PushAnswer, PushedCommand};
use doorward_server::execute;
use doorward_server::store::Dialect;
use doorward_suite::residents::residents;

use crate::house::{House, NOW};
use crate::push::count;

crate::on_both_engines!(s_53_a_table_that_is_sent_twice_at_once_invites_everybody_once);

const ROWS: usize = 1_000;
/// Commands in one push at most (DESIGN 4).
const TOGETHER: usize = 500;

async fn s_53_a_table_that_is_sent_twice_at_once_invites_everybody_once(
    house: &House,
) -> Result<()> {
    let rows = residents(ROWS)?;
    let other = match house.app.store().dialect() {
        Dialect::Sqlite => house.app.clone(),
        Dialect::Postgres => house.sibling_at(NOW).await?,
    };
    let send = async |app: &doorward_server::App, part: &[PushedCommand]| -> Result<PushAnswer> {
        let answer = execute::push(app, house.organisation, &house.owner, part).await;
        answer.context("a part was taken")
    };
    // Broken off in the middle of its first part.
    send(&house.app, &rows[..300]).await?;
    for part in rows.chunks(TOGETHER) {
        let (one, two) = tokio::join!(send(&house.app, part), send(&other, part));
        assert_eq!(one?, two?, "both are answered the same");
    }
    for part in rows.chunks(TOGETHER) {
        let again = send(&other, part).await?;
        assert_eq!(
            again.settled.len(),
            part.len(),
            "and so is whoever asks again"
        );
    }
    let invited = "SELECT count(*) FROM record WHERE kind = 'invitation'";
    assert_eq!(count(house, invited).await?, 1_000);
    let letters = "SELECT count(*) FROM letter WHERE kind = 'invitation'";
    assert_eq!(count(house, letters).await?, 1_000, "one letter each");
    let noted = "SELECT count(*) FROM history WHERE kind = 'person_invited'";
    assert_eq!(count(house, noted).await?, 1_000, "and noted once");
    Ok(())
}
