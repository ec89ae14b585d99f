-- Since when an open request waits, so that what has escalated to a managing organisation is found (R-41).

ALTER TABLE record ADD COLUMN waits_since bigint;
UPDATE record SET waits_since =
        CAST(coalesce(CAST(body AS jsonb) #>> '{membership,asked,waits_since}',
            CAST(body AS jsonb) #>> '{membership,begun,at}') AS bigint)
    WHERE shelf = 'membership' AND kind = 'request' AND live = 1;
CREATE INDEX record_waiting ON record (organisation, waits_since) WHERE waits_since IS NOT NULL;
