-- The hairline that a visitor would like: with the booking it goes where their name goes, and is erased with it.
alter table client_details add column design jsonb;

-- With a consultation it is sealed like the rest of what they said there. Absent: none was drawn.
alter table consultation add column design bytea;

alter table consultation drop constraint withdrawn_is_empty;
alter table consultation add constraint withdrawn_is_empty check (
  case when withdrawn_at is null
    then answers is not null and told is not null and outcome is not null and name is not null and email is not null
    else num_nonnulls(answers, told, outcome, design, name, email, phone, locale, attribution) = 0
  end);
