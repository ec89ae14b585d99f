-- Accounts, sign-ins, secrets in links, the queue of letters, and how often somebody tried.

CREATE TABLE account (
    person TEXT NOT NULL PRIMARY KEY,
    -- First and last name as others see them.
    name TEXT NOT NULL,
    -- The language of letters and pages.
    locale TEXT NOT NULL,
    -- Where the account stands, as JSON.
    standing TEXT NOT NULL,
    -- The password as an argon2id PHC string.
    password TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Addresses that a person has shown to be theirs.
CREATE TABLE verified_contact (
    contact TEXT NOT NULL PRIMARY KEY,
    person TEXT NOT NULL REFERENCES account (person),
    -- The one with the lowest place gets the letters.
    place INTEGER NOT NULL,
    verified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX verified_contact_of_person ON verified_contact (person, place);

-- Sign-ups whose address is not confirmed yet. The account comes to be with the confirmation.
CREATE TABLE sign_up (
    id TEXT NOT NULL PRIMARY KEY,
    contact TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    password TEXT NOT NULL,
    -- Where the person was going, one of the pages of this server; none for a device.
    next TEXT,
    -- The hash of the secret that the browser of the sign-up keeps; none for a device.
    browser TEXT,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_up_of_contact ON sign_up (contact);
CREATE INDEX sign_up_expiry ON sign_up (expires_at);

-- A device or browser that is signed in. Deleted at sign-out.
CREATE TABLE session (
    device TEXT NOT NULL PRIMARY KEY,
    -- The hash of its secret.
    token TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES account (person),
    -- desktop or browser.
    surface TEXT NOT NULL,
    -- What the device is called in lists.
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    -- When it was last used, to the minute.
    seen_at INTEGER NOT NULL,
    -- When the person last proved who they are.
    proved_at INTEGER NOT NULL,
    -- The first instant at which it no longer works, used or not.
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_of_person ON session (person);
CREATE INDEX session_expiry ON session (expires_at);

-- The living secret of everything that has a link. Only its hash is here.
CREATE TABLE secret (
    hash TEXT NOT NULL,
    -- invitation, link, confirmation or reset.
    kind TEXT NOT NULL,
    -- The organisation of an invitation or link.
    organisation TEXT,
    -- The membership, link or sign-up that it opens.
    subject TEXT NOT NULL,
    generation INTEGER NOT NULL,
    -- When somebody first pressed Continue on its page; fetching the page changes nothing.
    opened_at INTEGER,
    PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX secret_hash ON secret (hash);

-- Letters, written in the transaction of the change they tell of and sent at least once under one stable id.
CREATE TABLE letter (
    id TEXT NOT NULL PRIMARY KEY,
    organisation TEXT,
    -- What it is about, such as invitation or approved.
    kind TEXT NOT NULL,
    -- The person it goes to; none where only a contact is known or where it goes to several.
    person TEXT,
    -- The contact it goes to; for a person it is looked up when the letter is sent.
    contact TEXT,
    -- The permission whose holders it goes to; such a row is replaced by one for each of them.
    holders TEXT,
    -- Who did what it tells of, and is not told.
    author TEXT,
    -- The membership or sign-up it is about.
    subject TEXT NOT NULL,
    -- Which secret of the subject it carries, if it carries one.
    generation INTEGER,
    -- The words that go into it, as JSON; emptied when it is settled.
    facts TEXT NOT NULL,
    -- queued, sent, failed, bounced, not_sent, superseded or expanded.
    state TEXT NOT NULL,
    -- Why it is where it is, for people who run the server.
    reason TEXT,
    attempts INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    -- When it is to be tried next; moved ahead while somebody is trying.
    due_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX letter_due ON letter (due_at) WHERE state = 'queued';
CREATE INDEX letter_to_contact ON letter (contact, made_at) WHERE kind = 'invitation';
CREATE INDEX letter_about ON letter (subject);

-- How often something was tried within its window, by whom.
CREATE TABLE attempt (
    -- What was tried, such as sign_in.
    action TEXT NOT NULL,
    -- The network or account it is counted for.
    key TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    -- When the window began.
    since_at INTEGER NOT NULL,
    -- The first instant at which it may be tried again; 0 when at once.
    until_at INTEGER NOT NULL,
    PRIMARY KEY (action, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX attempt_age ON attempt (since_at);
