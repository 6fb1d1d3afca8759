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

-- What is sold as several sessions; what is told of preparation and aftercare; when touch-ups are due. Checked by what
-- reads them; a mistake in one keeps nobody from booking.
alter table clinic add column courses jsonb;
alter table clinic add column care jsonb;
alter table clinic add column touch_ups jsonb;

drop trigger clinic_changed on clinic;
create trigger clinic_changed after update of
  id, name, time_zone, phone, email, website, policies, consents, consultation, design, courses, care, touch_ups,
  step_minutes, notice_minutes, window_days on clinic
  for each statement execute function note_clinic_change();
