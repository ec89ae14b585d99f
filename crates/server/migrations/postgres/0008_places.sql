-- Where records belong, so that somebody limited to some sites is sent what belongs to these and nothing else (R-36).

-- Rooms and sites that records belong to, under the key that rows name them by.
CREATE TABLE place (
    organisation TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    -- The rooms and sites, as JSON.
    body TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, key)
);

-- The key of the places that a record belongs to; empty for every site. None for what was saved before this was noted:
-- the server notes it when it opens the store.
ALTER TABLE record ADD COLUMN places TEXT COLLATE "C";
CREATE INDEX record_of_unknown_places ON record (organisation) WHERE places IS NULL;

-- As kind_sum, but of the records of one kind that belong to the same places, other than every site.
CREATE TABLE place_sum (
    organisation TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    places TEXT COLLATE "C" NOT NULL,
    records BIGINT NOT NULL,
    hash BIGINT NOT NULL,
    PRIMARY KEY (organisation, kind, places)
);

-- Records that left a kind or the places they belonged to, for views that hold them as they were. A row stays when the
-- record comes back: what is seen now is not told to be gone.
ALTER TABLE departure ADD COLUMN places TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE departure ALTER COLUMN places DROP DEFAULT;
-- Where the record stands, whatever its kind is now.
ALTER TABLE departure ADD COLUMN shelf TEXT COLLATE "C" NOT NULL DEFAULT 'membership';
ALTER TABLE departure ALTER COLUMN shelf DROP DEFAULT;
ALTER TABLE departure DROP CONSTRAINT departure_pkey;
ALTER TABLE departure ADD PRIMARY KEY (organisation, kind, id, places);
