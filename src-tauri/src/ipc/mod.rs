//! What the page may call. Each call is handed on as it is; the device decides.

pub(crate) mod act;
pub(crate) mod execute;
pub(crate) mod query;

#[cfg(test)]
mod tests {
    const CAPABILITY: &str = include_str!("../../capabilities/main.json");
    const BUILD: &str = include_str!("../../build.rs");
    const SHELL: &str = include_str!("../lib.rs");

    #[test]
    fn the_page_may_call_exactly_what_is_answered_s_56() {
        let commands = ["execute", "query", "act"];
        assert!(
            SHELL.contains(&format!("generate_handler![{}]", commands.join(", "))),
            "these are answered"
        );
        assert!(
            BUILD.contains(&format!("[\"{}\"]", commands.join("\", \""))),
            "these need a permission"
        );
        for command in commands {
            assert!(
                CAPABILITY.contains(&format!("\"allow-{command}\"")),
                "{command} is permitted"
            );
        }
        assert_eq!(
            CAPABILITY.matches("allow-").count(),
            commands.len() + 4,
            "beside them only hearing events, ceasing to, zooming and printing"
        );
    }
}
