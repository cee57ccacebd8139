-- What a finding's rule is called, for people.
ALTER TABLE findings ADD COLUMN title TEXT NOT NULL DEFAULT '';
