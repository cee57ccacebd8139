-- A rework has a mail for each time that its shopper was reminded (1, 2, …; 0: the mail of the decision itself).
ALTER TABLE outbox ADD COLUMN reminder BIGINT NOT NULL DEFAULT 0;
DROP INDEX outbox_of_decision;
CREATE UNIQUE INDEX outbox_of_decision ON outbox (decision_id, appeal_id, reminder) WHERE state <> 'withdrawn';
