-- Who wants to be reminded of touch-ups, when and how: one row for each address.
create table touch_up (
  id uuid primary key,
  -- The e-mail address in small letters, or the digits of the number where there is none.
  contact_key text not null constraint touch_up_once unique,
  name text not null,
  email text,
  phone text,
  channels text[] not null check (channels <@ array['email', 'sms']),
  locale text,
  last_session date not null,
  check_on date not null,
  review_on date not null,
  refresh_on date not null,
  -- The clinic's, when they signed up: reminders go by its wall clock.
  time_zone text not null,
  -- Each with its wording, the visitor's clock and ours, the newest last.
  consents jsonb not null,
  version integer not null default 1,
  -- Raised, the links that were given out are good for nothing.
  token_version integer not null default 1,
  stopped_at timestamptz,
  created_at timestamptz not null,
  -- When they were last told of it: nobody fills another's mailbox by signing them up again and again.
  told_at timestamptz not null
);

create index touch_up_stopped on touch_up (stopped_at) where stopped_at is not null;
create index touch_up_refresh on touch_up (refresh_on);

-- The language that somebody on the waiting list reads.
alter table waitlist add column locale text;
