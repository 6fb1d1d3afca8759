-- When each consent of a consultation was withdrawn, by purpose; what was given before stays in `consents`.
alter table consultation add column consents_withdrawn jsonb not null default '{}';

-- Sealed JSON: the pattern of hair loss that the visitor took for their own, and the band to plan by.
alter table consultation add column hair_loss bytea;
alter table consultation drop constraint withdrawn_is_empty;
alter table consultation add constraint withdrawn_is_empty check (
  case when withdrawn_at is null
    then answers is not null and told is not null and outcome is not null and name is not null and email is not null
    else num_nonnulls(answers, told, outcome, design, hair_loss, name, email, phone, locale, attribution) = 0
  end);

-- Close-ups of the temples, and the sides of the back.
alter table consultation_photo drop constraint consultation_photo_angle_check;
alter table consultation_photo add constraint consultation_photo_angle_check check (angle in (
  'front', 'top', 'crown', 'left', 'right', 'donor', 'temple-left', 'temple-right', 'donor-left', 'donor-right'));
