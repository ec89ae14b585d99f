-- What was told once, new passwords that somebody asked for, and what the jobs look for.

-- What happened once and must not happen again: a reminder of one occasion, an offer made at the first sign-in.
-- Whoever puts the row here first does it. Kept for good: a row that is gone would let it happen again.
CREATE TABLE told_once (
    -- The membership or person it is about.
    subject TEXT COLLATE "C" NOT NULL,
    -- What was told, and of which occasion, such as "request_waits 1795000000000".
    what TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (subject, what)
);

-- A new password that somebody asked for; a person has one at most. Its secret stands in `secret` under the kind reset.
CREATE TABLE password_reset (
    id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    person TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES account (person),
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX password_reset_expiry ON password_reset (expires_at);

-- Open requests and invitations, for reminders.
CREATE INDEX record_open ON record (organisation, id) WHERE shelf = 'membership' AND live = 1 AND approved = 0;
-- Approved memberships that end, for reminders and for the rule that sets them to expired.
CREATE INDEX record_ending ON record (ends_at) WHERE shelf = 'membership' AND approved = 1 AND ends_at IS NOT NULL;
-- Settings, for the list of communities that take requests.
CREATE INDEX record_settings ON record (organisation) WHERE shelf = 'settings';
