-- How many invitations each organisation queued on a day in UTC: it may send so many and no more (RAT-2).

CREATE TABLE invited (
    organisation TEXT NOT NULL,
    -- Days since 1970.
    day INTEGER NOT NULL,
    invitations INTEGER NOT NULL,
    PRIMARY KEY (organisation, day)
) STRICT, WITHOUT ROWID;
