-- When a text message was handed over last: it counts from then on, whichever process sends it.

ALTER TABLE letter ADD COLUMN texted_at INTEGER;

UPDATE letter SET texted_at = settled_at WHERE state = 'sent' AND contact LIKE '+%';

CREATE INDEX letter_texted ON letter (texted_at) WHERE texted_at IS NOT NULL;

-- Secrets that were renewed before it was noted which: the program makes the hashes of the earlier ones from the key beside the
-- database, and empties this table.

CREATE TABLE renewed_before (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    organisation TEXT NOT NULL,
    -- The one that lives.
    generation INTEGER NOT NULL,
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

INSERT INTO renewed_before (kind, subject, organisation, generation)
    SELECT kind, subject, organisation, generation FROM secret WHERE generation > 1 AND organisation IS NOT NULL;
