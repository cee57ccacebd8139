-- The states of the rework loop, and a mission that ends because its report was withdrawn.
ALTER TABLE reports DROP CONSTRAINT reports_state_check;
ALTER TABLE reports ADD CONSTRAINT reports_state_check CHECK (state IN ('submitted', 'assessed', 'held',
    'rework_requested', 'accepted', 'reassigned', 'withdrawn', 'surplus'));
ALTER TABLE missions DROP CONSTRAINT missions_outcome_check;
ALTER TABLE missions ADD CONSTRAINT missions_outcome_check
    CHECK (outcome IN ('accepted', 'reassigned', 'cancelled', 'missed', 'withdrawn'));
