-- The person's own rows by what they are, too: an invitation and the membership it becomes share their id. Rows of before
-- stay readable without a network; their sums do not agree with the server's, so the next contact fetches them anew.

ALTER TABLE mine RENAME TO mine_before;

CREATE TABLE mine (
    kind TEXT NOT NULL,
    id BLOB NOT NULL,
    revision INTEGER NOT NULL,
    organisation BLOB,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO mine (kind, id, revision, organisation, body)
SELECT (SELECT key FROM json_each(body)), id, 0, organisation, body FROM mine_before;

DROP TABLE mine_before;
