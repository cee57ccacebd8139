-- The copy that goes to the client: each row is one answer's text after one person's editing; the latest one stands.
-- The shopper's own text stays in `answers`. `text` is NULL where the answer was set back to it. `changes` is the list
-- of what differs from it: places, words, and who or what put them there.
CREATE TABLE answer_edits (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    question @KEY@ NOT NULL,
    text TEXT,
    changes TEXT NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX answer_edits_of_revision ON answer_edits (report_id, revision, question, id);

-- Who has worked for a programme, to offer a mission to.
CREATE INDEX missions_of_programme ON missions (programme_id, shopper_id);
