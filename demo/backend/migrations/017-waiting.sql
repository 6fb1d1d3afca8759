-- When somebody was last told that they are on the list: who joins again and again is told of it once a day.
alter table waitlist add column told_at timestamptz not null default clock_timestamp();
update waitlist set told_at = created_at;
-- What is offered is asked for, not booked: the clinic decides.
alter table waitlist add column request boolean not null default false;
