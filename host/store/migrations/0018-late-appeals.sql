-- Why an appeal that came after its time was taken all the same; empty: it came in time.
ALTER TABLE appeals ADD COLUMN late_reason TEXT NOT NULL DEFAULT '';
