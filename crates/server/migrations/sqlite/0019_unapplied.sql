-- What came to nothing, in an index of its own: whether a device has seen any of it is asked with every pull, and what was
-- applied is kept as long as the history.

CREATE INDEX outcome_unapplied ON outcome (organisation, device, seq) WHERE revision IS NULL;
