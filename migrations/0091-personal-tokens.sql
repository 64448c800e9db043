-- Tokens with which programs of a person act as that person; only their digests are kept.
create table personal_tokens (
  id uuid primary key,
  person text not null references people (id) on delete cascade,
  name text not null,
  token_digest text not null unique,
  -- What it may do: only read, or write too.
  may text not null,
  made_at timestamptz not null,
  -- The last day on which it is good.
  ends_on date not null,
  -- The last day on which it was used.
  used_on date,
  constraint personal_tokens_may check (may in ('read', 'write')),
  constraint personal_tokens_name check (length(name) between 1 and 100),
  constraint personal_tokens_ends check (ends_on <= (made_at at time zone 'UTC')::date + 366)
);

create index personal_tokens_of on personal_tokens (person, made_at);

-- What the API answered to a request with a key of its sender, so that the same request changes nothing a second time.
create table api_answers (
  person text not null,
  key_digest text not null,
  request_digest text not null,
  answered_at timestamptz not null,
  status integer,
  location text,
  etag text,
  body text,
  primary key (person, key_digest)
);

create index api_answers_old on api_answers (answered_at);
