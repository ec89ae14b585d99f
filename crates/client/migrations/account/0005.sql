-- Entries of the bell that were read on this computer, until the server says so too.

CREATE TABLE read_here (
    id BLOB PRIMARY KEY,
    told INTEGER NOT NULL DEFAULT 0  -- 1: the server has been told
) STRICT, WITHOUT ROWID;
