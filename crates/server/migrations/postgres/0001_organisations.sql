-- Organisations: their records, the order of their changes, what became of commands, and the history.
-- Ids are hyphenated lower-case UUIDs, instants milliseconds since 1970 in UTC, truth is 0 or 1, hashes are hex.

-- The row that is locked before anything of an organisation is changed, and the heads of its two orders.
-- The ledger with the nil id is the operator's: it has a history and no records.
CREATE TABLE ledger (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    -- Orders all changes of the organisation; every applied command has its own.
    revision BIGINT NOT NULL,
    -- Orders what became of commands.
    settled BIGINT NOT NULL,
    -- How many history entries there are.
    entries BIGINT NOT NULL,
    -- The hash of the last history entry; 64 zeros before the first.
    head TEXT COLLATE "C" NOT NULL
);

-- The latest state of everything an organisation holds. Rows are never deleted (R-13).
CREATE TABLE record (
    organisation TEXT COLLATE "C" NOT NULL REFERENCES ledger (id),
    -- organisation, settings, level, room, site, membership, member_contact or link.
    shelf TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    -- The kind it is sent under now, and the place of that kind in the order of the feed.
    kind TEXT COLLATE "C" NOT NULL,
    kind_order BIGINT NOT NULL,
    -- The revision of its last change.
    revision BIGINT NOT NULL,
    -- Who changed it last and when, as JSON.
    signed TEXT COLLATE "C",
    -- The record itself, as JSON.
    body TEXT COLLATE "C" NOT NULL,
    -- What follows is taken from the body, so that lookups find it. They narrow; the domain decides.
    -- The person of a membership.
    person TEXT COLLATE "C",
    -- Whether a membership is open or approved, or a link is not closed.
    live BIGINT NOT NULL,
    -- Whether a membership is approved.
    approved BIGINT NOT NULL,
    -- The level a membership has or is invited at, or a link gives.
    level TEXT COLLATE "C",
    -- Whether a level or the grant of a membership names requests.decide.
    decides BIGINT NOT NULL,
    -- When the grant of a membership ends.
    ends_at BIGINT,
    -- The organisation that manages this one.
    manager TEXT COLLATE "C",
    PRIMARY KEY (organisation, shelf, id)
);

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
    organisation TEXT COLLATE "C" NOT NULL,
    membership TEXT COLLATE "C" NOT NULL,
    contact TEXT COLLATE "C" NOT NULL,
    -- Whether the membership is open or approved.
    live BIGINT NOT NULL,
    -- Whether the membership is an open invitation.
    invited BIGINT NOT NULL,
    PRIMARY KEY (organisation, membership, contact)
);

CREATE INDEX contact_key_of_contact ON contact_key (organisation, contact, live);
-- The net under R-3: one open invitation of a contact.
CREATE UNIQUE INDEX contact_key_one_invited ON contact_key (organisation, contact) WHERE invited = 1;

-- Records that left a kind, for views that hold it under that kind.
CREATE TABLE departure (
    organisation TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind_order BIGINT NOT NULL,
    -- The revision at which it left.
    revision BIGINT NOT NULL,
    PRIMARY KEY (organisation, kind, id)
);

CREATE INDEX departure_in_order ON departure (organisation, revision, kind_order, id);

-- Per kind, how many records there are and the sum of their hashes modulo 2^64, kept as records are written.
CREATE TABLE kind_sum (
    organisation TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    records BIGINT NOT NULL,
    -- The 64 bits of the sum, read as a signed number.
    hash BIGINT NOT NULL,
    PRIMARY KEY (organisation, kind)
);

-- What became of commands. Applied ones are kept as long as the history, others until their device has seen them.
CREATE TABLE outcome (
    organisation TEXT COLLATE "C" NOT NULL,
    command TEXT COLLATE "C" NOT NULL,
    -- Whose it was; none for the operator and the system.
    person TEXT COLLATE "C",
    -- The device that sent it.
    device TEXT COLLATE "C" NOT NULL,
    -- Its place among all that was settled here.
    seq BIGINT NOT NULL,
    -- The hash of the command as it was sent, its predecessor aside.
    body_hash TEXT COLLATE "C" NOT NULL,
    -- What it came to, as JSON.
    outcome TEXT COLLATE "C" NOT NULL,
    -- The revision at which it was applied; none when it was not.
    revision BIGINT,
    PRIMARY KEY (organisation, command)
);

CREATE INDEX outcome_of_device ON outcome (organisation, device, seq);

-- The chain of facts. Each entry's hash covers the one before, so that no change goes unnoticed.
CREATE TABLE history (
    ledger TEXT COLLATE "C" NOT NULL REFERENCES ledger (id),
    -- 1, 2, 3 … without a gap.
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    -- The fact's name, such as request_approved.
    kind TEXT COLLATE "C" NOT NULL,
    -- The person who did it, or system, or operator.
    actor TEXT COLLATE "C" NOT NULL,
    -- What it is about.
    object TEXT COLLATE "C" NOT NULL,
    -- The command it followed from; none for what no command asked for.
    command TEXT COLLATE "C",
    -- SHA-256(salt ‖ payload).
    payload_hash TEXT COLLATE "C" NOT NULL,
    -- SHA-256 over the hash before and all of the above.
    hash TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (ledger, seq)
);

-- What an entry says in full. Deleted when the person it is about is erased; the chain stays whole.
CREATE TABLE history_payload (
    ledger TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    salt TEXT COLLATE "C" NOT NULL,
    -- The fact, as JSON.
    payload TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (ledger, seq)
);

-- Attempts that the rules denied, merged per actor, code and hour; not part of the chain.
CREATE TABLE denied (
    organisation TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    -- The first instant of the hour.
    hour_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    -- The last command of them.
    command TEXT COLLATE "C" NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (organisation, actor, code, hour_at)
);

-- Orders the changes of one person's own rows.
CREATE TABLE mine (
    person TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);

-- One person's own rows; what they hold is read from where it is kept.
CREATE TABLE mine_row (
    person TEXT COLLATE "C" NOT NULL,
    -- account or membership.
    kind TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    -- The organisation of a membership; none for the account.
    organisation TEXT COLLATE "C",
    -- The person's revision at which it changed last.
    revision BIGINT NOT NULL,
    PRIMARY KEY (person, kind, id)
);

CREATE INDEX mine_row_in_order ON mine_row (person, revision, kind, id);

INSERT INTO ledger (id, revision, settled, entries, head)
VALUES ('00000000-0000-0000-0000-000000000000', 0, 0, 0, '0000000000000000000000000000000000000000000000000000000000000000');
