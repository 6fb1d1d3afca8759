-- The clinic's changes to questionnaire and screening. Checked by what reads it; a mistake in it keeps nobody from booking.
alter table clinic add column consultation jsonb;

drop trigger clinic_changed on clinic;
create trigger clinic_changed after update of
  id, name, time_zone, phone, email, website, policies, consents, consultation, step_minutes, notice_minutes,
  window_days on clinic
  for each statement execute function note_clinic_change();

-- What is about somebody's health is sealed before it comes here: the database never sees it in clear.
create table consultation (
  id uuid primary key,
  reference text not null constraint consultation_reference unique,
  questionnaire_id text not null,
  questionnaire_version text not null,
  -- Sealed JSON; its second to ninth byte name the key. `told`: the outcome that the visitor was shown. `outcome`: the one that the server worked out.
  answers bytea,
  told bytea,
  outcome bytea,
  -- Purpose, wording's version, whether it was given, and the visitor's time; beside it the server's.
  consents jsonb not null,
  consents_at timestamptz not null default clock_timestamp(),
  name text,
  email text,
  phone text,
  locale text,
  attribution jsonb,
  -- Raised, the token that was given out is good for nothing.
  token_version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  -- Then only the record of the consents is left, which tells of nobody.
  withdrawn_at timestamptz,
  constraint withdrawn_is_empty check (
    case when withdrawn_at is null
      then answers is not null and told is not null and outcome is not null and name is not null and email is not null
      else num_nonnulls(answers, told, outcome, name, email, phone, locale, attribution) = 0
    end)
);

create index consultation_newest on consultation (created_at);
create index consultation_person on consultation (lower(email));
create index client_details_person on client_details (lower(email));

-- A consultation may go before several bookings; a booking has one.
alter table booking add column consultation_id uuid references consultation (id) on delete set null;
create index booking_consultation on booking (consultation_id) where consultation_id is not null;

-- The picture itself lies sealed in a file. The row comes after its file and goes before it.
create table consultation_photo (
  id uuid primary key,
  consultation_id uuid not null references consultation (id) on delete cascade,
  angle text not null check (angle in ('front', 'top', 'crown', 'left', 'right', 'donor')),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  -- Keyed, so that it can't be compared with pictures found elsewhere.
  digest text not null,
  storage_name text not null constraint photo_stored_once unique,
  -- Names the key that the file is sealed with.
  key_id bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint one_photo_an_angle unique (consultation_id, angle)
);
