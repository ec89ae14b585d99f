//! Taking the name of somebody who was erased out of what was said about others: it stands beside their id, wherever
//! somebody is named as the author of something.

use doorward_domain::{FORMER, PersonId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The same, with every author who is this person without a name.
pub fn nameless<T: Serialize + DeserializeOwned>(
    said: &T,
    person: PersonId,
) -> Result<T, serde_json::Error> {
    let mut value = serde_json::to_value(said)?;
    forget(&mut value, &person.to_string());
    serde_json::from_value(value)
}

fn forget(value: &mut Value, person: &str) {
    match value {
        Value::Object(fields) => {
            let is_theirs = fields.get("id").and_then(Value::as_str) == Some(person);
            if let Some(name) = fields.get_mut("name").filter(|_| is_theirs) {
                *name = FORMER.into();
            }
            fields.values_mut().for_each(|it| forget(it, person));
        }
        Value::Array(values) => values.iter_mut().for_each(|it| forget(it, person)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    #[test]
    fn a_refusal_names_nobody_who_was_erased_r_63() {
        let outcome = |name: &str| -> Outcome {
            let author = serde_json::json!({ "by": "person", "id": "00000000-0000-0000-0000-000000000007", "name": name });
            let by = serde_json::json!({ "author": author, "at": 5 });
            serde_json::from_value(
                serde_json::json!({ "is": "no_change", "revision": 3, "by": by }),
            )
            .unwrap()
        };
        let (anna, other) = (uuid::Uuid::from_u128(7), uuid::Uuid::from_u128(8));
        let said = outcome("Anna Tamm");
        assert_eq!(nameless(&said, PersonId(anna)).unwrap(), outcome(FORMER));
        assert_eq!(nameless(&said, PersonId(other)).unwrap(), said);
    }
}
