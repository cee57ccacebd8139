-- Appeals with their subject, their due time and what followed. A constraint changes, so the table is made anew.
CREATE TABLE appeals_new (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id),
    subject TEXT NOT NULL CHECK (subject IN ('score', 'finding', 'decision')),
    plugin @KEY@ NOT NULL,
    rule @KEY@ NOT NULL,
    question TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    assessment_id BIGINT REFERENCES assessments (id),
    passage TEXT NOT NULL,
    message TEXT NOT NULL,
    score_before @REAL@,
    score_after @REAL@,
    text TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    filed_at BIGINT NOT NULL, filed_offset BIGINT NOT NULL,
    due_at BIGINT NOT NULL, due_offset BIGINT NOT NULL,
    state @KEY@ NOT NULL CHECK (state IN ('open', 'taken', 'upheld', 'partly_upheld', 'dismissed', 'withdrawn')),
    handler TEXT NOT NULL,
    taken_until BIGINT, taken_offset BIGINT,
    answer TEXT NOT NULL,
    closed_at BIGINT, closed_offset BIGINT,
    earlier_feedback_id BIGINT REFERENCES feedback (id),
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
INSERT INTO appeals_new (report_id, revision, subject, plugin, rule, question, start_at, end_at, passage, message, text,
    entered_by, filed_at, filed_offset, due_at, due_offset, state, handler, answer, closed_at, closed_offset)
    SELECT report_id, revision, CASE plugin WHEN '' THEN 'decision' ELSE 'score' END, plugin, '', '', 0, 0, '', '', text,
    'shopper', opened_at, opened_offset, opened_at + 604800, opened_offset,
    CASE state WHEN 'rejected' THEN 'dismissed' ELSE state END, handler, answer, closed_at, closed_offset
    FROM appeals ORDER BY id;
DROP TABLE appeals;
ALTER TABLE appeals_new RENAME TO appeals;
CREATE INDEX appeals_that_wait ON appeals (due_at, id) WHERE state IN ('open', 'taken');
CREATE INDEX appeals_of_report ON appeals (report_id, id);
CREATE INDEX appeals_of_decision ON appeals (decision_id, id) WHERE state IN ('upheld', 'partly_upheld', 'dismissed');
CREATE INDEX appeals_by_closing ON appeals (closed_at);

-- What an upheld appeal caused names it.
ALTER TABLE ratings ADD COLUMN appeal_id BIGINT REFERENCES appeals (id);
ALTER TABLE dismissals ADD COLUMN appeal_id BIGINT REFERENCES appeals (id);
ALTER TABLE score_overrides ADD COLUMN appeal_id BIGINT REFERENCES appeals (id);

-- A decision has one mail, and one more for what was answered to appeals against it since (0: none).
ALTER TABLE outbox ADD COLUMN appeal_id BIGINT NOT NULL DEFAULT 0;
DROP INDEX outbox_of_decision;
CREATE UNIQUE INDEX outbox_of_decision ON outbox (decision_id, appeal_id) WHERE state <> 'withdrawn';
