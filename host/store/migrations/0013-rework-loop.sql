-- What people do with a report beside deciding it. One stands at most; what ended stays.
CREATE TABLE interventions (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('hold', 'withdrawal', 'surplus')),
    from_state TEXT NOT NULL,
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    until_at BIGINT, until_offset BIGINT,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL,
    ended_by TEXT,
    ended_at BIGINT, ended_offset BIGINT,
    FOREIGN KEY (report_id, revision) REFERENCES revisions (report_id, revision)
);
CREATE INDEX interventions_of_report ON interventions (report_id, id);
CREATE UNIQUE INDEX interventions_that_stand ON interventions (report_id) WHERE ended_at IS NULL;
CREATE INDEX interventions_by_kind ON interventions (kind, id) WHERE ended_at IS NULL;

-- A rating that an intervention caused names it.
ALTER TABLE ratings ADD COLUMN intervention_id BIGINT REFERENCES interventions (id);

-- Accepted, but left out of what the client's figures are made of; a rework that nobody answered in time.
ALTER TABLE decisions ADD COLUMN left_out BIGINT NOT NULL DEFAULT 0;
ALTER TABLE decisions ADD COLUMN expired_at BIGINT;
ALTER TABLE decisions ADD COLUMN expired_offset BIGINT;
DROP INDEX decisions_by_time;
CREATE INDEX decisions_by_time ON decisions (decided_at, decided_offset, decision, recommended, user_id, programme_id,
    shopper_id, revision, submitted_at, detail, french, left_out) WHERE undone_at IS NULL;
DROP INDEX decisions_that_stand;
CREATE UNIQUE INDEX decisions_that_stand ON decisions (report_id, revision)
    WHERE undone_at IS NULL AND expired_at IS NULL;

-- The terms of a rework: when the shopper is reminded, and what is recommended when he does not answer.
CREATE TABLE reworks (
    decision_id BIGINT PRIMARY KEY NOT NULL REFERENCES decisions (id),
    due_at BIGINT NOT NULL, due_offset BIGINT NOT NULL,
    remind_at BIGINT, remind_offset BIGINT,
    reminded_by TEXT,
    reminded_at BIGINT, reminded_offset BIGINT,
    unanswered TEXT NOT NULL CHECK (unanswered IN ('reassign', 'rework', 'none'))
);
CREATE INDEX reworks_by_due ON reworks (due_at);
INSERT INTO reworks (decision_id, due_at, due_offset, unanswered)
    SELECT id, new_due_at, new_due_offset, 'reassign' FROM decisions
    WHERE decision = 'rework' AND new_due_at IS NOT NULL;

-- What the shopper is asked, in the order in which he reads it.
CREATE TABLE rework_reasons (
    decision_id BIGINT NOT NULL REFERENCES decisions (id),
    position BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('finding', 'remark', 'written')),
    plugin TEXT NOT NULL,
    rule TEXT NOT NULL,
    question TEXT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    remark TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (decision_id, position)
) @CLUSTERED@;

-- The agency's remarks, which a rework quotes. They ask, they do not accuse.
CREATE TABLE remarks (
    id @KEY@ PRIMARY KEY NOT NULL,
    text TEXT NOT NULL
);
INSERT INTO remarks (id, text) VALUES
    ('attente', 'Pouvez-vous préciser combien de temps vous avez attendu, et comment vous l''avez mesuré ?'),
    ('contradiction', 'La réponse choisie et le commentaire nous paraissent dire deux choses différentes. Laquelle est la bonne ?'),
    ('deroulement', 'Pouvez-vous raconter ce qui s''est passé, dans l''ordre, avec les paroles échangées ?'),
    ('manquant', 'Cette question est restée sans réponse. Pouvez-vous la compléter ?'),
    ('personne', 'Pouvez-vous nommer la personne qui vous a servi, ou la décrire ?'),
    ('preuve', 'Nous n''avons pas trouvé la preuve de la visite. Pouvez-vous la joindre ?'),
    ('redite', 'Ce commentaire reprend un autre commentaire. Que s''est-il passé ici en particulier ?'),
    ('vue', 'Qu''avez-vous vu ou entendu qui vous a fait choisir cette réponse ?');

-- Who is out of the pool, and who came back: the last row of a shopper counts.
CREATE TABLE shopper_standings (
    id @ID@,
    shopper_id @KEY@ NOT NULL REFERENCES shoppers (id),
    state TEXT NOT NULL CHECK (state IN ('withdrawn', 'reinstated')),
    user_id @KEY@ NOT NULL REFERENCES users (id),
    reason TEXT NOT NULL,
    made_at BIGINT NOT NULL, made_offset BIGINT NOT NULL
);
CREATE INDEX shopper_standings_of_shopper ON shopper_standings (shopper_id, id);
