-- What frozen reports cite, list and ask about, for the page of each of these records; read from the edition when it is kept.
create table report_uses (
  report text not null references reports (id) on delete cascade,
  -- In reading order.
  place integer not null,
  -- As evidence names records; for questions of live parts 'country', 'region', 'group' or 'action-line'.
  kind text not null,
  record text not null,
  how text not null,
  section text not null,
  primary key (report, place),
  constraint report_uses_how check (how in ('cited', 'listed', 'asked'))
);

create index report_uses_of_record on report_uses (kind, record, report);
