-- The states of the rework loop, and a mission that ends because its report was withdrawn. SQLite changes a constraint
-- by making the table anew (sqlite.org/lang_altertable.html); migrate() has switched foreign keys off for it.
CREATE TABLE missions_new (
    id TEXT PRIMARY KEY NOT NULL,
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    site_id TEXT NOT NULL REFERENCES sites (id),
    shopper_id TEXT NOT NULL REFERENCES shoppers (id),
    assigned_at BIGINT, assigned_offset BIGINT,
    due_at BIGINT, due_offset BIGINT,
    submitted_at BIGINT, submitted_offset BIGINT,
    outcome TEXT CHECK (outcome IN ('accepted', 'reassigned', 'cancelled', 'missed', 'withdrawn')),
    closed_at BIGINT, closed_offset BIGINT,
    reworks BIGINT NOT NULL,
    detail REAL,
    french REAL,
    missing BIGINT NOT NULL,
    decision_id BIGINT,
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);
INSERT INTO missions_new SELECT id, programme_id, site_id, shopper_id, assigned_at, assigned_offset, due_at, due_offset,
    submitted_at, submitted_offset, outcome, closed_at, closed_offset, reworks, detail, french, missing, decision_id
    FROM missions;
DROP TABLE missions;
ALTER TABLE missions_new RENAME TO missions;
CREATE INDEX missions_of_shopper ON missions (shopper_id, closed_at, id);
CREATE INDEX missions_of_programme ON missions (programme_id, shopper_id);
CREATE INDEX missions_by_closing ON missions (closed_at);

CREATE TABLE reports_new (
    id TEXT PRIMARY KEY NOT NULL,
    mission_id TEXT NOT NULL REFERENCES missions (id),
    programme_id TEXT NOT NULL REFERENCES programmes (id),
    shopper_id TEXT NOT NULL REFERENCES shoppers (id),
    state TEXT NOT NULL CHECK (state IN ('submitted', 'assessed', 'held', 'rework_requested', 'accepted', 'reassigned',
        'withdrawn', 'surplus')),
    revision BIGINT NOT NULL,
    reworks BIGINT NOT NULL
);
INSERT INTO reports_new SELECT id, mission_id, programme_id, shopper_id, state, revision, reworks FROM reports;
DROP TABLE reports;
ALTER TABLE reports_new RENAME TO reports;
CREATE INDEX reports_of_shopper ON reports (shopper_id, id);
CREATE INDEX reports_of_mission ON reports (mission_id);
CREATE INDEX reports_by_state ON reports (state, id);
