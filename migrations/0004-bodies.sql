-- Organs, offices, groups and memberships that texts address: who was told to do what.
create table bodies (
  id text primary key,
  acronym text,
  kind text not null,
  parent text references bodies (id) deferrable initially deferred,
  aliases text[] not null,
  -- official: names as the body uses them; mixed: only English is; own: this platform's wording.
  name_status text not null,
  sort integer not null,
  constraint bodies_name_status check (name_status in ('official', 'mixed', 'own'))
);

create index bodies_parent on bodies (parent);

-- Names change, bodies stay: one row per set of names. No date means since ever, or until now.
create table body_names (
  body text not null references bodies (id) on delete cascade,
  place integer not null,
  from_date date,
  to_date date,
  name jsonb not null,
  primary key (body, place),
  constraint body_names_in_order check (from_date is null or to_date is null or from_date < to_date)
);

create unique index body_names_one_current on body_names (body) where to_date is null;
