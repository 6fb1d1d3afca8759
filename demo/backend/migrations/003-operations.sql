-- One row per operation id, in the same transaction as what it did. Which row came of it or how it was refused,
-- never what was sent: `fingerprint` is a digest.
create table idempotency (
  scope text not null,
  key text not null,
  fingerprint text not null,
  result_kind text not null check (result_kind in ('done', 'refused')),
  result_id uuid,
  refusal jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (scope, key)
);

create index idempotency_age on idempotency (created_at);

-- What has to be told to others (mails, calendars) once the transaction stands.
create table outbox (
  id bigint generated always as identity primary key,
  kind text not null,
  ref uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz
);

create index outbox_waiting on outbox (id) where delivered_at is null;

create table setting (
  name text primary key,
  value text not null
);
