-- What belongs to one account on this computer, whichever the organisation.

CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    organisation BLOB NOT NULL,
    command TEXT NOT NULL,           -- JSON, passed on unopened
    subject TEXT NOT NULL DEFAULT '', -- whom it is about, as the list of queued work says
    target BLOB,                     -- the record it names
    made_at INTEGER NOT NULL,
    certain INTEGER NOT NULL,        -- 0: to be checked by the server
    sent_order INTEGER,              -- set before it is handed to the network for the first time
    attempts INTEGER NOT NULL DEFAULT 0,
    stuck INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,                    -- JSON: what became of it
    settled_at INTEGER
) STRICT;
CREATE INDEX outbox_open ON outbox (organisation, position) WHERE outcome IS NULL;

-- The end of the chain that `after` continues: the last settled command of this device in each organisation.
CREATE TABLE chain (
    organisation BLOB PRIMARY KEY,
    last_settled BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The person's own rows, as the feed of the account sends them.
CREATE TABLE mine (
    id BLOB PRIMARY KEY,
    organisation BLOB,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
