-- Lets one gist index compare text for equality and ranges for overlap.
create extension if not exists btree_gist;

-- A hold and the booking it becomes are one row, so nothing can slip in between the two.
create table booking (
  id uuid primary key,
  status text not null check (status in ('held', 'requested', 'confirmed', 'expired', 'released', 'cancelled')),
  resource_id text not null,
  service_id text not null,
  location_id text,
  -- As it was listed and asked for.
  slot_id text not null,

  -- The truth about a visit: the clinic's wall clock. A change of time-zone law moves the instants, not this.
  local_start timestamp not null,
  time_zone text not null,
  fold smallint check (fold in (0, 1)),
  duration_minutes integer not null check (duration_minutes > 0),
  buffer_before_minutes integer not null default 0 check (buffer_before_minutes >= 0),
  buffer_after_minutes integer not null default 0 check (buffer_after_minutes >= 0),
  -- Derived from the above: when the visit begins, and how long it keeps the practitioner, buffers included.
  starts_at timestamptz not null,
  during tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  -- Two visits were moved onto one another by a change of time-zone law; the clinic has to settle it.
  displaced boolean not null default false,

  hold_expires_at timestamptz,
  extensions smallint not null default 0,
  -- The booking that took the place of this hold after it had run out.
  successor_id uuid references booking (id) on delete set null,

  reference text constraint booking_reference unique,
  version integer not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),

  constraint held_until check ((status = 'held') = (hold_expires_at is not null)),
  constraint referenced check (status not in ('requested', 'confirmed', 'cancelled') or reference is not null),
  constraint no_overlap exclude using gist (resource_id with =, during with &&)
    where (status in ('held', 'requested', 'confirmed') and not displaced)
);

create index booking_expiring on booking (hold_expires_at) where status = 'held';
create index booking_displaced on booking (resource_id) where displaced;
create index booking_spent on booking (updated_at) where status in ('expired', 'released');

-- Apart from the visit, so that a person can be forgotten without touching the calendar.
create table client_details (
  booking_id uuid primary key references booking (id) on delete cascade,
  name text not null,
  email text not null,
  phone text,
  note text,
  locale text,
  consents jsonb not null,
  consents_at timestamptz not null default clock_timestamp(),
  attribution jsonb
);

create table waitlist (
  id uuid primary key,
  service_id text not null,
  practitioner_id text not null default '',
  location_id text not null default '',
  from_date date,
  to_date date,
  email_key text not null,
  name text not null,
  email text not null,
  phone text,
  note text,
  consents jsonb not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint waitlist_once unique (service_id, practitioner_id, location_id, email_key)
);
