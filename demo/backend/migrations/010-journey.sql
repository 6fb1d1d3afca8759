-- Which steps visitors go through. Checked by what leads them; a mistake in it keeps nobody from booking.
alter table clinic add column journey jsonb;

drop trigger clinic_changed on clinic;
create trigger clinic_changed after update of
  id, name, time_zone, phone, email, website, policies, consents, consultation, design, courses, care, touch_ups, journey,
  step_minutes, notice_minutes, window_days on clinic
  for each statement execute function note_clinic_change();
