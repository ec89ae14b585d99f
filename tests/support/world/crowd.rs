//! Many members at once, written as their records: nobody tells the story of a hundred thousand people.

use anyhow::{Context, Result};
use doorward_domain::{
    Answer, Asked, Day, Grant, MemberActivity, MemberContact, Membership, MembershipId, Name, Note,
    PersonId, Preset, Record, Signed,
};

use super::past::{DAY, Past};
use crate::ids;

/// Records written together.
const BATCH: usize = 2_000;

const FIRST: &[&str] = &[
    "Aino",
    "Mihkel",
    "Õnne",
    "Jüri",
    "Kärt",
    "Ștefan",
    "Ilinca",
    "Țurcan",
    "Mădălina",
    "Анна",
    "Семён",
    "Жанна",
    "Пётр",
    "Юлия",
    "Κώστας",
    "Ελένη",
    "Θάλεια",
    "ნინო",
    "დავით",
    "Zoë",
];
const LAST: &[&str] = &[
    "Tamm",
    "Mägi",
    "Õunapuu",
    "Sõõrumaa",
    "Kask",
    "Brânză",
    "Țăranu",
    "Popescu",
    "Ionescu",
    "Соколова",
    "Ёлкин",
    "Щербак",
    "Журавлёв",
    "Παππάς",
    "Δήμου",
    "ბერიძე",
    "ლომიძე",
    "O'Brien",
    "Żółkiewski",
    "Çelik",
];
const POSITIONS: &[&str] = &[
    "Tenant",
    "Resident",
    "Arendaja",
    "Инженер",
    "Rezident",
    "Бухгалтер",
];
const LEVELS: &[Preset] = &[
    Preset::Member,
    Preset::Member,
    Preset::Member,
    Preset::Staff,
    Preset::Guest,
];

/// Makes so many more people members, each with an address and a day on which they were here.
pub async fn join(past: &mut Past, count: usize) -> Result<()> {
    // Somebody who came by a link and was approved at once has nothing that these would not have.
    let like = past.row("raluca.tiriac").await?;
    let numbers: Vec<usize> = (0..count).collect();
    for numbers in numbers.chunks(BATCH / 3) {
        let mut records = Vec::new();
        for number in numbers {
            records.extend(one(past, &like, *number)?);
        }
        past.put(records).await?;
    }
    Ok(())
}

/// Makes so many more people ask to join, each a second after the one before, and answer a question.
pub async fn ask(past: &mut Past, count: usize) -> Result<()> {
    let like = past.row("stefan.branza").await?;
    let numbers: Vec<usize> = (0..count).collect();
    for numbers in numbers.chunks(BATCH / 2) {
        let mut records = Vec::new();
        for number in numbers {
            records.extend(asking(past, &like, *number)?);
        }
        past.put(records).await?;
    }
    Ok(())
}

fn asking(past: &Past, like: &Membership, number: usize) -> Result<[Record; 2]> {
    let id = MembershipId(ids::new());
    // So lately that nobody is reminded of them.
    past.minutes_ago(2_000);
    let since = past.at(2_000).plus_millis(i64::try_from(number)? * 1_000);
    let answer = Answer {
        question: Note::try_from("Which flat?").ok(),
        text: Note::try_from(format!("Flat {number}"))?,
    };
    let asked = like.asked.clone().context("somebody who asks")?;
    let membership = Membership {
        id,
        person: Some(PersonId(ids::new())),
        name: Some(Name::try_from(format!("Waiting {number}"))?),
        asked: Some(Asked {
            waits_since: since,
            answers: vec![answer],
            ..asked
        }),
        begun: Signed {
            at: since,
            ..past.system()
        },
        ..like.clone()
    };
    let contact = format!("waiting{number}@tenants.example").parse();
    let contact = MemberContact {
        membership: id,
        contacts: vec![contact.ok().context("an address")?],
    };
    Ok([
        Record::Membership(Box::new(membership)),
        Record::MemberContact(contact),
    ])
}

fn one(past: &Past, like: &Membership, number: usize) -> Result<[Record; 3]> {
    let id = MembershipId(ids::new());
    let pick = |of: &[&'static str], at: usize| of[at % of.len()];
    // The two numbers walk through all pairs before one comes again, and further ones are told apart by a number.
    let (first, last) = (
        pick(FIRST, number),
        pick(LAST, number / FIRST.len() + number),
    );
    let round = number / (FIRST.len() * LAST.len());
    let name = match round {
        0 => format!("{first} {last}"),
        _ => format!("{first} {last} {round}"),
    };
    let joined = i64::try_from(number % 200)? * DAY + 7 * DAY;
    past.minutes_ago(joined);
    let membership = Membership {
        id,
        person: Some(PersonId(ids::new())),
        name: Some(Name::try_from(name)?),
        position: Some(Name::try_from(pick(POSITIONS, number))?),
        grant: Some(Grant::of(LEVELS[number % LEVELS.len()])),
        suspended: number.is_multiple_of(97),
        visible: number.is_multiple_of(5),
        begun: past.system(),
        decided: Some(past.system()),
        ..like.clone()
    };
    let contact = format!("person{number}@tenants.example").parse();
    let contact = MemberContact {
        membership: id,
        contacts: vec![contact.ok().context("an address")?],
    };
    let activity = MemberActivity {
        membership: id,
        last_seen_on: Day(past.at(0).day().0 - i64::try_from(number % 60)?),
    };
    Ok([
        Record::Membership(Box::new(membership)),
        Record::MemberContact(contact),
        Record::MemberActivity(activity),
    ])
}
