-- The signatures are made otherwise from here on (similar.cpp); they are rebuilt from the stored answers after this.
DELETE FROM comment_bands;
