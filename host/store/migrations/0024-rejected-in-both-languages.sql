-- Why a record was not taken is kept in both languages; what was kept in one is all there is of it.
ALTER TABLE rejected_records RENAME COLUMN reason TO reason_en;
ALTER TABLE rejected_records ADD COLUMN reason_fr TEXT NOT NULL DEFAULT '';
UPDATE rejected_records SET reason_fr = reason_en;
