-- Secrets in whose place a newer one stands, by their hash: whoever opens one is told that it was renewed.

CREATE TABLE renewed (
    hash TEXT NOT NULL PRIMARY KEY,
    -- The organisation of the invitation or link.
    organisation TEXT NOT NULL
);
