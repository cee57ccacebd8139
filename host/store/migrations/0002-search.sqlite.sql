-- Full-text search over the folded words of comments (search.cpp); the text itself stays in answers.
CREATE VIRTUAL TABLE comment_search USING fts5 (words, content = '', tokenize = 'unicode61 remove_diacritics 0');

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'events are append-only');
END;
