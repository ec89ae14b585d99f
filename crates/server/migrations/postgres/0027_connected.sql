-- Accounts of other sites that people come in with, by what their site says of them: its own name and theirs.

CREATE TABLE connected (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person TEXT COLLATE "C" NOT NULL REFERENCES account (person),
    issuer TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    connected_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX connected_once ON connected (issuer, subject);
CREATE INDEX connected_of ON connected (person);
