-- By which way an event came. No part of what makes an event the same: the first to bring it is told.
alter table event add column channel text check (channel in ('FILE', 'API'));
