-- Looked at every two seconds for each partner: is there a file that has not arrived, and how old is
-- the last one. A file has its content until nobody is owed it any more.
create index news_file_owed on news_file (partner) where content is not null;
create index news_file_by_time on news_file (partner, kept_at);
