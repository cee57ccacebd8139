-- Full-text search over the folded words of comments (search.cpp); the text itself stays in answers.
CREATE TABLE comment_search (
    answer_id BIGINT PRIMARY KEY REFERENCES answers (id),
    words TSVECTOR NOT NULL
);
CREATE INDEX comment_search_by_word ON comment_search USING gin (words);

CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'events are append-only';
END;
$$;

CREATE TRIGGER events_are_not_changed BEFORE UPDATE OR DELETE ON events
FOR EACH ROW EXECUTE FUNCTION refuse_event_change();

CREATE TRIGGER events_are_not_truncated BEFORE TRUNCATE ON events
FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
