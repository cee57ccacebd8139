-- What the quality manager's figures are counted from. A decision keeps what it was about as it stood then, so that
-- figures of a period are one range of one index: no join, and later ratings change nothing in them.
ALTER TABLE decisions ADD COLUMN programme_id @KEY@ NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN shopper_id @KEY@ NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN submitted_at BIGINT;
ALTER TABLE decisions ADD COLUMN detail @REAL@;
ALTER TABLE decisions ADD COLUMN french @REAL@;
UPDATE decisions SET
    programme_id = (SELECT programme_id FROM reports WHERE reports.id = decisions.report_id),
    shopper_id = (SELECT shopper_id FROM reports WHERE reports.id = decisions.report_id),
    submitted_at = (SELECT submitted_at FROM revisions WHERE revisions.report_id = decisions.report_id
                    AND revisions.revision = decisions.revision),
    detail = (SELECT detail FROM recommendations WHERE recommendations.report_id = decisions.report_id
              AND recommendations.revision = decisions.revision),
    french = (SELECT french FROM recommendations WHERE recommendations.report_id = decisions.report_id
              AND recommendations.revision = decisions.revision);
CREATE INDEX decisions_by_time ON decisions (decided_at, decided_offset, decision, recommended, user_id, programme_id,
    shopper_id, revision, submitted_at, detail, french) WHERE undone_at IS NULL;
CREATE INDEX revisions_by_submission ON revisions (submitted_at, submitted_offset, report_id);
CREATE INDEX dismissals_by_time ON dismissals (made_at) WHERE withdrawn_at IS NULL;

-- Plugins that a person switched off.
CREATE TABLE disabled_plugins (
    plugin @KEY@ PRIMARY KEY NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    disabled_at BIGINT NOT NULL, disabled_offset BIGINT NOT NULL
);
