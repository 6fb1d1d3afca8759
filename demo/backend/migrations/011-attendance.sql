-- The client has said that they are coming, and to which version of the booking: moved since, it says nothing. Kept with
-- their details, and so erased with them.
alter table client_details add column attending_at timestamptz;
alter table client_details add column attending_version integer;
