-- Accounts that end, the erasing of their people, and organisations that were deleted.

-- The first instant at which the account counts as gone, the least number once it is gone; none while it stays.
ALTER TABLE account ADD COLUMN ends_at BIGINT;
-- When everything that named its person had been erased.
ALTER TABLE account ADD COLUMN erased_at BIGINT;

CREATE INDEX account_ending ON account (ends_at) WHERE ends_at IS NOT NULL AND erased_at IS NULL;

-- Who was erased from an organisation, so that devices drop what they kept of them.
CREATE TABLE erased (
    organisation TEXT COLLATE "C" NOT NULL,
    person TEXT COLLATE "C" NOT NULL,
    -- The revision at which it was done.
    revision BIGINT NOT NULL,
    -- The memberships and invitations that were theirs, as JSON.
    memberships TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, person)
);

CREATE INDEX erased_in_order ON erased (organisation, revision);

-- An organisation that was deleted is not live, as a level that was deleted is not.
UPDATE record SET live = 0 WHERE shelf = 'organisation' AND body LIKE '%"standing":"deleted"%';

CREATE INDEX record_deleted ON record (organisation) WHERE shelf = 'organisation' AND live = 0;
