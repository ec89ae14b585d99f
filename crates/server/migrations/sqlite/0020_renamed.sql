-- When somebody took another name that not every organisation has yet.

ALTER TABLE account ADD COLUMN renamed_at INTEGER;
CREATE INDEX account_renamed ON account (person) WHERE renamed_at IS NOT NULL;
