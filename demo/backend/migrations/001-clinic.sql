-- One database serves one clinic. Absent lists of places or services mean “all of them”.

create table clinic (
  is_only boolean primary key default true check (is_only),
  id text not null,
  name text not null,
  time_zone text not null,
  phone text,
  email text,
  website text,
  policies jsonb,
  consents jsonb,
  step_minutes integer,
  notice_minutes integer,
  window_days integer,
  -- Rises with each change of anything in this file, so that servers know when to read it again.
  revision bigint not null default 1
);

create table location (
  id text primary key,
  position integer not null,
  name text not null,
  address text,
  phone text
);

create table service (
  id text primary key,
  position integer not null,
  name text not null,
  kind text not null,
  mode text not null,
  duration_minutes integer not null check (duration_minutes > 0),
  description text,
  price_amount numeric(10, 2),
  price_currency text,
  confirmation text check (confirmation in ('instant', 'request')),
  locations text[],
  step_minutes integer,
  buffer_before_minutes integer,
  buffer_after_minutes integer,
  notice_minutes integer,
  constraint whole_price check ((price_amount is null) = (price_currency is null))
);

create table practitioner (
  id text primary key,
  position integer not null,
  name text not null,
  role text,
  services text[],
  locations text[]
);

-- Wall-clock times as HH:MM, the end of a day as 24:00; weekday 1 is Monday.
create table opening_hours (
  practitioner_id text not null references practitioner (id) on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes text not null check (closes ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' and closes > opens),
  location_id text references location (id) on delete cascade
);

create table rest (
  practitioner_id text not null references practitioner (id) on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  begins text not null check (begins ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends text not null check (ends ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$' and ends > begins)
);

create table days_off (
  from_date date not null,
  to_date date not null check (to_date >= from_date),
  practitioner_id text references practitioner (id) on delete cascade,
  location_id text references location (id) on delete cascade,
  reason text
);

create function note_clinic_change() returns trigger language plpgsql as $$
begin
  update clinic set revision = revision + 1;
  return null;
end;
$$;

create trigger clinic_changed after update of
  id, name, time_zone, phone, email, website, policies, consents, step_minutes, notice_minutes, window_days on clinic
  for each statement execute function note_clinic_change();
create trigger location_changed after insert or update or delete or truncate on location
  for each statement execute function note_clinic_change();
create trigger service_changed after insert or update or delete or truncate on service
  for each statement execute function note_clinic_change();
create trigger practitioner_changed after insert or update or delete or truncate on practitioner
  for each statement execute function note_clinic_change();
create trigger opening_hours_changed after insert or update or delete or truncate on opening_hours
  for each statement execute function note_clinic_change();
create trigger rest_changed after insert or update or delete or truncate on rest
  for each statement execute function note_clinic_change();
create trigger days_off_changed after insert or update or delete or truncate on days_off
  for each statement execute function note_clinic_change();
