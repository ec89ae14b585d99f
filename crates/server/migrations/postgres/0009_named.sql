-- What memberships name one by one (rooms, sites, a staff record), so that those who name a thing are found by it.
CREATE TABLE named (
    organisation TEXT COLLATE "C" NOT NULL,
    -- The room, site or staff record.
    id TEXT COLLATE "C" NOT NULL,
    membership TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, id, membership)
);

CREATE INDEX named_by_membership ON named (organisation, membership);

INSERT INTO named (organisation, id, membership)
SELECT r.organisation, it.value, r.id FROM record r
CROSS JOIN LATERAL (VALUES ('rooms'), ('room_sites'), ('limited_to')) AS list (name)
CROSS JOIN LATERAL jsonb_array_elements_text(
    COALESCE(CAST(r.body AS jsonb) -> 'membership' -> 'grant' -> list.name, '[]')
) AS it (value)
WHERE r.shelf = 'membership'
UNION SELECT r.organisation, CAST(r.body AS jsonb) -> 'membership' ->> 'staff', r.id FROM record r
WHERE r.shelf = 'membership' AND CAST(r.body AS jsonb) -> 'membership' ->> 'staff' IS NOT NULL;
