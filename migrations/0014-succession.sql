-- What became of each provision and of each duty when a revision replaced another: what the program proposes, what people decide.
create table pairings (
  -- The later of the two; it replaces one revision.
  revision text primary key references revisions (id),
  predecessor text not null references revisions (id),
  state text not null,
  -- Goes up with every change, so that nobody decides on what they have not seen.
  version integer not null,
  -- What the proposal was made of: official texts or paraphrases, and of which language.
  basis text not null,
  language text not null,
  proposed_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by text,
  constraint pairings_state check (state in ('proposed', 'confirmed', 'reopened')),
  constraint pairings_basis check (basis in ('official-text', 'paraphrase')),
  constraint pairings_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint pairings_version_counts check (version > 0),
  constraint pairings_of_two check (revision <> predecessor),
  constraint pairings_confirmed_by_somebody check
    ((state = 'proposed') = (confirmed_at is null) and (confirmed_at is null) = (confirmed_by is null))
);

create index pairings_predecessor on pairings (predecessor);
create index pairings_open on pairings (proposed_at, revision) where state <> 'confirmed';

-- The program's own pairs, one to one, as it proposed them last. Kept apart, so that what it got right can be counted.
create table provision_proposals (
  pairing text not null references pairings (revision) on delete cascade,
  place integer not null,
  before text,
  after text,
  score real,
  -- Provisions of the other side that share much of the text: a division or a merger.
  also_like text[] not null,
  primary key (pairing, place),
  constraint provision_proposals_somewhere check (before is not null or after is not null),
  constraint provision_proposals_score check (score between 0 and 1),
  constraint provision_proposals_scored check ((score is null) = (before is null or after is null))
);

create unique index provision_proposals_before on provision_proposals (pairing, before) where before is not null;
create unique index provision_proposals_after on provision_proposals (pairing, after) where after is not null;

-- The pairs as they stand now: as proposed until somebody decides. A divided provision has several rows, a merged one too.
-- No key leads to the provisions: a corrected text takes them away and brings them again within one transaction.
create table provision_pairs (
  pairing text not null references pairings (revision) on delete cascade,
  place integer not null,
  before text,
  after text,
  kind text not null,
  state text not null,
  decided_by text,
  decided_at timestamptz,
  -- Digest of each side's words per language, and of its duties, when the pair was made: a later correction shows.
  before_digests jsonb not null,
  after_digests jsonb not null,
  primary key (pairing, place),
  constraint provision_pairs_once unique nulls not distinct (pairing, before, after),
  constraint provision_pairs_kind check (kind in ('kept', 'renumbered', 'changed', 'new', 'dropped')),
  constraint provision_pairs_sides check (
    case kind
      when 'new' then before is null and after is not null
      when 'dropped' then before is not null and after is null
      else before is not null and after is not null
    end),
  constraint provision_pairs_state check (state in ('proposed', 'confirmed', 'reopened')),
  constraint provision_pairs_decided_by_somebody check
    ((decided_by is null) = (decided_at is null) and (state <> 'confirmed' or decided_by is not null))
);

create index provision_pairs_before on provision_pairs (pairing, before);
create index provision_pairs_after on provision_pairs (pairing, after);

-- What became of each duty: it continues, changes (and in what), ends or begins.
create table duty_links (
  pairing text not null references pairings (revision) on delete cascade,
  place integer not null,
  before text,
  after text,
  kind text not null,
  -- Each with the field, what was, what is.
  changes jsonb not null,
  state text not null,
  primary key (pairing, place),
  constraint duty_links_once unique nulls not distinct (pairing, before, after),
  constraint duty_links_kind check (kind in ('continues', 'changes', 'ends', 'begins')),
  constraint duty_links_sides check (
    case kind
      when 'begins' then before is null and after is not null
      when 'ends' then before is not null and after is null
      else before is not null and after is not null
    end),
  constraint duty_links_changes check ((kind = 'changes') = (changes <> '[]')),
  constraint duty_links_state check (state in ('proposed', 'confirmed', 'reopened'))
);

create index duty_links_before on duty_links (before);
create index duty_links_after on duty_links (after);

-- Every earlier duty that a duty goes on from, through all revisions; follows from the links that were confirmed.
create table duty_ancestors (
  duty text not null,
  ancestor text not null,
  -- 1 for the revision just before.
  steps integer not null,
  primary key (duty, ancestor),
  constraint duty_ancestors_earlier check (steps > 0 and duty <> ancestor)
);

create index duty_ancestors_ancestor on duty_ancestors (ancestor);
