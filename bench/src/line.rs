//! One line of what was measured: the workload, how many members there are, which run, and the fields of that workload.

use serde_json::{Map, Value, json};

/// Prints one line.
pub fn print(workload: &str, members: usize, run: usize, fields: Value) {
    let mut line = Map::new();
    line.insert("workload".into(), json!(workload));
    line.insert("members".into(), json!(members));
    line.insert("run".into(), json!(run));
    if let Value::Object(fields) = fields {
        line.extend(fields);
    }
    println!("{}", Value::Object(line));
}
