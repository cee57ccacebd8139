-- What assigning a mission asks beyond the roster's first fields. Tables of their own: most shoppers and sites have none.
-- Days are texts, `2026-06-16`; lists that are always read whole are one JSON text.

CREATE TABLE shopper_profiles (
    shopper_id @KEY@ PRIMARY KEY NOT NULL REFERENCES shoppers (id),
    latitude @REAL@,
    longitude @REAL@,
    weekdays TEXT NOT NULL,
    absences TEXT NOT NULL,
    acquaintances TEXT NOT NULL,
    notes TEXT NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

CREATE TABLE site_places (
    site_id @KEY@ PRIMARY KEY NOT NULL REFERENCES sites (id),
    latitude @REAL@,
    longitude @REAL@,
    languages TEXT NOT NULL,
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- Missions of a period, of all shoppers
CREATE INDEX missions_by_closing ON missions (closed_at);
