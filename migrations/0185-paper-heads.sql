-- How the head of a paper looks: which lines, which boxes, from whom; of templates that were made before, the usual one.
alter table report_templates
  add column head jsonb,
  add constraint report_templates_head check (jsonb_typeof(head) = 'object');

-- Under which item of its agenda the recipient deals with a report.
alter table reports
  add column agenda_item text,
  add constraint reports_agenda_item check (agenda_item ~ '^[^[:cntrl:]]{1,60}$');
