-- The queue in the order of who holds its reports.
CREATE INDEX queue_by_held_by ON queue_entries (state, held_by, report_id);
