-- A shopper's month goes through the outbox: a mail of it, and its content, belong to no one report.
ALTER TABLE feedback ALTER COLUMN report_id DROP NOT NULL;
ALTER TABLE feedback ALTER COLUMN revision DROP NOT NULL;
ALTER TABLE feedback ADD CONSTRAINT feedback_of_revision_or_month CHECK ((report_id IS NULL) = (revision IS NULL));

-- `month` is year * 100 + month; `edition` counts the times that it was asked for, from 1.
ALTER TABLE outbox ALTER COLUMN report_id DROP NOT NULL;
ALTER TABLE outbox ALTER COLUMN decision_id DROP NOT NULL;
ALTER TABLE outbox ADD COLUMN month BIGINT;
ALTER TABLE outbox ADD COLUMN edition BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD CONSTRAINT outbox_of_report_or_month CHECK ((month IS NULL) = (decision_id IS NOT NULL)
    AND (month IS NULL) = (report_id IS NOT NULL));
CREATE UNIQUE INDEX outbox_of_month ON outbox (shopper_id, month, edition)
    WHERE month IS NOT NULL AND state <> 'withdrawn';

-- The decisions that the mail of a month tells.
CREATE TABLE outbox_decisions (
    mail_id BIGINT NOT NULL REFERENCES outbox (id),
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    PRIMARY KEY (mail_id, decision_id)
);
CREATE INDEX outbox_decisions_of_decision ON outbox_decisions (decision_id);
