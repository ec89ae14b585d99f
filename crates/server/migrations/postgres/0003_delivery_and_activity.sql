-- How letters of invitations fare and when members were here last are records of their own: delivery and
-- member_activity join the shelves and kinds of the first migration.

-- Taken from the body of a member_activity: the last day on which the member was here, counted from 1970-01-01.
ALTER TABLE record ADD COLUMN seen_on BIGINT;
