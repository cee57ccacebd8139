-- What was found of each attachment's file when its report came in, to find the same file or picture in another report.
CREATE TABLE attachment_files (
    id @ID@,
    report_id @KEY@ NOT NULL,
    revision BIGINT NOT NULL,
    position BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unknown', 'missing', 'unreadable', 'readable')),
    media_type TEXT NOT NULL,
    content_hash @KEY@ NOT NULL,
    picture_hash TEXT NOT NULL,
    FOREIGN KEY (report_id, revision, position) REFERENCES attachments (report_id, revision, position)
);
CREATE UNIQUE INDEX attachment_files_of_revision ON attachment_files (report_id, revision, position);
CREATE INDEX attachment_files_by_content ON attachment_files (content_hash, id);

-- Pictures that look alike share at least one row of their hash (attachments.cpp)
CREATE TABLE picture_bands (
    band BIGINT NOT NULL,
    file_id BIGINT NOT NULL,
    PRIMARY KEY (band, file_id)
) @CLUSTERED@;
