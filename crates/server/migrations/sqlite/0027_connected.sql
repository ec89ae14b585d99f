-- Accounts of other sites that people come in with, by what their site says of them: its own name and theirs.

CREATE TABLE connected (
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES account (person),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    connected_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX connected_once ON connected (issuer, subject);
CREATE INDEX connected_of ON connected (person);
