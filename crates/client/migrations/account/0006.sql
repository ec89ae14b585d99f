-- A view under a name may be of the work list too, and of the work of all organisations.

CREATE TABLE kept_view (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL UNIQUE,
    organisation BLOB,               -- null: the work of all
    screen TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL              -- JSON, of the screen's own form
) STRICT;

INSERT INTO kept_view SELECT position, id, organisation, 'people', name, query FROM saved_view;
DROP TABLE saved_view;
ALTER TABLE kept_view RENAME TO saved_view;

CREATE UNIQUE INDEX saved_view_name ON saved_view (coalesce(organisation, x''), screen, name);
