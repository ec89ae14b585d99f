-- Rows of a table may say their own level.

ALTER TABLE batch ADD COLUMN levels_by_row INTEGER NOT NULL DEFAULT 0;
