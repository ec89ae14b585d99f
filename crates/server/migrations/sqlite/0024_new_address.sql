-- New addresses that people want for their accounts, until a code shows that they are theirs.

CREATE TABLE new_address (
    person TEXT NOT NULL PRIMARY KEY REFERENCES account (person),
    -- What the code is made from.
    id TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- How often a code was typed.
    tries INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    -- The address that it took the place of, until every organisation has heard of it; none until it was confirmed.
    before TEXT
) STRICT, WITHOUT ROWID;
