-- When each consent was withdrawn, and by whom: {"marketing-email": {"at": "…", "by": "person"}}. Until here, it was the clinic.
update consultation set consents_withdrawn = (
  select jsonb_object_agg(key, jsonb_build_object('at', value, 'by', 'clinic')) from jsonb_each(consents_withdrawn))
where consents_withdrawn <> '{}';

-- The same of consents that were given with a booking, or on joining the waiting list.
alter table client_details add column consents_withdrawn jsonb not null default '{}';
alter table waitlist add column consents_withdrawn jsonb not null default '{}';
