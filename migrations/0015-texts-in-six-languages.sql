-- Texts of records as their authors wrote them, cut into segments, and what became of each segment in each other language.
create table texts (
  -- The record and its field: 'duty', 'pp-140-dubai-2018/resolves/1#1', 'verb'.
  kind text not null,
  id text not null,
  field text not null,
  -- What the history calls these texts: '<kind>/<id>' alone, or the name of many that were written at once.
  bundle text not null,
  -- The language in which it was written.
  language text not null,
  -- Counts the edits of the source.
  version integer not null,
  -- Numbers of segments are never used twice, so that a file that comes back late cannot mean another one.
  next_segment integer not null,
  written_by text not null,
  written_at timestamptz not null,
  primary key (kind, id, field),
  constraint texts_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint texts_version_counts check (version > 0 and next_segment > 0)
);

create index texts_of_bundle on texts (bundle);

create table text_segments (
  kind text not null,
  id text not null,
  field text not null,
  segment integer not null,
  place integer not null,
  source text not null,
  -- White space up to the next segment: all sources with what follows them give the whole text again.
  gap text not null,
  primary key (kind, id, field, segment),
  foreign key (kind, id, field) references texts (kind, id, field) on delete cascade,
  -- An edit moves many at once.
  constraint text_segments_in_order unique (kind, id, field, place) deferrable initially deferred,
  constraint text_segments_not_empty check (source <> ''),
  constraint text_segments_gap_is_space check (gap !~ '[^[:space:]]')
);

create table text_translations (
  kind text not null,
  id text not null,
  field text not null,
  segment integer not null,
  language text not null,
  text text not null,
  -- outdated: the source was edited after it. original: the author gave the text in this language too.
  state text not null,
  -- The source that it translates, to show what has changed since.
  of_source text not null,
  -- The engine, when no person has looked at it; stays when it is outdated.
  engine text,
  author text not null,
  written_at timestamptz not null,
  reviewer text,
  reviewed_at timestamptz,
  -- Version of the record's texts in this language when it was last changed.
  changed_in integer not null,
  primary key (kind, id, field, segment, language),
  foreign key (kind, id, field, segment) references text_segments (kind, id, field, segment) on delete cascade,
  constraint text_translations_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint text_translations_state check (state in ('original', 'reviewed', 'human', 'machine', 'outdated')),
  constraint text_translations_not_empty check (text <> '' or state = 'original'),
  constraint text_translations_machine_is_labelled check (
    case state when 'machine' then engine is not null when 'outdated' then true else engine is null end),
  constraint text_translations_reviewed_by_somebody check (
    case state when 'reviewed' then reviewer is not null when 'outdated' then true else reviewer is null end),
  constraint text_translations_not_own_review check (reviewer is null or reviewer <> author),
  constraint text_translations_reviewed_when check ((reviewer is null) = (reviewed_at is null))
);

-- Each record in each language, ready to be read, listed and counted; made anew with every change of the three tables above.
create table text_languages (
  kind text not null,
  id text not null,
  language text not null,
  -- Whether a field of the record was written in it.
  has_source boolean not null,
  -- The state of the weakest segment.
  state text not null,
  -- Since when it is in that state.
  since timestamptz not null,
  -- Counts the changes of the source and of this language.
  version integer not null,
  visibility text not null,
  segments integer not null,
  counts jsonb not null,
  -- By field: the text (null when a segment is missing), its state, and whether it is the source.
  texts jsonb not null,
  primary key (kind, id, language),
  constraint text_languages_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint text_languages_state check (state in ('original', 'reviewed', 'human', 'machine', 'outdated', 'missing')),
  constraint text_languages_visibility check (
    visibility in ('public', 'signed-in', 'membership', 'member-states', 'secretariat'))
);

create index text_languages_work on text_languages (language, state, since, kind, id);
create index text_languages_oldest on text_languages (since, kind, id, language);
create index text_languages_of_kind on text_languages (kind, language, state, since, id);

-- No machine writes over what a person wrote, reviewed or not, outdated or not.
create function text_translations_keep_humans() returns trigger language plpgsql as $$
begin
  if old.engine is null and new.state = 'machine' then
    raise exception 'a machine must not write over the text of a person' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger text_translations_keep_humans before update on text_translations
  for each row execute function text_translations_keep_humans();
