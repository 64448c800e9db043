-- Pictures that people send, drawn anew: held with an open form like any file, then kept in two sizes.
create table pictures (
  checksum text primary key references stored_files (checksum),
  width integer not null,
  height integer not null,
  -- The same picture for lists and slow lines; itself where it is small.
  small_checksum text not null references stored_files (checksum),
  small_width integer not null,
  small_height integer not null,
  constraint pictures_have_sides check (least(width, height, small_width, small_height) > 0)
);

create index pictures_by_small on pictures (small_checksum);

create table held_pictures (
  -- The held file is the larger of the two.
  id text primary key references held_files (id) on delete cascade,
  width integer not null,
  height integer not null,
  small_width integer not null,
  small_height integer not null,
  -- Null where the held file is small itself.
  small_bytes bytea
);
