-- The person's own feed: invitations to them, their devices and their bell join the account and the memberships.

-- Whether the row is there no more; kept, so that devices hear of it.
ALTER TABLE mine_row ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

-- For invitations that are open no more.
CREATE INDEX mine_row_invitation ON mine_row (id) WHERE kind = 'invitation';
-- For invitations to somebody who has just verified a contact.
CREATE INDEX contact_key_invited ON contact_key (contact) WHERE invited = 1;

-- What people were told, once per event and recipient.
CREATE TABLE bell (
    -- That of the letter about it.
    id TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES account (person),
    organisation TEXT NOT NULL,
    -- What the organisation was called then.
    organisation_name TEXT NOT NULL,
    -- What it is about: the key of a notice or reminder.
    kind TEXT NOT NULL,
    -- The membership it is about.
    membership TEXT NOT NULL,
    -- What the membership's person was called, and the contact it kept first where no name was known.
    name TEXT,
    contact TEXT,
    -- What whoever did it was called; none where time passed.
    author TEXT,
    made_at INTEGER NOT NULL,
    -- When the person read it; none while they have not.
    read_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX bell_of_person ON bell (person);
CREATE INDEX bell_age ON bell (made_at);
