-- Sign-ups by phone are confirmed by a code that is typed in the browser they were begun in: it may be tried five times.

ALTER TABLE sign_up ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;

CREATE INDEX sign_up_of_browser ON sign_up (browser);
