-- When a visit was cancelled or declined; sessions of a course that were cancelled together have the same moment, and
-- are told of in one letter.
alter table booking add column cancelled_at timestamptz;
