-- What one organisation looks like to one account: rows of the feed, and what finds and orders them quickly.

-- One row: where this device stands in the feed.
CREATE TABLE feed (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    cursor TEXT NOT NULL,
    view TEXT NOT NULL,              -- JSON: what this account may see here
    complete INTEGER NOT NULL,       -- the revision up to which every row has arrived
    as_of INTEGER NOT NULL           -- the server's time of the last page
) STRICT;

CREATE TABLE record (
    number INTEGER PRIMARY KEY,      -- also names the row in the search tables
    shelf TEXT NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    revision INTEGER NOT NULL,
    signed TEXT NOT NULL DEFAULT '', -- JSON: who changed it last; empty when not told
    body TEXT NOT NULL,              -- JSON: the record
    person BLOB,                     -- of a membership
    level TEXT,                      -- of a membership's grant, or what a link gives
    live INTEGER NOT NULL DEFAULT 0, -- not closed, as the rules see it
    decides INTEGER NOT NULL DEFAULT 0, -- whether the extras hold requests.decide
    since_at INTEGER NOT NULL DEFAULT 0,
    UNIQUE (shelf, id)
) STRICT;
CREATE INDEX record_of_person ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_at_level ON record (level) WHERE live = 1;
CREATE INDEX record_waiting ON record (kind, since_at) WHERE live = 1 AND shelf = 'membership';

CREATE TABLE contact (
    contact TEXT NOT NULL,
    membership BLOB NOT NULL,
    PRIMARY KEY (contact, membership)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_of ON contact (membership);

-- What a membership is found by and where it stands in lists; rewritten only when its text or place changed.
CREATE TABLE person_text (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    live INTEGER NOT NULL,
    place BLOB NOT NULL,             -- the collation key of the name
    text TEXT NOT NULL               -- folded
) STRICT;
CREATE INDEX person_in_order ON person_text (kind, live, place);
-- Terms of three characters and more, anywhere in the text.
CREATE VIRTUAL TABLE trigram USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram');
-- Terms of one and two characters, at the beginning of a word.
CREATE VIRTUAL TABLE word USING fts5 (text, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2');

-- Per kind, how many rows there are and the sum of their hashes, kept as rows are written (SYN-7).
CREATE TABLE kind_sum (
    kind TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    hash INTEGER NOT NULL,           -- 64 bits, read as signed
    live INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What became of this device's commands, committed with the rows that followed from them.
CREATE TABLE settled (
    id BLOB PRIMARY KEY,
    outcome TEXT NOT NULL
) STRICT, WITHOUT ROWID;
