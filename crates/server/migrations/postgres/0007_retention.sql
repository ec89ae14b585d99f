-- What is kept for a while only: outcomes that came to nothing, denied attempts, and from where requests came.

-- When the command was settled; 0 for what was settled before this was noted.
ALTER TABLE outcome ADD COLUMN settled_at BIGINT NOT NULL DEFAULT 0;

CREATE INDEX outcome_not_applied ON outcome (settled_at) WHERE revision IS NULL;
CREATE INDEX denied_age ON denied (last_at);

-- The address of whoever sent the request behind a history entry. No part of the chain: it is forgotten after 30 days.
CREATE TABLE history_address (
    ledger TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    -- By the socket or a trusted proxy.
    address TEXT COLLATE "C" NOT NULL,
    -- When the entry was made.
    at BIGINT NOT NULL,
    PRIMARY KEY (ledger, seq)
);

CREATE INDEX history_address_age ON history_address (at);
