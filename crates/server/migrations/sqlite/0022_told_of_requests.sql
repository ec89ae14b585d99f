-- Who has been told of a request that waits: whoever is handed one later is told of it once (R-41).
INSERT INTO told_once (subject, what, at)
SELECT b.subject, 'request ' || b.person, MIN(b.made_at) FROM bell b
WHERE b.kind IN ('request', 'request_waits', 'request_escalates') GROUP BY b.subject, b.person;
-- And that anybody was.
INSERT INTO told_once (subject, what, at)
SELECT b.subject, 'request', MIN(b.made_at) FROM bell b
WHERE b.kind IN ('request', 'request_waits', 'request_escalates') GROUP BY b.subject;
