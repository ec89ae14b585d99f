-- What memberships name one by one (rooms, sites, a staff record), so that those who name a thing are found by it.
CREATE TABLE named (
    organisation TEXT NOT NULL,
    -- The room, site or staff record.
    id TEXT NOT NULL,
    membership TEXT NOT NULL,
    PRIMARY KEY (organisation, id, membership)
) STRICT, WITHOUT ROWID;

CREATE INDEX named_by_membership ON named (organisation, membership);

INSERT INTO named (organisation, id, membership)
SELECT r.organisation, it.value, r.id FROM record r, json_each(r.body, '$.membership.grant.rooms') it
WHERE r.shelf = 'membership'
UNION SELECT r.organisation, it.value, r.id FROM record r, json_each(r.body, '$.membership.grant.room_sites') it
WHERE r.shelf = 'membership'
UNION SELECT r.organisation, it.value, r.id FROM record r, json_each(r.body, '$.membership.grant.limited_to') it
WHERE r.shelf = 'membership'
UNION SELECT r.organisation, r.body ->> '$.membership.staff', r.id FROM record r
WHERE r.shelf = 'membership' AND r.body ->> '$.membership.staff' IS NOT NULL;
