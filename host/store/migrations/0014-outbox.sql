-- What goes to shoppers: a row for each mail, its content in `feedback`. A decision has one that was not withdrawn, so
-- that nothing is sent twice. `way` and `target` are those of the last try.
CREATE TABLE outbox (
    id @ID@,
    feedback_id BIGINT NOT NULL REFERENCES feedback (id),
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    report_id @KEY@ NOT NULL REFERENCES reports (id),
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    recipient TEXT NOT NULL,
    state @KEY@ NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn')),
    way TEXT NOT NULL CHECK (way IN ('', 'smtp', 'folder')),
    target TEXT NOT NULL,
    tries BIGINT NOT NULL,
    posted_at BIGINT NOT NULL, posted_offset BIGINT NOT NULL,
    next_at BIGINT, next_offset BIGINT,
    claimed_at BIGINT, claimed_offset BIGINT,
    handed_over BIGINT NOT NULL,
    done_at BIGINT, done_offset BIGINT,
    error TEXT NOT NULL
);
CREATE UNIQUE INDEX outbox_of_decision ON outbox (decision_id) WHERE state <> 'withdrawn';
CREATE INDEX outbox_by_state ON outbox (state, id);
CREATE INDEX outbox_of_report ON outbox (report_id, id);
