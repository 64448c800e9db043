-- Words are looked up in the memory of each process; the rows are what it reads.
drop index search_rows_words;
drop index search_rows_codes;
alter table search_rows drop column vector;
