-- The near-duplicate index reads wording in another way, which finds copies whose words were changed, and reads the
-- answers of text questions too: similar.cpp fills the table again.
DELETE FROM comment_bands;
