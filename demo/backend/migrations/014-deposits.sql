-- What was asked for in advance when the course was booked, in the clinic's words, and when the clinic had it. A later
-- change of the offer changes nothing of what was agreed.
alter table course add column deposit jsonb;
alter table course add column deposit_received_at timestamptz;

-- Courses that are booked already: as their offers stand.
update course set deposit = (
  select offer -> 'deposit' from clinic, jsonb_array_elements(
    case jsonb_typeof(clinic.courses) when 'array' then clinic.courses else '[]' end) as offer
  where offer ->> 'id' = course.offer_id limit 1);
