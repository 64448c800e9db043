-- Instruments (a resolution through all its revisions), their revisions, provisions and duties.
create table instruments (
  id text primary key,
  kind text not null,
  body text references bodies (id),
  -- As printed when the body is not one of ours.
  body_printed jsonb not null default '{}',
  number text,
  confidence text not null,
  note text,
  origin text not null,
  constraint instruments_confidence check (confidence in ('high', 'medium', 'low')),
  constraint instruments_origin check (origin in ('register', 'parser', 'demo'))
);

create index instruments_by_number on instruments (body, number);

create table occasions (
  id text primary key,
  body text not null references bodies (id),
  place text,
  starts date not null,
  ends date not null,
  verified boolean not null,
  name jsonb not null,
  constraint occasions_in_order check (starts <= ends)
);

create index occasions_by_body on occasions (body, starts);

create table revisions (
  id text primary key,
  instrument text not null references instruments (id),
  -- 'Rev.' and the like; null for the first adoption.
  mark text,
  place text,
  year integer,
  adopted_on date,
  -- Whether it stands as long as no later revision is known. A later one makes it superseded: see revision_chains.
  standing text not null,
  verified boolean not null,
  name jsonb not null,
  title jsonb not null,
  citation_forms text[] not null default '{}',
  note text,
  origin text not null,
  constraint revisions_standing check (standing in ('in-force', 'unknown')),
  constraint revisions_origin check (origin in ('register', 'parser', 'demo'))
);

create index revisions_of_instrument on revisions (instrument, year);

create table sections (
  revision text not null references revisions (id),
  key text not null,
  act text,
  kind text not null,
  addressees text[] not null,
  sort integer not null,
  origin text not null,
  primary key (revision, key),
  constraint sections_kind check (kind in ('preamble', 'operative'))
);

create table provisions (
  revision text not null,
  -- The text's own grammar, the same in every language: 'resolves/6/i'.
  address text not null,
  section text not null,
  parent text,
  label text,
  kind text not null,
  chapeau boolean not null,
  depth integer not null,
  sort integer not null,
  action_lines text[] not null,
  sdg boolean not null,
  sdg_only_in_name boolean not null,
  -- Goals named with their number.
  goals integer[] not null,
  paraphrase jsonb not null,
  origin text not null,
  confidence real,
  confirmed boolean not null,
  primary key (revision, address),
  foreign key (revision, section) references sections (revision, key),
  foreign key (revision, parent) references provisions (revision, address) deferrable initially deferred,
  constraint provisions_kind check (kind in ('preamble', 'operative')),
  constraint provisions_origin check (origin in ('register', 'parser', 'demo')),
  constraint provisions_confidence check (confidence between 0 and 1),
  -- What only the parser says says how sure it was.
  constraint provisions_doubt_is_stated check (origin = 'register' or confidence is not null)
);

create index provisions_in_order on provisions (revision, sort);
create index provisions_action_lines on provisions using gin (action_lines);

create table duties (
  id text primary key,
  revision text not null,
  address text not null,
  sort integer not null,
  -- False for what an operative provision expresses without telling anybody to do something.
  obligation boolean not null,
  modality text,
  verb jsonb not null,
  deliverable jsonb not null,
  cadence text,
  cadence_basis text not null,
  deadline jsonb not null,
  deadline_date date,
  deadline_year integer,
  deadline_occasion text references occasions (id),
  origin text not null,
  confidence real,
  confirmed boolean not null,
  foreign key (revision, address) references provisions (revision, address),
  constraint duties_cadence check (cadence in
    ('once', 'annual', 'biennial', 'four-yearly', 'regular', 'ongoing', 'on request', 'each session', 'other')),
  constraint duties_cadence_basis check (cadence_basis in ('explicit', 'implied')),
  constraint duties_origin check (origin in ('register', 'parser', 'demo')),
  constraint duties_doubt_is_stated check (origin = 'register' or confidence is not null)
);

create index duties_of_provision on duties (revision, address, sort);
create index duties_cadence on duties (cadence);

-- Who must, for whom, through whom.
create table duty_parties (
  duty text not null references duties (id) on delete cascade,
  role text not null,
  place integer not null,
  body text references bodies (id),
  -- As the text prints it, when it is not one of our bodies.
  printed jsonb not null default '{}',
  primary key (duty, role, place),
  constraint duty_parties_role check (role in ('addressee', 'recipient', 'via')),
  constraint duty_parties_somebody check (body is not null or printed <> '{}')
);

create index duty_parties_body on duty_parties (body, role, duty);

-- One row per due date. The state depends on the day on which one looks, so it is not stored.
create table occurrences (
  duty text not null references duties (id) on delete cascade,
  place integer not null,
  year integer,
  starts date,
  ends date,
  occasion text references occasions (id),
  precision text not null,
  primary key (duty, place),
  constraint occurrences_precision check (precision in ('year', 'occasion', 'day', 'unknown')),
  constraint occurrences_dated check (
    case precision
      when 'unknown' then year is null and starts is null and ends is null
      when 'year' then year is not null and starts is null and ends is null
      else year is not null and starts is not null and ends is not null
    end)
);

create index occurrences_by_year on occurrences (year, duty);

create table citations (
  revision text not null,
  address text not null,
  place integer not null,
  -- Id of a revision or an instrument as the register or the parser gives it, known here or not; null when it could not be told.
  target text,
  as_written text not null,
  paragraphs text[] not null,
  explicit boolean not null,
  origin text not null,
  primary key (revision, address, place),
  foreign key (revision, address) references provisions (revision, address)
);

create index citations_of_target on citations (target);

-- Provisions of the same text that a provision refers to.
create table provision_references (
  revision text not null,
  address text not null,
  place integer not null,
  target text not null,
  as_written text not null,
  doubtful boolean not null,
  origin text not null,
  primary key (revision, address, place),
  foreign key (revision, address) references provisions (revision, address)
);

create table footnote_marks (
  revision text not null references revisions (id),
  mark text not null,
  address text,
  origin text not null,
  primary key (revision, mark)
);
