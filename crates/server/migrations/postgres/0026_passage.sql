-- Which link or invitation somebody came in by who signs up: they find it again once their address is confirmed, in another
-- browser or after a while. Its secret is derived from this again, and is not kept.

ALTER TABLE sign_up ADD COLUMN door TEXT;
