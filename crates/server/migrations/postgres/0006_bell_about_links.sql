-- An entry of the bell may be about a link as well: what it is about is its subject, a membership or a link.
ALTER TABLE bell RENAME COLUMN membership TO subject;
