-- Letters that may wait go out together, once a day, to whoever wants it so.

-- How a person wants them: at_once or daily.
ALTER TABLE account ADD COLUMN letters TEXT NOT NULL DEFAULT 'at_once';
-- 1 while an entry of the bell waits to be told by the next digest instead of a letter of its own.
ALTER TABLE bell ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;
CREATE INDEX bell_for_digest ON bell (person, made_at) WHERE digest = 1;
