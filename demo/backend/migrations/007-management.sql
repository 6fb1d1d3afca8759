-- Raised, the links that were given out for a booking are good for nothing.
alter table booking add column token_version integer not null default 1;

-- Several sessions that were booked together. How far apart they have to be is kept as it was told then.
create table course (
  id uuid primary key,
  offer_id text not null,
  reference text not null constraint course_reference unique,
  gap_min_days integer not null check (gap_min_days > 0),
  gap_default_days integer not null check (gap_default_days >= gap_min_days),
  gap_max_days integer not null check (gap_max_days >= gap_default_days),
  created_at timestamptz not null default clock_timestamp()
);

alter table booking add column course_id uuid references course (id) on delete set null;
create index booking_course on booking (course_id) where course_id is not null;
