-- What a command was based on, and the questions about people that are kept under a name.

ALTER TABLE outbox ADD COLUMN basis TEXT; -- JSON: the record as it was shown when the command was made

CREATE TABLE saved_view (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    organisation BLOB NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,             -- JSON
    UNIQUE (organisation, name)
) STRICT;
