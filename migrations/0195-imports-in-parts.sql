-- Rows of a file are entered in parts, and what is done stands in one row for each part: a row of the file is written once.
create table activity_import_parts (
  import text not null references activity_imports (id) on delete cascade,
  -- The places of its rows.
  first integer not null,
  last integer not null,
  is_done boolean not null default false,
  primary key (import, first),
  constraint activity_import_parts_order check (first between 1 and last)
);

insert into activity_import_parts (import, first, last, is_done)
select import, min(place), max(place), is_done from activity_import_rows group by import, (place - 1) / 500, is_done;

alter table activity_import_rows drop column is_done;

-- Nobody asks for rows by their keys. Their import is held by the key of their part: to look for it with every row takes longer than all else
-- that is checked of one. Whoever takes an import away takes them with it.
drop index activity_import_rows_key;
alter table activity_import_rows drop constraint activity_import_rows_import_fkey;

-- The same rule; to count up to two hundred, a pattern takes twenty times as long.
alter table activities drop constraint activities_external_key;
alter table activities add constraint activities_external_key
  check (length(external_key) between 1 and 200 and external_key !~ '[[:cntrl:]]');

-- What was read of a file fits into its row, and is read by its key alone.
alter table activity_import_rows set (toast_tuple_target = 4080);
