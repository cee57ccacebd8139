-- The filters that the queue offers together cost no more on a large queue than on a small one.
CREATE INDEX queue_of_recommendation ON queue_entries (recommendation, state, due_at, report_id);
CREATE INDEX queue_of_programme_recommendation ON queue_entries (programme_id, recommendation, state, due_at, report_id);
