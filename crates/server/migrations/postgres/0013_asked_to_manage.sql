-- Who is asked to manage an organisation: its Owners hear of it, to answer (R-40).

ALTER TABLE record ADD COLUMN asked TEXT COLLATE "C";
UPDATE record SET asked = body::json #>> '{organisation,proposal,manager}' WHERE shelf = 'organisation';
CREATE INDEX record_asked ON record (asked) WHERE asked IS NOT NULL;
