-- Our copy of an order file is kept as it was made until the post has answered all orders in it, and
-- goes with the last answer; its digest stays. Day on which the operators were last told that answers
-- are missing.
alter table order_file add column told_on date;

update order_file f set content = null
where not exists (select from post_order o where o.file_name = f.name and o.answered_at is null);

create function guard_order_content() returns trigger language plpgsql as $$
begin
  if new.content is not null then
    raise exception 'order file %: kept as it was made', old.name using errcode = 'check_violation';
  end if;
  if exists (select from post_order where file_name = old.name and answered_at is null) then
    raise exception 'order file %: kept until all its orders are answered', old.name
      using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger guard_order_content before update of content on order_file
  for each row when (old.content is distinct from new.content)
  execute function guard_order_content();

create index order_file_unanswered on order_file (sent_at) where content is not null;
create index order_file_newest on order_file (kept_at, name);
create index post_answer_contradicting on post_answer (order_id) where not first;

grant update (told_on) on order_file to "${app}";
