//! Dialect: the few fragments in which SQLite and PostgreSQL differ. All sets travel as one JSON text parameter.

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// A file in the server's folder.
    Sqlite,
    /// A server of its own.
    Postgres,
}

/// The type of a column that is read from JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Text, an id or a hash.
    Text(&'static str),
    /// A whole number.
    Number(&'static str),
}

impl Column {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text(name) | Self::Number(name) => name,
        }
    }
}

impl Dialect {
    /// A table expression that reads the parameter, a JSON array of objects, as rows with these columns.
    pub fn rows(self, parameter: &str, alias: &str, columns: &[Column]) -> String {
        let column = |column: &Column| match (self, *column) {
            (Self::Sqlite, Column::Text(name) | Column::Number(name)) => {
                format!("line ->> '{name}' AS {name}")
            }
            (Self::Postgres, Column::Text(name)) => format!("{name} text"),
            (Self::Postgres, Column::Number(name)) => format!("{name} bigint"),
        };
        let columns = columns.iter().map(column).collect::<Vec<_>>().join(", ");
        match self {
            // Each row is parsed once: what has a limit is not merged into what reads it.
            Self::Sqlite => format!(
                "(SELECT {columns} FROM (SELECT jsonb(value) AS line FROM json_each({parameter}) LIMIT -1)) AS {alias}"
            ),
            Self::Postgres => {
                format!("jsonb_to_recordset(CAST({parameter} AS jsonb)) AS {alias}({columns})")
            }
        }
    }

    /// A query that reads the parameter, a JSON array of strings, as one column.
    pub fn list(self, parameter: &str) -> String {
        match self {
            Self::Sqlite => format!("SELECT value FROM json_each({parameter})"),
            Self::Postgres => {
                format!("SELECT jsonb_array_elements_text(CAST({parameter} AS jsonb))")
            }
        }
    }

    /// A table expression that reads the parameter, a JSON array of strings, as rows with one column `value`.
    pub fn values(self, parameter: &str, alias: &str) -> String {
        match self {
            Self::Sqlite => format!("json_each({parameter}) AS {alias}"),
            Self::Postgres => {
                format!("jsonb_array_elements_text(CAST({parameter} AS jsonb)) AS {alias}(value)")
            }
        }
    }

    /// What makes a query wait for, and keep, the rows it reads. SQLite has locked everything already.
    pub fn locked(self) -> &'static str {
        match self {
            Self::Sqlite => "",
            Self::Postgres => " FOR UPDATE",
        }
    }
}
