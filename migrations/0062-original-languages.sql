-- The language of the source beside every language, so that lists can be filtered and counted by it without looking it up. No rows exist before it.
alter table text_languages
  add column original text not null,
  add constraint text_languages_original check (original in ('ar', 'zh', 'en', 'fr', 'ru', 'es'));

-- For the counts of language parity and of the translators' list: few combinations of many rows.
create index text_languages_counted on text_languages (visibility, kind, language, state, original);
