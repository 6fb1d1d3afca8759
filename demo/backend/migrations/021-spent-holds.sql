-- How long a time has been kept is looked up whenever somebody wants it kept, among all that was held there lately.
create index booking_spent_place on booking using gist (resource_id, during) where status in ('expired', 'released');
