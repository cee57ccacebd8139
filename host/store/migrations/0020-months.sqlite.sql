-- A shopper's month goes through the outbox: a mail of it, and its content, belong to no one report. SQLite lifts a
-- constraint by making the table anew (sqlite.org/lang_altertable.html); migrate() has switched foreign keys off for it.
CREATE TABLE feedback_new (
    id INTEGER PRIMARY KEY,
    report_id TEXT,
    revision BIGINT,
    decision_id BIGINT REFERENCES decisions (id),
    format TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL, created_offset BIGINT NOT NULL,
    sent_at BIGINT, sent_offset BIGINT,
    CHECK ((report_id IS NULL) = (revision IS NULL)),
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
INSERT INTO feedback_new SELECT id, report_id, revision, decision_id, format, content, created_at, created_offset,
    sent_at, sent_offset FROM feedback;
DROP TABLE feedback;
ALTER TABLE feedback_new RENAME TO feedback;
CREATE INDEX feedback_of_report ON feedback (report_id, id);

-- `month` is year * 100 + month; `edition` counts the times that it was asked for, from 1.
CREATE TABLE outbox_new (
    id INTEGER PRIMARY KEY,
    feedback_id BIGINT NOT NULL REFERENCES feedback (id),
    decision_id BIGINT REFERENCES decisions (id),
    appeal_id BIGINT NOT NULL DEFAULT 0,
    reminder BIGINT NOT NULL DEFAULT 0,
    report_id TEXT REFERENCES reports (id),
    month BIGINT,
    edition BIGINT NOT NULL DEFAULT 0,
    shopper_id TEXT NOT NULL REFERENCES shoppers (id),
    recipient TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn')),
    way TEXT NOT NULL CHECK (way IN ('', 'smtp', 'folder')),
    target TEXT NOT NULL,
    tries BIGINT NOT NULL,
    posted_at BIGINT NOT NULL, posted_offset BIGINT NOT NULL,
    next_at BIGINT, next_offset BIGINT,
    claimed_at BIGINT, claimed_offset BIGINT,
    handed_over BIGINT NOT NULL,
    done_at BIGINT, done_offset BIGINT,
    error TEXT NOT NULL,
    CONSTRAINT outbox_of_report_or_month CHECK ((month IS NULL) = (decision_id IS NOT NULL)
        AND (month IS NULL) = (report_id IS NOT NULL))
);
INSERT INTO outbox_new (id, feedback_id, decision_id, appeal_id, reminder, report_id, shopper_id, recipient, state, way,
    target, tries, posted_at, posted_offset, next_at, next_offset, claimed_at, claimed_offset, handed_over, done_at,
    done_offset, error)
    SELECT id, feedback_id, decision_id, appeal_id, reminder, report_id, shopper_id, recipient, state, way, target,
    tries, posted_at, posted_offset, next_at, next_offset, claimed_at, claimed_offset, handed_over, done_at, done_offset,
    error FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE UNIQUE INDEX outbox_of_decision ON outbox (decision_id, appeal_id, reminder) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX outbox_of_month ON outbox (shopper_id, month, edition)
    WHERE month IS NOT NULL AND state <> 'withdrawn';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_of_report ON outbox (report_id, id);

-- The decisions that the mail of a month tells.
CREATE TABLE outbox_decisions (
    mail_id BIGINT NOT NULL REFERENCES outbox (id),
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    PRIMARY KEY (mail_id, decision_id)
) WITHOUT ROWID;
CREATE INDEX outbox_decisions_of_decision ON outbox_decisions (decision_id);
