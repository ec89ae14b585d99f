//! Scripts: statements that go to the database together, in their order. On SQLite that is one text, because each hop to
//! the thread of a connection takes longer than most statements; on PostgreSQL they go one after the other.

use std::fmt;

use futures_util::TryStreamExt;
use sqlx::any::{AnyArguments, AnyRow};
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Either, Executor};

use super::{Dialect, Error, Tx};

/// One statement with what is bound to its parameters `$1`, `$2` and so on.
#[derive(Debug, Clone)]
pub struct Statement {
    sql: String,
    bound: Vec<Bound>,
}

#[derive(Debug, Clone)]
enum Bound {
    Text(Option<String>),
    Number(i64),
}

impl Statement {
    /// A statement to whose parameters nothing is bound yet.
    pub fn new(sql: impl Into<String>) -> Self {
        let (sql, bound) = (sql.into(), Vec::new());
        Self { sql, bound }
    }

    /// Binds a text to the next parameter.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.optional(Some(text.into()))
    }

    /// Binds a text that may be missing to the next parameter.
    #[must_use]
    pub fn optional(mut self, text: Option<String>) -> Self {
        self.bound.push(Bound::Text(text));
        self
    }

    /// Binds an id to the next parameter.
    #[must_use]
    pub fn id(self, id: impl ToString + Copy) -> Self {
        self.text(id.to_string())
    }

    /// Binds a number to the next parameter.
    #[must_use]
    pub fn number(mut self, number: i64) -> Self {
        self.bound.push(Bound::Number(number));
        self
    }

    /// Binds a set to the next parameter.
    pub fn set<T: serde::Serialize + ?Sized>(self, set: &T) -> Result<Self, Error> {
        Ok(self.text(super::json(set)?))
    }

    fn query<'q>(self) -> Query<'q, Any, AnyArguments> {
        let query = sqlx::query(AssertSqlSafe(self.sql));
        self.bound.into_iter().fold(query, |query, it| match it {
            Bound::Text(text) => query.bind(text),
            Bound::Number(number) => query.bind(number),
        })
    }

    /// Appends another statement, whose parameters follow those that are here.
    fn append(&mut self, other: Self) {
        let before = self.bound.len();
        let mut parts = other.sql.split('$');
        self.sql.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let digits = part.bytes().take_while(u8::is_ascii_digit).count();
            let (number, rest) = part.split_at(digits);
            match number.parse::<usize>() {
                Ok(number) => self.sql.extend(["$", &(before + number).to_string(), rest]),
                Err(_) => self.sql.extend(["$", part]),
            }
        }
        self.sql.push_str(";\n");
        self.bound.extend(other.bound);
    }
}

/// Where a statement stands in its script, by which its rows are found; none for what was not asked.
pub type Slot = Option<usize>;

/// Statements that go to the database together.
#[derive(Debug)]
pub struct Script {
    dialect: Dialect,
    statements: Vec<Statement>,
}

impl Script {
    /// A script without any statement.
    pub fn new(dialect: Dialect) -> Self {
        let statements = Vec::new();
        Self {
            dialect,
            statements,
        }
    }

    /// The dialect that statements are to be written in.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Adds a statement.
    pub fn add(&mut self, statement: Statement) -> Slot {
        self.statements.push(statement);
        Some(self.statements.len() - 1)
    }
}

/// The rows of each statement of a script.
pub struct Answers(Vec<Vec<AnyRow>>);

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What they hold is what people entrusted to us.
        let rows: Vec<usize> = self.0.iter().map(Vec::len).collect();
        f.debug_tuple("Answers").field(&rows).finish()
    }
}

impl Answers {
    /// Takes the rows of one statement.
    pub fn take(&mut self, slot: Slot) -> Vec<AnyRow> {
        let rows = slot.and_then(|slot| self.0.get_mut(slot));
        rows.map(std::mem::take).unwrap_or_default()
    }
}

impl Tx {
    /// Executes a script. One that fails has done some of its work: the transaction is to be rolled back.
    pub async fn run(&mut self, script: Script) -> Result<Answers, Error> {
        let mut statements = script.statements.into_iter();
        match (self.dialect(), statements.len()) {
            (_, 0) => Ok(Answers(Vec::new())),
            (Dialect::Postgres, _) | (Dialect::Sqlite, 1) => {
                let mut answers = Vec::new();
                for statement in statements {
                    answers.push(statement.query().fetch_all(self.conn()).await?);
                }
                Ok(Answers(answers))
            }
            (Dialect::Sqlite, _) => {
                let mut all = Statement::new(String::new());
                statements.by_ref().for_each(|it| all.append(it));
                self.together(all).await
            }
        }
    }

    /// Executes what a function adds to a script.
    pub async fn script<T>(
        &mut self,
        fill: impl FnOnce(&mut Script) -> Result<T, Error>,
    ) -> Result<(T, Answers), Error> {
        let mut script = Script::new(self.dialect());
        let filled = fill(&mut script)?;
        Ok((filled, self.run(script).await?))
    }

    async fn together(&mut self, all: Statement) -> Result<Answers, Error> {
        let (mut answers, mut rows) = (Vec::new(), Vec::new());
        let mut steps = self.conn().fetch_many(all.query());
        while let Some(step) = steps.try_next().await? {
            match step {
                Either::Right(row) => rows.push(row),
                // The end of one statement.
                Either::Left(_) => answers.push(std::mem::take(&mut rows)),
            }
        }
        Ok(Answers(answers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameters_of_each_statement_follow_those_before() {
        let mut all = Statement::new("");
        all.append(Statement::new("SELECT $1, $2, $1").number(1).number(2));
        all.append(Statement::new("SELECT '$', $1, $10").text("three"));
        assert_eq!(all.sql, "SELECT $1, $2, $1;\nSELECT '$', $3, $12;\n");
        assert_eq!(all.bound.len(), 3);
    }
}
