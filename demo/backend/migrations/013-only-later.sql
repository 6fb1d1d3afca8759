-- What a consultation left of times is forgotten with its answers. The treatments that it was about can be moved by their
-- clients to later times only from then on, so that a wait does not end by being forgotten.
alter table booking add column only_later boolean not null default false;
