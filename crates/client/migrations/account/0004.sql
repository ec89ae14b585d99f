-- Batches: what was sent of one table, row by row, so that a stop of the program loses none, and rows that did not go can
-- be saved with everything they came with.

CREATE TABLE batch (
    id BLOB PRIMARY KEY,
    organisation BLOB NOT NULL,
    name TEXT NOT NULL,              -- what the file was called; empty when it was pasted
    level TEXT NOT NULL,             -- JSON: the level it gives
    made_at INTEGER NOT NULL,
    headings TEXT NOT NULL,          -- JSON: a list of texts
    paused INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE batch_row (
    batch BLOB NOT NULL,
    number INTEGER NOT NULL,         -- the row of the table
    contact TEXT NOT NULL,
    cells TEXT NOT NULL,             -- JSON: a list of texts, as they came
    state TEXT NOT NULL,             -- to_fix, skipped, waiting, sent, refused or taken_back
    problem TEXT,                    -- JSON: what was wrong with it
    refusal TEXT,                    -- JSON: why the rules said no
    command BLOB,
    membership BLOB,
    attempt INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (batch, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_row_command ON batch_row (command) WHERE command IS NOT NULL;
