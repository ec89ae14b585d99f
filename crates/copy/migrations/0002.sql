-- What lists of people and invitations are made of, the history that was read, and the mail domains that are usual here.

DROP TABLE person_text;

-- Where a membership stands in lists, as it was judged last; made from its records alone and remade when those change,
-- or when time alone has changed it.
CREATE TABLE person (
    number INTEGER PRIMARY KEY,      -- the row of the membership
    kind TEXT NOT NULL,
    live INTEGER NOT NULL,
    place BLOB NOT NULL,             -- the collation key of the name, then the identity: no two are equal
    level BLOB NOT NULL,             -- the order of levels: presets, then own ones, then none
    state INTEGER NOT NULL,          -- the number of the word for where the person stands
    tab INTEGER,                     -- of an addressed invitation: the tab it stands in
    sent_at INTEGER NOT NULL,        -- of an addressed invitation: when it was sent last
    seen INTEGER NOT NULL,           -- the day of the last sign-in; -1: never, or not told
    since INTEGER,                   -- the judgement holds from this instant on,
    until INTEGER,                   -- and before this one
    text TEXT NOT NULL               -- folded
) STRICT;
-- Each order has the columns that filters ask for beside it, so that a window is read from the index alone.
CREATE INDEX person_by_name ON person (place, state, level, seen);
CREATE INDEX person_by_level ON person (level, place, state, seen);
CREATE INDEX person_by_state ON person (state, place, level, seen);
CREATE INDEX person_by_seen ON person (seen, place, state, level);
CREATE INDEX person_by_tab ON person (tab, sent_at, place) WHERE tab IS NOT NULL;
CREATE INDEX person_since ON person (since) WHERE since IS NOT NULL;
CREATE INDEX person_until ON person (until) WHERE until IS NOT NULL;

-- How many stand where, kept as rows are written.
CREATE TABLE tally (
    state INTEGER NOT NULL,
    level BLOB NOT NULL,
    tab INTEGER NOT NULL,            -- -1: no addressed invitation
    count INTEGER NOT NULL,
    PRIMARY KEY (state, level, tab)
) STRICT, WITHOUT ROWID;

-- The rooms and sites that grants name.
CREATE TABLE opening (
    place BLOB NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (place, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX opening_of ON opening (number);

-- How many contacts each mail domain has.
CREATE TABLE mail_domain (
    domain TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Entries of the history that were read, as the server sent them.
CREATE TABLE happened (
    seq INTEGER PRIMARY KEY,
    object BLOB NOT NULL,            -- what it is about
    body TEXT NOT NULL,              -- JSON
    text TEXT NOT NULL               -- folded
) STRICT;
CREATE INDEX happened_to ON happened (object, seq);

-- By which version of the program the tables above were made; another one makes them anew.
CREATE TABLE made_by (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT;
