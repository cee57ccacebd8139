-- Missions given to somebody, given back or never done; what people noted and confirmed of a shopper. What was taken
-- back stays, marked.

-- Who chose whom for a mission that had ended without a report to keep, and what the ranking said of him then.
CREATE TABLE assignments (
    id @ID@,
    mission_id @KEY@ NOT NULL REFERENCES missions (id),
    source_mission @KEY@ NOT NULL REFERENCES missions (id),
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    user_id @KEY@ NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    ranking TEXT NOT NULL,
    exception TEXT NOT NULL,
    ended_by TEXT,
    ended_at BIGINT, ended_offset BIGINT
);
CREATE UNIQUE INDEX assignments_of_mission ON assignments (mission_id);
CREATE INDEX assignments_of_source ON assignments (source_mission, id);
CREATE UNIQUE INDEX assignments_that_stand ON assignments (source_mission) WHERE ended_at IS NULL;

CREATE TABLE mission_endings (
    id @ID@,
    mission_id @KEY@ NOT NULL REFERENCES missions (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('cancelled', 'missed')),
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    told_at BIGINT NOT NULL, told_offset BIGINT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    ended_by TEXT,
    ended_at BIGINT, ended_offset BIGINT
);
CREATE INDEX mission_endings_of_mission ON mission_endings (mission_id, id);
CREATE UNIQUE INDEX mission_endings_that_stand ON mission_endings (mission_id) WHERE ended_at IS NULL;

-- Beside the notes that came with the roster (shopper_profiles).
CREATE TABLE shopper_notes (
    id @ID@,
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    kind TEXT NOT NULL CHECK (kind IN ('positive', 'neutral', 'negative')),
    reason TEXT NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    ended_by TEXT,
    ended_at BIGINT, ended_offset BIGINT
);
CREATE INDEX shopper_notes_of_shopper ON shopper_notes (shopper_id, id);

CREATE TABLE misconduct (
    id @ID@,
    report_id @KEY@ NOT NULL REFERENCES reports (id),
    revision BIGINT NOT NULL,
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    kind TEXT NOT NULL CHECK (kind IN ('copying', 'falsification')),
    reason TEXT NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    ended_by TEXT,
    ended_at BIGINT, ended_offset BIGINT
);
CREATE INDEX misconduct_of_shopper ON misconduct (shopper_id, id);
CREATE UNIQUE INDEX misconduct_that_stands ON misconduct (report_id) WHERE ended_at IS NULL;

-- A rating that neither a decision nor an intervention caused names the event that did.
ALTER TABLE ratings ADD COLUMN event_id BIGINT REFERENCES events (id);
