-- Why a mail did not go is kept in both languages; what was kept in one is all there is of it.
ALTER TABLE outbox RENAME COLUMN error TO error_en;
ALTER TABLE outbox ADD COLUMN error_fr TEXT NOT NULL DEFAULT '';
UPDATE outbox SET error_fr = error_en WHERE error_en <> '';
