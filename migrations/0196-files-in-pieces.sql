-- Files are read piece by piece, which what was packed as a whole does not allow; and most are packed already.
alter table stored_files alter column bytes set storage external;
alter table held_files alter column bytes set storage external;
