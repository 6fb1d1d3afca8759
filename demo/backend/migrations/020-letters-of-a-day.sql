-- Letters to an address that anybody may have typed in, so that not more than a few go out in a day, whatever becomes of
-- what they were about. Of the address only a digest, and that for a day.
create table letter_counted (
  address bytea not null,
  sent_at timestamptz not null
);

create index letter_counted_address on letter_counted (address);
