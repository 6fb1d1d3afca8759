-- What is told to people, one row each: planned once, sent at least once, kept when it could not be sent. Nothing of a
-- person stands in here; whom it goes to is read from `ref` when it is sent.
create table message (
  id uuid primary key,
  kind text not null,
  -- A booking, an entry of the waiting list, an offer or a touch-up plan, as `kind` says.
  ref uuid not null,
  -- Of `ref`, when this was planned.
  version integer not null,
  channel text not null check (channel in ('mail', 'sms')),
  -- The wall clock that it goes by; null: at once. `due_at` is worked out from it, and again before it is sent.
  due_local timestamp,
  time_zone text not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'claimed', 'sent', 'dropped', 'dead')),
  -- When a worker may look at it: once it is due, after a failure later, and when the one who claimed it keeps silent.
  try_at timestamptz not null,
  -- Drawn with each claim: whoever was too slow can't mark what another has taken over.
  claim uuid,
  attempts integer not null default 0,
  -- Why it was dropped, put off or given up: a code, never an answer of a mail server, which may name people.
  reason text,
  created_at timestamptz not null,
  done_at timestamptz,
  constraint message_once unique (kind, ref, version, channel)
);

create index message_next on message (try_at) where state in ('waiting', 'claimed');
create index message_ref on message (ref);
create index message_done on message (done_at) where done_at is not null;

-- Reminders of a visit and what comes after it stop; answers to what the client does go on.
alter table client_details add column reminders_stopped_at timestamptz;

-- A time that fell free, kept for one who waits.
create table waitlist_offer (
  id uuid primary key,
  waitlist_id uuid references waitlist (id) on delete set null,
  -- The hold, which becomes the booking or runs out.
  booking_id uuid references booking (id) on delete set null,
  slot_id text not null,
  expires_at timestamptz not null,
  booked_at timestamptz,
  created_at timestamptz not null,
  constraint offered_once unique (waitlist_id, slot_id)
);

create index waitlist_offer_booking on waitlist_offer (booking_id);

-- How often somebody was offered a time; who was offered fewest comes first.
alter table waitlist add column offers integer not null default 0;
