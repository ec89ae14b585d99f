-- Where records belong, so that somebody limited to some sites is sent what belongs to these and nothing else (R-36).

-- Rooms and sites that records belong to, under the key that rows name them by.
CREATE TABLE place (
    organisation TEXT NOT NULL,
    key TEXT NOT NULL,
    -- The rooms and sites, as JSON.
    body TEXT NOT NULL,
    PRIMARY KEY (organisation, key)
) STRICT, WITHOUT ROWID;

-- The key of the places that a record belongs to; empty for every site. None for what was saved before this was noted:
-- the server notes it when it opens the store.
ALTER TABLE record ADD COLUMN places TEXT;
CREATE INDEX record_of_unknown_places ON record (organisation) WHERE places IS NULL;

-- As kind_sum, but of the records of one kind that belong to the same places, other than every site.
CREATE TABLE place_sum (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    places TEXT NOT NULL,
    records INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind, places)
) STRICT, WITHOUT ROWID;

-- Records that left a kind or the places they belonged to, for views that hold them as they were. A row stays when the
-- record comes back: what is seen now is not told to be gone.
ALTER TABLE departure RENAME TO departure_of_kinds;
DROP INDEX departure_in_order;
CREATE TABLE departure (
    organisation TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    -- Where it belonged.
    places TEXT NOT NULL,
    -- Where the record stands, whatever its kind is now.
    shelf TEXT NOT NULL,
    kind_order INTEGER NOT NULL,
    -- The revision at which it left.
    revision INTEGER NOT NULL,
    PRIMARY KEY (organisation, kind, id, places)
) STRICT, WITHOUT ROWID;
INSERT INTO departure (organisation, kind, id, places, shelf, kind_order, revision)
    SELECT organisation, kind, id, '', 'membership', kind_order, revision FROM departure_of_kinds;
DROP TABLE departure_of_kinds;
CREATE INDEX departure_in_order ON departure (organisation, revision, kind_order, id);
