-- Criteria sets inherit: what a programme's set was laid over is kept beside it.
ALTER TABLE assessments ADD COLUMN inherited_set_id BIGINT REFERENCES criteria_sets (id);
ALTER TABLE recommendations ADD COLUMN criteria_set_id BIGINT REFERENCES criteria_sets (id);
ALTER TABLE recommendations ADD COLUMN inherited_set_id BIGINT REFERENCES criteria_sets (id);

-- Rating a programme's reports anew goes by their ids.
CREATE INDEX queue_of_programme_by_id ON queue_entries (programme_id, report_id);

-- Findings that a person set aside. `word` is the passage, folded; empty for the answer as a whole.
CREATE TABLE dismissals (
    id @ID@,
    kind TEXT NOT NULL CHECK (kind IN ('dismissed', 'waived')),
    scope TEXT NOT NULL CHECK (scope IN ('here', 'rule', 'word')),
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    programme_id @KEY@ NOT NULL REFERENCES programmes (id),
    plugin @KEY@ NOT NULL,
    rule @KEY@ NOT NULL,
    category TEXT NOT NULL,
    question TEXT NOT NULL,
    word TEXT NOT NULL,
    message TEXT NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    withdrawn_by @KEY@ REFERENCES users (id),
    withdrawn_at BIGINT, withdrawn_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX dismissals_of_revision ON dismissals (report_id, revision);
CREATE INDEX dismissals_by_scope ON dismissals (scope, programme_id) WHERE withdrawn_at IS NULL;
CREATE INDEX dismissals_by_rule ON dismissals (plugin, rule);

-- Scores that a person gave in the place of the machine's.
CREATE TABLE score_overrides (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    plugin @KEY@ NOT NULL,
    machine @REAL@,
    score @REAL@ NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    withdrawn_by @KEY@ REFERENCES users (id),
    withdrawn_at BIGINT, withdrawn_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE UNIQUE INDEX score_overrides_that_stand ON score_overrides (report_id, revision, plugin) WHERE withdrawn_at IS NULL;
CREATE INDEX score_overrides_by_id ON score_overrides (id) WHERE withdrawn_at IS NULL;
