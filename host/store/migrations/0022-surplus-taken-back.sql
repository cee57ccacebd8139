-- Why a surplus visit was taken back: its shopper reads it.
ALTER TABLE interventions ADD COLUMN end_reason TEXT NOT NULL DEFAULT '';
-- How often the report had been kept as a surplus visit and taken back when a mail was made: each has its own mail.
ALTER TABLE outbox ADD COLUMN surplus_turns BIGINT NOT NULL DEFAULT 0;
UPDATE outbox SET surplus_turns = (SELECT COUNT(*) + COALESCE(SUM(CASE WHEN i.ended_at <= outbox.posted_at THEN 1 ELSE 0
    END), 0) FROM decisions d JOIN interventions i ON i.report_id = d.report_id AND i.revision = d.revision WHERE d.id =
    outbox.decision_id AND i.kind = 'surplus' AND i.made_at <= outbox.posted_at) WHERE reminder = 0;
DROP INDEX outbox_of_decision;
CREATE UNIQUE INDEX outbox_of_decision ON outbox (decision_id, appeal_id, surplus_turns, reminder)
    WHERE state <> 'withdrawn';

-- Whose results are kept though they cannot be called, without reading every assessment.
CREATE INDEX assessments_kept ON assessments (plugin) WHERE is_earlier = 1 AND is_current = 1;
