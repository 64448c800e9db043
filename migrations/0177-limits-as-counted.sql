-- How the recipient of a kind of report counts: characters beside words and pages, and what belongs to the text (sections/limit.ts).
alter table report_templates
  add column counting jsonb not null default '{"footnotes": false, "tables": false, "headings": true, "wordsOfPage": 500, "charactersOfWord": 1.7}',
  add constraint report_templates_counting check (jsonb_typeof(counting) = 'object'),
  drop constraint report_templates_limit,
  add constraint report_templates_limit check ((limit_unit is null) = (limit_number is null) and limit_unit in ('words', 'pages', 'characters') and limit_number > 0);

alter table report_template_sections
  drop constraint report_template_sections_limit,
  add constraint report_template_sections_limit check ((limit_unit is null) = (limit_number is null) and limit_unit in ('words', 'pages', 'characters') and limit_number > 0);

alter table report_templates alter column counting drop default;
