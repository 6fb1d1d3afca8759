-- Whoever has the address has said that they want to wait, and that the phone number is theirs. Before that nothing but
-- the question goes to it, and no time is kept.
alter table waitlist add column confirmed_at timestamptz;
update waitlist set confirmed_at = told_at;
-- The clinic has taken them off the list. The row goes once they have been told.
alter table waitlist add column removed_at timestamptz;
