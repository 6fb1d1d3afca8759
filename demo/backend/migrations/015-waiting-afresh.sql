-- Who joins again after three offers, or once the dates they wanted are over, wishes afresh: what was offered and mailed
-- before doesn't count. Which of their wishes it is.
alter table waitlist add column wish integer not null default 1;
alter table waitlist_offer add column wish integer not null default 1;
alter table waitlist_offer drop constraint offered_once;
alter table waitlist_offer add constraint offered_once unique (waitlist_id, wish, slot_id);
