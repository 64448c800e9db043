-- Versions are looked for by the record that a row belongs to: the first column of its key. Lines are named by their hash:
-- their numbers would tell that there are others.
create index row_versions_of_record on row_versions (table_name, split_part(key, chr(31), 1), id);
create unique index history_by_hash on history (hash);
