//! Comparing one type with its sample: read, written again, the same, and every field named.

use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Reads the sample as a `T`, writes it again, and compares it with the sample and with its snapshot.
pub fn keeps<T: Serialize + DeserializeOwned>(name: &str, sample: &Value) -> Result<()> {
    let read: T =
        serde_json::from_value(sample.clone()).with_context(|| format!("{name}: {sample:#}"))?;
    let written = serde_json::to_value(&read)?;
    ensure!(
        &written == sample,
        "{name} is written as it was read: {written:#}"
    );
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_json_snapshot!(name, written);
    });
    Ok(())
}

/// Fails unless a `T` refuses a field it does not know, and the sample has every field it does.
pub fn names_every_field<T: DeserializeOwned>(name: &str, sample: &Value) -> Result<()> {
    let mut strange = sample.clone();
    strange["a_field_nobody_knows"] = Value::from(1);
    let Err(error) = serde_json::from_value::<T>(strange) else {
        bail!("{name} takes a field that it does not know");
    };
    let error = error.to_string();
    let (_, expected) = error
        .split_once("expected")
        .with_context(|| format!("{name}: {error}"))?;
    for field in expected.split('`').skip(1).step_by(2) {
        ensure!(
            sample.get(field).is_some(),
            "the sample of {name} lacks the field {field}"
        );
    }
    Ok(())
}
