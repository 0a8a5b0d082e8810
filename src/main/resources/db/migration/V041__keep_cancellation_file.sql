-- A cancellation's file is sealed anew each time it is made: the first bytes are kept until the post
-- has them, so that the same name never stands for two.
alter table cancellation add column file_name text;
alter table cancellation add column content bytea;
alter table cancellation add column sha256 text;

grant update (file_name, content, sha256) on cancellation to "${app}";
