-- The front with the hair parted.
alter table consultation_photo drop constraint consultation_photo_angle_check;
alter table consultation_photo add constraint consultation_photo_angle_check check (angle in (
  'front', 'front-parted', 'top', 'crown', 'left', 'right', 'donor', 'temple-left', 'temple-right', 'donor-left',
  'donor-right'));
