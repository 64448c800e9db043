-- People who can sign in, and how each proves who they are.
create table people (
  id text primary key,
  name text not null,
  -- Kept small, so that one address is one person. Null once the person's data was erased.
  email text unique,
  -- Whether the person has opened a link that went to the address; nobody acts before.
  email_verified boolean not null default false,
  language text not null default 'en',
  second_factor boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  erased_at timestamptz,
  constraint people_email_small check (email = lower(email) and length(email) <= 254),
  constraint people_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint people_name_one_line check (length(name) <= 200 and name !~ '[[:cntrl:]]'),
  constraint people_erased check ((erased_at is null) = (email is not null))
);

create index people_unconfirmed on people (created_at) where not email_verified;

-- A password, or the account at a provider of OpenID Connect.
create table credentials (
  id text primary key,
  person text not null references people (id) on delete cascade,
  -- 'credential' for a password, else the name of a provider in the settings.
  provider text not null,
  -- What the provider calls the person; the person's own id beside a password.
  subject text not null,
  -- scrypt, with its salt.
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credentials_once unique (provider, subject),
  constraint credentials_password check ((provider = 'credential') = (password is not null))
);

create index credentials_person on credentials (person);

-- Who is signed in where. The cookie holds the token, this table only its digest.
create table sessions (
  id text primary key,
  person text not null references people (id) on delete cascade,
  token_digest text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Moved at most every few minutes; a session that nobody uses ends.
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip_address text,
  user_agent text
);

create index sessions_person on sessions (person);
create index sessions_expired on sessions (expires_at);

-- Steps of a sign-in that are under way: at a provider, or before the second factor.
create table verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index verifications_identifier on verifications (identifier);
create index verifications_expired on verifications (expires_at);

-- Secret of the codes that an application counts out, and backup codes; both encrypted with the secret of sign-in.
create table second_factors (
  id text primary key,
  person text not null unique references people (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  -- They are shown once, right after they were made.
  codes_made_at timestamptz not null default now(),
  -- False until the first code was right.
  verified boolean not null,
  failed_count integer not null default 0,
  locked_until timestamptz
);

-- Codes that were right once, so that nobody who saw one can use it again.
create table spent_codes (
  person text not null references people (id) on delete cascade,
  code_digest text not null,
  until timestamptz not null,
  primary key (person, code_digest)
);

-- One-time links that went to an address. The mail holds the token, this table only its digest.
create table mail_links (
  token_digest text primary key,
  person text not null references people (id) on delete cascade,
  purpose text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint mail_links_purpose check (purpose in ('confirm', 'enter', 'new-password'))
);

create index mail_links_person on mail_links (person);
create index mail_links_expired on mail_links (expires_at);

create table passkeys (
  id text primary key,
  person text not null references people (id) on delete cascade,
  -- What the person calls it.
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  -- How often it has signed; going back means a copy.
  counter bigint not null,
  transports text[] not null,
  is_synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint passkeys_name_one_line check (length(name) between 1 and 100 and name !~ '[[:cntrl:]]'),
  constraint passkeys_counter check (counter >= 0)
);

create index passkeys_person on passkeys (person);

-- What a passkey was asked to sign, for some minutes and once.
create table passkey_challenges (
  id text primary key,
  challenge text not null,
  -- Who adds a passkey; null when somebody signs in with one.
  person text references people (id) on delete cascade,
  expires_at timestamptz not null
);

create index passkey_challenges_expired on passkey_challenges (expires_at);

-- How long somebody must wait before the next try. The key is a digest of what is limited and for whom.
create table sign_in_limits (
  key text primary key,
  -- The tries so far are spread over the time up to here.
  busy_until timestamptz not null
);

create index sign_in_limits_over on sign_in_limits (busy_until);

-- What signs cookies and encrypts second factors; made at the first start and shared by all processes.
create table secrets (
  name text primary key,
  value text not null,
  created_at timestamptz not null
);
