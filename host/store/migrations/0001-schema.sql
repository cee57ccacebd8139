-- The vocabulary's tables, for both dialects (words between @ are replaced, see migrations.cpp).
-- A moment is two columns: *_at in seconds since 1970 UTC, and *_offset in minutes.

CREATE TABLE schema_migrations (
    version BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at BIGINT NOT NULL
);

-- Roster

CREATE TABLE clients (
    id @KEY@ PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
);

CREATE TABLE programmes (
    id @KEY@ PRIMARY KEY NOT NULL,
    client_id @KEY@ REFERENCES clients (id),
    name TEXT NOT NULL,
    questionnaire TEXT NOT NULL,
    locale TEXT NOT NULL,
    vocabulary TEXT NOT NULL
);

CREATE TABLE sites (
    id @KEY@ PRIMARY KEY NOT NULL,
    programme_id @KEY@ NOT NULL REFERENCES programmes (id),
    name TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL
);
CREATE INDEX sites_of_programme ON sites (programme_id, id);

CREATE TABLE shoppers (
    id @KEY@ PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    city TEXT NOT NULL,
    region TEXT NOT NULL,
    languages TEXT NOT NULL,
    joined_on TEXT NOT NULL
);

CREATE TABLE users (
    id @KEY@ PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reviewer', 'manager'))
);

CREATE TABLE questionnaires (
    key @KEY@ PRIMARY KEY NOT NULL,
    id @KEY@ NOT NULL,
    version BIGINT NOT NULL,
    programme_id @KEY@ NOT NULL REFERENCES programmes (id),
    title TEXT NOT NULL,
    json TEXT NOT NULL
);

CREATE TABLE missions (
    id @KEY@ PRIMARY KEY NOT NULL,
    programme_id @KEY@ NOT NULL REFERENCES programmes (id),
    site_id @KEY@ NOT NULL REFERENCES sites (id),
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    assigned_at BIGINT, assigned_offset BIGINT,
    due_at BIGINT, due_offset BIGINT,
    submitted_at BIGINT, submitted_offset BIGINT,
    outcome TEXT CHECK (outcome IN ('accepted', 'reassigned', 'cancelled', 'missed')),
    closed_at BIGINT, closed_offset BIGINT,
    reworks BIGINT NOT NULL,
    detail @REAL@,
    french @REAL@,
    missing BIGINT NOT NULL,
    decision_id BIGINT,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);
CREATE INDEX missions_of_shopper ON missions (shopper_id, closed_at, id);

-- Reports

CREATE TABLE reports (
    id @KEY@ PRIMARY KEY NOT NULL,
    mission_id @KEY@ NOT NULL REFERENCES missions (id),
    programme_id @KEY@ NOT NULL REFERENCES programmes (id),
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    state TEXT NOT NULL CHECK (state IN ('submitted', 'assessed', 'rework_requested', 'accepted', 'reassigned')),
    revision BIGINT NOT NULL,
    reworks BIGINT NOT NULL
);
CREATE INDEX reports_of_shopper ON reports (shopper_id, id);
CREATE INDEX reports_of_mission ON reports (mission_id);
CREATE INDEX reports_by_state ON reports (state, id);

CREATE TABLE revisions (
    report_id @KEY@ NOT NULL REFERENCES reports (id),
    revision BIGINT NOT NULL,
    questionnaire @KEY@ NOT NULL REFERENCES questionnaires (key),
    site_id @KEY@ NOT NULL REFERENCES sites (id),
    site_name TEXT NOT NULL,
    site_city TEXT NOT NULL,
    visit_start_at BIGINT, visit_start_offset BIGINT,
    visit_end_at BIGINT, visit_end_offset BIGINT,
    due_at BIGINT, due_offset BIGINT,
    submitted_at BIGINT, submitted_offset BIGINT,
    received_at BIGINT NOT NULL, received_offset BIGINT NOT NULL,
    source TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    PRIMARY KEY (report_id, revision)
);

CREATE TABLE answers (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    position BIGINT NOT NULL,
    question TEXT NOT NULL,
    value TEXT,
    comment TEXT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE UNIQUE INDEX answers_of_revision ON answers (report_id, revision, position);

CREATE TABLE attachments (
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    position BIGINT NOT NULL,
    question TEXT NOT NULL,
    kind TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (report_id, revision, position),
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
) @CLUSTERED@;

CREATE TABLE rejected_records (
    id @ID@,
    file TEXT NOT NULL,
    place TEXT NOT NULL,
    record TEXT NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw TEXT NOT NULL,
    raw_hash TEXT NOT NULL,
    seen_at BIGINT NOT NULL, seen_offset BIGINT NOT NULL,
    tried BIGINT NOT NULL
);
CREATE UNIQUE INDEX rejected_records_by_place ON rejected_records (file, place, raw_hash);

-- The near-duplicate index: the bands of each comment's MinHash signature (similar.cpp)
CREATE TABLE comment_bands (
    band BIGINT NOT NULL,
    answer_id BIGINT NOT NULL,
    PRIMARY KEY (band, answer_id)
) @CLUSTERED@;

-- Assessing

CREATE TABLE criteria_sets (
    id @ID@,
    programme_id @KEY@ REFERENCES programmes (id),
    version BIGINT NOT NULL,
    parameters TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    author TEXT NOT NULL,
    created_at BIGINT NOT NULL, created_offset BIGINT NOT NULL,
    published_at BIGINT, published_offset BIGINT,
    note TEXT NOT NULL
);
CREATE UNIQUE INDEX criteria_sets_by_version ON criteria_sets (COALESCE(programme_id, ''), version);
CREATE UNIQUE INDEX criteria_sets_published ON criteria_sets (COALESCE(programme_id, '')) WHERE state = 'published';

CREATE TABLE assessments (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    plugin @KEY@ NOT NULL,
    plugin_version TEXT NOT NULL,
    parameters_hash TEXT NOT NULL,
    criteria_set_id BIGINT REFERENCES criteria_sets (id),
    state TEXT NOT NULL CHECK (state IN ('judged', 'not_judged', 'failed')),
    score @REAL@,
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    is_current BIGINT NOT NULL,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE UNIQUE INDEX assessments_by_key
    ON assessments (report_id, revision, plugin, plugin_version, parameters_hash);

CREATE TABLE findings (
    assessment_id BIGINT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    rule TEXT NOT NULL,
    category TEXT NOT NULL,
    question TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    message TEXT NOT NULL,
    suggestions TEXT NOT NULL,
    cost @REAL@ NOT NULL,
    mendable BIGINT NOT NULL,
    PRIMARY KEY (assessment_id, position)
) @CLUSTERED@;

CREATE TABLE contributions (
    assessment_id BIGINT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    position BIGINT NOT NULL,
    question TEXT NOT NULL,
    label TEXT NOT NULL,
    points @REAL@ NOT NULL,
    PRIMARY KEY (assessment_id, position)
) @CLUSTERED@;

CREATE TABLE recommendations (
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    decision TEXT CHECK (decision IN ('accept', 'rework', 'reassign')),
    reasons TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    detail @REAL@,
    french @REAL@,
    flags BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    PRIMARY KEY (report_id, revision),
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);

-- Deciding

CREATE TABLE decisions (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('accept', 'rework', 'reassign')),
    recommended TEXT CHECK (recommended IN ('accept', 'rework', 'reassign')),
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    decided_at BIGINT NOT NULL, decided_offset BIGINT NOT NULL,
    new_due_at BIGINT, new_due_offset BIGINT,
    undone_by @KEY@ REFERENCES users (id),
    undone_at BIGINT, undone_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX decisions_of_report ON decisions (report_id, id);
-- Two people cannot decide the same revision
CREATE UNIQUE INDEX decisions_that_stand ON decisions (report_id, revision) WHERE undone_at IS NULL;

CREATE TABLE ratings (
    id @ID@,
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    value @REAL@ NOT NULL,
    uncertainty @REAL@ NOT NULL,
    newcomer BIGINT NOT NULL,
    components TEXT NOT NULL,
    rated_at BIGINT NOT NULL, rated_offset BIGINT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id),
    cause TEXT NOT NULL CHECK (cause IN ('decision', 'undo', 'other'))
);
CREATE INDEX ratings_of_shopper ON ratings (shopper_id, id);
CREATE INDEX ratings_of_decision ON ratings (decision_id);

CREATE TABLE feedback (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id),
    format TEXT NOT NULL,
    content TEXT NOT NULL,
    created_at BIGINT NOT NULL, created_offset BIGINT NOT NULL,
    sent_at BIGINT, sent_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX feedback_of_report ON feedback (report_id, id);

CREATE TABLE appeals (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    plugin TEXT NOT NULL,
    text TEXT NOT NULL,
    opened_at BIGINT NOT NULL, opened_offset BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'upheld', 'rejected')),
    handler TEXT NOT NULL,
    answer TEXT NOT NULL,
    closed_at BIGINT, closed_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX appeals_by_state ON appeals (state, id);

CREATE TABLE events (
    id @ID@,
    at BIGINT NOT NULL, at_offset BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    note TEXT NOT NULL,
    decision_id BIGINT REFERENCES decisions (id)
);
CREATE INDEX events_of_subject ON events (subject_kind, subject, id);
CREATE INDEX events_of_decision ON events (decision_id);

CREATE TABLE plugin_guard (
    path @KEY@ PRIMARY KEY NOT NULL,
    plugin TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('loading', 'ok', 'failed')),
    message TEXT NOT NULL,
    at BIGINT NOT NULL, at_offset BIGINT NOT NULL
);

-- The queue: one row a report, its current revision with all that the list shows and sorts by. Absent values hold a
-- number of their own (a due time far away, a score of -1), so that every page is one range of an index. *_sort is the
-- folded name.

CREATE TABLE queue_entries (
    report_id @KEY@ PRIMARY KEY NOT NULL REFERENCES reports (id),
    revision BIGINT NOT NULL,
    state @KEY@ NOT NULL,
    programme_id @KEY@ NOT NULL,
    programme_name TEXT NOT NULL,
    programme_sort @KEY@ NOT NULL,
    site_id @KEY@ NOT NULL,
    site_name TEXT NOT NULL,
    site_city TEXT NOT NULL,
    site_sort @KEY@ NOT NULL,
    shopper_id @KEY@ NOT NULL,
    shopper_name TEXT NOT NULL,
    shopper_sort @KEY@ NOT NULL,
    reliability @REAL@ NOT NULL,
    newcomer BIGINT NOT NULL,
    detail @REAL@ NOT NULL,
    french @REAL@ NOT NULL,
    flags BIGINT NOT NULL,
    missing BIGINT NOT NULL,
    recommendation @KEY@ NOT NULL,
    due_at BIGINT NOT NULL, due_offset BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL, submitted_offset BIGINT NOT NULL,
    held_by @KEY@ NOT NULL,
    held_until BIGINT NOT NULL, held_offset BIGINT NOT NULL,
    fingerprint TEXT NOT NULL
);
CREATE INDEX queue_by_due_at ON queue_entries (state, due_at, report_id);
CREATE INDEX queue_by_submitted_at ON queue_entries (state, submitted_at, report_id);
CREATE INDEX queue_by_programme ON queue_entries (state, programme_sort, report_id);
CREATE INDEX queue_by_site ON queue_entries (state, site_sort, report_id);
CREATE INDEX queue_by_shopper ON queue_entries (state, shopper_sort, report_id);
CREATE INDEX queue_by_reliability ON queue_entries (state, reliability, report_id);
CREATE INDEX queue_by_detail ON queue_entries (state, detail, report_id);
CREATE INDEX queue_by_french ON queue_entries (state, french, report_id);
CREATE INDEX queue_by_flags ON queue_entries (state, flags, report_id);
CREATE INDEX queue_by_missing ON queue_entries (state, missing, report_id);
CREATE INDEX queue_by_recommendation ON queue_entries (state, recommendation, report_id);
CREATE INDEX queue_of_programme ON queue_entries (programme_id, state, due_at, report_id);
CREATE INDEX queue_of_site ON queue_entries (site_id, state, due_at, report_id);
CREATE INDEX queue_of_shopper ON queue_entries (shopper_id, state, due_at, report_id);
CREATE INDEX queue_held ON queue_entries (held_by, state, due_at, report_id) WHERE held_by <> '';
