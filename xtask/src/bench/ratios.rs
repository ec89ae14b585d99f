//! The table at the end: what was measured, the limit of the same run, their ratio, and the ratio to reach.

use serde_json::{Value, json};

use super::lines::Lines;

/// What a ratio is to reach.
#[derive(Debug, Clone, Copy)]
enum Goal {
    AtMost(f64),
    AtLeast(f64),
}

/// One line of the table.
#[derive(Debug, Clone)]
struct Row {
    name: &'static str,
    ours: Option<f64>,
    limit: Option<f64>,
    goal: Goal,
}

/// The table, as far as its lines were measured.
pub fn table(lines: &Lines) -> String {
    let rows = [
        receiving(lines),
        sending(lines),
        serving(lines),
        window(lines),
    ]
    .concat();
    let mut table = format!(
        "\n{:<34}{:>12}{:>12}{:>10}   goal\n",
        "", "ours", "limit", "ratio"
    );
    for row in rows {
        let (Some(ours), Some(limit)) = (row.ours, row.limit) else {
            continue;
        };
        let ratio = ours / limit;
        let (goal, is_met) = match row.goal {
            Goal::AtMost(most) => (format!("≤ {most}"), ratio <= most),
            Goal::AtLeast(least) => (format!("≥ {least}"), ratio >= least),
        };
        let mark = if is_met { "" } else { "  missed" };
        let name = row.name;
        let line = format!("{name:<34}{ours:>12.3}{limit:>12.3}{ratio:>9.2}x   {goal}{mark}\n");
        table.push_str(&line);
    }
    table
}

fn limit(lines: &Lines, test: &str, more: &[(&'static str, Value)], at: &str) -> Option<f64> {
    let mut like = vec![("test", json!(test))];
    like.extend_from_slice(more);
    lines.median(&like, at)
}

fn ours(lines: &Lines, workload: &str, more: &[(&'static str, Value)], at: &str) -> Option<f64> {
    let mut like = vec![("workload", json!(workload))];
    like.extend_from_slice(more);
    lines.median(&like, at)
}

fn at_most(name: &'static str, ours: Option<f64>, limit: Option<f64>, most: f64) -> Row {
    let goal = Goal::AtMost(most);
    Row {
        name,
        ours,
        limit,
        goal,
    }
}

fn at_least(name: &'static str, ours: Option<f64>, limit: Option<f64>, least: f64) -> Row {
    let goal = Goal::AtLeast(least);
    Row {
        name,
        ours,
        limit,
        goal,
    }
}

/// What changes so many rows in one transaction.
fn delta(lines: &Lines, rows: u32) -> Option<f64> {
    let rows = [("rows", json!(rows))];
    limit(lines, "limit_delta_apply", &rows, "/median_ms")
}

fn receiving(lines: &Lines) -> Vec<Row> {
    let packed = [
        ("mode", json!("zst")),
        ("fts", json!(true)),
        ("idx", json!("after")),
    ];
    let rows = limit(lines, "limit_bootstrap", &packed, "/wall_ms");
    let everything = |at| ours(lines, "W1", &[], at);
    let changed = |many: u32, at| ours(lines, "W2", &[("changed", json!(many))], at);
    let (wall, bytes, empty) = ("/wall_ms", "/wire_bytes", changed(0, "/empty_request_ms"));
    let memory = everything("/rss_peak_kb");
    vec![
        at_most("W1 everything, ms", everything(wall), rows, 0.5),
        at_most("W1 memory, KiB", memory, Some(65_536.0), 1.0),
        at_most(
            "W2 100 changed, ms",
            changed(100, wall),
            delta(lines, 100),
            4.0,
        ),
        at_most(
            "W2 100 changed, bytes",
            changed(100, bytes),
            Some(10_240.0),
            1.0,
        ),
        at_most("W2 nothing changed, ms", changed(0, wall), empty, 10.0),
    ]
}

fn sending(lines: &Lines) -> Vec<Row> {
    let commit = "/sqlite_wal_full_commit_median_ms";
    let commit = limit(lines, "limit_fsync", &[], commit);
    let tcp = "limit_propagation_tcp_plus_one_commit";
    let tcp = limit(lines, tcp, &[], "/median_ms");
    let rank = "/fts_top50_by_rank/median_ms";
    let rank = limit(lines, "limit_search", &[], rank);
    let pushed = ours(lines, "W3", &[], "/push_wall_s").map(|seconds| seconds * 1e3);
    let local = ours(lines, "W3", &[], "/local_write_ms");
    let median = |workload| ours(lines, workload, &[], "/median_ms");
    vec![
        at_most("W3 1,000 pushed, ms", pushed, delta(lines, 1000), 4.0),
        at_most("W3 one written here, ms", local, commit, 2.0),
        at_most("W4 device to device, ms", median("W4"), tcp, 30.0),
        at_most("W5 search, ms", median("W5"), rank, 2.0),
    ]
}

fn serving(lines: &Lines) -> Vec<Row> {
    let of = |name: &str, at| ours(lines, "W6", &[("op", json!(name))], at);
    let in_process = |at| limit(lines, "limit_server_ops_in_process", &[], at);
    let a_second = |millis: f64| 1e3 / millis;
    let invite = in_process("/invite_commit_full_sync_median_ms").map(a_second);
    // The limit is that of one core; the server has both.
    let page = in_process("/page50_keyset_median_ms").map(|millis| 2.0 * a_second(millis));
    let bulk = in_process("/invites_bulk_1000_ms");
    let rate = |name| of(name, "/ops_s");
    vec![
        at_least("W6 pages, 8 connections, /s", rate("page_8"), page, 0.25),
        at_least("W6 invitations, 1, /s", rate("invite_1"), invite, 0.25),
        at_least("W6 invitations, 8, /s", rate("invite_8"), invite, 0.45),
        at_most(
            "W6 1,000 in bulk, ms",
            of("invite_bulk", "/median_ms"),
            bulk,
            12.0,
        ),
        at_least("W6 acceptances, /s", rate("accept"), invite, 0.3),
    ]
}

fn window(lines: &Lines) -> Vec<Row> {
    let of = |what: &str, at| ours(lines, "ui", &[("what", json!(what))], at);
    let search = of("search", "/median_ms").zip(of("search", "/bare_median_ms"));
    let above = search.map(|(ours, theirs)| ours - theirs);
    let (start, bare) = (of("start", "/ms"), of("start", "/bare_ms"));
    let (scroll, still) = (of("scroll", "/p95_ms"), of("scroll", "/bare_p95_ms"));
    vec![
        at_most("ui start, ms", start, bare, 1.5),
        at_most("ui search above a script's, ms", above, Some(15.0), 1.0),
        at_most("ui scroll p95, ms", scroll, still, 1.3),
    ]
}
