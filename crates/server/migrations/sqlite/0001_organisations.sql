-- Organisations: their records, the order of their changes, what became of commands, and the history.
-- Ids are hyphenated lower-case UUIDs, instants milliseconds since 1970 in UTC, truth is 0 or 1, hashes are hex.

-- The row that is locked before anything of an organisation is changed, and the heads of its two orders.
-- The ledger with the nil id is the operator's: it has a history and no records.
CREATE TABLE ledger (
    id TEXT NOT NULL PRIMARY KEY,
    -- Orders all changes of the organisation; every applied command has its own.
    revision INTEGER NOT NULL,
    -- Orders what became of commands.
    settled INTEGER NOT NULL,
    -- How many history entries there are.
    entries INTEGER NOT NULL,
    -- The hash of the last history entry; 64 zeros before the first.
    head TEXT NOT NULL
) STRICT;

-- The latest state of everything an organisation holds. Rows are never deleted (R-13).
CREATE TABLE record (
    organisation TEXT NOT NULL REFERENCES ledger (id),
    -- organisation, settings, level, room, site, membership, member_contact or link.
    shelf TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The kind it is sent under now, and the place of that kind in the order of the feed.
    kind TEXT NOT NULL,
    kind_order INTEGER NOT NULL,
    -- The revision of its last change.
    revision INTEGER NOT NULL,
    -- Who changed it last and when, as JSON.
    signed TEXT,
    -- The record itself, as JSON.
    body TEXT NOT NULL,
    -- What follows is taken from the body, so that lookups find it. They narrow; the domain decides.
    -- The person of a membership.
    person TEXT,
    -- Whether a membership is open or approved, or a link is not closed.
    live INTEGER NOT NULL,
    -- Whether a membership is approved.
    approved INTEGER NOT NULL,
    -- The level a membership has or is invited at, or a link gives.
    level TEXT,
    -- Whether a level or the grant of a membership names requests.decide.
    decides INTEGER NOT NULL,
    -- When the grant of a membership ends.
    ends_at INTEGER,
    -- The organisation that manages this one.
    manager TEXT,
    PRIMARY KEY (organisation, shelf, id)
) STRICT;

CREATE INDEX record_in_order ON record (organisation, revision, kind_order, id);
CREATE INDEX record_of_person ON record (organisation, person) WHERE person IS NOT NULL;
CREATE INDEX record_of_anybody ON record (person) WHERE person IS NOT NULL;
CREATE INDEX record_at_level ON record (organisation, level) WHERE live = 1 AND level IS NOT NULL;
CREATE INDEX record_that_decides ON record (organisation, shelf) WHERE decides = 1;
CREATE INDEX record_managed ON record (manager) WHERE manager IS NOT NULL;
-- The net under R-3: one open or approved membership of a person.
CREATE UNIQUE INDEX record_one_live ON record (organisation, person) WHERE live = 1 AND shelf = 'membership' AND person IS NOT NULL;

-- The contacts kept with memberships, one row each.
CREATE TABLE contact_key (
    organisation TEXT NOT NULL,
    membership TEXT NOT NULL,
    contact TEXT NOT NULL,
    -- Whether the membership is open or approved.
    live INTEGER NOT NULL,
    -- Whether the membership is an open invitation.
    invited INTEGER NOT NULL,
    PRIMARY KEY (organisation, membership, contact)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_key_of_contact ON contact_key (organisation, contact, live);
-- The net under R-3: one open invitation of a contact.
CREATE UNIQUE INDEX contact_key_one_invited ON contact_key (organisation, contact) WHERE invited = 1;

-- Records that left a kind, for views that hold it under that kind.
CREATE TABLE departure (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    kind_order INTEGER NOT NULL,
    -- The revision at which it left.
    revision INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX departure_in_order ON departure (organisation, revision, kind_order, id);

-- Per kind, how many records there are and the sum of their hashes modulo 2^64, kept as records are written.
CREATE TABLE kind_sum (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    records INTEGER NOT NULL,
    -- The 64 bits of the sum, read as a signed number.
    hash INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind)
) STRICT, WITHOUT ROWID;

-- What became of commands. Applied ones are kept as long as the history, others until their device has seen them.
CREATE TABLE outcome (
    organisation TEXT NOT NULL,
    command TEXT NOT NULL,
    -- Whose it was; none for the operator and the system.
    person TEXT,
    -- The device that sent it.
    device TEXT NOT NULL,
    -- Its place among all that was settled here.
    seq INTEGER NOT NULL,
    -- The hash of the command as it was sent, its predecessor aside.
    body_hash TEXT NOT NULL,
    -- What it came to, as JSON.
    outcome TEXT NOT NULL,
    -- The revision at which it was applied; none when it was not.
    revision INTEGER,
    PRIMARY KEY (organisation, command)
) STRICT, WITHOUT ROWID;

CREATE INDEX outcome_of_device ON outcome (organisation, device, seq);

-- The chain of facts. Each entry's hash covers the one before, so that no change goes unnoticed.
CREATE TABLE history (
    ledger TEXT NOT NULL REFERENCES ledger (id),
    -- 1, 2, 3 … without a gap.
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    -- The fact's name, such as request_approved.
    kind TEXT NOT NULL,
    -- The person who did it, or system, or operator.
    actor TEXT NOT NULL,
    -- What it is about.
    object TEXT NOT NULL,
    -- The command it followed from; none for what no command asked for.
    command TEXT,
    -- SHA-256(salt ‖ payload).
    payload_hash TEXT NOT NULL,
    -- SHA-256 over the hash before and all of the above.
    hash TEXT NOT NULL,
    PRIMARY KEY (ledger, seq)
) STRICT, WITHOUT ROWID;

-- What an entry says in full. Deleted when the person it is about is erased; the chain stays whole.
CREATE TABLE history_payload (
    ledger TEXT NOT NULL,
    seq INTEGER NOT NULL,
    salt TEXT NOT NULL,
    -- The fact, as JSON.
    payload TEXT NOT NULL,
    PRIMARY KEY (ledger, seq)
) STRICT, WITHOUT ROWID;

-- Attempts that the rules denied, merged per actor, code and hour; not part of the chain.
CREATE TABLE denied (
    organisation TEXT NOT NULL,
    actor TEXT NOT NULL,
    code TEXT NOT NULL,
    -- The first instant of the hour.
    hour_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    -- The last command of them.
    command TEXT NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (organisation, actor, code, hour_at)
) STRICT, WITHOUT ROWID;

-- Orders the changes of one person's own rows.
CREATE TABLE mine (
    person TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One person's own rows; what they hold is read from where it is kept.
CREATE TABLE mine_row (
    person TEXT NOT NULL,
    -- account or membership.
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The organisation of a membership; none for the account.
    organisation TEXT,
    -- The person's revision at which it changed last.
    revision INTEGER NOT NULL,
    PRIMARY KEY (person, kind, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX mine_row_in_order ON mine_row (person, revision, kind, id);

INSERT INTO ledger (id, revision, settled, entries, head)
VALUES ('00000000-0000-0000-0000-000000000000', 0, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
