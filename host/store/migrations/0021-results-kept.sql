-- Whether a result stands though its plugin could not be called when its revision was assessed last.
ALTER TABLE assessments ADD COLUMN is_earlier BIGINT NOT NULL DEFAULT 0;
